"""A number beside its like: how many times the usual one it is, and whether that is out of the ordinary.

In: numbers above 0 by name, each with the group whose members it resembles. Out: those that lie apart. The usual is the
median of the others in the group, the spread their median distance from it, both in logarithms: one wrong number moves
neither. Nothing is claimed of a group of few.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from statistics import median
from typing import NamedTuple, TypeVar

FEWEST = 5  # others that a number is held against
_LEAST_SPREAD = 0.2  # decimal logarithm: factors up to 1.6 are never unusual by themselves
_SO_MANY = 50  # members among which one more or less moves no median
_NORMAL = 1.4826  # median distance -> standard deviation of a normal distribution

Name = TypeVar("Name", bound=Hashable)


class Apart(NamedTuple):
    """A number that lies apart: the usual one of its like, how many times that it is (below 1: a part), in spreads."""

    value: float
    usual: float
    spreads: float

    @property
    def times(self) -> float:
        return self.value / self.usual


def apart(
    numbers: Mapping[Name, float],
    groups: Mapping[Name, Hashable],
    limit: float,
    least: float = 1.0,
    fewest: int = FEWEST,
) -> Iterator[tuple[Name, Apart]]:
    """Yield the names, in order, whose number is more than `limit` spreads from the usual one of its group.

    Parameters
    ----------
    numbers
        Name -> number; those not above 0 are passed over.
    groups
        Name -> what its like share.
    limit
        Spreads (of decimal logarithms) from which a number lies apart.
    least
        Factor below which nothing lies apart, whatever the spread.
    fewest
        Others that a group must have for anything to be claimed of its members.

    >>> works = {"a": 10, "b": 12, "c": 9, "d": 11, "e": 10, "f": 10_000}
    >>> [(name, found.usual) for name, found in apart(works, dict.fromkeys(works, "m"), 3.0)]
    [('f', 10.0)]
    """
    logs: dict[Hashable, dict[Name, float]] = defaultdict(dict)
    for name, number in numbers.items():
        if number > 0:
            logs[groups[name]][name] = math.log10(number)
    for members in logs.values():
        if len(members) <= fewest:
            continue
        every = sorted(members.values())
        for name, own in members.items():
            others = every if len(every) > _SO_MANY else [*every[: every.index(own)], *every[every.index(own) + 1 :]]
            usual, spread = _middle(tuple(others))
            if abs(own - usual) > max(limit * spread, math.log10(least)):
                yield name, Apart(numbers[name], 10**usual, abs(own - usual) / spread)


@lru_cache
def _middle(logs: tuple[float, ...]) -> tuple[float, float]:
    """Return the median of sorted logarithms, and their spread around it."""
    usual = median(logs)
    return usual, max(_NORMAL * median(abs(log - usual) for log in logs), _LEAST_SPREAD)
