"""How many cases a property meets, and which: the same ones at every change, new ones every night.

A test names the number of its cases. Under the profile `ci`, the ordinary one, they are the same in every run; under
`nightly` (`--hypothesis-profile=nightly`) there are twenty times as many, drawn anew from `--hypothesis-seed`.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

CASES = 100  # of a property that names no number
NIGHTLY = 20  # times as many
# No test is judged by the clock: a busy machine, or the first use of hypothesis in a fresh clone (it builds tables of
# characters), is slow without anything being wrong.
PATIENT = settings(settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def register_profiles() -> None:
    """Register both profiles and load the ordinary one; pytest loads the one that its option names after that."""
    settings.register_profile("ci", PATIENT, max_examples=CASES, derandomize=True)
    settings.register_profile("nightly", PATIENT, max_examples=CASES * NIGHTLY, print_blob=True)
    settings.load_profile("ci")


def tries(cases: int) -> settings:
    """Return the decorator of a property that meets so many cases under `ci`, in proportion more under `nightly`."""
    return settings(max_examples=cases * settings.default.max_examples // CASES)


def spread_seeds(metafunc: pytest.Metafunc) -> None:
    """Give a test marked `seeds(cases)` its argument `seed`, one test a seed: from 0 on, or from the night's seed.

    Tests of a seed stand together whatever they test, so that one worker makes its case, and makes it once.
    """
    for mark in metafunc.definition.iter_markers("seeds"):
        first = int(metafunc.config.getoption("--hypothesis-seed") or 0)
        metafunc.parametrize("seed", range(first, first + tries(*mark.args).max_examples), scope="module")
