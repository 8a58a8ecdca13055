"""A framework's ladder of an indicator -> what works do to a need: rungs as amounts and closures, in thousandths."""

from __future__ import annotations

from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect
from recommender.model.needs import Contribution, VillageNeed


def on_ladder(effect: Effect, need: VillageNeed, framework: Framework) -> Contribution:
    """Return what an effect on the need's indicator does to the need, by the ladder of a framework."""
    assert need.level is not None
    item = framework.by_indicator[need.subject]
    if effect.reaches is not None:
        risen = framework.risen(need.subject, need.level, effect.reaches, 0)
        return Contribution(reach=min(need.gap, framework.score(risen) - framework.score(need.level)))
    amount = effect.adds if effect.adds is not None else effect.share
    has_amounts = need.level in item.levels and item.levels[need.level].amount is not None
    return Contribution(amount=amount or 0) if has_amounts else Contribution()


def need_rungs(need: VillageNeed, framework: Framework | None) -> tuple[tuple[int, int], ...] | None:
    """Return (amount beyond what exists, closure) of each higher rung of the need's ladder; None for a finding."""
    if need.level is None or framework is None:
        return None
    return ladder_rungs(framework, need.subject, need.level, need.gap)


def ladder_rungs(framework: Framework, indicator: str, level: int, gap: int) -> tuple[tuple[int, int], ...]:
    """Return (amount beyond what exists, closure up to the gap) of each rung above the level; none without amounts."""
    item = framework.by_indicator[indicator]
    existing = item.levels[level].amount if level in item.levels else None
    rungs = []
    for higher in item.values:
        amount = item.levels[higher].amount
        if higher > level and amount is not None and existing is not None:
            rungs.append((amount - existing, min(gap, framework.score(higher) - framework.score(level))))
    return tuple(rungs)
