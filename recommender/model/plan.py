"""The plan document, schema version 1: what other programs and the next year may rely on (docs/plan-document.md).

Scores are decimals 0.000 to 1.000, money whole rupiah, codes text, years integers. Keys keep this order; lists are
sorted by what each field says.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from recommender.model import shown
from recommender.model.branches import Branching, EmptyYear
from recommender.model.forecast import Closing, OutlookYear
from recommender.model.joint_money import JointPlan
from recommender.model.plan_money import (
    AssumedAmount,
    EarmarkRow,
    ExistingRow,
    MoneyRow,
    Price,
    RuleRow,
    StepCost,
    Upkeep,
)
from recommender.model.plan_parts import (
    AssumptionMade,
    BothLanguages,
    DataInfo,
    DocumentPart,
    FindingEntry,
    Previous,
    Question,
    ReadinessEntry,
    Scores,
    UndeterminedRule,
    Value,
    VillageIdentity,
)
from recommender.model.sharing import Shared

SCHEMA_VERSION: Literal[1] = 1

Status = Literal["planned", "nothing-to-do", "budget-too-small", "too-little-data"]
DeferredReason = Literal[
    "over-budget",
    "beyond-horizon",
    "capacity",
    "running-cost",
    "service-cost",
    "instalment",
    "excluded",
    "alternative-chosen",
    "not-applicable",
    "prerequisite-deferred",
    "undetermined",
    "low-value",
    "no-source",
    "too-large",
    "banned",
    "joint-money",
]


class Change(DocumentPart):
    """Values on the scale of the data's framework."""

    from_: int = Field(alias="from")
    """Value that the step finds, in plan order."""
    to: int
    """Value that it leaves; above `from`."""


class Volume(DocumentPart):
    """How much of it: an amount of the units that the catalog prices."""

    amount: int | float
    """At most three decimals."""
    unit: str
    """As the catalog's cost has it: household, km, village."""


class Line(DocumentPart):
    """One line of a step in a year of the budget: a phase, a round, a year of a service, an instalment.

    Of several lines in one year each has its own month; `volume` is null where the line is a further instalment.
    """

    year: int
    start_month: Annotated[int, Field(ge=0, le=11)]
    """0 is January; of a further year of the same line 0."""
    months: int
    """Duration, from the start; of a further year of the same line 0."""
    amount: int
    """Rupiah."""
    volume: Volume | None
    by_source: dict[str, int]
    """Funding source to rupiah; adds up to `amount`."""


class StepEffect(DocumentPart):
    """What a step does to an indicator: that it acts, and how far, each with its grade."""

    indicator: str
    acts: Literal["official", "study", "judgement"]
    size: Literal["study", "judgement"]
    low: float | None
    """Least of what is stated, as a score or an amount; null where nobody gives a range: then from one rung to what
    `improves` says."""
    high: float | None


