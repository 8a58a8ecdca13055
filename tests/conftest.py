"""What all tests share: how properties are tried, and fixtures of more than one file."""

from __future__ import annotations

from pathlib import Path

import checking_samples
import pytest
from hypothesis import HealthCheck, settings

from recommender.knowledge.loader import load_knowledge
from recommender.model.knowledge import KnowledgeBase

# The same examples in every run, and no test judged by the clock: a busy machine, or the first use of hypothesis in a
# fresh clone (it builds tables of characters), is slow without anything being wrong.
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The knowledge that ships, read once for the whole run; a file of tests on another one has its own `kb`."""
    return load_knowledge()


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The folder of a small knowledge base in which `check` finds nothing."""
    return checking_samples.write_base(tmp_path / "base")
