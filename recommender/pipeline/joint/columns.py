"""The joint problem: villages, the money that they share, works that serve several; and columns, a plan a village each.

Carries out docs/method.md, "Joint money". Rupiah and worths are whole numbers; years are counted from 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from recommender.pipeline.planning.evaluation import joint_money_by_year, objective
from recommender.pipeline.planning.problem import PlanningProblem, Schedule, Worth
from recommender.pipeline.planning.works import MONTHS

Amounts = tuple[tuple[int, ...], ...]  # rupiah by pot and year


@dataclass(frozen=True, slots=True)
class SharedWork:
    """A work that is paid once for the villages of a place that join it, `size` at most; for more of them once again.

    `costs[offset][pot]` is its price, that of the place's dearest village, by year from the first of it.
    """

    place: str
    name: str
    size: int
    costs: tuple[tuple[int, ...], ...]

    @property
    def price(self) -> int:
        """Rupiah of all years."""
        return sum(map(sum, self.costs))


@dataclass(frozen=True)
class Member:
    """A village of the joint problem.

    `problem` draws on all of the joint money, and on nothing for the works that others share with it: `shared` numbers
    these among the joint problem's. `alone` has what each work draws where the village pays for it by itself.
    """

    key: tuple[str, str]
    problem: PlanningProblem
    packages: tuple[tuple[int, ...], ...] = ()
    seed: int = 0
    shared: Mapping[int, int] = field(default_factory=dict)
    alone: PlanningProblem | None = None

    @cached_property
    def charged(self) -> tuple[int, ...]:
        """The works that joint money pays, its own and shared ones."""
        return tuple(w for w, noun in enumerate(self.problem.works) if noun.asked or w in self.shared)


@dataclass(frozen=True)
class JointProblem:
    """Members sorted by key, `amounts[pot][year]` that they share; `floor` is what each shall get of it at least."""

    members: tuple[Member, ...]
    shared: tuple[SharedWork, ...]
    amounts: Amounts
    floor: int = 0

    @property
    def years(self) -> int:
        return len(self.amounts[0])

    @cached_property
    def unit(self) -> float:
        """Rupiah in which the master programme counts: no number in it is far from 1, whatever is shared."""
        return max(1, *map(max, self.amounts)) / 1000

    @cached_property
    def tiers(self) -> tuple[int, ...]:
        """The tiers that needs of some member have, rising."""
        return tuple(sorted({tier for member in self.members for tier in member.problem.tiers}))

    def worth_in(self, member: Member, schedule: Schedule) -> Worth:
        """Return what a schedule is worth in each tier of the joint problem."""
        worth = dict(zip(member.problem.tiers, objective(member.problem, schedule), strict=True))
        return tuple(worth.get(tier, 0) for tier in self.tiers)


@dataclass(frozen=True, slots=True)
class Column:
    """A plan of a member: its worth by tier, what it draws by itself, and the shared works that it joins, with years.

    `share` is what it gets of joint money in all: what it draws, and of what it joins a member's part.
    """

    member: int
    worth: Worth
    drawn: Amounts
    joins: tuple[tuple[int, int], ...]
    share: int
    schedule: tuple[tuple[int, tuple[int, int]], ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What tells columns of a member apart in the master programme."""
        return (self.member, self.worth, self.drawn, self.joins)


def limited(member: Member, room: Amounts, joined: Mapping[int, int]) -> PlanningProblem:
    """Return a member's problem with so much joint money, of shared works only those joined, from their years on."""
    problem = member.problem
    works = tuple(
        replace(work, earliest=max(work.earliest, MONTHS * joined.get(member.shared[number], 0)))
        if number in member.shared
        else work
        for number, work in enumerate(problem.works)
    )
    others = {work for work, shared in member.shared.items() if shared not in joined}
    limits = replace(problem.limits, pots=room)
    return replace(problem, works=works, limits=limits, banned=problem.banned | others)


def room_left(joint: JointProblem, columns: Sequence[Column], paid: Mapping[tuple[int, int], int]) -> Amounts:
    """Return the joint money that columns and the shared works that are paid leave, nothing below 0."""
    left = [
        [amount - sum(column.drawn[pot][year] for column in columns) for year, amount in enumerate(by_year)]
        for pot, by_year in enumerate(joint.amounts)
    ]
    for (shared, first), count in paid.items():
        for offset, amounts in enumerate(joint.shared[shared].costs[: joint.years - first]):
            for pot, amount in enumerate(amounts):
                left[pot][first + offset] -= count * amount
    return tuple(tuple(max(0, amount) for amount in by_year) for by_year in left)


def column_of(joint: JointProblem, number: int, schedule: Schedule, alone: bool = False) -> Column:
    """Return the schedule of a member as a column; `alone`: it pays for shared works by itself."""
    member = joint.members[number]
    problem = member.problem
    if alone:
        assert member.alone is not None, "only of members that could pay alone"
        problem = member.alone
    drawn = tuple(map(tuple, joint_money_by_year(problem, schedule)))
    joins = [] if alone else [(member.shared[work], schedule[work][0]) for work in schedule if work in member.shared]
    parts = sum(joint.shared[shared].price // joint.shared[shared].size for shared, _ in joins)
    return Column(
        number,
        joint.worth_in(member, schedule),
        drawn,
        tuple(sorted(joins)),
        sum(map(sum, drawn)) + parts,
        tuple(sorted(schedule.items())),
    )