class Step(DocumentPart):
    """One work, service or act. `rkpdes` if and only if the village executes it."""

    rank: int
    """Place in the order of the plan, from 1."""
    intervention: str
    name: BothLanguages
    dimension: str
    kind: str
    """Kind of work, as in the catalog."""
    executor: Literal["village", "district", "province", "national", "csr"]
    """Who builds and pays."""
    document: Literal["rkpdes", "du-rkpdes"]
    budget_code: str | None
    """Code of the village budget; null where there is none."""
    year: int
    start_month: Annotated[int, Field(ge=0, le=11)]
    """0 is January."""
    months: int
    """Duration."""
    cost: StepCost
    running_cost_per_year: int
    """After completion, whoever pays it."""
    running_paid_by: Literal["village", "executor", "users"] = "village"
    """`executor`: whoever built it."""
    called_by: list[str]
    """Rules that call it, sorted; empty for a pure prerequisite."""
    requires: list[str]
    """Works of this plan that come first, without what is met."""
    conditional_on: list[str]
    """Proposals of this plan on which it rests."""
    assumes: list[str]
    """Assumed facts on which it rests."""
    unsettled: list[str] = Field(default_factory=list)
    """Unknown facts that would tell that what other steps alone need is there already: to be confirmed first."""
    improves: dict[str, Change]
    """Indicator to the change of its value."""
    value: int
    """Loss of the objective if the step and what rests on it are removed."""
    volume: Volume | None = None
    """What all lines bring; null in documents of earlier programs."""
    measure: Literal["work", "service", "act"] = "work"
    """Built once, delivered every year (`cost` is that of all its years in the plan), or a letter or agreement."""
    physical: bool = False
    """Built by construction."""
    serves: Literal["severe", "basic", "other", "assumed", "amenity", "beyond"] | None = None
    """The first of what it closes, by itself or through what rests on it: a basic need at its lowest rungs, a need by
    its class (`assumed` where nobody has confirmed it), or what lies beyond the target; null where the other steps
    close as much."""
    addressee: str | None = None
    """Who is asked for it, a key of the catalog; null where the village builds."""
    funded: str | None = None
    """The source of joint money that pays it for certain; null where none does."""
    shared: Shared | None = None
    """Who shares it; null where it serves the village alone, and in documents of earlier programs."""
    lines: list[Line] = Field(default_factory=list)
    """By year and month; empty in documents of earlier programs. Their amounts add up to the cost."""
    price: Price | None = None
    """Null in documents of earlier programs."""
    effects: list[StepEffect] = Field(default_factory=list)
    """By indicator."""
    closing: Closing | None = None
    """How often villages at this score rose anyway; null where nobody counted, and in documents of earlier programs."""


class Deferred(DocumentPart):
    """Called for but not in the plan, with the reason."""

    intervention: str
    name: BothLanguages
    reason: DeferredReason
    detail: dict[str, Any]
    """What the reason rests on: `cost`; `binds` for all limits that would have to be lifted, the reason among them;
    `lacking` (year to rupiah), `full_years`, `earmark` for how far and in which years they bind, `displaces`
    for the steps that would have to go; `rests_on` and `by` name works; `because`, `assumed`, `missing`,
    `indicator` name facts and values; `reason` is people's own."""


class Objective(DocumentPart):
    """What the search maximised; `bound`, `gap` and `proven` say how good it is known to be."""

    name: Literal["smart", "index"]
    value: int
    """Of this plan, in the units of the search."""
    bound: int | None
    """No plan is better than this; null if unknown."""
    gap: float | None
    """Share by which the bound lies above the value."""
    method: Literal["fast", "exact"]
    proven: bool
    """Whether the plan is known to be the best."""


class Decision(DocumentPart):
    """What people decided on a step of this plan; written into the document, read by the next plan."""

    status: Literal["done", "under-way", "rejected"]
    reason: str = ""


class Rejected(DocumentPart):
    intervention: str
    reason: str


class CarriedOver(DocumentPart):
    """What the plan starts from: the decisions on the steps of the plan before it."""

    from_: int = Field(alias="from")
    """Start year of that plan."""
    done: list[str]
    under_way: list[str]
    rejected: list[Rejected]
    again: list[str]
    """Open steps that are planned again."""
    dropped: list[str]
    """Open steps that are no longer in the plan."""
    instalments: dict[str, int]
    """Rupiah a year that works under way still take."""
    running: int
    """Rupiah a year to keep up works done or under way."""
    due: dict[str, dict[str, int]] = Field(default_factory=dict)
    """`instalments` by work: year to rupiah; empty in documents of earlier programs."""
    kept_up: dict[str, int] = Field(default_factory=dict)
    """`running` by work; empty in documents of earlier programs."""


class TargetReached(DocumentPart):
    """Whether the cheapest plan reaches what was asked for."""

    reached: bool
    """All works done, at the end of the last year."""
    cost: int
    """Rupiah of all steps, others' included, without running costs."""
    missing: float | None
    """What is lacking at least: of the index, or of the dimension's score; null where it cannot be measured."""
    proven: bool
    """No cheaper set of works reaches it, or comes nearer."""


