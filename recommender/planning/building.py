"""Needs and candidates of a village -> the planning problem, with the names of its works and needs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from recommender.model.needs import Choice, VillageNeed
from recommender.model.settings import Settings
from recommender.planning.problem import FULL, Effect, Limits, Need, Problem, Work

Rungs = dict[str, tuple[tuple[int, int], ...] | None]


@dataclass(frozen=True, slots=True)
class Built:
    """A problem, the numbers of its works by name, and the packages of works that count together."""

    problem: Problem
    number: dict[str, int]
    packages: tuple[tuple[int, ...], ...]


def build_problem(
    needs: tuple[VillageNeed, ...],
    rungs: Rungs,
    choice: Choice,
    packages: dict[str, str],
    exclusions: Collection[tuple[str, str]],
    yearly: int,
    years: int,
    settings: Settings,
    pins: Collection[str] = (),
) -> Built:
    """Return the problem; works and needs are numbered in the order of their names.

    Parameters
    ----------
    rungs
        For each need's subject the rungs of its ladder, None where amounts close it directly.
    packages
        Work -> package of works that count together for reaching a rung.
    yearly
        The village's rupiah of each year, before the reserve.
    """
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
                    Effect(subjects[subject], contribution.reach, contribution.amount)
                    for subject, contribution in sorted(candidate.serves.items())
                ),
                called=bool(candidate.called_by),
                pinned=name in pins,
            )
        )
    usable = yearly - yearly * settings.reserve_share // FULL
    cap = yearly * settings.running_cost_share // FULL
    discount = [FULL]
    while len(discount) < years:
        discount.append(discount[-1] * settings.discount // FULL)
    return Built(
        problem=Problem(
            years=years,
            discount=tuple(discount),
            needs=tuple(Need(need.subject, need.weight, need.gap, rungs[need.subject]) for need in needs),
            works=tuple(works),
            exclusions=tuple(
                sorted((number[one], number[other]) for one, other in exclusions if one in number and other in number)
            ),
            limits=Limits(
                purses=("village",),
                usable=((usable,) * years,),
                carry_over=(False,),
                running_cap=(cap,) * (years + 1),
                works_per_year=settings.works_per_year,
                proposals_per_year=settings.proposals_per_year,
                works_at_once=settings.works_at_once,
                first_month=settings.first_month,
            ),
            probability=settings.proposal_probability,
            others_price=settings.others_money_price,
        ),
        number=number,
        packages=_packages(choice, packages, number),
    )


def _packages(choice: Choice, packages: dict[str, str], number: dict[str, int]) -> tuple[tuple[int, ...], ...]:
    """Return, for each package and need, the works that a rule called for it, where there are several."""
    found: dict[tuple[str, str], list[int]] = {}
    for name, candidate in choice.candidates.items():
        for subject in candidate.called_by:
            if name in packages:
                found.setdefault((packages[name], subject), []).append(number[name])
    return tuple(dict.fromkeys(tuple(sorted(group)) for _, group in sorted(found.items()) if len(group) > 1))
