"""What must hold between nouns that all name known things: circles, assumptions near bounds, sentences, numbers.

In: a knowledge base whose nouns are each well formed. Out: problems. What names what stands in `references`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from recommender.knowledge.graph import circles
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean
from recommender.model.conditions import SCALE, Comparison, Condition, Named, comparisons
from recommender.model.knowledge import Fact, Framework, KnowledgeBase, Parameter, Rule
from recommender.model.village import thousandths

Where = Callable[..., str]
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# An assumption nearer to a bound than this share of the bound decides by a hair what nobody has measured.
_NEAR = Fraction(1, 5)
_NOT_NUMBERS = ("yes-no", "word")


def check_consistency(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield a problem for each thing that contradicts another."""
    for name, parameter in base.parameters.items():
        yield from _parameter(name, parameter, where)
    for name, framework in base.frameworks.items():
        yield from _ladders(name, framework, where)
    for name, fact in base.facts.items():
        yield from _derived(name, fact, base, where)
    yield from _prerequisite_cycles(base, where)
    for name, work in base.interventions.items():
        for indicator, effect in work.improves.items():
            given = [key for key in ("reaches", "adds", "share") if getattr(effect, key) is not None]
            if len(given) != 1:
                place = where("interventions", name, ("improves", indicator))
                yield problem(place, "bad-effect")
    for name, rule in base.rules.items():
        yield from _placeholders(name, rule, base, where)
        yield from _retired_works(name, rule, base, where)
    yield from _assumptions_near_bounds(base, where)
    yield from _sources(base, where)


def _parameter(name: str, parameter: Parameter, where: Where) -> Iterator[Problem]:
    if not parameter.values:
        yield problem(where("parameters", name, ("values",)), "bad-parameter.empty", name=name)
    for date, value in parameter.values.items():
        wrong = _wrong_value(parameter, value)
        if wrong is not None:
            place = where("parameters", name, ("values", date))
            yield problem(place, wrong, name=name, date=date, value=repr(value), unit=parameter.unit)


