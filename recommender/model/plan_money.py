"""The money of a plan document: costs, prices, upkeep; what there is by source and year, what goes on, rules."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from recommender.model.plan_parts import BothLanguages, DocumentPart


class StepCost(DocumentPart):
    """Rupiah, running costs not included; by source and by year each add up to `total`."""

    total: int
    low: int
    """Low end of the catalog."""
    high: int
    """High end of the catalog."""
    by_source: dict[str, int]
    """Funding source to rupiah."""
    by_year: dict[str, int]
    """Year to rupiah."""


class Price(DocumentPart):
    """What a unit costs, and what this was made of."""

    unit: int
    """Rupiah of one unit, rounded."""
    base: int
    """Expected rupiah of one unit in the catalog, of `base_year`."""
    base_year: int
    level_year: int
    """Year of the last known price level to which it was brought; `base_year` where it was not."""
    level: float
    """Prices of `level_year` over those of `base_year`."""
    region: str | None
    """Code whose construction cost it was multiplied by; null where none was."""
    region_ratio: float
    """Construction cost of the region over that of the median district."""


class Upkeep(DocumentPart):
    """What an earlier step of the plan costs the village in a year after its completion."""

    intervention: str
    year: int
    amount: int
    by_source: dict[str, int]


class MoneyRow(DocumentPart):
    """A source in a year; `planned` includes running costs, the reserve stays in `left`. Null: not the village's."""

    source: str
    year: int
    budget: int | None
    """Net of what is spoken for."""
    planned: int
    """Works and running costs."""
    left: int | None
    """`budget` less `planned`."""
    running: int | None = None
    """The part of `planned` that keeps up earlier steps."""
    reserve: int | None = None
    """The part of the year's money that no work is planned on."""
    existing: int | None = None
    """What programmes that go on take of the source, beside `budget`."""
    services: int | None = None
    """The part of `planned` that pays services, a year each."""


class EarmarkRow(DocumentPart):
    """An earmark of a source in a year: what works of its focus get, and how much of an "at least" is short."""

    source: str
    year: int
    focus: list[str]
    at_least: int | None
    at_most: int | None
    planned: int
    short: int


class AssumedAmount(DocumentPart):
    """The money that a village without a budget is taken to have."""

    source: str
    amount: int
    """Rupiah a year, existing programmes included."""
    code: str
    """Of the district where it is usual; empty where the country's amount is taken."""
    district: str
    """Name of the district, or empty."""
    beside: dict[str, int] = Field(default_factory=dict)
    """Further sources that villages there usually have free for works, rupiah a year; empty without any."""


class ExistingRow(DocumentPart):
    """A programme that goes on whatever is planned: a line of the village budget beside the steps."""

    code: str
    """Of the village budget."""
    name: BothLanguages
    source: str
    """The money that pays it, a key of the catalog."""
    by_year: dict[str, int]
    """Year of the plan to rupiah, years without any left out."""
    typical: bool
    """Proposed by the catalog, at its typical amount: to be replaced by the village's own."""
    meets: list[str]
    """Works that are there where it goes on, sorted."""
    focus: list[str] = Field(default_factory=list)
    """Uses of village money that it counts for."""


class RuleRow(DocumentPart):
    """A rule of village money in a year of the plan."""

    name: str
    """Key of the rule in the catalog."""
    title: BothLanguages
    regulation: str
    article: str | None
    year: int
    """Of the rule."""
    plan_year: int
    source: str | None
    """The money that it is about; null for all of the village's."""
    focus: list[str]
    """Uses that count, or none where codes do."""
    codes: list[str]
    """Codes of the village budget that count."""
    kind: Literal["at-least", "at-most"]
    asked: int
    """Rupiah that the rule asks for, or allows."""
    planned: int
    """Rupiah of steps and existing programmes that count."""
    short: int
    """What is lacking of an "at least", or beyond an "at most"."""
    uncertain: bool
    """Not read in the regulation itself."""
