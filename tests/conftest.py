"""Fixtures of more than one file of tests."""

from __future__ import annotations

from pathlib import Path

import checking_samples
import pytest


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The folder of a small knowledge base in which `check` finds nothing."""
    return checking_samples.write_base(tmp_path / "base")
