"""The knowledge base as nouns: dimensions, indicators, frameworks, facts, interventions, rules, parameters.

One pydantic model for each kind of data file; the loader (`recommender.knowledge`) fills them and reports what does
not fit. Keys in files are written with hyphens. Scores, shares and factors are integer thousandths here and decimals
in the files; money is whole rupiah; durations are whole months.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt

from recommender.model import shown
from recommender.model.conditions import SCALE
from recommender.model.facts import Fact
from recommender.model.forms import BudgetCode, Goal, Pattern, Unit
from recommender.model.frameworks import Framework
from recommender.model.nouns import (
    VILLAGE,
    CatalogSource,
    ConditionField,
    Executor,
    NameGroups,
    Names,
    Noun,
    OneOrMore,
    Sources,
    Text,
    Thousandths,
    WorkKind,
    as_tuple,
    to_thousandths,
)
from recommender.model.overlays import Overlay
from recommender.model.sharing import Serves
from recommender.model.units import is_whole
from recommender.model.village_money import Addressee, ExistingProgramme, Focus, MoneyRule

NeedClass = Literal["basic", "other", "amenity"]
EffectEvidence = Literal["official", "study", "judgement"]
Measure = Literal["work", "service", "act"]
Basis = Literal["sourced", "derived", "partly", "judgement"]
RunningBasis = Literal["sourced", "derived", "judgement"]


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
        return int(value) if self.is_whole else to_thousandths(value)

    def bound(self, date: datetime.date) -> int:
        """Return the value in thousandths whatever its unit: what a comparison with a score or fact needs."""
        return self.at(date) * (SCALE if self.is_whole else 1)

    @property
    def is_whole(self) -> bool:
        return is_whole(self.unit)


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


class Funding(Noun):
    """A source of money (`catalog/funding.yaml`): whose it is and what it may pay."""

    name: Text
    label: str  # as printed in the official form
    executor: Executor
    default: bool = False  # takes an amount given without a source
    # Where a year's money comes in two parts: class of the index, or `default` -> parameter, the share of the first
    first_instalment: dict[str, str] = Field(default_factory=dict)
    regulation: Text | None = None
    sources: Sources


class Effect(Noun):
    """What a work does to an indicator: reaches a score, adds an amount, or adds a share.

    `evidence` says who tells that it acts, `size` who tells how far; `low` and `high` are the range, in the same unit
    as what is stated (where nobody gives one: from a single rung to what is stated).
    """

    reaches: Thousandths | None = None
    adds: Thousandths | None = None
    share: Thousandths | None = None
    evidence: EffectEvidence
    size: Literal["study", "judgement"] = "judgement"
    low: Thousandths | None = None
    high: Thousandths | None = None
    note: str | None = None

    @property
    def stated(self) -> int:
        """The one of reaches, adds and share that is given, in thousandths."""
        return next((value for value in (self.reaches, self.adds, self.share) if value is not None), 0)

    def restated(self, amount: int) -> Effect:
        """Return the effect of another amount or share (thousandths); itself where that is its own."""
        kind = "adds" if self.adds is not None else "share"
        return self if amount == self.stated else self.model_copy(update={kind: amount})


class Cost(Noun):
    """Rupiah of one unit in the prices of `year`.

    `basis`: both ends read in a cited source, computed from cited figures as the note says, partly so, or judged.
    """

    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]
    expected: Annotated[int, Field(ge=0)] | None = None
    per: str
    year: int | str
    basis: Basis
    note: str | None = None

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that `year` names: one, or the first and the last of several."""
        return tuple(int(year) for year in re.findall(r"[12]\d{3}", str(self.year)))


class Quantity(Noun):
    """How many units: a number, or a fact, times a share of it."""

    number: PositiveInt | None = None
    fact: str | None = None
    share: Thousandths = 1000


class RunningCost(Noun):
    """Cost of a year after completion: a share of the cost, or an absolute amount a unit.

    `basis` says where it is from, as of a cost; what does not say so is a judgement of the authors.
    """

    share: Thousandths | None = None
    amount: Annotated[int, Field(ge=0)] | None = None
    paid_by: Literal["village", "executor", "users"] = "village"
    basis: RunningBasis = "judgement"
    note: str | None = None

    def falls_on_village(self, executor: str) -> bool:
        """Return whether the village pays it, if this executor builds the work."""
        return self.paid_by == "village" or (self.paid_by == "executor" and executor == VILLAGE)


NO_RUNNING_COST = RunningCost.model_validate({"share": 0, "paid-by": "executor"})


