"""Units of parameters and facts: which of them are counted in whole numbers, decided here once."""

from __future__ import annotations

from recommender.model.conditions import SCALE

WHOLE_UNITS = frozenset({"IDR", "count", "months", "years"})


def is_whole(unit: str) -> bool:
    """Return whether a number of the unit has no parts: nobody means 1.001 years or half a rupiah."""
    return unit in WHOLE_UNITS


def step_of(unit: str) -> int:
    """Return the least difference between two numbers of the unit, in thousandths.

    >>> step_of("years"), step_of("km")
    (1000, 1)
    """
    return SCALE if is_whole(unit) else 1
