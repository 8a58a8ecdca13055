"""What each noun must hold by itself: values that fit their unit or type, ladders that rise, sums, one of two keys.

In: a knowledge base, its nouns each of the right shape. Out: problems, each at the key that causes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from recommender.knowledge.condition_reader import ReportFault
from recommender.knowledge.merging import Where
from recommender.knowledge.possible_values import can_have
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key
from recommender.model.conditions import SCALE
from recommender.model.facts import Fact
from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect, Intervention, KnowledgeBase, Parameter, Rule
from recommender.model.village_money import BUDGET_CODE, ExistingProgramme, MoneyRule
from recommender.parsing.parsed_file import KeyPath

_OLDEST, _NEWEST = 1945, 2100  # years of data that there can be


def check_soundness(base: KnowledgeBase, where: Where) -> list[Problem]:
    """Return a problem for each thing that a noun says and that cannot be."""
    checks: dict[str, Callable[[str, Any, ReportFault], None]] = {
        "parameters": _parameter,
        "facts": _fact,
        "frameworks": _framework,
        "interventions": _work,
        "money_rules": _money_rule,
        "existing_programmes": _programme,
        "rules": _rule,
    }
    problems: list[Problem] = []
    for kind, check in checks.items():
        for name, noun in getattr(base, kind).items():
            check(name, noun, reporter(problems, where, kind, name))
    return problems


def unsound(base: KnowledgeBase) -> set[str]:
    """Return kind/name of every noun that says what cannot be: nothing that follows from it is worth telling."""
    found: set[str] = set()

    def where(kind: str, name: str, _: KeyPath = (), /) -> str:
        found.add(f"{kind}/{name}")
        return ""

    check_soundness(base, where)
    return found


def reporter(problems: list[Problem], where: Where, kind: str, name: str) -> ReportFault:
    """Return what adds a problem at a key path inside a noun."""

    def report(path: KeyPath, key: Key, /, **values: object) -> None:
        problems.append(problem(where(kind, name, path), key, **values))

    return report


def _parameter(name: str, parameter: Parameter, report: ReportFault) -> None:
    if not parameter.values:
        report(("values",), "bad-parameter.empty", name=name)
    for date, value in parameter.values.items():
        wrong = wrong_value(parameter, value)
        if wrong is not None:
            report(("values", date), wrong, name=name, date=date, value=repr(value), unit=parameter.unit)


def wrong_value(parameter: Parameter, value: object) -> Key | None:
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


def _fact(name: str, fact: Fact, report: ReportFault) -> None:
    if fact.type == "word" and not fact.words:
        report((), "missing-key.words", name=name)
    for word, text in fact.words.items():
        for said in {word: None, text.id: None, text.en: None}:
            meant = fact.word_meant(said)
            if meant != word:
                report(("words", word), "duplicate-word", name=name, word=word, said=said, other=meant)
    if fact.hard and fact.assumption is not None:
        report((), "hard-assumption", name=name)
    if fact.assumption is not None and not can_have(fact, fact.assumption.value):
        report((), "bad-assumption", value=repr(fact.assumption.value), type=fact.type)
    for framework, levels in (fact.derived.levels if fact.derived is not None else {}).items():
        for level, value in levels.items():
            ends = value if fact.is_number and isinstance(value, list) else [value]
            if not (len(ends) in (1, 2) and all(can_have(fact, end) for end in ends) and ends == sorted(ends)):
                report(("from", "levels", framework, level), "bad-derived.value", value=repr(value), type=fact.type)


def _framework(name: str, framework: Framework, report: ReportFault) -> None:
    if framework.lowest >= framework.highest:
        report((), "bad-framework")
    years = [framework.first_year, framework.last_year or framework.first_year]
    if not _OLDEST <= years[0] <= years[1] <= _NEWEST:
        report(("first-year",), "bad-framework.years", first=years[0], last=years[1])
    _items(framework, report)
    bounds = [Fraction(one.above) for one in framework.classes if re.fullmatch(r"\d+(\.\d+)?", one.above)]
    if not bounds or len(bounds) < len(framework.classes) or bounds != sorted(set(bounds)):
        report(("classes",), "bad-classes")
    for number, fault in enumerate(framework.faults):
        if fault.kind == "copied-item" and fault.copy_of is None:
            report(("faults", number), "missing-key", key="copy-of")
    items = Counter(item.part for item in framework.items.values())
    for key, section in framework.outline.items():
        sums = [(section.name.id, section.highest, sum(part.highest for part in section.parts.values()))]
        sums += [(part.name.id, part.highest, items[code] * framework.highest) for code, part in section.parts.items()]
        for title, highest, total in sums:
            if highest != total:
                report(("outline", key), "wrong-sum", title=title, highest=highest, total=total)


def _items(framework: Framework, report: ReportFault) -> None:
    scale = {"lowest": framework.lowest, "highest": framework.highest}
    measured: dict[str, str] = {}
    for code, item in framework.items.items():
        if measured.setdefault(item.indicator, code) != code:
            report(("items", code), "duplicate-indicator", name=item.indicator, item=measured[item.indicator])
        outside = [level for level in item.levels if not framework.lowest <= level <= framework.highest]
        if outside:
            report(("items", code, "levels"), "bad-ladder.levels", code=code, levels=str(outside), **scale)
        if not item.levels:
            report(("items", code, "levels"), "bad-ladder.none", code=code, **scale)
        amounts = [amount for _, rung in sorted(item.levels.items()) if (amount := rung.amount) is not None]
        if any(low >= high for low, high in pairwise(amounts)):
            report(("items", code, "levels"), "bad-ladder.amounts", code=code)


def _work(name: str, work: Intervention, report: ReportFault) -> None:
    for indicator, effect in work.improves.items():
        if [effect.reaches, effect.adds, effect.share].count(None) != 2:
            report(("improves", indicator), "bad-effect")
        low, high = effect.low, effect.high
        if (low is None) != (high is None) or (low is not None and high is not None and not _within(low, effect, high)):
            report(("improves", indicator), "bad-effect.range")
        most = None if effect.adds is not None else SCALE
        if any(value < 0 or (most is not None and value > most) for value in (effect.stated, low or 0, high or 0)):
            report(("improves", indicator), "bad-effect.scale")
    if (work.quantity.number is None) == (work.quantity.fact is None):
        report((), "bad-quantity")
    if not 0 < work.quantity.share <= SCALE:
        report(("quantity", "share"), "bad-share.part", value=f"{work.quantity.share / SCALE:g}")
    if (work.running_cost.share or 0) < 0:
        report(("running-cost", "share"), "bad-share.part", value=f"{(work.running_cost.share or 0) / SCALE:g}")
    if (work.running_cost.share is None) == (work.running_cost.amount is None):
        report((), "bad-running-cost")
    _measure(work, report)
    if work.sizes and (list(work.sizes) != sorted(set(work.sizes)) or not 0 < work.sizes[0] <= work.sizes[-1] < SCALE):
        report(("sizes",), "bad-sizes")
    expected = work.cost.low if work.cost.expected is None else work.cost.expected
    if not work.cost.low <= expected <= work.cost.high:
        report(("cost",), "bad-cost")
    if not work.cost.years:
        report(("cost", "year"), "undated-cost", value=work.cost.year)


def _within(low: int, effect: Effect, high: int) -> bool:
    return low <= effect.stated <= high


def _measure(work: Intervention, report: ReportFault) -> None:
    """Report what a work, a service or an act cannot say of itself."""
    has_upkeep = "running_cost" in work.model_fields_set
    if work.measure == "work" and not has_upkeep:
        report((), "missing-key", key="running-cost")
    if work.measure == "service" and has_upkeep:
        report(("running-cost",), "bad-measure.upkeep")
    if work.measure != "service" and work.delivered_years is not None:
        report(("delivered-years",), "bad-measure.years", measure=work.measure)
    for key, said in (("physical", work.physical), ("divisible", work.divisible)):
        if said and work.measure != "work":
            report((key,), "bad-measure.built", key=key, measure=work.measure)


def _money_rule(name: str, rule: MoneyRule, report: ReportFault) -> None:
    if not 0 <= rule.share <= SCALE:
        report(("share",), "bad-share.part", value=f"{rule.share / SCALE:g}")
    if bool(rule.focus) == bool(rule.codes):
        report((), "bad-money-rule")


def _programme(name: str, programme: ExistingProgramme, report: ReportFault) -> None:
    if not programme.low <= programme.typical <= programme.high:
        report(("typical",), "bad-cost")
    if not BUDGET_CODE.fullmatch(programme.code):
        report(("code",), "bad-name.code", name=programme.code)


def _rule(name: str, rule: Rule, report: ReportFault) -> None:
    if rule.about == "none" and rule.calls:
        report((), "calls-for-nothing")
    if rule.about != "none" and rule.kind == "state":
        report(("kind",), "state-is-need")
    for work in rule.closes:
        if work not in rule.calls:
            report(("closes", work), "closes-uncalled", name=work)
