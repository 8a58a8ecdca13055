"""Changes in words, and as the options of `what-if` that make them.

In: changes, the plan and the request that they are made to. Out: a clause (`if … were really …`), and options
as they are typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from recommender.model.conditions import Interval
from recommender.model.plan import Plan
from recommender.model.village import plain_value
from recommender.outputs.words import Words
from recommender.verbs.explaining import changes as kinds

if TYPE_CHECKING:
    from recommender.request.request import Request

_UNKNOWN = "unknown"
_WORKS = {
    kinds.PinChange: "pin",
    kinds.BanChange: "ban",
    kinds.AllowChange: "allow",
    kinds.DoneChange: "done",
}
_SWITCHES = {
    ("own_means", True): "own-means",
    ("own_means", False): "with-proposals",
    ("measured_only", True): "measured-only",
    ("measured_only", False): "with-assumptions",
}


def changes_words(changes: kinds.Changes, plan: Plan, request: Request, words: Words) -> str:
    """Return the changes as one clause: `if the water were really 1 of 5 (now 3) and if …`."""
    first, *rest = (change_words(change, plan, request, words) for change in changes)
    for clause in rest:
        first = words.say("change.and", first=first, second=clause)
    return first


def change_words(change: kinds.Change, plan: Plan, request: Request, words: Words) -> str:
    """Return one change as a clause."""
    if isinstance(change, kinds.ValueChange):
        return _value(change, plan, words)
    if isinstance(change, kinds.FactChange):
        question = words.kb.facts[change.fact].question.in_language(words.lang)
        now, then = (fact_words(change.fact, value, words) for value in (change.was, change.value))
        return words.say("change.fact", question=question, value=then, was=now)
    if isinstance(change, kinds.MoneyChange):
        return _money(change, request, words)
    if isinstance(change, kinds.BudgetChange):
        parts = [f"{words.source(name)} {words.money(amount)}" for name, amount in change.budget.amounts.items()]
        for name, years in change.budget.by_year.items():
            parts += [f"{words.source(name)} {year} {words.money(amount)}" for year, amount in sorted(years.items())]
        return words.say("change.budget", amounts="; ".join(parts))
    if isinstance(change, kinds.YearsChange):
        return words.say("change.years", years=change.years, was=change.was)
    if isinstance(change, kinds.SwitchChange):
        return words.term("switch", _SWITCHES[change.option, change.value])
    if isinstance(change, kinds.ParameterChange):
        name = words.kb.parameters[change.parameter].name.in_language(words.lang)
        now, then = (words.value("", value) for value in (change.was, change.value))
        return words.say("change.parameter", name=name, value=then, was=now)
    if isinstance(change, kinds.KnowledgeChange):
        name = ", ".join(one.name for one in change.kb.overlays) or change.kb.about.version
        return words.say("change.knowledge", name=name)
    return words.term("wish", _WORKS[type(change)], name=words.name(change.work))


def _value(change: kinds.ValueChange, plan: Plan, words: Words) -> str:
    framework = words.kb.frameworks[plan.data.framework or ""]
    name, highest = words.name(change.indicator), framework.highest
    now = words.say("unknown") if change.was is None else words.say("of", value=change.was, highest=highest)
    if change.value is None:
        return words.say("change.value-unknown", name=name, was=now)
    rung = framework.by_indicator[change.indicator].levels.get(change.value)
    meaning = "" if rung is None else f" – {rung.en if words.lang == 'en' else rung.id}"
    value = words.say("of", value=change.value, highest=highest)
    return words.say("change.value", name=name, value=value, meaning=meaning, was=now)


def _money(change: kinds.MoneyChange, request: Request, words: Words) -> str:
    amounts = dict(_amounts(change, request))
    once = len(set(amounts.values())) == 1
    then = next(iter(amounts.values())) if once else None
    parts = words.money(then) if then is not None else "; ".join(f"{y} {words.money(a)}" for y, a in amounts.items())
    values: dict[str, Any] = {"source": words.source(change.source), "extra": words.money(change.extra)}
    if change.year is None:
        return words.say("change.money-every", amounts=parts, **values)
    return words.say("change.money-year", year=change.year, amounts=parts, **values)


def _amounts(change: kinds.MoneyChange, request: Request) -> Iterator[tuple[int, int]]:
    """Yield each year whose money the change raises, with what it then is."""
    for offset, amount in enumerate(request.amounts[change.source]):
        year = request.options.start_year + offset
        if change.year in (None, year):
            yield year, amount + change.extra


def fact_words(name: str, value: object, words: Words) -> str:
    """Return a fact's value (numbers in thousandths) in words; an interval by its two ends."""
    if value is None:
        return words.say("unknown")
    if isinstance(value, Interval):
        return "–".join(fact_words(name, end, words) for end in (value.low, value.high))
    assert isinstance(value, bool | int | str)
    return words.value(name, plain_value(value))


def change_options(changes: kinds.Changes, request: Request, lang: str) -> list[str]:
    """Return the options of `what-if` that make the changes, one a change or more; knowledge and whole budgets have
    none of their own."""
    return [option for change in changes for option in _options(change, request, lang)]


def _options(change: kinds.Change, request: Request, lang: str) -> Iterator[str]:
    if isinstance(change, kinds.ValueChange):
        yield f"--set {change.indicator}={_UNKNOWN if change.value is None else change.value}"
    elif isinstance(change, kinds.FactChange):
        yield f"--set {change.fact}={_typed(change.value, lang)}"
    elif isinstance(change, kinds.ParameterChange):
        yield f"--set {change.parameter}={change.value}"
    elif isinstance(change, kinds.MoneyChange):
        amounts = dict(_amounts(change, request))
        if change.year is None and len(set(amounts.values())) == 1:
            yield f"--then-budget {change.source}={next(iter(amounts.values()))}"
        else:
            yield from (f"--then-budget {change.source}@{year}={amount}" for year, amount in amounts.items())
    elif isinstance(change, kinds.YearsChange):
        yield f"--then-years {change.years}"
    elif isinstance(change, kinds.SwitchChange):
        yield f"--then-{_SWITCHES[change.option, change.value]}"
    elif not isinstance(change, kinds.BudgetChange | kinds.KnowledgeChange):
        yield f"--then-{_WORKS[type(change)]} {change.work}"


def _typed(value: object, lang: str) -> str:
    """Return a fact's value as it is typed: three decimals get a fourth, since `1.234` could be a grouped number."""
    if value is None:
        return _UNKNOWN
    if isinstance(value, bool):
        return {"id": ("tidak", "ya"), "en": ("no", "yes")}[lang][value]
    if isinstance(value, str):
        return value
    assert isinstance(value, int)
    if value % 1000 == 0:
        return str(value // 1000)
    text = f"{value / 1000:.3f}"
    return f"{text}0" if value % 10 else text.rstrip("0")
