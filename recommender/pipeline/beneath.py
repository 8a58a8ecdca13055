"""What something rests on, directly or through others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def all_beneath(names: Iterable[Name], beneath: Callable[[Name], Iterable[Name]]) -> set[Name]:
    """Return the names and all that is beneath them, step after step.

    >>> sorted(all_beneath([3], lambda number: [number - 1] if number else []))
    [0, 1, 2, 3]
    """
    found: set[Name] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += beneath(name)
    return found
