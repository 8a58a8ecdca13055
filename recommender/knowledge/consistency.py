"""What must hold between nouns: circles, what a comparison may ask of a fact, sentences, statuses, bounds, payers.

In: a knowledge base whose nouns are each well formed. Out: problems, each at the key that causes it. Names that must
exist are looked up in `references`, what a noun says by itself is judged in `soundness`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from recommender.knowledge.conditions import comparisons_of, names_read
from recommender.knowledge.graph import circles
from recommender.knowledge.merging import Where
from recommender.knowledge.overlay_headers import retired_by_overlays
from recommender.knowledge.soundness import wrong_value
from recommender.language.errors import Problem, problem
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE, Comparison, Named, comparisons
from recommender.model.facts import Fact
from recommender.model.knowledge import KnowledgeBase, Rule
from recommender.model.nouns import EXECUTORS, VILLAGE
from recommender.model.village import fact_value, plain_value

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# An assumption nearer to a bound than this share of the bound decides by a hair what nobody has measured.
_NEAR = Fraction(1, 5)
_COUNTS_NOTHING = ("yes-no", "word", "share", "IDR", "years")  # types of facts that are no number of units


def check_consistency(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield a problem for each thing that contradicts another."""
    yield from _levels(base, where)
    yield from _prerequisite_cycles(base, where)
    for name, rule in base.rules.items():
        yield from _placeholders(base, name, rule, where)
        yield from _statuses(base, name, rule, where)
    yield from _facts_compared(base, where)
    yield from _counted(base, where)
    yield from _payers(base, where)
    yield from _asked(base, where)