class Plan(DocumentPart):
    """The plan of one village."""

    village: VillageIdentity
    data: DataInfo
    values: dict[str, int]
    """Indicator to published value, recovered ones mended."""
    previous: Previous | None
    """The year before, where it was read."""
    facts: dict[str, Value]
    """Facts that were given."""
    assumptions: list[AssumptionMade]
    status: Status
    scores: Scores
    readiness: list[ReadinessEntry] = Field(default_factory=list)
    """Prerequisites of the smart-village programme, by code."""
    findings: list[FindingEntry]
    """Sorted by rule."""
    beyond: list[FindingEntry] = Field(default_factory=list)
    """What calls works beyond a target: no findings; sorted by rule."""
    undetermined: list[UndeterminedRule]
    """Rules that cannot be judged."""
    questions: list[Question]
    """Most influential first."""
    steps: list[Step]
    """In order of rank."""
    deferred: list[Deferred]
    """Called for but not in the plan."""
    met: list[str]
    """Works whose purpose is served already, sorted."""
    outlook: list[OutlookYear]
    """A row a year."""
    objective: Objective
    target: TargetReached | None = None
    """Only where a target was asked for."""
    money: list[MoneyRow]
    """A row a source and year."""
    earmarks: list[EarmarkRow] = Field(default_factory=list)
    """A row an earmark and year; empty without earmarks."""
    branches: list[Branching] = Field(default_factory=list)
    """What answers to the questions that change most would make of the plan; empty where that was not asked for."""
    empty_years: list[EmptyYear] = Field(default_factory=list)
    """Years without own lines but upkeep, and why."""
    assumed_money: AssumedAmount | None = None
    """Only where no budget was given."""
    existing: list[ExistingRow] = Field(default_factory=list)
    """By code and name; empty where none were given."""
    rules: list[RuleRow] = Field(default_factory=list)
    """A row a rule of village money and year; empty without rules."""
    upkeep: list[Upkeep] = Field(default_factory=list)
    """A row a step and year in which it costs the village upkeep, by year and rank."""
    carried: CarriedOver | None = None
    """Only where the plan starts from one before it."""
    decisions: dict[str, Decision] = Field(default_factory=dict)
    """Empty when written: for people to fill in, step by step."""

    @property
    def reasons(self) -> list[FindingEntry]:
        """All that calls works: the findings, and what lies beyond targets."""
        return [*self.findings, *self.beyond]

    def __repr__(self) -> str:
        return shown.short("Plan", self._title, self.status, f"{len(self.steps)} steps, {len(self.deferred)} deferred")

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return the steps as a small table, for a notebook."""
        columns = ("rank", "year", "start_month", "name", "executor", "cost.total")
        rows = [
            (step.rank, step.year, step.start_month, step.name.id, step.executor, f"{step.cost.total:_}")
            for step in self.steps
        ]
        return shown.html_table(f"Plan {self._title}: {self.status}", columns, rows)

    @property
    def _title(self) -> str:
        return f"{self.village.code} {self.village.name}".strip()


class ProgramInfo(DocumentPart):
    name: str
    version: str


class OverlayInfo(DocumentPart):
    """A folder laid over the knowledge; no path."""

    name: str
    sha256: str
    """Hash of its files."""
    changed: list[str]
    """What it changed, as `kind/name`, sorted."""


class KnowledgeInfo(DocumentPart):
    version: str
    """Version of the rules and catalog."""
    sha256: str
    """Hash of their files, overlays included."""
    overlays: list[OverlayInfo] = Field(default_factory=list)
    """In the order in which they were laid; absent in documents of earlier programs."""


class PlanDocument(DocumentPart):
    """One document: the plans of the villages read, sorted by code."""

    schema_version: Literal[1]
    engine: ProgramInfo
    """This program."""
    knowledge: KnowledgeInfo
    """What it knew."""
    options: dict[str, Any]
    """Everything that shaped the result, defaults included."""
    plans: list[Plan]
    """Sorted by code."""
    joint: list[JointPlan] = Field(default_factory=list)
    """The money that villages of a district share, by its code; empty where none was asked for."""

    def __repr__(self) -> str:
        return shown.short("PlanDocument", f"knowledge {self.knowledge.version}", f"{len(self.plans)} plans")

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return the plans as a small table, for a notebook."""
        rows = [(plan.village.code, plan.village.name, plan.status, len(plan.steps)) for plan in self.plans]
        return shown.html_table(f"PlanDocument: {len(rows)} plans", ("code", "name", "status", "steps"), rows)