class Intervention(Noun):
    """One thing to do (`catalog/interventions/<dimension>/<name>.yaml`).

    A **work** is built once, then kept up. A **service** is delivered in every year from its start to the end of the
    plan, or for `delivered_years`: its cost is that of one year, and it has no upkeep. An **act** is a letter, an
    agreement, a regulation, an appointment. A **physical** work is built by construction. One round a year of what
    `repeats` may follow another until the need is met; what is `divisible` may be built in phases. `sizes` are smaller
    shares of the quantity that are still of use, each with that share of its closing, amounts and shares.
    """

    name: Text
    status: Literal["draft", "active", "retired"] = "active"
    dimension: str = ""  # the folder
    kind: WorkKind
    measure: Measure = "work"
    physical: bool = False
    improves: dict[str, Effect] = Field(default_factory=dict)
    requires: Names = ()
    requires_any: NameGroups = ()
    enhanced_by: Names = ()
    excludes: Names = ()
    applies_when: ConditionField = None
    met_when: dict[str, Any] = Field(default_factory=dict)
    cost: Cost
    quantity: Quantity = Quantity(number=1)
    sizes: Annotated[tuple[Thousandths, ...], BeforeValidator(as_tuple)] = ()
    running_cost: RunningCost = NO_RUNNING_COST  # a work gives it
    months: Annotated[int, Field(ge=1)]
    delivered_years: PositiveInt | None = None
    lead_months: Annotated[int, Field(ge=0)] | None = None
    lifetime_years: PositiveInt
    executors: Annotated[tuple[Executor, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    addressee: str | None = None  # who is asked for it as a proposal; else the executor's own entry
    serves: Serves | None = None  # who shares it; none: the village alone
    divisible: bool = False
    repeats: bool = False
    package: str | None = None
    focus: Names = ()
    budget_code: str | None = None
    beneficiaries: Text | None = None
    evidence: OneOrMore = ()  # sources that speak for its effects
    note: str | None = None
    sources: Sources

    @cached_property
    def prerequisites(self) -> frozenset[str]:
        """The works that it may rest on: those that it requires, and every member of its groups."""
        return frozenset(self.requires).union(*self.requires_any)


class Example(Noun):
    """A case of a rule: what is given (scores, facts, findings) and what must come out."""

    name: str
    given: dict[str, Any]
    expect: Literal["finding", "none", "undetermined", "assumed"]


Mark = Literal["problem", "state"]  # what a finding tells: bad news, or good or neutral


class Rule(Noun):
    """A rule ties a condition to what is missing and what to do (`rules/<dimension>/<name>.yaml`)."""

    name: Text
    status: Literal["draft", "active", "retired"]
    dimension: str = ""  # the folder
    when: ConditionField
    about: str  # an indicator, `self` (the finding), or `none` (what other rules read)
    kind: Mark | None = None  # only where `about` does not tell it: see `mark`
    need: NeedClass = "other"
    urgency: Annotated[int, Field(ge=1, le=3)] = 1
    target: str | None = None  # a parameter; default: the general target
    calls: Names = ()
    closes: dict[str, Thousandths] = Field(default_factory=dict)
    reason: Text
    note: str | None = None
    sources: Sources
    examples: Annotated[tuple[Example, ...], BeforeValidator(as_tuple)] = ()

    @property
    def mark(self) -> Mark:
        """Whether its finding is a problem or a state: what nothing is about is a state, unless the rule says more."""
        return self.kind or ("state" if self.about == "none" else "problem")


class Readiness(Noun):
    """A prerequisite of the smart-village programme, true or false of a village (`catalog/readiness.yaml`)."""

    code: str
    name: Text
    question: Text
    when: ConditionField
    note: str | None = None
    sources: Sources


class Accepted(Noun):
    """What `check` says of a noun and the authors mean (`catalog/accepted.yaml`)."""

    code: str  # of the problem
    at: str  # kind/name: rules/no-road, indicators/doctor
    when: ConditionField = None  # of a gap: where it is meant; elsewhere it is still named
    reason: Text


@dataclass(frozen=True, slots=True)
class TableFile:
    """A CSV file as it stands, and the path by which problems name it."""

    path: str
    content: bytes


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
    readiness: dict[str, Readiness] = {}
    accepted: dict[str, Accepted] = {}
    codes: dict[str, BudgetCode] = {}  # by code
    sources: dict[str, CatalogSource] = {}  # by key
    patterns: dict[str, Pattern] = {}
    units: dict[str, Unit] = {}
    goals: dict[str, Goal] = {}
    focuses: dict[str, Focus] = {}
    addressees: dict[str, Addressee] = {}
    money_rules: dict[str, MoneyRule] = {}
    existing_programmes: dict[str, ExistingProgramme] = {}
    tables: Mapping[str, tuple[TableFile, ...]] = {}  # path below catalog/ -> the file of each layer; read when used
    overlays: tuple[Overlay, ...] = ()  # laid over the base in this order; they are in all of the above
    places: Mapping[str, str] = {}  # kind/name -> file:line, for messages

    def __repr__(self) -> str:
        counts = (f"{len(self.rules)} rules", f"{len(self.interventions)} interventions")
        return shown.short("KnowledgeBase", self.about.version, *counts, f"sha256 {self.sha256[:12]}")

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return what it holds, counted, for a notebook."""
        kinds = ("rules", "interventions", "indicators", "facts", "parameters", "frameworks", "funding", "overlays")
        rows = [(kind, len(getattr(self, kind))) for kind in kinds]
        return shown.html_table(f"KnowledgeBase {self.about.version}", ("kind", "entries"), rows)

    def framework(self, name: str | None) -> Framework | None:
        """Return the framework of scores; None where there are none."""
        return None if name is None else self.frameworks[name]

    def number(self, name: str, date: datetime.date) -> int:
        """Return a parameter's value for a date; see `Parameter.at`."""
        return self.parameters[name].at(date)

    @cached_property
    def active_rules(self) -> dict[str, Rule]:
        """Rules that may fire, by name, sorted."""
        return {name: self.rules[name] for name in sorted(self.rules) if self.rules[name].status == "active"}
