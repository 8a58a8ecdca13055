"""What all tests share: how properties are tried, and fixtures of more than one file."""

from __future__ import annotations

from pathlib import Path

import checking_samples
import properties
import pytest
import shipped

from recommender.model.knowledge import KnowledgeBase

properties.register_profiles()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    properties.spread_seeds(metafunc)


@pytest.fixture(scope="session")
def kb() -> KnowledgeBase:
    """The knowledge that ships; a file of tests on another one has its own `kb`."""
    return shipped.knowledge()


_read_once = pytest.fixture(scope="session", autouse=True)(shipped.read_once)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The folder of a small knowledge base in which `check` finds nothing."""
    return checking_samples.write_base(tmp_path / "base")
