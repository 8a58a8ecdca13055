"""Needs and candidates of a village -> the planning problem, with the names of its works and needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Candidate, Choice, Contribution, Judged, VillageNeed, WorkPart
from recommender.pipeline.ladders import clipped, need_rungs
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.village_limits import (
    capacities_of,
    capacities_taken,
    earmark_caps,
    earmark_floors,
    lines_together,
    round_of,
    village_limits,
)
from recommender.pipeline.planning.works import FULL, MONTHS, Need, NeedEffect, Work
from recommender.request.request import VillageRequest

SEVERE, TO_TARGET, AMENITY, BEYOND = range(4)  # tiers of needs
_ORDER = ("severe", "basic", "other", "assumed", "amenity", "beyond")  # in which a year is told


@dataclass(frozen=True, slots=True)
class VillageProblem:
    """A problem, and whose parts its works are.

    `parts` has for each work the candidate and the number of its part, `numbers` the works of each candidate in order.
    `packages` are works that count together. `doubtful` are the needs that rest on doubtful values; no work above
    `doubt_limit` rupiah may serve them alone. No step is too small for the plan that serves a need of a tier below
    `guarded_below`.
    """

    problem: PlanningProblem
    parts: tuple[tuple[Candidate, int], ...]
    numbers: Mapping[str, tuple[int, ...]]
    packages: tuple[tuple[int, ...], ...]
    doubtful: frozenset[int] = frozenset()
    doubt_limit: int = 0
    guarded_below: int = AMENITY


def build_problem(judged: Judged, choice: Choice, kb: KnowledgeBase, asked: VillageRequest) -> VillageProblem:
    """Return the problem; works and needs are numbered in the order of their names."""
    settings, money, index = asked.settings, asked.money, judged.scored.index
    framework = kb.framework(judged.scored.framework)
    parts = [(c, part) for _, c in sorted(choice.candidates.items()) for part in range(len(c.parts))]
    numbers: dict[str, tuple[int, ...]] = {}
    for number, (candidate, _) in enumerate(parts):
        numbers[candidate.name] = (*numbers.get(candidate.name, ()), number)
    tiered = [tier for need in judged.needs for tier in _tiers(need, framework, asked)]
    classes = capacities_of(choice, kb, money.years, settings)
    settling = {name: works[choice.candidates[name].settling] for name, works in numbers.items()}
    taking = list(classes)
    works = tuple(
        _work(candidate, part, number, settling, kb, asked, tiered, taking)
        for number, (candidate, part) in enumerate(parts)
    )

    def works_of(focuses: tuple[str, ...]) -> frozenset[int]:
        """Return the works under one of the focus classes."""
        under = {name for name in numbers if set(kb.interventions[name].focus) & set(focuses)}
        return frozenset(number for name in under for number in numbers[name])

    excluded = {(name, other) for name in numbers for other in kb.interventions[name].excludes if other in numbers}
    discount = [FULL]
    while len(discount) < money.years:
        discount.append(discount[-1] * settings.discount // FULL)
    return VillageProblem(
        problem=PlanningProblem(
            years=money.years,
            discount=tuple(discount),
            needs=tuple(entry.need for entry in tiered),
            works=works,
            exclusions=tuple(sorted((numbers[name][0], numbers[other][0]) for name, other in excluded)),
            limits=replace(
                village_limits(money, settings, tuple(classes.values()), index.class_slug if index else None),
                caps=earmark_caps(money, works_of),
                floors=earmark_floors(money, works_of),
                lines=lines_together(choice, kb, numbers),
                pots=() if asked.granted is None else tuple(asked.granted.amounts[pot] for pot in asked.pots.values()),
            ),
            probability=settings.proposal_probability,
            others_price=settings.others_money_price,
        ),
        parts=tuple(parts),
        numbers=numbers,
        packages=_packages(choice, kb, settling),
        doubtful=frozenset(n for n, entry in enumerate(tiered) if entry.of.doubtful),
        doubt_limit=settings.doubtful_cost_limit,
    )


def served_name(order: int | None) -> str | None:
    """Return what a work serves first by the `order` of a need, as the plan document tells it."""
    return None if order is None else _ORDER[order]


class _Tier(NamedTuple):
    """The part of a village's need that is one of the problem's: beyond what lies below it."""

    of: VillageNeed
    need: Need
    below: int

    def effect(self, number: int, done: Contribution) -> NeedEffect | None:
        """Return what a contribution to the whole need does here; None if nothing."""
        reach = min(self.need.gap, max(0, done.reach - self.below))
        return NeedEffect(number, reach, done.amount) if reach or done.amount else None


def _tiers(need: VillageNeed, framework: Framework | None, asked: VillageRequest) -> Iterator[_Tier]:
    """Yield a need's parts: above the lowest rungs where it is a severe basic one, to the target (amenities after all
    other needs), and beyond it.

    By the index alone a point is a point: no part goes before another.
    """
    by_index = asked.options.objective == "index"
    beyond = need.weight if by_index else need.weight * asked.settings.beyond_target_weight // FULL
    rungs, below = need_rungs(need, framework), 0
    to_target = AMENITY if need.need_class == "amenity" else TO_TARGET
    told = "assumed" if need.assumed and to_target == TO_TARGET else need.need_class
    for tier, gap, weight, order in (
        (SEVERE, need.lift, need.weight, _ORDER.index("severe")),
        (to_target, need.gap - need.lift, need.weight, _ORDER.index(told)),
        (BEYOND, need.beyond, beyond, _ORDER.index("beyond")),
    ):
        if gap and weight:
            part = Need(need.subject, weight, gap, clipped(rungs, below, gap), TO_TARGET if by_index else tier, order)
            yield _Tier(need, part, below)
        below += gap


def _work(
    candidate: Candidate,
    number: int,
    work: int,
    settling: Mapping[str, int],
    kb: KnowledgeBase,
    asked: VillageRequest,
    tiered: Sequence[_Tier],
    taking: Sequence[str],
) -> Work:
    """Return a part of a candidate as a work of the problem; all but the first rest on the one before."""
    part, noun, own = candidate.parts[number], kb.interventions[candidate.name], candidate.is_own
    takes = () if candidate.pot is not None else capacities_taken(noun, candidate.executor, kb)
    effects = []
    for place, tier in enumerate(tiered):
        served = candidate.serves.get(tier.of.subject)
        effect = tier.effect(place, part.contribution(served)) if served is not None else None
        effects += [] if effect is None else [effect]
    years = candidate.service_years or asked.money.years if candidate.is_service else 1
    return Work(
        name=candidate.name if not number else f"{candidate.name}/{number + 1}",
        own=own,
        months=part.months,
        earliest=max(candidate.lead_months, _joined_from(candidate, asked)),
        costs=tuple((amount,) for amount in part.costs) if own else ((0,),),
        others_cost=0 if own else part.cost * min(years, asked.money.years),
        running=part.running,
        requires=(work - 1,) if number else tuple(sorted(settling[other] for other in candidate.requires)),
        groups=() if number else tuple(tuple(sorted(settling[o] for o in group)) for group in candidate.groups),
        effects=tuple(effects),
        called=bool(candidate.called_by),
        pinned=candidate.name in asked.options.pins and number == candidate.settling,
        service=candidate.is_service,
        service_years=candidate.service_years,
        takes=tuple(taking.index(name) for name in (*takes, round_of(candidate.name)) if name in taking),
        funded=candidate.pot is not None,
        asked=_asked(candidate, part, asked),
        minor=noun.measure == "act" or (not noun.physical and part.cost <= asked.settings.small_line),
    )


def _asked(candidate: Candidate, part: WorkPart, asked: VillageRequest) -> tuple[tuple[int, ...], ...]:
    """Return what a part draws of joint money, by year from its start and source; nothing of what others pay for."""
    if candidate.pot is None or asked.granted is None or candidate.name in asked.granted.shared:
        return ()
    return tuple(tuple(amount if pot == candidate.pot else 0 for pot in asked.pots.values()) for amount in part.costs)


def _joined_from(candidate: Candidate, asked: VillageRequest) -> int:
    """Return the month from which on the village can join a work that others pay for; 0 for any other."""
    return 0 if asked.granted is None else MONTHS * asked.granted.shared.get(candidate.name, 0)


def _packages(choice: Choice, kb: KnowledgeBase, settling: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    """Return, for each package and need, the works that a rule called for it, where there are several."""
    found: dict[tuple[str, str], list[int]] = {}
    for name, candidate in choice.candidates.items():
        package = kb.interventions[name].package
        if package is not None:
            for subject in candidate.called_by:
                found.setdefault((package, subject), []).append(settling[name])
    return tuple(dict.fromkeys(tuple(sorted(group)) for _, group in sorted(found.items()) if len(group) > 1))
