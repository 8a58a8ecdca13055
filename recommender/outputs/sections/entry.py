"""One entry of the knowledge base in sentences, for planners: a rule, a work, an indicator, a fact, a number, a source.

In: the entry's kind and name. Out: blocks that say what its file says, in one language; `--format json` has the keys.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from recommender.language.wording import Key
from recommender.model.conditions import SCALE, Condition, Interval
from recommender.model.facts import Fact
from recommender.model.knowledge import Effect, Funding, Indicator, Intervention, Parameter, Rule
from recommender.model.nouns import Citation
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.condition_words import condition_words
from recommender.outputs.sections.entry_conditions import condition_entries, meaning, numbered, rungs
from recommender.outputs.words import NameKind, Words

_NAME = re.compile(r"\{([a-z0-9-]+)\}")


def entry_blocks(kind: str, noun: Any, words: Words) -> Iterator[Block]:
    """Yield what an entry of a kind (as in `list`) says."""
    status = getattr(noun, "status", "active")
    if status != "active":
        yield Paragraph(words.say("shown.status.draft" if status == "draft" else "shown.status.retired"))
    sayings: dict[str, Callable[[Any, Words], Iterator[Block]]] = {
        "rules": _rule,
        "interventions": _work,
        "indicators": _indicator,
        "facts": _fact,
        "parameters": _parameter,
        "sources": _funding,
    }
    yield from sayings[kind](noun, words)
    note = getattr(noun, "note", None)
    if note:
        yield Paragraph(words.say("shown.note", text=note))
    yield from _sources(noun.sources, words)


def _list(title: Key, entries: Iterable[Entry], words: Words) -> Iterator[Block]:
    found = list(entries)
    if found:
        yield Heading(words.say(title), 3)
        yield from found


def _named(names: Iterable[str], kind: NameKind, words: Words) -> Iterator[Entry]:
    """Yield names with their identifiers at the right."""
    for name in names:
        yield Entry(words.name(name, kind), BULLET, name)


# Kinds


def _rule(rule: Rule, words: Words) -> Iterator[Block]:
    yield Paragraph(words.say("shown.dimension", name=words.dimension(rule.dimension)))
    if rule.about == "none":
        yield Paragraph(words.say("shown.about-none-problem" if rule.mark == "problem" else "shown.about-none"))
    else:
        said = {"need": words.term("need-served", rule.need), "urgency": rule.urgency}
        if rule.about == "self":
            yield Paragraph(words.say("shown.about-self", **said))
        else:
            yield Paragraph(words.say("shown.about", name=words.name(rule.about, "indicator"), **said))
            target = words.kb.parameters[rule.target or "target-score"].bound(datetime.date.max)
            yield Paragraph(words.say("shown.target", value=words.score(target / SCALE)))
            for told in rungs(rule.about, lambda score: score >= target, words, 1):
                yield Paragraph(words.say("shown.levels", levels=told))
    yield from condition_entries("shown.holds-when", rule.when, words)
    called = (
        Entry(words.name(name), BULLET, name, _closes(rule.closes[name], words) if name in rule.closes else ())
        for name in rule.calls
    )
    yield from _list("shown.calls", called, words)
    yield Heading(words.say("shown.reason"), 3)
    yield Paragraph(_NAME.sub(lambda m: f"‹{_readable(m[1], words)}›", rule.reason.in_language(words.lang)))
    yield from _list("shown.examples", (_example(one, words) for one in rule.examples), words)


def _readable(name: str, words: Words) -> str:
    """Return the name of what a reason is filled from: an indicator, a fact or a parameter."""
    known = words.kb.parameters.get(name)
    return known.name.in_language(words.lang) if known else words.name(name, "indicator")


def _closes(share: int, words: Words) -> tuple[str, ...]:
    return (words.say("shown.closes", share=words.percent(share / SCALE)),)


def _example(example: Any, words: Words) -> Entry:
    given = [
        words.say("shown.equals", name=words.name(name, _kind_of(name, words)), value=words.value(name, value))
        for name, value in example.given.items()
    ]
    told = "; ".join(given) or words.say("shown.nothing-given")
    outcome = words.term("example-outcome", example.expect)
    return Entry(words.say("shown.example", given=told, outcome=outcome), BULLET)


def _kind_of(name: str, words: Words) -> NameKind:
    return "indicator" if name in words.kb.indicators else "fact" if name in words.kb.facts else "rule"


def _work(work: Intervention, words: Words) -> Iterator[Block]:
    kind = f"{words.term('measure', work.measure)} ({words.term('work-kind', work.kind)})."
    yield Paragraph(f"{kind} {words.say('shown.dimension', name=words.dimension(work.dimension))}")
    if work.beneficiaries:
        yield Paragraph(words.say("shown.beneficiaries", text=work.beneficiaries.in_language(words.lang)))
    if not work.improves:
        yield Paragraph(words.say("shown.improves-nothing"))
    effects = (_effect(name, effect, words) for name, effect in work.improves.items())
    yield from _list("shown.improves", effects, words)
    yield from _money(work, words)
    yield Paragraph(" ".join(_timing(work, words)))
    executors = ", ".join(words.executor(name) for name in work.executors)
    yield Paragraph(words.say("shown.builders", names=executors))
    other = next((one for one in work.executors if one != "village"), None)
    if other is not None:
        yield Paragraph(words.say("shown.asked", name=words.addressee(work.addressee or other, other)))
    if work.budget_code:
        code = words.kb.codes.get(work.budget_code)
        name = code.name.in_language(words.lang) if code else ""
        yield Paragraph(words.say("shown.budget-code", code=work.budget_code, name=name))
    if work.focus:
        known = [words.kb.focuses[name].name.in_language(words.lang) for name in work.focus if name in words.kb.focuses]
        yield Paragraph(words.say("shown.focuses", names="; ".join(known or work.focus)))
    groups = (Entry(words.say("shown.one-of", names=words.names(group)), BULLET) for group in work.requires_any)
    yield from _list("shown.requires", [*_named(work.requires, "work", words), *groups], words)
    if work.enhanced_by:
        yield Paragraph(words.say("shown.better-after", names=words.names(work.enhanced_by)))
    if work.package:
        mates = [n for n, one in words.kb.interventions.items() if one.package == work.package and one is not work]
        yield Paragraph(words.say("shown.package", names=words.names(mates)))
    if work.excludes:
        yield Paragraph(words.say("shown.never-with", names=words.names(work.excludes)))
    if work.applies_when is not None:
        yield from condition_entries("shown.applies-when", work.applies_when, words)
    met = (Entry(_met(name, condition, words), BULLET) for name, condition in work.met_when.items())
    yield from _list("shown.met-when", met, words)


def _met(name: str, condition: Condition, words: Words) -> str:
    told = condition_words(numbered(condition, words), words)
    if name == "prerequisite":
        return words.say("shown.as-prerequisite", condition=told)
    return words.say("shown.met-for", name=words.name(name, _kind_of(name, words)), condition=told)


def _effect(name: str, effect: Effect, words: Words) -> Entry:
    unit = _amount_unit(name, words)

    def said(amount: int) -> str:
        if effect.share is not None:
            return words.percent(amount / SCALE)
        return words.score(amount / SCALE) if effect.reaches is not None else f"{words.value('', amount / SCALE)}{unit}"

    told = words.say("shown.reaches" if effect.reaches is not None else "shown.adds", value=said(effect.stated))
    if effect.low is not None and effect.high is not None:
        told += f", {words.say('shown.range', low=said(effect.low), high=said(effect.high))}"
    evidence, size = (words.term("believed", one) for one in (effect.evidence, effect.size))
    lines = [f"{told}. {words.say('shown.believed', evidence=evidence, size=size)}."]
    if effect.reaches is not None:
        reached = effect.reaches
        for levels in rungs(name, lambda score: score <= reached, words, -1):
            lines.append(words.say("shown.levels", levels=levels))
    lines += [words.say("shown.note", text=effect.note)] if effect.note else []
    return Entry(words.name(name, "indicator"), BULLET, name, tuple(lines))


def _amount_unit(indicator: str, words: Words) -> str:
    """Return the unit in which a framework counts the indicator, with a blank before it; nothing if none does."""
    for framework in words.kb.frameworks.values():
        item = framework.by_indicator.get(indicator)
        if item is not None and item.unit is not None:
            return f" {item.unit.in_language(words.lang)}"
    return ""


def _money(work: Intervention, words: Words) -> Iterator[Block]:
    cost, unit = work.cost, unit_of(work, words)
    key = "shown.cost-yearly" if work.measure == "service" else "shown.cost"
    basis = words.term("price-basis", cost.basis)
    low, high = words.money(cost.low), words.money(cost.high)
    told = words.say(key, unit=unit, low=low, high=high, year=cost.year, basis=basis)
    expected = words.say("shown.expected", amount=words.money(cost.expected)) if cost.expected else ""
    yield Paragraph(f"{told} {expected}".strip())
    if cost.note:
        yield Paragraph(words.say("shown.note", text=cost.note))
    quantity = work.quantity
    if quantity.fact is None:
        yield Paragraph(words.say("shown.volume", amount=quantity.number, unit=unit))
    elif quantity.share == SCALE:
        yield Paragraph(words.say("shown.volume-fact", name=words.name(quantity.fact, "fact")))
    else:
        share = words.percent(quantity.share / SCALE)
        yield Paragraph(words.say("shown.volume-share", share=share, name=words.name(quantity.fact, "fact")))
    if work.measure == "work":
        yield Paragraph(_upkeep(work, words))


def _upkeep(work: Intervention, words: Words) -> str:
    cost = work.running_cost
    if not (cost.share or cost.amount):
        return words.say("shown.no-upkeep")
    if cost.share:
        amount = words.say("shown.upkeep-share", share=words.percent(cost.share / SCALE))
    else:
        amount = words.say("shown.upkeep-unit", amount=words.money(cost.amount or 0), unit=unit_of(work, words))
    payer = {"users": words.say("its-users"), "village": words.executor("village")}.get(cost.paid_by)
    basis = words.term("price-basis", cost.basis)
    return words.say("shown.upkeep", amount=amount, payer=payer or words.executor(work.executors[0]), basis=basis)


def unit_of(work: Intervention, words: Words) -> str:
    """Return what the cost of a work is counted by, as the forms print it."""
    unit = words.kb.units.get(work.cost.per)
    return unit.name.in_language(words.lang) if unit else work.cost.per


def _timing(work: Intervention, words: Words) -> Iterator[str]:
    yield words.say("shown.time", months=work.months, years=work.lifetime_years)
    if work.delivered_years:
        yield words.say("shown.delivered", years=work.delivered_years)
    if work.lead_months:
        yield words.say("shown.lead", months=work.lead_months)
    if work.divisible:
        yield words.say("shown.phases")
    if work.repeats:
        yield words.say("shown.rounds")
    if work.sizes:
        yield words.say("shown.sizes", shares=", ".join(words.percent(share / SCALE) for share in work.sizes))


def _indicator(indicator: Indicator, words: Words) -> Iterator[Block]:
    reason = indicator.reason.in_language(words.lang) if indicator.reason else "–"
    answer = words.term("actionable", indicator.actionable, reason=reason)
    yield Paragraph(words.say("shown.dimension", name=words.dimension(indicator.dimension)))
    yield Paragraph(words.say("shown.actionable", answer=answer))
    name = next(name for name, one in words.kb.indicators.items() if one is indicator)
    for framework in words.kb.frameworks.values():
        for code, item in framework.items.items():
            if item.indicator == name:
                said = {"code": code, "label": item.label, "framework": framework.label}
                yield Heading(words.say("shown.measured-by", **said), 3)
                for level, rung in sorted(item.levels.items()):
                    score = words.score(framework.score(level) / SCALE)
                    told = meaning(rung, words)
                    yield Entry(words.say("shown.level-score", value=level, score=score, meaning=told), BULLET)
    if indicator.doubtful_when is not None:
        yield from condition_entries("shown.doubtful-when", indicator.doubtful_when, words)


def _fact(fact: Fact, words: Words) -> Iterator[Block]:
    name = next(name for name, one in words.kb.facts.items() if one is fact)
    yield Paragraph(words.say("shown.asked-as", question=words.question(name)))
    yield Paragraph(words.say("shown.answered-by", unit=words.term("answer-unit", fact.type)))
    if fact.derived is not None:
        key: Key = "shown.derived" if fact.derived.year == "data" else "shown.derived-before"
        yield Heading(words.say(key, indicator=words.name(fact.derived.indicator, "indicator")), 3)
        for framework, levels in fact.derived.levels.items():
            said = [
                words.say("shown.level", value=level, meaning=words.fact(name, _known(value)))
                for level, value in sorted(levels.items())
            ]
            label = words.framework(framework)
            yield Entry(words.say("shown.levels-part", framework=label, levels="; ".join(said)), BULLET)
    if fact.assumption is not None:
        value, reason = words.value(name, fact.assumption.value), fact.assumption.reason.in_language(words.lang)
        yield Paragraph(words.say("shown.assumed", value=value, reason=reason))
        if fact.assumption.share is not None:
            yield Paragraph(words.say("shown.assumed-share", share=words.percent(fact.assumption.share / SCALE)))
    else:
        yield Paragraph(words.say("shown.hard" if fact.hard else "shown.open"))


def _known(value: Any) -> object:
    """Return a value that a level gives as facts are held: numbers in thousandths, bounds as an interval."""
    if isinstance(value, list | tuple):
        return Interval(round(value[0] * SCALE), round(value[1] * SCALE))
    return value if isinstance(value, bool | str) else round(value * SCALE)


def _parameter(parameter: Parameter, words: Words) -> Iterator[Block]:
    yield Heading(words.say("shown.values"), 3)
    for date, value in sorted(parameter.values.items()):
        told = parameter_value(parameter, value, words)
        yield Entry(words.say("shown.value-from", value=told, date=date.isoformat()), BULLET)


def parameter_value(parameter: Parameter, value: Any, words: Words) -> str:
    """Return a parameter's number with its unit."""
    if parameter.unit == "IDR":
        return words.money(value)
    number = words.percent(value) if parameter.unit == "share" else words.value("", value)
    return words.term("parameter-unit", parameter.unit, value=number)


def _funding(source: Funding, words: Words) -> Iterator[Block]:
    yield Paragraph(words.say("shown.form-label", label=source.label))
    yield Paragraph(words.say("shown.owner", name=words.executor(source.executor)))
    if source.default:
        yield Paragraph(words.say("shown.default-source"))
    if source.regulation is not None:
        yield Paragraph(source.regulation.in_language(words.lang))


def _sources(sources: Iterable[Citation], words: Words) -> Iterator[Block]:
    yield from _list("shown.sources", (_source(one, words) for one in sources), words)


def _source(source: Citation, words: Words) -> Entry:
    told = words.term("confidence", source.confidence)
    if source.confidence not in ("judgement", "estimate"):
        parts = (source.title, source.publisher, str(source.year) if source.year else None)
        told = f"{', '.join(part for part in parts if part)} ({told})"
    lines = (words.say("shown.says", text=source.locator),) if source.locator else ()
    return Entry(told, BULLET, lines=lines)
