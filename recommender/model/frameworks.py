"""A published index as a noun: items with ladders, components, classes, known faults (`catalog/frameworks/`)."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PositiveInt

from recommender.model.conditions import SCALE
from recommender.model.nouns import Names, Noun, Sources, Text, Thousandths, as_tuple

Rubric = Literal["medium", "low", "unverified"]


class Rung(Noun):
    """One level that an item can have: its meaning and the amount (kinds, workers, share) at its lower end."""

    id: str
    en: str
    amount: Thousandths | None = Field(default=None, alias="from")


class Item(Noun):
    """How a framework measures an indicator.

    `rubric` says how sure it is what earns which level, where that was not read in the publisher's own text; None:
    sure. A value between the levels of an unsure ladder is kept, since the ladder may have rungs that were not found.
    """

    indicator: str
    component: str
    part: str | None = None  # of the official outline
    label: str
    aliases: Names = ()
    levels: dict[int, Rung]
    unit: Text | None = None  # of the amounts on the rungs
    rubric: Rubric | None = None
    crosswalk: str | None = None  # why this item measures an indicator that another framework measures too

    @cached_property
    def values(self) -> tuple[int, ...]:
        """Levels that exist, ascending."""
        return tuple(sorted(self.levels))


class Component(Noun):
    """A part of an index: the sum of its items' values divided by `divisor`."""

    name: Text
    label: str
    divisor: PositiveInt


class Part(Noun):
    """A sub-dimension of the official outline: the most that its items can sum up to."""

    name: Text
    highest: PositiveInt


class Section(Noun):
    """A dimension of the official outline with its parts; it says where an item stands and changes no arithmetic."""

    name: Text
    highest: PositiveInt
    parts: dict[str, Part]


class IndexClass(Noun):
    """A class of an index: from above its lower bound (the first: from the bound itself)."""

    slug: str
    name: Text
    above: str  # decimal text, compared exactly

    @cached_property
    def bound(self) -> Fraction:
        return Fraction(self.above)


class Fault(Noun):
    """A known fault of the published data, and how the value is recovered.

    `copied-item`: the item is printed as a copy of `copy-of`; the published total of its component tells the value.
    `unnamed-item`: what the item measures is not known, so nobody can read it; the published index less all others
    tells the value.
    """

    name: Text
    kind: Literal["copied-item", "unnamed-item"]
    item: str
    copy_of: str | None = None
    years: Annotated[tuple[int, ...], BeforeValidator(as_tuple)] = ()  # none named: every year
    sources: Sources


class Framework(Noun):
    """A published index, dated (`catalog/frameworks/<name>.yaml`)."""

    name: Text
    label: str
    aliases: Names = ()  # short names, read only beside a word such as `skor` or `status`
    first_year: int
    last_year: int | None = None
    lowest: int
    highest: int
    index_scale: PositiveInt
    decimals: int | None = None  # the index is rounded to so many decimals before it is classed; None: exact
    components: dict[str, Component]
    classes: Annotated[tuple[IndexClass, ...], BeforeValidator(as_tuple)]
    outline: dict[str, Section] = Field(default_factory=dict)
    items: dict[str, Item]  # by official code, in official order
    faults: Annotated[tuple[Fault, ...], BeforeValidator(as_tuple)] = ()
    sources: Sources

    @cached_property
    def by_indicator(self) -> dict[str, Item]:
        return {item.indicator: item for item in self.items.values()}

    @cached_property
    def least(self) -> Fraction:
        """The lowest index that there can be: every item at its lowest level."""
        parts = [
            Fraction(sum(item.values[0] for item in self.items.values() if item.component == key), component.divisor)
            for key, component in self.components.items()
        ]
        return self.index_scale * sum(parts, Fraction(0)) / len(parts)

    def score(self, value: int) -> int:
        """Return the value on the framework's scale as thousandths, 1000 = best."""
        return (SCALE * (value - self.lowest)) // (self.highest - self.lowest)

    def risen(self, indicator: str, level: int, reaches: int, amount: int) -> int:
        """Return the level after works that together reach a score and add an amount (thousandths); never lower.

        Only levels that exist: of the score the highest at or below it, of the amount the highest that what exists
        (the level's lower end) and what is added suffice for.
        """
        levels = self.by_indicator[indicator].levels
        existing = levels[level].amount if level in levels else None
        risen = level
        for other, rung in levels.items():
            by_amount = amount > 0 and existing is not None and rung.amount is not None
            enough = by_amount and existing + amount >= rung.amount  # type: ignore[operator]
            if other > risen and (self.score(other) <= reaches or enough):
                risen = other
        return risen

    def target_rung(self, indicator: str, target: int) -> int:
        """Return the score of the lowest rung at or above the target, else of the highest rung."""
        scores = [self.score(level) for level in self.by_indicator[indicator].values]
        return next((score for score in scores if score >= target), scores[-1])
