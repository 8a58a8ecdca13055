"""What the official forms need beyond the plan: budget codes, patterns of execution, units, the village goals.

Files: `catalog/codes.yaml`, `catalog/patterns.yaml`, `catalog/units.yaml`, `catalog/goals.yaml`. Nothing here decides
what is planned; an answer without these files is the same, its forms say less.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, PositiveInt

from recommender.model.nouns import Names, Noun, Sources, Text, WorkKind, as_tuple


class BudgetCode(Noun):
    """A field, sub-field or activity of the village budget; the key is its code, parts joined by dots."""

    name: Text
    responsible: Text | None = None  # who carries out; of the longest code that says it
    sources: Sources


class Pattern(Noun):
    """A way of carrying out a work; it holds for the works it names, and for kinds where no pattern names the work."""

    name: Text
    kinds: Annotated[tuple[WorkKind, ...], BeforeValidator(as_tuple)] = ()
    works: Names = ()
    sources: Sources


class Unit(Noun):
    """What works are counted by, as a form prints it; the key is the `per` of a cost."""

    name: Text
    whole: bool = False  # no parts of one: the form rounds half up
    type: Literal["count", "km", "m", "hectare"] | None = None  # of a fact that counts it
    once: bool = False  # there is one of it
    note: str | None = None


class Goal(Noun):
    """One of the villages' own development goals, with the indicators and works that speak for it."""

    number: PositiveInt
    name: Text
    indicators: Names = ()
    works: Names = ()
    note: str | None = None
    sources: Sources
