"""The plan document, schema version 1: what other programs and the next year may rely on (docs/plan-document.md).

Scores are decimals 0.000 to 1.000, money whole rupiah, codes text, years integers. Keys keep this order; lists are
sorted by what each field says.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1

Status = Literal["planned", "nothing-to-do", "budget-too-small", "too-little-data"]
DeferredReason = Literal[
    "over-budget",
    "beyond-horizon",
    "capacity",
    "running-cost",
    "excluded",
    "alternative-chosen",
    "not-applicable",
    "prerequisite-deferred",
    "undetermined",
    "low-value",
    "no-source",
    "too-large",
    "banned",
]
Value = bool | int | float | str


class Part(BaseModel):
    """Base of the document's objects: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class BothLanguages(Part):
    id: str
    en: str


class VillageIdentity(Part):
    """Who is planned for; `code` as read."""

    code: str
    code_scheme: Literal["kemendagri", "bps", "unknown"]
    name: str
    subdistrict: str
    district: str
    province: str


class DataProblem(Part):
    code: str
    where: str
    message: str


class DataInfo(Part):
    """What the plan rests on. `sha256` is over the village's content as read, so it does not depend on files."""

    framework: str | None
    year: int | None
    source: str
    sha256: str
    problems: list[DataProblem]


class Previous(Part):
    year: int
    values: dict[str, int]


class AssumptionMade(Part):
    fact: str
    value: Value
    reason: BothLanguages
    affects: list[str]


class DimensionScore(Part):
    """Mean score of the measured actionable indicators; null when none is measured."""

    score: float | None
    weak: bool | None
    measured: int
    of: int


class IndexScore(Part):
    """The official index recomputed, unrounded; null values unless all its items are known."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    framework: str
    value: float | None
    published: float | None
    class_: str | None = Field(alias="class")
    components: dict[str, float | None]


class Scores(Part):
    dimensions: dict[str, DimensionScore]
    index: IndexScore | None


class EvidenceEntry(Part):
    """One comparison that made a finding hold. `score` and `threshold` are null where there is none."""

    name: str
    value: Value | None
    score: float | None
    threshold: Value | list[Value] | None


class FindingEntry(Part):
    rule: str
    about: str
    dimension: str
    assumed: bool
    doubtful: bool
    text: BothLanguages
    evidence: Annotated[list[EvidenceEntry], Field(min_length=1)]


class UndeterminedRule(Part):
    rule: str
    missing: list[str]


class Question(Part):
    """A doubtful value, an assumption or an unknown fact, most influential first."""

    name: str
    why: Literal["doubtful", "assumed", "unknown"]
    affects: list[str]


class StepCost(Part):
    """Rupiah, running costs not included; by source and by year each add up to `total`."""

    total: int
    low: int
    high: int
    by_source: dict[str, int]
    by_year: dict[str, int]


class Change(Part):
    """Values on the scale of the data's framework."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    from_: int = Field(alias="from")
    to: int


class Step(Part):
    """One work in a year and month. `rkpdes` if and only if the village executes it."""

    rank: int
    intervention: str
    name: BothLanguages
    dimension: str
    kind: str
    executor: Literal["village", "district", "province", "national", "csr"]
    document: Literal["rkpdes", "du-rkpdes"]
    budget_code: str | None
    year: int
    start_month: Annotated[int, Field(ge=0, le=11)]
    months: int
    cost: StepCost
    running_cost_per_year: int
    called_by: list[str]
    requires: list[str]
    conditional_on: list[str]
    assumes: list[str]
    improves: dict[str, Change]
    value: int


class Deferred(Part):
    """Called for but not in the plan, with the reason."""

    intervention: str
    name: BothLanguages
    reason: DeferredReason
    detail: dict[str, Any]


class OutlookIndex(Part):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    index: float | None
    class_: str | None = Field(alias="class")


class OutlookDimension(Part):
    expected: float
    all_done: float


class OutlookYear(Part):
    """Three lines at the end of a year: expected, all works done, the village's own trend. Never a promise."""

    year: int
    expected: OutlookIndex
    all_done: OutlookIndex
    trend: OutlookIndex
    dimensions: dict[str, OutlookDimension]


class Objective(Part):
    """What the search maximised; `bound`, `gap` and `proven` say how good it is known to be."""

    name: Literal["smart", "index"]
    value: int
    bound: int | None
    gap: float | None
    method: Literal["fast", "exact"]
    proven: bool


class MoneyRow(Part):
    """A source in a year; `planned` includes running costs, the reserve stays in `left`. Null: not the village's."""

    source: str
    year: int
    budget: int | None
    planned: int
    left: int | None


class Plan(Part):
    """The plan of one village."""

    village: VillageIdentity
    data: DataInfo
    values: dict[str, int]
    previous: Previous | None
    facts: dict[str, Value]
    assumptions: list[AssumptionMade]
    status: Status
    scores: Scores
    findings: list[FindingEntry]
    undetermined: list[UndeterminedRule]
    questions: list[Question]
    steps: list[Step]
    deferred: list[Deferred]
    met: list[str]
    outlook: list[OutlookYear]
    objective: Objective
    money: list[MoneyRow]


class ProgramInfo(Part):
    name: str
    version: str


class KnowledgeInfo(Part):
    version: str
    sha256: str


class PlanDocument(Part):
    """One document: the plans of the villages read, sorted by code."""

    schema_version: Literal[1]
    engine: ProgramInfo
    knowledge: KnowledgeInfo
    options: dict[str, Any]
    plans: list[Plan]
