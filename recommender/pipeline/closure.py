"""Everything that is reached from somewhere, step after step."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def closure(names: Iterable[Name], onward: Callable[[Name], Iterable[Name]]) -> set[Name]:
    """Return the names and all that `onward` leads to from them.

    >>> sorted(closure([3], lambda number: [number - 1] if number else []))
    [0, 1, 2, 3]
    """
    found: set[Name] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += onward(name)
    return found
