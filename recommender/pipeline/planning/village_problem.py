"""Needs and candidates of a village -> the planning problem, with the names of its works and needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from recommender.language.wording import phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.needs import Choice, Judged
from recommender.model.settings import Settings
from recommender.pipeline.ladders import need_rungs
from recommender.pipeline.planning.limits import Cap, Capacity, Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.works import FULL, Need, NeedEffect, Work
from recommender.request.options import Money
from recommender.request.request import VillageRequest

WORKS, PROPOSALS = range(2)  # numbers of the capacities of a village: what it starts itself, what it asks for
WorksOf = Callable[[tuple[str, ...]], frozenset[int]]  # focus classes -> the works that fall under one of them


@dataclass(frozen=True, slots=True)
class VillageProblem:
    """A problem, the numbers of its works by name, and the packages of works that count together.

    `doubtful` are the needs that rest on doubtful values; no work above `doubt_limit` rupiah may serve them alone. No
    step is too small for the plan that serves a need of a tier below `guarded_below`.
    """

    problem: PlanningProblem
    number: dict[str, int]
    packages: tuple[tuple[int, ...], ...]
    doubtful: frozenset[int] = frozenset()
    doubt_limit: int = 0
    guarded_below: int = 0


def build_problem(judged: Judged, choice: Choice, kb: KnowledgeBase, asked: VillageRequest) -> VillageProblem:
    """Return the problem; works and needs are numbered in the order of their names."""
    needs, money, settings = judged.needs, asked.money, asked.settings
    framework = kb.framework(judged.scored.framework)
    number = {name: index for index, name in enumerate(sorted(choice.candidates))}
    subjects = {need.subject: index for index, need in enumerate(needs)}
    works = []
    for name in number:
        candidate = choice.candidates[name]
        works.append(
            Work(
                name=name,
                own=candidate.is_own,
                months=candidate.months,
                earliest=candidate.lead_months,
                costs=tuple((amount,) for amount in candidate.instalments) or ((0,),),
                others_cost=candidate.others_cost,
                running=candidate.running_by_village,
                requires=tuple(sorted(number[other] for other in candidate.requires)),
                groups=tuple(tuple(sorted(number[other] for other in group)) for group in candidate.groups),
                effects=tuple(
                    NeedEffect(subjects[subject], contribution.reach, contribution.amount)
                    for subject, contribution in sorted(candidate.serves.items())
                ),
                called=bool(candidate.called_by),
                pinned=name in asked.options.pins,
                takes=(WORKS if candidate.is_own else PROPOSALS,),
            )
        )

    def works_of(classes: tuple[str, ...]) -> frozenset[int]:
        """Return the works under one of the focus classes."""
        return frozenset(index for name, index in number.items() if set(kb.interventions[name].focus) & set(classes))

    excluded = {(name, other) for name in number for other in kb.interventions[name].excludes if other in number}
    discount = [FULL]
    while len(discount) < money.years:
        discount.append(discount[-1] * settings.discount // FULL)
    return VillageProblem(
        problem=PlanningProblem(
            years=money.years,
            discount=tuple(discount),
            needs=tuple(Need(need.subject, need.weight, need.gap, need_rungs(need, framework)) for need in needs),
            works=tuple(works),
            exclusions=tuple(sorted((number[name], number[other]) for name, other in excluded)),
            limits=replace(
                village_limits(money, settings), caps=_caps(money, works_of), floors=_floors(money, works_of)
            ),
            probability=settings.proposal_probability,
            others_price=settings.others_money_price,
        ),
        number=number,
        packages=_packages(choice, kb, number),
        doubtful=frozenset(subjects[need.subject] for need in needs if need.doubtful),
        doubt_limit=settings.doubtful_cost_limit,
    )


def village_limits(money: Money, settings: Settings) -> Limits:
    """Return the limits of every plan of a village with this money, but for earmarks."""
    years = money.years
    gross = [money.gross(year) for year in range(years)]
    running = [max(0, total * settings.running_cost_share // FULL - money.running) for total in gross]
    return Limits(
        purses=("village",),
        usable=(tuple(sum(money.usable(source, year) for source in money.amounts) for year in range(years)),),
        carry_over=(money.carries_over,),
        running_cap=(*running, running[-1]),
        capacities=(
            Capacity(phrase("starts.works"), (settings.works_per_year,) * years),
            Capacity(phrase("starts.proposals"), (settings.proposals_per_year,) * years),
        ),
        works_at_once=settings.works_at_once,
        first_month=settings.first_month,
    )


def _caps(money: Money, works_of: WorksOf) -> tuple[Cap, ...]:
    """Return what the works of each capped focus may cost: the capped share of its source, and all of the others."""
    capped = sorted({earmark.focus for earmark in money.earmarks if earmark.at_most is not None})
    caps = []
    for classes in capped:
        amounts = [0] * money.years
        for source in money.amounts:
            for year in range(money.years):
                allowed = [money.most(e, year) for e in money.earmarks if (e.focus, e.source) == (classes, source)]
                amounts[year] += min([money.usable(source, year), *(most for most in allowed if most is not None)])
        caps.append(Cap(", ".join(classes), works_of(classes), tuple(amounts)))
    return tuple(caps)


def _floors(money: Money, works_of: WorksOf) -> tuple[Cap, ...]:
    """Return what the works of each favoured focus shall cost at least in each year: of a source the most asked for."""
    favoured = sorted({earmark.focus for earmark in money.earmarks if earmark.at_least is not None})
    floors = []
    for classes in favoured:
        amounts = [0] * money.years
        for source in money.amounts:
            for year in range(money.years):
                asked = [money.least(e, year) for e in money.earmarks if (e.focus, e.source) == (classes, source)]
                amounts[year] += max(asked, default=0)
        floors.append(Cap(", ".join(classes), works_of(classes), tuple(amounts)))
    return tuple(floors)


def _packages(choice: Choice, kb: KnowledgeBase, number: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    """Return, for each package and need, the works that a rule called for it, where there are several."""
    found: dict[tuple[str, str], list[int]] = {}
    for name, candidate in choice.candidates.items():
        package = kb.interventions[name].package
        if package is not None:
            for subject in candidate.called_by:
                found.setdefault((package, subject), []).append(number[name])
    return tuple(dict.fromkeys(tuple(sorted(group)) for _, group in sorted(found.items()) if len(group) > 1))
