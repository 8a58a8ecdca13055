"""What must hold between nouns that all name known things: circles, assumptions near bounds, sentences, numbers.

In: a knowledge base whose nouns are each well formed. Out: problems. What names what stands in `references`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from recommender.knowledge.graph import circles
from recommender.language.errors import Problem, did_you_mean
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
                yield Problem(place, "bad-effect", "an effect takes one of 'reaches', 'adds' and 'share'.")
    for name, rule in base.rules.items():
        yield from _placeholders(name, rule, base, where)
        yield from _retired_works(name, rule, base, where)
    yield from _assumptions_near_bounds(base, where)
    yield from _sources(base, where)


def _parameter(name: str, parameter: Parameter, where: Where) -> Iterator[Problem]:
    if not parameter.values:
        message = f"'{name}' has no value; write one behind the date from which it holds."
        yield Problem(where("parameters", name, ("values",)), "bad-parameter", message)
    for date in parameter.values:
        why = _wrong_value(parameter, parameter.values[date])
        if why:
            yield Problem(where("parameters", name, ("values", date)), "bad-parameter", f"'{name}' at {date}: {why}.")


def _wrong_value(parameter: Parameter, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"{value!r} is no number"
    if parameter.is_whole:
        return "" if isinstance(value, int) and value >= 0 else f"{value} is no whole number of {parameter.unit} from 0"
    if Fraction(str(value)) * SCALE % 1:
        return f"{value} has more than three decimals"
    highest = 1 if parameter.unit in ("score", "share") else None
    if value < 0 or (highest is not None and value > highest):
        return f"{value} is no {parameter.unit}: from 0" + ("" if highest is None else f" to {highest}")
    return ""


def _ladders(name: str, framework: Framework, where: Where) -> Iterator[Problem]:
    place = where("frameworks", name)
    if framework.lowest >= framework.highest:
        yield Problem(place, "bad-framework", "'lowest' must lie below 'highest'.")
    for code, item in framework.items.items():
        outside = [level for level in item.levels if not framework.lowest <= level <= framework.highest]
        if outside or not item.levels:
            message = (
                f"{code} has levels {outside or 'of none'}; the scale is {framework.lowest} to {framework.highest}."
            )
            yield Problem(where("frameworks", name, ("items", code, "levels")), "bad-ladder", message)
        amounts = [amount for _, rung in sorted(item.levels.items()) if (amount := rung.amount) is not None]
        if any(low >= high for low, high in pairwise(amounts)):
            message = f"the amounts ('from') of {code} must rise with its levels."
            yield Problem(where("frameworks", name, ("items", code, "levels")), "bad-ladder", message)
    bounds = [_decimal(entry.above) for entry in framework.classes]
    known = [bound for bound in bounds if bound is not None]
    if not bounds or len(known) < len(bounds) or known != sorted(set(known)):
        message = "'above' of the classes must be decimal numbers in quotes, each higher than the one before."
        yield Problem(where("frameworks", name, ("classes",)), "bad-classes", message)


def _decimal(text: str) -> Fraction | None:
    return Fraction(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def _derived(name: str, fact: Fact, base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    if fact.type == "word" and not fact.words:
        yield Problem(where("facts", name), "missing-key", f"'{name}' is a word; list its 'words'.")
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
                message = f"'{fact.derived.indicator}' has no level {level} in '{framework}'."
                yield Problem(place, "bad-derived", message)
            if not _fits_derived(fact, value):
                yield Problem(place, "bad-derived", f"{value!r} is no {fact.type}, nor [low, high] of it.")


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
        message = f"{shown}. No order satisfies this; drop one 'requires' or 'requires-any'."
        yield Problem(where("interventions", circle[0], (key,)), "prerequisite-cycle", message)


def _placeholders(name: str, rule: Rule, base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    known = _read_by(rule, base, set()) | base.parameters.keys() | ({rule.about} & base.indicators.keys())
    for lang in ("id", "en"):
        for found in _PLACEHOLDER.findall(rule.reason.in_language(lang)):
            if found not in known:
                hint = did_you_mean(found, known)
                message = f"'{{{found}}}' names nothing that the rule reads and no parameter.{hint}"
                yield Problem(where("rules", name, ("reason", lang)), "unknown-placeholder", message)


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
            message = (
                f"the rule calls '{work}', which is {base.interventions[work].status}; call a work that is active."
            )
            yield Problem(where("rules", name, ("calls",)), "retired-work", message)
    for work in rule.closes:
        if work not in rule.calls:
            message = f"'closes' gives a share of '{work}', which the rule does not call."
            yield Problem(where("rules", name, ("closes", work)), "closes-uncalled", message)


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
                    message = (
                        f"{place} compares '{comparison.name}' with {_plain(bound)}, within 20 % of its "
                        f"assumption {_plain(value)}: a hair would decide what nobody measured. Move one of them."
                    )
                    yield Problem(where("facts", comparison.name, ("assumption",)), "assumption-near-bound", message)


def _bounds(comparison: Comparison, base: KnowledgeBase) -> Iterator[int]:
    """Yield the numbers, in thousandths, that the comparison holds its fact against: of a parameter, at all dates."""
    operand = comparison.operand
    if isinstance(operand, Named):
        parameter = base.parameters.get(operand.name)
        for date, value in parameter.values.items() if parameter is not None else ():
            if not _wrong_value(parameter, value):  # type: ignore[arg-type]
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
        message = "exactly one source of the village is 'default: true'; it takes an amount given without a source."
        yield Problem("catalog/funding.yaml", "bad-default", message)
    payers = {source.executor for source in base.funding.values()}
    for name, work in base.interventions.items():
        for executor in work.executors:
            if executor not in payers:
                message = f"no source in catalog/funding.yaml is of '{executor}', so nobody could pay."
                yield Problem(where("interventions", name, ("executors",)), "no-payer", message)
