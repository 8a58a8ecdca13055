"""Effects of works on their ladders: as large as a ladder at most, of its kind, and asked for by a rule.

In: `Inspection`. Out: warnings. That an effect reaches no rung at all is told by `works`.
"""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.conditions import names_read
from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.conditions import SCALE
from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect, Intervention, KnowledgeBase
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.written import shown


def check_effects(given: Inspection) -> Iterator[Problem]:
    """Yield effects of active works that do not fit the ladder of their indicator."""
    for name, work in sorted(given.kb.interventions.items()):
        if work.status == "active" and given.is_exact:
            for indicator, effect in sorted(work.improves.items()):
                yield from _on_ladder(given, name, indicator, effect)


def _on_ladder(given: Inspection, name: str, indicator: str, effect: Effect) -> Iterator[Problem]:
    ladders = [amounts for one in given.kb.frameworks.values() if (amounts := _amounts(one, indicator))]
    if effect.reaches is not None or not ladders:
        return
    key = "adds" if effect.adds is not None else "share"
    is_counted = all(amount % SCALE == 0 for amounts in ladders for amount in amounts)
    if (key == "share") == is_counted and max(map(max, ladders)) > SCALE * is_counted:
        wrong: Key = "effect-misfit.share" if is_counted else "effect-misfit.adds"
        yield given.problem(wrong, "interventions", name, "improves", indicator, key, name=indicator)
        return
    span = max(max(amounts) - min(amounts) for amounts in ladders)
    for end, value in ((key, effect.stated), ("high", effect.high or 0)):
        if value > span:
            told = {"value": shown(value), "name": indicator, "span": shown(span)}
            yield given.problem("effect-misfit.beyond", "interventions", name, "improves", indicator, end, **told)


def _amounts(framework: Framework, indicator: str) -> list[int]:
    item = framework.by_indicator.get(indicator)
    return [] if item is None else [rung.amount for rung in item.levels.values() if rung.amount is not None]


def check_linked(given: Inspection) -> Iterator[Problem]:
    """Yield effects on an indicator of another dimension whose rules do not call the work (needs all rules)."""
    kb = given.kb
    for name, work in sorted(kb.interventions.items()):
        if work.status != "active":
            continue
        for indicator in sorted(work.improves):
            dimension = kb.indicators[indicator].dimension
            if dimension != work.dimension and not _is_called_for(kb, name, work, indicator):
                told = {"name": indicator, "dimension": dimension}
                yield given.problem("unlinked-effect", "interventions", name, "improves", indicator, **told)


def _is_called_for(kb: KnowledgeBase, name: str, work: Intervention, indicator: str) -> bool:
    """Return whether a rule about the indicator, or one that reads it, calls the work or one of its package."""
    together = {name} | {n for n, w in kb.interventions.items() if w.package is not None and w.package == work.package}
    return any(
        together & {*rule.calls}
        for rule in kb.active_rules.values()
        if rule.about == indicator or indicator in names_read(rule.when, "score")
    )
