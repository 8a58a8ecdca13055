"""A framework's ladder of an indicator -> what works do to a need: rungs as amounts and closures, in thousandths."""

from __future__ import annotations

from recommender.model.frameworks import Framework
from recommender.model.knowledge import Effect
from recommender.model.needs import Contribution, VillageNeed

Rungs = tuple[tuple[int, int], ...]  # (amount beyond what exists, closure that it stands for)


def on_ladder(effect: Effect, framework: Framework, indicator: str, level: int, gap: int) -> Contribution:
    """Return what an effect does to an indicator that stands on a level and lacks a gap."""
    item = framework.by_indicator[indicator]
    if effect.reaches is not None:
        risen = framework.risen(indicator, level, effect.reaches, 0)
        return Contribution(reach=min(gap, framework.score(risen) - framework.score(level)))
    has_amounts = level in item.levels and item.levels[level].amount is not None
    return Contribution(amount=(effect.adds or effect.share or 0) if has_amounts else 0)


def closed(rungs: Rungs | None, gap: int, reached: int, amount: int) -> int:
    """Return the closure of the highest `reached` and the summed `amount` of works.

    Without a ladder (`rungs` None) the closure is the sum, up to the gap; on one the highest rung that either gives.
    """
    if rungs is None:
        return min(gap, max(reached, amount))
    for needed, closure in rungs if amount else ():
        if needed <= amount and closure > reached:
            reached = closure
    return reached


def need_rungs(need: VillageNeed, framework: Framework | None) -> Rungs | None:
    """Return (amount beyond what exists, closure) of each higher rung of the need's ladder, up to the highest; None for
    a finding."""
    if need.level is None or framework is None:
        return None
    return ladder_rungs(framework, need.subject, need.level, need.gap + need.beyond)


def clipped(rungs: Rungs | None, below: int, gap: int) -> Rungs | None:
    """Return the rungs as a need sees them that begins where another of `below` ends, and lacks a gap."""
    if rungs is None:
        return None
    return tuple((amount, min(gap, closure - below)) for amount, closure in rungs if closure > below)


def ladder_rungs(framework: Framework, indicator: str, level: int, gap: int) -> Rungs:
    """Return (amount beyond what exists, closure up to the gap) of each rung above the level; none without amounts."""
    item = framework.by_indicator[indicator]
    existing = item.levels[level].amount if level in item.levels else None
    rungs = []
    for higher in item.values:
        amount = item.levels[higher].amount
        if higher > level and amount is not None and existing is not None:
            rungs.append((amount - existing, min(gap, framework.score(higher) - framework.score(level))))
    return tuple(rungs)
