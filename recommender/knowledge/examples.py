"""Each rule's own examples, run: what is given must come out as the example says.

In: a knowledge base. Out: a problem for each example that fails or cannot be read. Conditions are judged by their
reference meaning (`knowledge.conditions`), thresholds at the end of the newest year that a framework covers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.knowledge.possible_values import can_have
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean
from recommender.model.conditions import SCALE, Condition, comparisons
from recommender.model.knowledge import Example, KnowledgeBase, Rule
from recommender.model.village import fact_value

_EXPECTED = {"finding": Truth.TRUE, "none": Truth.FALSE, "undetermined": Truth.UNDETERMINED}
_OUTCOMES = {truth: name for name, truth in _EXPECTED.items()}


def run_examples(kb: KnowledgeBase) -> list[Problem]:
    """Return a problem for each example of a rule that is not retired and does not hold, by place."""
    date = example_date(kb)
    problems: list[Problem] = []
    for name in sorted(kb.rules):
        rule = kb.rules[name]
        if rule.status == "retired" or rule.when is None:
            continue
        place = kb.places.get(f"rules/{name}", f"rules/{rule.dimension}/{name}.yaml")
        condition = resolve(rule.when, kb.parameters, date)
        for example in rule.examples:
            problems += _run(kb, rule, condition, example, place)
    return problems


def example_date(kb: KnowledgeBase) -> datetime.date:
    """Return 31 December of the newest year that a framework is known to cover."""
    years = [framework.last_year or framework.first_year for framework in kb.frameworks.values()]
    return datetime.date(max(years, default=datetime.date.max.year), 12, 31)


def known_of(kb: KnowledgeBase, condition: Condition, example: Example, assume: bool = False) -> Known | None:
    """Return what an example gives, in the units of conditions; None if any of it cannot be read.

    `assume`: with the facts' assumptions for facts that it does not give.
    """
    given = _Given(kb, condition, example, "")
    return None if given.problems else given.known(assume)


def _run(kb: KnowledgeBase, rule: Rule, condition: Condition, example: Example, place: str) -> Iterator[Problem]:
    given = _Given(kb, condition, example, place)
    if given.problems:
        yield from given.problems
        return
    truth = evaluate(condition, given.known(assume=False))
    fails: Key = "example-fails"
    if truth is Truth.UNDETERMINED and example.expect == "assumed":
        truth, fails = evaluate(condition, given.known(assume=True)), "example-fails.assumed"
        if truth is Truth.TRUE:
            return
    if _OUTCOMES[truth] != example.expect:
        yield problem(place, fails, name=example.name, expected=example.expect, found=_OUTCOMES[truth])


class _Given:
    """What an example gives, in the units of conditions, and what of it cannot be."""

    def __init__(self, kb: KnowledgeBase, condition: Condition, example: Example, place: str) -> None:
        self.kb, self.example, self.place = kb, example.name, place
        self.values: dict[str, dict[str, Any]] = {"score": {}, "fact": {}, "finding": {}}
        self.problems: list[Problem] = []
        reads = {comparison.name: comparison.reads for comparison in comparisons(condition)}
        for name, value in example.given.items():
            self._add(reads.get(name) or self._kind(name), name, value)

    def _add(self, kind: str | None, name: str, value: Any) -> None:
        if kind is None:
            near = did_you_mean(name, [*self.kb.indicators, *self.kb.facts, *self.kb.rules])
            self._refuse("bad-example.unknown", name=name, near=near)
        else:
            self._take(kind, name, value)

    def _refuse(self, key: Key, /, **values: object) -> None:
        self.problems.append(problem(self.place, key, example=self.example, **values))

    def _kind(self, name: str) -> str | None:
        tables: Mapping[str, Any] = {"score": self.kb.indicators, "fact": self.kb.facts, "finding": self.kb.rules}
        return next((kind for kind, table in tables.items() if name in table), None)

    def _take(self, kind: str, name: str, value: Any) -> None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if kind == "finding" and not isinstance(value, bool):
            self._refuse("bad-example.finding", name=name, value=repr(value))
        elif kind == "score" and not (is_number and 0 <= value <= 1):
            self._refuse("bad-example.score", name=name, value=repr(value))
        elif kind == "fact" and not can_have(self.kb.facts[name], value):
            self._refuse("bad-example.fact", name=name, type=self.kb.facts[name].type, value=repr(value))
        elif kind == "finding":
            self.values[kind][name] = Truth.TRUE if value else Truth.FALSE
        else:
            self.values[kind][name] = round(value * SCALE) if is_number else value

    def known(self, assume: bool) -> Known:
        assumptions = {name: fact.assumption for name, fact in self.kb.facts.items() if assume}
        facts = {name: fact_value(one.value) for name, one in assumptions.items() if one is not None}
        return Known(self.values["score"], facts | self.values["fact"], self.values["finding"])
