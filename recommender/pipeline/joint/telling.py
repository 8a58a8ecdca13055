"""What was decided about joint money -> its part of the plan document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recommender.model.joint_money import (
    JointFloor,
    JointMore,
    JointPlan,
    JointPrice,
    JointShared,
    JointVillage,
    JointWork,
)
from recommender.model.village import Village
from recommender.pipeline.joint.columns import Amounts, JointProblem
from recommender.pipeline.joint.decomposition import Solution
from recommender.pipeline.joint.sharing_out import Bought
from recommender.pipeline.planning.problem import Worth
from recommender.request.options import Grant

TIERS = ("severe", "to-target", "amenity", "beyond")
OfVillage = tuple[str, str]  # work, code of the village


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is told of a district's joint money; see `JointPlan`.

    `more` has for each source what is gained, and what comes and goes.
    """

    villages: Sequence[Village]
    start_year: int
    sources: tuple[str, ...]
    joint: JointProblem
    solved: Solution
    grants: Sequence[Grant]
    bought: Sequence[Bought]
    planned: Amounts
    value: Worth
    pro_rata: Worth
    nothing: Worth
    floor: int
    without: Worth | None
    more: Sequence[tuple[Worth, list[OfVillage], list[OfVillage]]]
    more_amount: int = 0

    def by_year(self, amounts: Sequence[int]) -> dict[str, int]:
        """Return amounts by calendar year."""
        return {str(self.start_year + year): amount for year, amount in enumerate(amounts)}

    def by_source(self, amounts: Amounts) -> dict[str, dict[str, int]]:
        return {source: self.by_year(of) for source, of in zip(self.sources, amounts, strict=True)}


def joint_plan(told: Told) -> JointPlan:
    """Return the joint money of a district as the document tells it."""
    solved, joint = told.solved, told.joint
    bound = solved.bound or solved.worth
    tiers = [TIERS[tier] for tier in joint.tiers]
    return JointPlan(
        district=told.villages[0].district_code or "",
        name=next((village.district for village in told.villages if village.district), ""),
        amounts=told.by_source(joint.amounts),
        planned=told.by_source(told.planned),
        tiers=tiers,
        value=list(told.value),
        chosen=list(solved.worth),
        bound=list(bound),
        gap=[round((b - v) / b, 7) if b else 0.0 for v, b in zip(solved.worth, bound, strict=True)],
        pro_rata=list(told.pro_rata),
        nothing=list(told.nothing),
        prices=[
            JointPrice(tier=tier, source=source, by_year=told.by_year(of))
            for tier, prices in zip(tiers, solved.prices, strict=True)
            for source, of in zip(told.sources, prices, strict=True)
        ],
        shared=sorted(_shared(told), key=lambda work: (work.intervention, work.place, work.year, work.villages)),
        villages=_villages(told),
        floor=None if not told.floor else _floor(told),
        more=[
            JointMore(
                source=source, amount=told.more_amount, gained=list(gained), comes=_works(comes), goes=_works(goes)
            )
            for source, (gained, comes, goes) in zip(told.sources, told.more, strict=False)
        ],
    )


def _shared(told: Told) -> list[JointShared]:
    found = []
    for one in told.bought:
        work = told.joint.shared[one.shared]
        pot = next(pot for amounts in work.costs for pot, amount in enumerate(amounts) if amount)
        costs = [amounts[pot] for amounts in work.costs[: told.joint.years - one.year]]
        found.append(
            JointShared(
                intervention=work.name,
                source=told.sources[pot],
                place=work.place,
                year=told.start_year + one.year,
                by_year={str(told.start_year + one.year + offset): amount for offset, amount in enumerate(costs)},
                size=work.size,
                villages=sorted(told.villages[member].code for member in one.members),
            )
        )
    return found


def _villages(told: Told) -> list[JointVillage]:
    found = []
    for member, village, grant in zip(told.joint.members, told.villages, told.grants, strict=True):
        works = [told.joint.shared[number] for number in member.shared.values()]
        parts = {work.name: work.price // work.size for work in works}
        share = sum(map(sum, grant.amounts.values())) + sum(parts[name] for name in grant.shared)
        found.append(
            JointVillage(
                code=village.code,
                code_scheme=village.code_scheme,
                granted={source: told.by_year(amounts) for source, amounts in sorted(grant.amounts.items())},
                joined={name: told.start_year + year for name, year in sorted(grant.shared.items())},
                share=share,
            )
        )
    return found


def _floor(told: Told) -> JointFloor:
    gets = [column.share for column in told.solved.columns]
    short = {
        village.code: told.floor - share
        for village, share in zip(told.villages, gets, strict=True)
        if share < told.floor
    }
    return JointFloor(amount=told.floor, short=short, without=list(told.without or ()))


def _works(of: Sequence[OfVillage]) -> list[JointWork]:
    by_name: dict[str, list[str]] = {}
    for name, code in of:
        by_name.setdefault(name, []).append(code)
    return [JointWork(intervention=name, villages=sorted(codes)) for name, codes in sorted(by_name.items())]


def more_of(
    joint: JointProblem, before: Solution, after: Solution, codes: Sequence[str]
) -> tuple[Worth, list[OfVillage], list[OfVillage]]:
    """Return what the second solution gains by tier, and the works on joint money that only one of them has."""

    def funded(solved: Solution) -> set[OfVillage]:
        return {
            (joint.members[column.member].problem.works[work].name, codes[column.member])
            for column in solved.columns
            for work, _ in column.schedule
            if joint.members[column.member].problem.works[work].funded
        }

    had, has = funded(before), funded(after)
    gained = tuple(more - less for less, more in zip(before.worth, after.worth, strict=True))
    return gained, sorted(has - had), sorted(had - has)
