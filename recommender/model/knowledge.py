"""The knowledge base as nouns: dimensions, indicators, frameworks, facts, interventions, rules, parameters.

One pydantic model for each kind of data file; the loader (`recommender.knowledge`) fills them and reports what does
not fit. Keys in files are written with hyphens. Scores, shares and factors are integer thousandths here and decimals
in the files; money is whole rupiah; durations are whole months.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt

from recommender.model.conditions import SCALE

NeedClass = Literal["basic", "other", "amenity"]
Evidence = Literal["official", "study", "judgement"]
Basis = Literal["sourced", "derived", "partly", "judgement"]
EXECUTORS = ("village", "district", "province", "national", "csr")
Executor = Literal["village", "district", "province", "national", "csr"]


def _to_thousandths(value: Any) -> int:
    """Return a decimal number as integer thousandths; more than three decimals are refused."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(f"needs a number, not {value!r}")
    scaled = Decimal(str(value)) * SCALE
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{value} has more than three decimals")
    return int(scaled)


Thousandths = Annotated[int, BeforeValidator(_to_thousandths)]
# A `model.conditions.Condition`, parsed by the loader before pydantic sees the file: here it is only carried.
ConditionField = Any


class Noun(BaseModel):
    """Base of the file models: frozen, hyphenated keys, nothing unknown."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
        ignored_types=(cached_property,),
    )


class Text(Noun):
    """One wording in both languages."""

    id: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def in_language(self, lang: str) -> str:
        return self.en if lang == "en" else self.id


class Source(Noun):
    """Where a fact or figure was read; `judgement` and `estimate` name who judged."""

    title: str
    publisher: str | None = None
    year: int | str | None = None
    locator: str | None = None
    confidence: Literal["high", "medium", "low", "estimate", "judgement"] = "medium"


Sources = Annotated[
    tuple[Source, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)
]


def _tuple(value: Any) -> Any:
    return tuple(_tuple(item) for item in value) if isinstance(value, list) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_tuple)]
NameGroups = Annotated[tuple[tuple[str, ...], ...], BeforeValidator(_tuple)]


class About(Noun):
    """The knowledge base itself: its version, licence and date (`catalog/about.yaml`)."""

    version: str
    date: datetime.date
    licence: str
    name: Text


class Parameter(Noun):
    """A tunable number, dated (`catalog/parameters.yaml`)."""

    name: Text
    unit: Literal["score", "share", "factor", "IDR", "months", "count", "years", "km"]
    values: dict[datetime.date, Any]
    sources: Sources
    note: str | None = None

    def at(self, date: datetime.date) -> int:
        """Return the latest value not after the date, else the earliest; thousandths but for IDR, counts and times."""
        dates = sorted(self.values)
        chosen = next((d for d in reversed(dates) if d <= date), dates[0])
        value = self.values[chosen]
        return int(value) if self.is_whole else _to_thousandths(value)

    def bound(self, date: datetime.date) -> int:
        """Return the value in thousandths whatever its unit: what a comparison with a score or fact needs."""
        return self.at(date) * (SCALE if self.is_whole else 1)

    @property
    def is_whole(self) -> bool:
        return self.unit in ("IDR", "months", "count", "years")


class Dimension(Noun):
    """One of the named groups of indicators (`catalog/dimensions.yaml`)."""

    name: Text
    weight: str  # a parameter
    cut_off: str  # a parameter: scores below it are weak
    sources: Sources


class Indicator(Noun):
    """A measured quantity, free of any index (`catalog/indicators.yaml`)."""

    name: Text
    dimension: str
    actionable: Literal["yes", "partly", "no"]
    reason: Text | None = None  # why it is not, or only partly, an aim
    doubtful_when: ConditionField = None
    note: str | None = None
    sources: Sources


class Rung(Noun):
    """One level that an item can have: its meaning and the amount (kinds, workers, share) at its lower end."""

    id: str
    en: str
    amount: Thousandths | None = Field(default=None, alias="from")


class Item(Noun):
    """How a framework measures an indicator."""

    indicator: str
    component: str
    label: str
    aliases: Names = ()
    levels: dict[int, Rung]
    unit: Text | None = None  # of the amounts on the rungs

    @cached_property
    def values(self) -> tuple[int, ...]:
        """Levels that exist, ascending."""
        return tuple(sorted(self.levels))


class Component(Noun):
    """A part of an index: the sum of its items' values divided by `divisor`."""

    name: Text
    label: str
    divisor: PositiveInt


class IndexClass(Noun):
    """A class of an index: from above its lower bound (the first: from the bound itself)."""

    slug: str
    name: Text
    above: str  # decimal text, compared exactly

    @cached_property
    def bound(self) -> Fraction:
        return Fraction(self.above)


class Fault(Noun):
    """A known fault of the publisher: an item printed as a copy of another, to be recovered from its component."""

    name: Text
    kind: Literal["copied-item"]
    item: str
    copy_of: str
    years: Annotated[tuple[int, ...], BeforeValidator(_tuple)]
    sources: Sources


class Framework(Noun):
    """A published index, dated (`catalog/frameworks/<name>.yaml`)."""

    name: Text
    label: str
    first_year: int
    last_year: int | None = None
    lowest: int
    highest: int
    index_scale: PositiveInt
    decimals: int | None = None  # the index is rounded to so many decimals before it is classed; None: exact
    components: dict[str, Component]
    classes: Annotated[tuple[IndexClass, ...], BeforeValidator(_tuple)]
    items: dict[str, Item]  # by official code, in official order
    faults: Annotated[tuple[Fault, ...], BeforeValidator(_tuple)] = ()
    sources: Sources

    @cached_property
    def by_indicator(self) -> dict[str, Item]:
        return {item.indicator: item for item in self.items.values()}

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


