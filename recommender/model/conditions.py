"""The condition tree as data: comparisons of scores, facts and findings under `all`, `any` and `not`.

Numbers are integer thousandths (a score of 0.4 is 400, a fact of 3 km is 3000), so that no float decides anything.
What a condition means stands in `recommender.knowledge.conditions`; how it is written, in docs/knowledge.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Reads = Literal["score", "fact", "finding"]
Word = Literal["below", "at-most", "above", "at-least", "is", "in"]
Operand = int | bool | str | tuple[int | bool | str, ...]
SCALE = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A number known only to lie between two bounds, both included, in thousandths."""

    low: int
    high: int


KnownFact = bool | int | str | Interval


@dataclass(frozen=True, slots=True)
class Named:
    """A threshold by the name of a catalog parameter, until it is resolved for a date."""

    name: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: `reads` says which name space `name` stands in.

    `operand` is thousandths for numbers, else a word or a yes/no, or a tuple of them for `in`. `parameter` keeps the
    name of the threshold after it was resolved to a number.
    """

    reads: Reads
    name: str
    word: Word
    operand: Operand | Named
    parameter: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """True when every member is; false once one is false."""

    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True once one member is; false when every member is false."""

    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of its member; undetermined stays undetermined."""

    member: Condition


Condition = Comparison | All | Any | Not


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Yield every comparison of the tree, left to right."""
    if isinstance(condition, Comparison):
        yield condition
    elif isinstance(condition, Not):
        yield from comparisons(condition.member)
    else:
        for member in condition.members:
            yield from comparisons(member)
