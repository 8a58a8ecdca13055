"""Each rule's own examples, run: what is given must come out as the example says.

In: a knowledge base. Out: a problem for each example that fails or cannot be read. Conditions are judged by their
reference meaning (`knowledge.conditions`), thresholds at the end of the newest year that a framework covers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.language.errors import Problem, did_you_mean
from recommender.model.conditions import SCALE, Condition, comparisons
from recommender.model.knowledge import Example, Fact, KnowledgeBase, Rule

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
    reading = _Reading(kb, condition)
    for key, value in example.given.items():
        reading.add(key, value)
    return None if reading.broken else reading.known(assume)


def _run(kb: KnowledgeBase, rule: Rule, condition: Condition, example: Example, place: str) -> Iterator[Problem]:
    reading = _Reading(kb, condition)
    for key, value in example.given.items():
        why = reading.add(key, value)
        if why:
            yield Problem(place, "bad-example", f"example '{example.name}': {why}")
    if reading.broken:
        return
    truth = evaluate(condition, reading.known(assume=False))
    found = _OUTCOMES[truth]
    if truth is Truth.UNDETERMINED and example.expect == "assumed":
        truth = evaluate(condition, reading.known(assume=True))
        found = "assumed" if truth is Truth.TRUE else f"{_OUTCOMES[truth]} with the facts' assumptions"
    if found != example.expect:
        message = (
            f"example '{example.name}' expects '{example.expect}' and gives '{found}'; mend the rule or the example."
        )
        yield Problem(place, "example-fails", message)


class _Reading:
    """Collects what an example gives, in the units of conditions."""

    def __init__(self, kb: KnowledgeBase, condition: Condition) -> None:
        self.kb = kb
        self.reads = {comparison.name: comparison.reads for comparison in comparisons(condition)}
        self.values: dict[str, dict[str, Any]] = {"score": {}, "fact": {}, "finding": {}}
        self.broken = False

    def add(self, name: str, value: Any) -> str:
        """Take one given value; return why it cannot be, or an empty text."""
        kind = self.reads.get(name) or self._kind(name)
        why = f"'{name}' is no indicator, fact or rule." if kind is None else self._take(kind, name, value)
        if kind is None:
            why += did_you_mean(name, [*self.kb.indicators, *self.kb.facts, *self.kb.rules])
        self.broken = self.broken or bool(why)
        return why

    def _kind(self, name: str) -> str | None:
        tables: Mapping[str, Any] = {"score": self.kb.indicators, "fact": self.kb.facts, "finding": self.kb.rules}
        return next((kind for kind, table in tables.items() if name in table), None)

    def _take(self, kind: str, name: str, value: Any) -> str:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if kind == "finding":
            if not isinstance(value, bool):
                return f"'{name}' is a finding; give true or false, not {value!r}."
            self.values[kind][name] = Truth.TRUE if value else Truth.FALSE
            return ""
        if kind == "score" and not (is_number and 0 <= value <= 1):
            return f"'{name}' is a score between 0 and 1, not {value!r}."
        if kind == "fact" and not _is_value_of(self.kb.facts[name], value):
            return f"'{name}' is {self.kb.facts[name].type}, not {value!r}."
        self.values[kind][name] = round(value * SCALE) if is_number else value
        return ""

    def known(self, assume: bool) -> Known:
        facts = dict(self.values["fact"])
        if assume:
            for name, fact in self.kb.facts.items():
                if fact.assumption is not None and name not in facts:
                    value = fact.assumption.value
                    plain = isinstance(value, bool | str)
                    facts[name] = value if plain else round(float(value) * SCALE)
        return Known(self.values["score"], facts, self.values["finding"])


def _is_value_of(fact: Fact, value: Any) -> bool:
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type == "word":
        return isinstance(value, str) and value in fact.words
    return isinstance(value, int | float) and not isinstance(value, bool)