class DerivedFrom(Noun):
    """A fact that an indicator's levels give: framework -> level -> value or [low, high].

    `year: before` reads the level of the preceding year (had it before, has lost it).
    """

    indicator: str
    year: Literal["data", "before"] = "data"
    levels: dict[str, dict[int, Any]]


class Assumption(Noun):
    """What an unknown fact is taken to be, and why."""

    value: bool | int | float | str
    reason: Text


class Fact(Noun):
    """A yes/no, word or number that no index gives (`catalog/facts.yaml`)."""

    name: Text
    question: Text
    type: Literal["yes-no", "word", "number", "share", "count", "km", "m", "hectare", "IDR", "years"]
    words: Names = ()
    hard: bool = False  # coast, land, river: never assumed
    derived: DerivedFrom | None = Field(default=None, alias="from")
    assumption: Assumption | None = None
    sources: Sources = ()


class Funding(Noun):
    """A source of money (`catalog/funding.yaml`): whose it is and what it may pay."""

    name: Text
    label: str  # as printed in the official form
    executor: Executor
    default: bool = False  # takes an amount given without a source
    regulation: Text | None = None
    sources: Sources


class Effect(Noun):
    """What a work does to an indicator: reaches a score, adds an amount, or adds a share."""

    reaches: Thousandths | None = None
    adds: Thousandths | None = None
    share: Thousandths | None = None
    evidence: Evidence
    note: str | None = None


class Cost(Noun):
    """Rupiah of one unit in the prices of `year`."""

    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]
    expected: Annotated[int, Field(ge=0)] | None = None
    per: str
    year: int | str
    basis: Basis
    note: str | None = None


class Quantity(Noun):
    """How many units: a number, or a fact, times a share of it."""

    number: PositiveInt | None = None
    fact: str | None = None
    share: Thousandths = 1000


class RunningCost(Noun):
    """Cost of a year after completion: a share of the cost, or an absolute amount a unit."""

    share: Thousandths | None = None
    amount: Annotated[int, Field(ge=0)] | None = None
    paid_by: Literal["village", "executor", "users"] = "village"
    note: str | None = None


class Intervention(Noun):
    """One thing to do (`catalog/interventions/<dimension>/<name>.yaml`)."""

    name: Text
    status: Literal["active", "retired"] = "active"
    dimension: str = ""  # the folder
    kind: Literal["connectivity", "digital-service", "economic", "basic-service", "capacity", "environment"]
    improves: dict[str, Effect] = {}
    requires: Names = ()
    requires_any: NameGroups = ()
    enhanced_by: Names = ()
    excludes: Names = ()
    applies_when: ConditionField = None
    met_when: dict[str, Any] = {}
    cost: Cost
    quantity: Quantity = Quantity(number=1)
    running_cost: RunningCost
    months: Annotated[int, Field(ge=1)]
    lead_months: Annotated[int, Field(ge=0)] | None = None
    lifetime_years: PositiveInt
    executors: Annotated[tuple[Executor, ...], BeforeValidator(_tuple), Field(min_length=1)]
    divisible: bool = False
    package: str | None = None
    focus: Names = ()
    budget_code: str | None = None
    beneficiaries: Text | None = None
    evidence: str | None = None
    note: str | None = None
    sources: Sources


class Example(Noun):
    """A case of a rule: what is given (scores, facts, findings) and what must come out."""

    name: str
    given: dict[str, Any]
    expect: Literal["finding", "none", "undetermined", "assumed"]


class Rule(Noun):
    """A rule ties a condition to what is missing and what to do (`rules/<dimension>/<name>.yaml`)."""

    name: Text
    status: Literal["draft", "active", "retired"]
    dimension: str = ""  # the folder
    when: ConditionField
    about: str  # an indicator, `self` (the finding), or `none` (a state that other rules read)
    need: NeedClass = "other"
    urgency: Annotated[int, Field(ge=1, le=3)] = 1
    target: str | None = None  # a parameter; default: the general target
    calls: Names = ()
    closes: dict[str, Thousandths] = {}
    reason: Text
    note: str | None = None
    sources: Sources
    examples: Annotated[tuple[Example, ...], BeforeValidator(_tuple)] = ()


class KnowledgeBase(BaseModel):
    """Everything that the engine knows, checked; built by `recommender.load_knowledge`."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, ignored_types=(cached_property,))

    about: About
    sha256: str
    parameters: dict[str, Parameter]
    dimensions: dict[str, Dimension]
    indicators: dict[str, Indicator]
    frameworks: dict[str, Framework]
    facts: dict[str, Fact]
    funding: dict[str, Funding]
    interventions: dict[str, Intervention]
    rules: dict[str, Rule]
    places: Mapping[str, str] = {}  # kind/name -> file:line, for messages

    def number(self, name: str, date: datetime.date) -> int:
        """Return a parameter's value for a date; see `Parameter.at`."""
        return self.parameters[name].at(date)

    @cached_property
    def active_rules(self) -> dict[str, Rule]:
        """Rules that may fire, by name, sorted."""
        return {name: self.rules[name] for name in sorted(self.rules) if self.rules[name].status == "active"}

    @cached_property
    def caches(self) -> dict[Any, Any]:
        """Compiled forms (graph closures, matchers) by stage, made once for each knowledge base."""
        return {}
