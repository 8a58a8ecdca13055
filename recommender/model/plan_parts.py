"""The measured half of a plan document: who is planned for, what was read, scores, findings, what to ask."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

Value = bool | int | float | str


class DocumentPart(BaseModel):
    """Base of the document's objects: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @classmethod
    def copied(cls, origin: object, /, **given: Any) -> Self:
        """Return the part whose fields are as the origin has them under the same names, but for those given."""
        names = [name for name in cls.model_fields if name not in given and hasattr(origin, name)]
        return cls(**{name: getattr(origin, name) for name in names}, **given)


class BothLanguages(DocumentPart):
    id: str
    en: str


class VillageIdentity(DocumentPart):
    """Who is planned for; `code` as read."""

    code: str
    """As read, dots included."""
    code_scheme: Literal["kemendagri", "bps", "unknown"]
    """Which list of codes it stands in; ten digits alone do not tell."""
    name: str
    subdistrict: str
    district: str
    province: str


class DataProblem(DocumentPart):
    code: str
    """Stable name of the kind of problem."""
    where: str
    """File, row, column or indicator."""
    message: str
    """What was wrong and what was made of it, in English."""
    message_id: str = ""
    """The same in Indonesian."""

    def in_language(self, lang: str) -> str:
        """Return the sentence in the language; English where an older document has no other."""
        return self.message_id if lang == "id" and self.message_id else self.message


class DataInfo(DocumentPart):
    """What the plan rests on. `sha256` is over the village's content as read, so it does not depend on files."""

    framework: str | None
    """The index that the values come from; null without one."""
    year: int | None
    """Year of the values."""
    source: str
    """Kind of input."""
    sha256: str
    """Hash of what was read of this village."""
    problems: list[DataProblem]
    """Not empty wherever a value was recovered."""

    @property
    def recovered(self) -> tuple[str, ...]:
        """Indicators whose value was recovered from a published total, and is doubtful therefore."""
        return self._indicators("recovered-value")

    @property
    def confirmed(self) -> tuple[str, ...]:
        """Indicators whose value would be doubtful, had the village not checked it."""
        return self._indicators("confirmed-value")

    def _indicators(self, code: str) -> tuple[str, ...]:
        return tuple(problem.where for problem in self.problems if problem.code == code)


class Previous(DocumentPart):
    year: int
    values: dict[str, int]
    """Indicator to published value of that year."""


class AssumptionMade(DocumentPart):
    fact: str
    value: Value
    """What the unknown fact is taken to be."""
    reason: BothLanguages
    affects: list[str]
    """Works that rest on it, sorted."""


class DimensionScore(DocumentPart):
    """Mean score of the measured actionable indicators; null when none is measured."""

    score: float | None
    weak: bool | None
    """Whether the score is below the cut-off of the dimension."""
    measured: int
    """Actionable indicators with a value."""
    of: int
    """Actionable indicators of the dimension."""


class IndexScore(DocumentPart):
    """The official index recomputed, unrounded; null values unless all its items are known."""

    framework: str
    value: float | None
    """Recomputed from the values."""
    published: float | None
    """As the publisher printed it; null where it did not."""
    class_: str | None = Field(alias="class")
    """Slug of the class of `value`."""
    components: dict[str, float | None]
    """Component to its value."""


class Scores(DocumentPart):
    dimensions: dict[str, DimensionScore]
    """Dimension to its score, in the order of the catalog."""
    index: IndexScore | None


class ReadinessEntry(DocumentPart):
    """A prerequisite of the smart-village programme, judged without assumptions."""

    code: str
    """DC-01 to DC-10."""
    name: BothLanguages
    answer: bool | None
    """Met, lacking, or null where nobody knows."""


class EvidenceEntry(DocumentPart):
    """One comparison that made a finding hold. `score` and `threshold` are null where there is none."""

    name: str
    """Indicator, fact or rule that was read."""
    value: Value | None
    """As published (indicator), as given (fact)."""
    score: float | None
    """Score of an indicator."""
    threshold: Value | list[Value] | None
    """What it was compared with."""


class FindingEntry(DocumentPart):
    rule: str
    about: str
    """An indicator, `self` (the finding is the need) or `none` (a state)."""
    dimension: str
    assumed: bool
    """Holds only by an assumption."""
    doubtful: bool
    """Holds only on a doubtful value."""
    kind: Literal["problem", "state"] = "problem"
    beyond: bool = False
    """Would hold were the indicator lower: its target is reached, its highest rung is not."""
    text: BothLanguages
    """The reason in one sentence."""
    evidence: Annotated[list[EvidenceEntry], Field(min_length=1)]


class UndeterminedRule(DocumentPart):
    rule: str
    missing: list[str]
    """Indicators and facts that would settle it."""


class Question(DocumentPart):
    """A doubtful value, an assumption or an unknown fact, most influential first."""

    name: str
    """Indicator or fact."""
    why: Literal["doubtful", "assumed", "unknown"]
    affects: list[str]
    """Works whose place depends on the answer."""
