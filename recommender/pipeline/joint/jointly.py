"""recommend_jointly(): the villages of each district planned under one budget of others, each with its own money alone.

village -> prepared for all of the money -> one joint problem -> a share and shared works for each -> its plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from recommender.knowledge.sharing import shared_in
from recommender.language.errors import UsageError, problem
from recommender.model.joint_money import JointPlan
from recommender.model.knowledge import KnowledgeBase
from recommender.model.village import Village
from recommender.pipeline.assembling.assembly import assemble
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import granted_anew, prepare, schedule
from recommender.pipeline.joint.columns import Amounts, Column, JointProblem, Member, SharedWork, column_of
from recommender.pipeline.joint.decomposition import Decomposition, Solution
from recommender.pipeline.joint.sharing_out import Bought, bought_for, taken
from recommender.pipeline.joint.telling import Told, joint_plan, more_of
from recommender.pipeline.planning.evaluation import joint_money_by_year
from recommender.pipeline.planning.planner import Planned
from recommender.pipeline.planning.problem import Schedule, Worth
from recommender.pipeline.planning.search import search_many
from recommender.pipeline.prepared import Prepared
from recommender.request.options import EXACT_VILLAGES, Grant, Joint, Options
from recommender.request.request import Request, make_request

FOLLOWING = 4  # rounds of prices for what a floor costs and what more would do: the columns are there


def recommend_jointly(villages: Iterable[Village], kb: KnowledgeBase, options: Options) -> list[Result]:
    """Return the plan of each village, by code: those of a district share its joint money (`options.joint`).

    By `--method auto` each village's plan within its share is the fast search's, or the joint problem's own if better.

    Raises
    ------
    UsageError
        If no joint money is asked for, an option is bad, or nobody knows in which district a village lies.
    """
    together = sorted(villages, key=lambda village: village.key)
    if options.joint is None:
        raise UsageError([problem("--joint", "joint-missing")])
    request = make_request(options, kb, max(len(together), EXACT_VILLAGES + 1))
    lost = [village.code for village in together if village.district_code is None]
    if lost:
        raise UsageError([problem("--joint", "joint-no-district", codes=", ".join(lost[:_SHOWN]), count=len(lost))])
    districts: dict[str, list[Village]] = {}
    for village in together:
        districts.setdefault(village.district_code or "", []).append(village)
    return [result for _, of in sorted(districts.items()) for result in _District(of, kb, request).results()]


_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Shares:
    """What every village got, and its plan within it; what is told of it."""

    grants: tuple[Grant, ...]
    prepared: tuple[Prepared, ...]
    planned: tuple[Planned, ...]
    bought: tuple[Bought, ...]


class _District:
    """The villages of one district."""

    def __init__(self, villages: Sequence[Village], kb: KnowledgeBase, request: Request) -> None:
        assert request.options.joint is not None
        self.villages, self.kb, self.request = villages, kb, request
        self.money: Joint = request.options.joint
        self.sources = tuple(sorted(self.money.amounts))
        self.amounts: Amounts = tuple((self.money.amounts[source],) * request.years for source in self.sources)

    def results(self) -> list[Result]:
        """Return the plans of the villages, each with the joint money of the district."""
        solved = self._solved()
        shares = self._shares(solved.columns, bought_for(self.joint, solved.columns, solved.paid))
        if self._worth(shares.planned) < self._worth(self._pro_rata.planned):
            shares = self._pro_rata
        told = self._told(solved, shares)
        granted = {v.key: grant for v, grant in zip(self.villages, shares.grants, strict=True)}
        request = replace(self.request, options=replace(self.request.options, granted=granted))
        return [
            Result(village, assemble(replace(prepared, asked=request.of(village)), planned), request, self.kb, told)
            for village, prepared, planned in zip(self.villages, shares.prepared, shares.planned, strict=True)
        ]

    def _told(self, solved: Solution, shares: _Shares) -> JointPlan:
        drawn = [self._drawn(p, planned) for p, planned in zip(shares.prepared, shares.planned, strict=True)]
        there = _planned_by(self.joint, shares)
        without = self._without_floor(solved) if self.money.floor else None
        more = [] if not self.money.more else [self._more(pot, solved) for pot in range(len(self.sources))]
        self.decomposition.ask(self.amounts, self.money.floor)
        return joint_plan(
            Told(
                villages=self.villages,
                start_year=self.request.options.start_year,
                sources=self.sources,
                joint=self.joint,
                solved=solved,
                grants=shares.grants,
                bought=there,
                planned=taken(self.joint, drawn, there),
                value=self._worth(shares.planned),
                pro_rata=self._worth(self._pro_rata.planned),
                nothing=self._worth(self._nothing),
                floor=self.money.floor,
                without=without,
                more=more,
                more_amount=self.money.more,
            )
        )

    # The joint problem

    @cached_property
    def _open(self) -> tuple[Prepared, ...]:
        """The villages with all of the money, and more, before them; what others share costs them nothing."""
        whole = {
            source: tuple(amount + self.money.more for amount in by_year)
            for source, by_year in zip(self.sources, self.amounts, strict=True)
        }
        found = []
        for village in self.villages:
            shared = {
                name: 0
                for name, work in self.kb.interventions.items()
                if shared_in(work, self.kb, village.subdistrict_code, self.request.settings) is not None
            }
            options = replace(self.request.options, granted={village.key: Grant(whole, shared)})
            found.append(prepare(village, self.kb, replace(self.request, options=options)))
        return tuple(found)

    @cached_property
    def joint(self) -> JointProblem:
        """The joint problem: the whole price of what villages share is paid once, that of the place's dearest."""
        works: dict[tuple[str, str], tuple[int, tuple[tuple[int, ...], ...]]] = {}
        joined: list[dict[int, tuple[str, str]]] = []
        for prepared, alone in zip(self._open, self._alone, strict=True):
            mine: dict[int, tuple[str, str]] = {}
            place = prepared.village.subdistrict_code
            for name, candidate in prepared.choice.candidates.items():
                shared = shared_in(self.kb.interventions[name], self.kb, place, self.request.settings)
                if candidate.pot is None or shared is None or place is None:
                    continue
                (work,) = prepared.built.numbers[name]
                key = (place[:5] if shared.group == "district" else place, name)
                costs = alone.built.problem.works[work].draws(self.request.years)
                size, dearest = works.get(key, (shared.villages, costs))
                works[key] = (min(size, shared.villages), max(dearest, costs, key=lambda by: sum(map(sum, by))))
                mine[work] = key
            joined.append(mine)
        number = {key: place for place, key in enumerate(sorted(works))}
        members = (
            Member(
                prepared.village.key,
                prepared.built.problem,
                prepared.built.packages,
                prepared.seed,
                {work: number[key] for work, key in mine.items()},
                alone.built.problem,
            )
            for prepared, alone, mine in zip(self._open, self._alone, joined, strict=True)
        )
        shared_works = tuple(SharedWork(*key, *works[key]) for key in sorted(works))
        return JointProblem(tuple(members), shared_works, self.amounts, self.money.floor)

    @cached_property
    def decomposition(self) -> Decomposition:
        """The joint problem at work, with the plans that everybody would have without it."""
        joint, numbers = self.joint, range(len(self.villages))
        free = search_many(
            [member.problem for member in joint.members],
            [member.packages for member in joint.members],
            [member.seed for member in joint.members],
        )
        first: list[Column] = []
        for number in numbers:
            first.append(column_of(joint, number, self._nothing[number].schedule))
            alone = self._pro_rata.planned[number].schedule
            first += [column_of(joint, number, alone, alone=True), column_of(joint, number, alone)]
            first.append(column_of(joint, number, free[number]))
        return Decomposition(joint, first)

    def _solved(self) -> Solution:
        return self.decomposition.solve()

    # What is beside it

    @cached_property
    def _alone(self) -> tuple[Prepared, ...]:
        """The villages with an equal part of the money each."""
        return self._with([Grant(self._part, {})] * len(self.villages))

    @property
    def _part(self) -> dict[str, tuple[int, ...]]:
        count = len(self.villages)
        return {s: tuple(a // count for a in by) for s, by in zip(self.sources, self.amounts, strict=True)}

    @cached_property
    def _pro_rata(self) -> _Shares:
        planned = tuple(map(schedule, self._alone))
        return _Shares((Grant(self._part, {}),) * len(self.villages), self._alone, planned, ())

    @cached_property
    def _nothing(self) -> tuple[Planned, ...]:
        none = Grant(dict.fromkeys(self.sources, (0,) * self.request.years))
        return tuple(map(schedule, self._with([none] * len(self.villages))))

    def _with(self, grants: Sequence[Grant]) -> tuple[Prepared, ...]:
        """Return the villages with these shares."""
        return tuple(
            granted_anew(prepared, replace(prepared.asked, granted=grant))
            for prepared, grant in zip(self._open, grants, strict=True)
        )

    def _shares(self, columns: Sequence[Column], bought: Sequence[Bought]) -> _Shares:
        """Return each village's share by its column, and its plan within it."""
        joinable: list[dict[str, int]] = [{} for _ in columns]
        for one in bought:
            for member in one.members:
                joinable[member][self.joint.shared[one.shared].name] = one.year
        grants = tuple(
            Grant(dict(zip(self.sources, column.drawn, strict=True)), shared)
            for column, shared in zip(columns, joinable, strict=True)
        )
        prepared = self._with(grants)
        known: list[Schedule] = [dict(column.schedule) for column in columns]
        return _Shares(grants, prepared, tuple(map(schedule, prepared, known)), tuple(bought))

    def _drawn(self, prepared: Prepared, planned: Planned) -> Amounts:
        return tuple(map(tuple, joint_money_by_year(prepared.built.problem, planned.schedule)))

    def _worth(self, plans: Sequence[Planned]) -> Worth:
        found = [self.joint.worth_in(m, p.schedule) for m, p in zip(self.joint.members, plans, strict=True)]
        return tuple(map(sum, zip(*found, strict=True)))

    def _without_floor(self, solved: Solution) -> Worth:
        self.decomposition.ask(self.amounts, 0)
        return self.decomposition.solve(proven=False, rounds=FOLLOWING, known=solved).worth

    def _more(self, pot: int, solved: Solution) -> tuple[Worth, list[tuple[str, str]], list[tuple[str, str]]]:
        """Return what more of a source in every year gains by tier, and the works of villages that come and go."""
        amounts = list(self.amounts)
        amounts[pot] = tuple(amount + self.money.more for amount in amounts[pot])
        self.decomposition.ask(tuple(amounts), self.money.floor)
        after = self.decomposition.solve(proven=False, rounds=FOLLOWING, known=solved)
        return more_of(self.joint, solved, after, [village.code for village in self.villages])


def _planned_by(joint: JointProblem, shares: _Shares) -> list[Bought]:
    """Return the shared works that some plan has, with the members whose plans do."""
    found = []
    for one in shares.bought:
        name = joint.shared[one.shared].name
        having = tuple(
            member
            for member in one.members
            if any(shares.prepared[member].name_of(work) == name for work in shares.planned[member].schedule)
        )
        if having:
            found.append(replace(one, members=having))
    return found
