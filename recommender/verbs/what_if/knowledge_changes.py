"""Changes of the knowledge that a plan is made with: a number of the catalog, the whole of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from recommender.knowledge.compiled import compiles_like, once_per_base
from recommender.knowledge.possible_values import every_condition
from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import Key, did_you_mean
from recommender.model.conditions import SCALE, Named, comparisons
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import GEOMETRIC_RATIO, PARAMETER_NAMES
from recommender.verbs.what_if.changes import Case, CaseChange, Speaker, altered
from recommender.verbs.what_if.village_changes import SET, unreadable


@dataclass(frozen=True, slots=True)
class ParameterChange(CaseChange):
    """A number of the catalog is another at every date; `value` and `was` as a file writes them."""

    parameter: str
    value: int | float
    was: int | float
    kind = "limit"
    asked_by = f"{SET} {{parameter}}={{value}}"
    sentence: ClassVar[Key] = "change.parameter"

    @classmethod
    def of(cls, name: str, value: int | float, case: Case) -> ParameterChange | Problem:
        """Return the change, or what is wrong with it."""
        if name not in case.kb.parameters:
            return problem(SET, "unknown-parameter.set", near=did_you_mean(name, case.kb.parameters), value=name)
        parameter = case.kb.parameters[name]
        whole = parameter.is_whole
        if value < 0 or (whole and value != int(value)) or abs(round(value * SCALE) - value * SCALE) > 1e-9:
            return problem(SET, "unfit-number", name=name, value=value, unit=parameter.unit)
        return cls(name, int(value) if whole else value, parameter.values[max(parameter.values)])

    @classmethod
    def read(cls, name: str, text: str, case: Case) -> ParameterChange | Problem:
        """Return the change that a cleaned text says, or what is wrong with it."""
        if name not in case.kb.parameters:
            return cls.of(name, 0, case)
        try:
            is_money = case.kb.parameters[name].unit == "IDR"
            number = parse_rupiah(text) if is_money else float(text.replace(",", "."))
        except UsageError as refused:
            return replace(refused.problems[0], where=f"{SET} {name}")
        except ValueError:
            return unreadable(name, text)
        return cls.of(name, number, case) if abs(number) < float("inf") else unreadable(name, text)

    @property
    def steps(self) -> int:
        return max(1, round(abs(self.value - self.was)))

    def made(self, case: Case) -> Case:
        return replace(case, kb=with_parameter(case.kb, self.parameter, self.value))

    def said(self, case: Case, speaker: Speaker) -> dict[str, Any]:
        value, was = (speaker.value("", one) for one in (self.value, self.was))
        name = speaker.kb.parameters[self.parameter].name.in_language(speaker.lang)
        return {"name": name, "value": value, "was": was}


@dataclass(frozen=True, slots=True)
class KnowledgeChange(CaseChange):
    """The plan is made with other knowledge."""

    kb: KnowledgeBase
    turn = 0
    sentence: ClassVar[Key] = "change.knowledge"

    def made(self, case: Case) -> Case:
        return replace(case, kb=self.kb)

    def said(self, case: Case, speaker: Speaker) -> dict[str, Any]:
        return {"name": ", ".join(one.name for one in self.kb.overlays) or self.kb.about.version}

    def plain(self) -> dict[str, Any]:
        """Return which knowledge it is."""
        return {"version": self.kb.about.version, "sha256": self.kb.sha256}


def with_parameter(kb: KnowledgeBase, name: str, value: int | float) -> KnowledgeBase:
    """Return the knowledge base with another number at every date; made once and kept.

    Compiled forms are shared unless a condition, rule or dimension reads the number.
    """
    return _with_parameter(kb, kb.sha256, name, value)


@once_per_base
def _with_parameter(kb: KnowledgeBase, _sha256: str, name: str, value: int | float) -> KnowledgeBase:
    """Return the changed base; it is kept by the hash too, since bases that compile alike differ in numbers."""
    parameter = kb.parameters[name]
    changed = parameter.model_copy(update={"values": dict.fromkeys(parameter.values, value)})
    fields: dict[str, Any] = {field: getattr(kb, field) for field in KnowledgeBase.model_fields}
    fields["parameters"] = {**kb.parameters, name: changed}
    fields["sha256"] = altered(kb.sha256, name, value)
    made = KnowledgeBase.model_construct(**fields)
    if not _is_compiled(kb, name):
        compiles_like(made, kb)
    return made


def _is_compiled(kb: KnowledgeBase, name: str) -> bool:
    read = {
        comparison.operand.name
        for condition in every_condition(kb)
        for comparison in comparisons(condition)
        if isinstance(comparison.operand, Named)
    }
    return name in read or name not in PARAMETER_NAMES or name == GEOMETRIC_RATIO