def _wrong_value(parameter: Parameter, value: object) -> Key | None:
    """Return the key of the problem that a parameter's value has, None if it is sound."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "bad-parameter.no-number"
    if parameter.is_whole:
        return None if isinstance(value, int) and value >= 0 else "bad-parameter.not-whole"
    if Fraction(str(value)) * SCALE % 1:
        return "bad-parameter.decimals"
    if parameter.unit in ("score", "share"):
        return None if 0 <= value <= 1 else "bad-parameter.range"
    return None if value >= 0 else "bad-parameter.negative"


def _ladders(name: str, framework: Framework, where: Where) -> Iterator[Problem]:
    place = where("frameworks", name)
    if framework.lowest >= framework.highest:
        yield problem(place, "bad-framework")
    for code, item in framework.items.items():
        inside = where("frameworks", name, ("items", code, "levels"))
        scale = {"lowest": framework.lowest, "highest": framework.highest}
        outside = [level for level in item.levels if not framework.lowest <= level <= framework.highest]
        if outside:
            yield problem(inside, "bad-ladder.levels", code=code, levels=str(outside), **scale)
        if not item.levels:
            yield problem(inside, "bad-ladder.none", code=code, **scale)
        amounts = [amount for _, rung in sorted(item.levels.items()) if (amount := rung.amount) is not None]
        if any(low >= high for low, high in pairwise(amounts)):
            yield problem(inside, "bad-ladder.amounts", code=code)
    bounds = [_decimal(entry.above) for entry in framework.classes]
    known = [bound for bound in bounds if bound is not None]
    if not bounds or len(known) < len(bounds) or known != sorted(set(known)):
        yield problem(where("frameworks", name, ("classes",)), "bad-classes")


def _decimal(text: str) -> Fraction | None:
    return Fraction(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def _derived(name: str, fact: Fact, base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    if fact.type == "word" and not fact.words:
        yield problem(where("facts", name), "missing-key.words", name=name)
    if fact.derived is None:
        return
    for framework, levels in fact.derived.levels.items():
        item = (
            base.frameworks[framework].by_indicator.get(fact.derived.indicator)
            if framework in base.frameworks
            else None
        )
        for level, value in levels.items():
            place = where("facts", name, ("from", "levels", framework, level))
            if item is not None and level not in item.levels:
                yield problem(place, "bad-derived.level", name=fact.derived.indicator, level=level, framework=framework)
            if not _fits_derived(fact, value):
                yield problem(place, "bad-derived.value", value=repr(value), type=fact.type)


def _fits_derived(fact: Fact, value: object) -> bool:
    if fact.type == "yes-no":
        return isinstance(value, bool)
    if fact.type == "word":
        return value in fact.words
    ends = value if isinstance(value, list) else [value]
    numbers = [end for end in ends if isinstance(end, int | float) and not isinstance(end, bool)]
    return len(numbers) == len(ends) in (1, 2) and numbers == sorted(numbers)


def _prerequisite_cycles(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    works = base.interventions
    for circle in circles({name: work.prerequisites & works.keys() for name, work in works.items()}):
        shown = " -> ".join((*circle, circle[0]))
        hard = circle[1 % len(circle)] in works[circle[0]].requires
        key = "requires" if hard else "requires-any"
        yield problem(where("interventions", circle[0], (key,)), "prerequisite-cycle", circle=shown)


def _placeholders(name: str, rule: Rule, base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    known = _read_by(rule, base, set()) | base.parameters.keys() | ({rule.about} & base.indicators.keys())
    for lang in ("id", "en"):
        for found in _PLACEHOLDER.findall(rule.reason.in_language(lang)):
            if found not in known:
                near = did_you_mean(found, known)
                yield problem(where("rules", name, ("reason", lang)), "unknown-placeholder", name=found, near=near)


def _read_by(rule: Rule, base: KnowledgeBase, seen: set[str]) -> set[str]:
    """Return the indicators and facts that the rule reads, also through findings."""
    found: set[str] = set()
    for comparison in comparisons(rule.when):
        if comparison.reads != "finding":
            found.add(comparison.name)
        elif comparison.name in base.rules and comparison.name not in seen:
            seen.add(comparison.name)
            found |= _read_by(base.rules[comparison.name], base, seen)
    return found


def _retired_works(name: str, rule: Rule, base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    for work in rule.calls if rule.status == "active" else ():
        if work in base.interventions and base.interventions[work].status != "active":
            status = base.interventions[work].status
            yield problem(where("rules", name, ("calls",)), "retired-work.called", name=work, status=status)
    for work in rule.closes:
        if work not in rule.calls:
            yield problem(where("rules", name, ("closes", work)), "closes-uncalled", name=work)


def _conditions(base: KnowledgeBase, where: Where) -> Iterator[tuple[Condition, str]]:
    """Yield every condition that reads facts, with its place."""
    for name, rule in base.rules.items():
        yield rule.when, where("rules", name, ("when",))
    for name, work in base.interventions.items():
        if work.applies_when is not None:
            yield work.applies_when, where("interventions", name, ("applies-when",))
        for subject, condition in work.met_when.items():
            yield condition, where("interventions", name, ("met-when", subject))
    for name, indicator in base.indicators.items():
        if indicator.doubtful_when is not None:
            yield indicator.doubtful_when, where("indicators", name, ("doubtful-when",))


def _assumptions_near_bounds(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    assumed = {
        name: thousandths(fact.assumption.value)
        for name, fact in base.facts.items()
        if fact.assumption is not None
        and fact.type not in _NOT_NUMBERS
        and isinstance(fact.assumption.value, int | float)
    }
    for condition, place in _conditions(base, where):
        for comparison in comparisons(condition):
            if comparison.reads != "fact" or comparison.name not in assumed:
                continue
            value = assumed[comparison.name]
            for bound in _bounds(comparison, base):
                if abs(value - bound) < _NEAR * abs(bound):
                    yield problem(
                        where("facts", comparison.name, ("assumption",)),
                        "assumption-near-bound",
                        place=place,
                        name=comparison.name,
                        bound=_plain(bound),
                        value=_plain(value),
                    )


def _bounds(comparison: Comparison, base: KnowledgeBase) -> Iterator[int]:
    """Yield the numbers, in thousandths, that the comparison holds its fact against: of a parameter, at all dates."""
    operand = comparison.operand
    if isinstance(operand, Named):
        parameter = base.parameters.get(operand.name)
        for date, value in parameter.values.items() if parameter is not None else ():
            if _wrong_value(parameter, value) is None:  # type: ignore[arg-type]
                yield parameter.bound(date)  # type: ignore[union-attr]
        return
    for member in operand if isinstance(operand, tuple) else (operand,):
        if isinstance(member, int) and not isinstance(member, bool):
            yield member


def _plain(number: int) -> str:
    return f"{number / SCALE:g}" if number % SCALE else str(number // SCALE)


def _sources(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    defaults = [name for name, source in base.funding.items() if source.default and source.executor == "village"]
    if len(defaults) != 1 or sum(source.default for source in base.funding.values()) != 1:
        yield problem("catalog/funding.yaml", "bad-default")
    payers = {source.executor for source in base.funding.values()}
    for name, work in base.interventions.items():
        for executor in work.executors:
            if executor not in payers:
                yield problem(where("interventions", name, ("executors",)), "no-payer", executor=executor)
