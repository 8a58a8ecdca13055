"""Which villages are compared: `NAME=VALUE[,VALUE]`, every filter given must take a village.

Names: the levels (a code or a name; a class by its slug, or as `index/slug`), `status`, `rule` (a finding that holds),
`work` (a step of the plan).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from recommender.knowledge.place_names import place_name
from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, Status
from recommender.verbs.comparing.grouping import LEVELS, class_word, word_of

Reader = Callable[[Plan, KnowledgeBase], Collection[str]]


def _place(level: str) -> Reader:
    """Return what reads the code and the names of a village's place, as they may be asked for."""

    def words(plan: Plan, kb: KnowledgeBase) -> set[str]:
        code = word_of(plan, kb, level)  # type: ignore[arg-type]
        name = place_name(kb, code) if code else None
        return {_folded(text) for text in (code, code.replace(".", ""), name, getattr(plan.village, level)) if text}

    return words


def _village(plan: Plan, kb: KnowledgeBase) -> set[str]:
    code = plan.village.code
    return {_folded(text) for text in (code, code.replace(".", ""), plan.village.name) if text}


_READERS: Mapping[str, Reader] = {
    **{level: _place(level) for level in LEVELS if level not in ("class", "village")},
    "village": _village,
    "class": lambda plan, kb: {class_word(plan), class_word(plan).rpartition("/")[2]},
    "status": lambda plan, kb: {plan.status},
    "rule": lambda plan, kb: {found.rule for found in plan.findings},
    "work": lambda plan, kb: {step.intervention for step in plan.steps},
}


@dataclass(frozen=True, slots=True)
class Filter:
    name: str
    values: frozenset[str]

    def takes(self, plan: Plan, kb: KnowledgeBase) -> bool:
        """Return whether the village is one of those asked for."""
        return not self.values.isdisjoint(_READERS[self.name](plan, kb))


def filters_of(texts: Sequence[str], kb: KnowledgeBase) -> tuple[list[Filter], list[Problem]]:
    """Return the filters and what is wrong with them."""
    filters, problems = [], []
    known: dict[str, Iterable[str]] = {
        "class": [
            word
            for name, framework in kb.frameworks.items()
            for noun in framework.classes
            for word in (noun.slug, f"{name}/{noun.slug}")
        ],
        "status": get_args(Status),
        "rule": kb.rules,
        "work": kb.interventions,
    }
    for text in texts:
        name, equals, rest = (part.strip() for part in text.partition("="))
        values = [_folded(value) for value in rest.split(",") if value.strip()]
        if not equals or not values:
            problems.append(problem("--filter", "bad-filter", value=text))
        elif name not in _READERS:
            near = did_you_mean(name, _READERS)
            problems.append(problem("--filter", "unknown-filter", near=near, value=name, known=", ".join(_READERS)))
        else:
            wrong = [value for value in values if name in known and value not in known[name]]
            for value in wrong:
                near = did_you_mean(value, known[name])
                problems.append(problem("--filter", "unknown-filter-value", near=near, name=name, value=value))
            filters.append(Filter(name, frozenset(values)))
    return filters, problems


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
