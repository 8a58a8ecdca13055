"""Seeded villages under joint money: generated bare problems, the first source the village's own, the others shared."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

from generated_problems import generated

from recommender.pipeline.joint.columns import Column, JointProblem, Member, SharedWork, column_of
from recommender.pipeline.planning.limits import Limits
from recommender.pipeline.planning.problem import PlanningProblem
from recommender.pipeline.planning.problem_file import read_problem
from recommender.pipeline.planning.search import search_many
from recommender.pipeline.planning.works import Need, NeedEffect, Work


def joint_of(files: list[dict[str, Any]], per_mille: int = 300) -> JointProblem:
    """Return the joint problem of bare problems: part of what their sources but the first have is thrown together."""
    own = [read_problem(json.dumps(file)) for file in files]
    years, pots = own[0].years, range(1, len(own[0].limits.purses))
    amounts = tuple(
        tuple(sum(problem.limits.usable[pot][year] for problem in own) * per_mille // 1000 for year in range(years))
        for pot in pots
    )
    part = tuple(tuple(amount // len(own) for amount in of) for of in amounts)
    members = tuple(
        Member((f"{number:04d}", "bare"), _with(problem, amounts), seed=number, alone=_with(problem, part))
        for number, problem in enumerate(own)
    )
    return JointProblem(members, (), amounts)


def generated_joint(villages: int, count: int) -> JointProblem:
    """Return so many villages of so many works each: 15 rows of joint money, three sources in five years."""
    return joint_of([generated(seed, count) for seed in range(villages)])


def first_columns(joint: JointProblem) -> list[Column]:
    """Return what each member would do without joint money, with an equal part of it, and with all of it."""
    members = joint.members
    none = [replace(m.problem, banned=m.problem.banned | set(m.charged)) for m in members]
    packages, seeds = [m.packages for m in members], [m.seed for m in members]
    equal = [m.alone for m in members if m.alone is not None]
    found = [search_many(problems, packages, seeds) for problems in (none, equal, [m.problem for m in members])]
    return [
        column_of(joint, number, schedules[number], alone)
        for schedules, alone in zip(found, (False, True, False), strict=True)
        for number in range(len(members))
    ]


def _with(problem: PlanningProblem, pots: tuple[tuple[int, ...], ...]) -> PlanningProblem:
    """Return the problem with its first source as its purse and the others as joint money."""
    limits = replace(
        problem.limits,
        purses=problem.limits.purses[:1],
        usable=problem.limits.usable[:1],
        carry_over=problem.limits.carry_over[:1],
        pots=pots,
    )
    works = tuple(
        replace(work, costs=tuple(row[:1] for row in work.costs), asked=tuple(row[1:] for row in work.costs))
        for work in problem.works
    )
    return replace(problem, works=works, limits=limits)


def small_joint(seed: int) -> JointProblem:
    """Return three villages of two works each, and one more that two of them may share; two years, two tiers."""
    draw = random.Random(f"joint:{seed}")
    price = draw.randint(2, 6)
    members = []
    amounts = (tuple(draw.randint(3, 9) for _ in range(2)),)
    for number in range(3):
        needs = tuple(Need(f"n{k}", draw.randint(1, 9), draw.randint(1, 6), tier=k) for k in range(2))
        works = []
        for work in range(2):
            asked = draw.random() < 0.7
            cost = draw.randint(1, 5)
            works.append(
                Work(
                    f"w{work}",
                    not asked,
                    12,
                    ((0 if asked else cost,),),
                    effects=(NeedEffect(draw.randrange(2), 0, draw.randint(1, 5)),),
                    funded=asked,
                    asked=((cost,),) if asked else (),
                    requires=(2,) if draw.random() < 0.3 else (),
                )
            )
        shared = Work("z", False, 12, ((0,),), effects=(NeedEffect(draw.randrange(2), 0, 3),), funded=True)
        limits = Limits(("village",), ((draw.randint(0, 5),) * 2,), (False,), pots=amounts)
        problem = PlanningProblem(2, (1000, 900), needs, (*works, shared), limits)
        paying = replace(
            problem,
            works=(*works, replace(shared, asked=((price,),))),
            limits=replace(limits, pots=tuple(tuple(a // 3 for a in of) for of in amounts)),
        )
        members.append(Member((str(number), "small"), problem, seed=seed, shared={2: 0}, alone=paying))
    return JointProblem(tuple(members), (SharedWork("here", "z", 2, ((price,),)),), amounts)
