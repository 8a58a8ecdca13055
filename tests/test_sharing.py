"""Works that several villages share: who shares them, and what many plans cost together."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import knowledge

from recommender.knowledge.sharing import shared_in
from recommender.model.plan import Plan, Step
from recommender.model.settings import settings_for
from recommender.model.sharing import Serves, Shared
from recommender.pipeline.together import cost_together, group_works


def serving(**given: object) -> Serves:
    return Serves.model_validate({"group": "subdistrict", "decides": "district", **given})


def shared(place: str | None, **given: object) -> Shared | None:
    kb = knowledge()
    work = next(iter(kb.interventions.values())).model_copy(update={"serves": serving(**given)})
    return shared_in(work, kb, place, settings_for(kb, 2027))


@pytest.mark.parametrize(
    ("place", "given", "villages", "basis"),
    [
        ("64.01.02", {"group": "district"}, 139, "table"),
        ("99.99.01", {"group": "district"}, 174, "mean"),
        (None, {"group": "district"}, 174, "mean"),
        ("64.01.02", {}, 10, "mean"),
        ("64.01.02", {"group": "neighbours"}, 4, "judgement"),
        ("64.01.02", {"group": "neighbours", "villages": 3}, 3, "judgement"),
        ("64.01.02", {"villages": 5, "basis": "sourced"}, 5, "sourced"),
        ("64.09.02", {"group": "district", "villages": 50}, 30, "table"),  # it has no more
    ],
)
def test_how_many_villages_share_a_work(place, given, villages, basis):
    found = shared(place, **given)
    assert found is not None
    assert (found.villages, found.basis) == (villages, basis)


def test_what_nobody_shares_is_not_shared():
    kb = knowledge()
    alone = next(work for work in kb.interventions.values() if work.serves is None)
    assert shared_in(alone, kb, "64.01.02", settings_for(kb, 2027)) is None


# What many plans cost together

NAMES = ("market", "tower", "well")
GROUPS = {"market": ("subdistrict", 3), "tower": ("district", 4), "well": None}


@cache
def _step(name: str, cost: int, year: int, executor: str) -> Step:
    group = GROUPS[name]
    return Step.model_construct(
        intervention=name,
        executor=executor,
        addressee=None,
        year=year,
        cost=type("Cost", (), {"total": cost, "low": cost // 2, "high": cost * 2})(),
        shared=None if group is None else Shared(group=group[0], villages=group[1], basis="judgement", decides="x"),
    )


@st.composite
def plans(draw: st.DrawFn) -> list[Plan]:
    codes = draw(st.lists(st.integers(0, 40), unique=True, max_size=10))
    made = []
    for number in codes:
        # two districts of two subdistricts each
        code = f"64.{1 + number % 2:02d}.{1 + number // 2 % 2:02d}.{2001 + number}"
        steps = [
            _step(
                name, draw(st.integers(0, 9)), draw(st.integers(2027, 2029)), draw(st.sampled_from(["village", "csr"]))
            )
            for name in draw(st.sets(st.sampled_from(NAMES)))
        ]
        village = type("Village", (), {"code": code, "code_scheme": draw(st.sampled_from(["kemendagri", "bps"]))})()
        made.append(Plan.model_construct(village=village, steps=steps))
    return made


def plain_sum(several: list[Plan]) -> int:
    return sum(step.cost.total for plan in several for step in plan.steps)


@given(plans())
def test_one_village_pays_its_plan_and_many_never_more_than_theirs(several):
    for plan in several:
        assert cost_together([plan]) == plain_sum([plan])
    assert max([plain_sum([plan]) for plan in several], default=0) <= cost_together(several) <= plain_sum(several)


@given(plans(), st.randoms())
def test_the_order_of_plans_does_not_matter(several, random):
    shuffled = list(several)
    random.shuffle(shuffled)
    assert group_works(several) == group_works(shuffled)


@given(plans())
def test_a_village_more_never_costs_less(several):
    for count in range(len(several)):
        assert cost_together(several[:count]) <= cost_together(several[: count + 1])


@given(plans())
def test_districts_share_nothing_with_each_other(several):
    parts = [[plan for plan in several if plan.village.code[:5] == code] for code in ("64.01", "64.02")]
    assert cost_together(several) == sum(cost_together(part) for part in parts)


@given(plans())
def test_every_step_is_in_one_group_no_larger_than_those_who_share(several):
    works = group_works(several)
    assert sum(len(work.villages) for work in works) == sum(len(plan.steps) for plan in several)
    for work in works:
        group = GROUPS[work.intervention]
        assert len(work.villages) <= (1 if group is None else group[1])
        assert work.group == (None if group is None else group[0])


@given(plans())
def test_no_fewer_groups_than_needed_and_no_more(several):
    """Of n villages of a subdistrict that plan a market of three there are n / 3 markets, rounded up."""
    known = [plan for plan in several if plan.village.code_scheme == "kemendagri"]
    for place in {plan.village.code[:8] for plan in known}:
        here = [plan for plan in known if plan.village.code[:8] == place]
        planned = sum(step.intervention == "market" for plan in here for step in plan.steps)
        found = [work for work in group_works(here) if work.intervention == "market"]
        assert len(found) == -(-planned // 3)
