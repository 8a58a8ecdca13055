"""Joint money: never worse than equal parts, never more than there is, below its bound; all against brute force."""

from __future__ import annotations

import itertools
from dataclasses import replace

import planning_oracle
import pytest
import shipped
from generated_problems import generated
from joint_problems import first_columns, joint_of, small_joint

import recommender as rec
from recommender.cli.inputs import _joint
from recommender.language.errors import EngineError, UsageError
from recommender.model.joint_money import JointShared
from recommender.pipeline.documents import document, to_json
from recommender.pipeline.joint.columns import JointProblem, column_of
from recommender.pipeline.joint.decomposition import Decomposition, Solution
from recommender.pipeline.joint.sharing_out import bought_for, taken
from recommender.pipeline.planning.evaluation import violations
from recommender.request.options import Target
from recommender.verbs.verifying.joint_money import joint_problems

SMALL = range(12)
AMOUNT = 400_000_000


def solved(joint: JointProblem) -> Solution:
    return Decomposition(joint, first_columns(joint)).solve()


def paid_for(joint: JointProblem, years: list[int]) -> list[list[int]]:
    """Return the cheapest ways to pay for those who join in these years, as years of paying."""
    count = -(-len(years) // joint.shared[0].size)
    ways = []
    for way in itertools.product(range(joint.years), repeat=count):
        serving = [sum(paid <= year for paid in way) * joint.shared[0].size for year in range(joint.years)]
        if all(serving[y] >= sum(begun <= y for begun in years) for y in range(joint.years)):
            ways.append(list(way))
    return ways


def fits(joint: JointProblem, choice: tuple) -> bool:
    """Return whether a column of each member fits the money, with the shared work paid in some way."""
    drawn = [sum(column.drawn[0][year] for column in choice) for year in range(joint.years)]
    price = joint.shared[0].price
    joined = [year for column in choice for _, year in column.joins]
    return any(
        all(drawn[year] + price * way.count(year) <= joint.amounts[0][year] for year in range(joint.years))
        for way in paid_for(joint, joined)
    )


def best_by_trying(joint: JointProblem) -> tuple[int, ...]:
    """Return the best worth over all plans of all members, tier after tier."""
    everything = []
    for number, member in enumerate(joint.members):
        columns = {}
        for schedule in planning_oracle.feasible(member.problem):
            column = column_of(joint, number, schedule)
            assert column.worth == joint.worth_in(member, schedule)
            columns.setdefault((column.worth, column.drawn, column.joins), column)
        everything.append(list(columns.values()))
    best = (0,) * len(joint.tiers)
    for choice in itertools.product(*everything):
        worth = tuple(map(sum, zip(*(column.worth for column in choice), strict=True)))
        if worth > best and fits(joint, choice):
            best = worth
    return best


@pytest.mark.parametrize("seed", SMALL)
def test_small_ones_against_every_choice(seed):
    joint = small_joint(seed)
    best, found = best_by_trying(joint), solved(joint)
    assert found.bound is not None
    assert found.worth <= best
    assert found.worth[0] <= best[0] <= found.bound[0]
    if found.worth[0] == best[0]:  # what is known of a tier holds beside what the one below it has
        assert best[1] <= found.bound[1]


def test_small_ones_are_mostly_the_best():
    best = [small_joint(seed) for seed in SMALL]
    assert sum(solved(joint).worth == best_by_trying(joint) for joint in best) >= len(SMALL) - 2


@pytest.mark.parametrize("seed", SMALL)
def test_nothing_is_spent_twice(seed):
    joint = small_joint(seed)
    found = solved(joint)
    bought = bought_for(joint, found.columns, found.paid)
    total = taken(joint, [column.drawn for column in found.columns], bought)
    assert all(spent <= there for spent, there in zip(total[0], joint.amounts[0], strict=True))
    assert all(len(one.members) <= 2 for one in bought)
    for column in found.columns:  # the village's own money and calendar, by the judge
        problem = joint.members[column.member].problem
        assert not list(violations(problem, dict(column.schedule)))


@pytest.fixture(scope="module")
def several() -> JointProblem:
    return joint_of([generated(seed, 10) for seed in range(8)])


@pytest.fixture(scope="module")
def decomposition(several) -> Decomposition:
    return Decomposition(several, first_columns(several))


def test_no_worse_than_equal_parts_and_below_the_bound(several, decomposition):
    found = decomposition.solve()
    equal = sum(column.worth[0] for column in first_columns(several)[8:16])
    assert found.bound is not None
    assert equal < found.worth[0] <= found.bound[0]
    assert found.bound[0] - found.worth[0] < 0.06 * found.bound[0]  # eight villages, fifteen rows of money


def test_more_money_is_worth_no_less(several, decomposition):
    worths = []
    for per_cent in (50, 100, 150):
        amounts = tuple(tuple(amount * per_cent // 100 for amount in of) for of in several.amounts)
        decomposition.ask(amounts, 0)
        worths.append(decomposition.solve(proven=False).worth)
    decomposition.ask(several.amounts, 0)
    assert worths == sorted(worths)


def test_a_floor_is_kept_and_costs_no_less_than_nothing(several, decomposition):
    decomposition.ask(several.amounts, 0)
    free = decomposition.solve(proven=False)
    floor = sum(map(sum, several.amounts)) // 16
    decomposition.ask(several.amounts, floor)
    held = decomposition.solve()
    decomposition.ask(several.amounts, 0)
    assert held.bound is not None
    assert held.worth[0] <= held.bound[0]
    assert held.worth <= free.worth
    assert all(c.share >= least for c, least in zip(held.columns, held.floors, strict=True))
    assert any(held.floors)


# On sample villages --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def villages() -> list[rec.Village]:
    return [shipped.villages()[code] for code in shipped.of_district(2)[:5]]


def options(**more) -> rec.Options:
    joint = rec.Joint({"district-budget": AMOUNT}, **more)
    return rec.Options(start_year=shipped.START, joint=joint)


@pytest.fixture(scope="module")
def results(kb, villages) -> list[rec.Result]:
    return rec.recommend_jointly(villages, kb, options(floor=20_000_000, more=200_000_000))


def test_the_document_holds_and_is_the_same_in_any_order(kb, villages, results):
    made = document(results, kb, results[0].request.options)
    assert rec.verify(rec.read_document(to_json(made)), kb) == []
    again = rec.recommend_jointly(villages[::-1], kb, options(floor=20_000_000, more=200_000_000))
    assert to_json(document(again, kb, again[0].request.options)) == to_json(made)


def test_what_is_told_of_joint_money(results):
    joint = results[0].joint
    assert joint is not None
    assert all(spent <= AMOUNT for spent in joint.planned["district-budget"].values())
    assert joint.nothing <= joint.pro_rata <= joint.value
    assert all(chosen <= bound for chosen, bound in zip(joint.chosen[:1], joint.bound[:1], strict=True))
    assert any(step.funded == "district-budget" for result in results for step in result.plan.steps)
    for result in results:
        funded = {step.intervention for step in result.plan.steps if step.executor == "district"}
        assert all(step.funded for step in result.plan.steps if step.intervention in funded)
        for row in result.plan.money:  # a village's own money: no more than it has
            assert row.left is None or row.left >= 0


def test_what_is_not_paid_says_by_what(results):
    unpaid = [d for result in results for d in result.plan.deferred if d.reason == "joint-money"]
    assert unpaid
    assert all(entry.detail["pot"] == ["district-budget"] and entry.detail["lacking"] for entry in unpaid)


def test_what_was_changed_afterwards_is_found(results, kb):
    made = document(results, kb, results[0].request.options)
    joint, source = made.joint[0], "district-budget"
    code = joint.villages[0].code
    strange = JointShared(
        intervention="village-ambulance",
        source=source,
        place="99.02.01",
        year=2027,
        by_year={},
        size=1,
        villages=[code],
    )
    for changed, codes in (
        ({"planned": {source: {"2027": 1}}}, ["joint-planned"]),
        ({"amounts": {source: {"2027": 0}}}, ["joint-over"]),
        ({"value": [0, *joint.value[1:]]}, ["joint-value"]),
        ({"shared": [*joint.shared, strange]}, ["joint-shared"]),
    ):
        tampered = made.model_copy(update={"joint": [joint.model_copy(update=changed)]})
        assert [problem.code for problem in joint_problems(tampered)] == codes


def test_the_judge_of_what_is_shared_trusts_nothing():
    joint = small_joint(0)
    joining = [column_of(joint, number, {2: (0, 0)}) for number in range(3)]
    with pytest.raises(EngineError) as refused:
        bought_for(joint, joining, {(0, 0): 1})  # for three villages it takes two
    assert refused.value.problems[0].code == "joint-unpaid"
    much = ((joint.amounts[0][0] + 1, 0),)
    with pytest.raises(EngineError) as refused:
        taken(joint, [much], [])
    assert refused.value.problems[0].code == "joint-overspent"


@pytest.mark.parametrize(
    ("amounts", "more", "code"),
    [
        ({"district-bugdet": 1}, {}, "joint-source"),
        ({"village-fund": 1}, {}, "joint-source"),
        ({"district-budget": 0}, {}, "joint-amount"),
        ({"district-budget": -1}, {}, "joint-amount"),
        ({}, {}, "joint-missing"),
        ({"district-budget": 1}, {"target": Target(class_slug="mandiri")}, "joint-target"),
        ({"district-budget": 1}, {"budget": rec.Budget({"district-budget": 1})}, "joint-source"),
    ],
)
def test_what_is_refused(kb, villages, amounts, more, code):
    asked = replace(rec.Options(start_year=2027, joint=rec.Joint(amounts)), **more)
    with pytest.raises(UsageError) as refused:
        rec.recommend_jointly(villages, kb, asked)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_villages_of_no_known_district_are_named(kb, villages):
    strange = [replace(villages[0], code_scheme="bps"), replace(villages[1], code_scheme="unknown"), villages[2]]
    with pytest.raises(UsageError) as refused:
        rec.recommend_jointly(strange, kb, options())
    (problem,) = refused.value.problems
    assert problem.code == "joint-no-district"
    assert villages[0].code in problem.message
    assert villages[2].code not in problem.message
    assert "--code-scheme" in problem.message


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"joint": ("5miliar",)}, "joint-form"),
        ({"joint": ("district-budget=1jt", "district-budget=2jt")}, "source-twice"),
        ({"joint": ("district-budget=1M",)}, "bare-m"),
        ({"joint_floor": "1jt"}, "joint-missing"),
    ],
)
def test_how_joint_money_is_asked_for(given, code):
    with pytest.raises(UsageError) as refused:
        _joint(given)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_amounts_are_read_as_those_of_a_budget():
    asked = _joint({"joint": ("district-budget=5miliar",), "joint_floor": "50jt", "joint_more": "0"})
    assert asked == rec.Joint({"district-budget": 5_000_000_000}, floor=50_000_000, more=0)