def _levels(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield facts that are read from levels which their indicator does not have."""
    for name, fact in base.facts.items():
        if fact.derived is None:
            continue
        indicator = fact.derived.indicator
        for framework in fact.derived.levels.keys() & base.frameworks.keys():
            item = base.frameworks[framework].by_indicator.get(indicator)
            for level in fact.derived.levels[framework]:
                if item is not None and level not in item.levels:
                    place = where("facts", name, ("from", "levels", framework, level))
                    yield problem(place, "bad-derived.level", name=indicator, level=level, framework=framework)


def _prerequisite_cycles(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    works = base.interventions
    for circle in circles({name: work.prerequisites & works.keys() for name, work in works.items()}):
        key = "requires" if circle[1 % len(circle)] in works[circle[0]].requires else "requires-any"
        place = where("interventions", circle[0], (key,))
        yield problem(place, "prerequisite-cycle", circle=" -> ".join((*circle, circle[0])))


def _placeholders(base: KnowledgeBase, name: str, rule: Rule, where: Where) -> Iterator[Problem]:
    known = _read_by(base, rule, set()) | base.parameters.keys() | ({rule.about} & base.indicators.keys())
    for lang in ("id", "en"):
        for found in _PLACEHOLDER.findall(rule.reason.in_language(lang)):
            if found not in known and "parameters/" not in base.places:
                place, near = where("rules", name, ("reason", lang)), did_you_mean(found, known)
                yield problem(place, "unknown-placeholder", name=found, near=near)


def _read_by(base: KnowledgeBase, rule: Rule, seen: set[str]) -> set[str]:
    """Return the indicators and facts that the rule reads, also through findings."""
    found: set[str] = set()
    for comparison in comparisons(rule.when):
        if comparison.reads != "finding":
            found.add(comparison.name)
        elif comparison.name in base.rules and comparison.name not in seen:
            seen.add(comparison.name)
            found |= _read_by(base, base.rules[comparison.name], seen)
    return found


def _statuses(base: KnowledgeBase, name: str, rule: Rule, where: Where) -> Iterator[Problem]:
    """Yield what an active rule calls or reads and that is not active; what an overlay retires is told there."""
    if rule.status != "active":
        return
    for work in (one for one in rule.calls if one not in retired_by_overlays(base)):
        status = base.interventions[work].status if work in base.interventions else "active"
        if status != "active":
            yield problem(where("rules", name, ("calls",)), "retired-work.called", name=work, status=status)
    for other in sorted(names_read(rule.when, "finding") & base.rules.keys()):
        if base.rules[other].status != "active":
            yield problem(where("rules", name), "inactive-finding.rule", name=other, status=base.rules[other].status)


def _facts_compared(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield comparisons that cannot be made of their fact, and those whose bound lies too near to its assumption."""
    for kind, name, path, comparison in comparisons_of(base):
        if comparison.reads == "fact" and comparison.name in base.facts:
            place, fact = where(kind, name, path), base.facts[comparison.name]
            yield from _incomparable(comparison, fact, place)
            yield from _near_bounds(base, comparison, fact, place, where)


def _incomparable(comparison: Comparison, fact: Fact, place: str) -> Iterator[Problem]:
    for operand in comparison.operand if isinstance(comparison.operand, tuple) else (comparison.operand,):
        if isinstance(operand, Named):
            fits = fact.is_number
        else:
            fits = fact.admits(operand) and (fact.is_number or comparison.word in ("is", "in"))
        if not fits:
            shown = repr(operand.name if isinstance(operand, Named) else plain_value(operand))
            if fact.type == "word" and isinstance(operand, str):
                near = did_you_mean(fact.word_meant(operand) or operand, fact.words)
                words = list(fact.words)
                yield problem(place, "bad-comparison.word", name=comparison.name, value=shown, words=words, near=near)
                continue
            said = {"name": comparison.name, "type": fact.type, "word": comparison.word, "value": shown}
            yield problem(place, "bad-comparison", **said)


def _near_bounds(
    base: KnowledgeBase, comparison: Comparison, fact: Fact, place: str, where: Where
) -> Iterator[Problem]:
    value = None if fact.assumption is None else fact_value(fact.assumption.value)
    if not isinstance(value, int) or not fact.is_number:
        return
    for bound in _bounds(base, comparison):
        if abs(value - bound) < _NEAR * abs(bound):
            said = {"name": comparison.name, "place": place, "bound": _plain(bound), "value": _plain(value)}
            yield problem(where("facts", comparison.name, ("assumption",)), "assumption-near-bound", **said)


def _counted(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield volumes that are read from a fact that counts nothing."""
    for name, work in base.interventions.items():
        fact = base.facts.get(work.quantity.fact or "")
        if fact is not None and fact.type in _COUNTS_NOTHING:
            said = {"name": work.quantity.fact, "type": fact.type}
            yield problem(where("interventions", name, ("quantity", "fact")), "bad-quantity.type", **said)


def _bounds(base: KnowledgeBase, comparison: Comparison) -> Iterator[int]:
    """Yield the numbers, in thousandths, that the comparison holds its fact against: of a parameter, at all dates."""
    operand = comparison.operand
    if isinstance(operand, Named):
        parameter = base.parameters.get(operand.name)
        for date, value in parameter.values.items() if parameter is not None else ():
            if wrong_value(parameter, value) is None:  # type: ignore[arg-type]
                yield parameter.bound(date)  # type: ignore[union-attr]
        return
    for member in operand if isinstance(operand, tuple) else (operand,):
        if isinstance(member, int) and not isinstance(member, bool):
            yield member


def _plain(number: int) -> str:
    return f"{number / SCALE:g}" if number % SCALE else str(number // SCALE)


def _payers(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    if "funding/" in base.places:
        return  # its file cannot be read, which is told there
    defaults = [source for source in base.funding.values() if source.default]
    if [source.executor for source in defaults] != ["village"]:
        yield problem("catalog/funding.yaml", "bad-default")
    payers = {source.executor for source in base.funding.values()}
    for name, work in base.interventions.items():
        for executor in work.executors:
            if executor not in payers:
                yield problem(where("interventions", name, ("executors",)), "no-payer", executor=executor)


def _asked(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield works that ask an addressee whose money does not pay them, and executors whom nobody names."""
    for name, work in base.interventions.items():
        asked = base.addressees.get(work.addressee or "")
        others = [executor for executor in work.executors if executor != VILLAGE]
        if asked is not None and [asked.executor] != others[:1]:
            place = where("interventions", name, ("addressee",))
            yield problem(place, "foreign-addressee", name=work.addressee, executor=asked.executor)
    for executor in EXECUTORS if base.addressees else ():
        own = base.addressees.get(executor)
        if executor != VILLAGE and (own is None or own.executor != executor):
            yield problem("catalog/addressees.yaml", "no-own-addressee", executor=executor)
