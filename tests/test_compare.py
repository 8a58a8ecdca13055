"""The tables of a comparison against the plans, each figure counted here a second time and in a plainer way."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import Any

import pytest
from compare_samples import CODES, ONE_SUBDISTRICT, compared, plan, plans
from hypothesis import given
from hypothesis import strategies as st
from properties import tries
from shipped import knowledge

from recommender.model.nouns import VILLAGE
from recommender.verbs.comparing.comparison import ANSWERS, compare
from recommender.verbs.comparing.grouping import LEVELS
from recommender.verbs.comparing.prospects import fifths

BY = [(), ("district",), ("subdistrict",), ("class",), ("district", "class"), ("village",)]
named = pytest.mark.parametrize("by", BY, ids=lambda by: "-".join(by) or "all")


def rows(by: tuple[str, ...], table: str, **wanted: object) -> list[dict[str, Any]]:
    found = compared(*by)[table].records()
    return [row for row in found if all(row[name] == value for name, value in wanted.items())]


def of_district(code: str) -> list[Any]:
    return [one for one in plans() if one.village.code.startswith(code)]


# Groups


@named
def test_groups_part_the_villages(by):
    groups = compared(*by).scope.groups
    assert sorted(one.village.code for group in groups for one in group.plans) == sorted(CODES)
    assert all(group.plans for group in groups)
    assert len({group.key for group in groups}) == len(groups)


def test_crossed_groups_are_those_that_exist():
    keys = {(one.village.code[:5], (one.scores.index and one.scores.index.class_) or None) for one in plans()}
    found = {(row["district_code"], row["class"]) for row in rows(("district", "class"), "known")}
    assert found == keys


def test_groups_stand_by_code_and_classes_from_the_lowest_whatever_they_score():
    codes = [row["district_code"] for row in rows(("district",), "known")]
    assert codes == sorted(codes)
    order = [noun.slug for noun in knowledge().frameworks["idm"].classes]
    classes = [row["class"] for row in rows(("class",), "known")]
    assert classes[-1] is None, "villages without a class stand last"
    assert [order.index(slug) for slug in classes[:-1]] == sorted(order.index(slug) for slug in classes[:-1])


@tries(15)
@given(st.permutations(range(len(CODES))), st.sampled_from(BY))
def test_the_order_of_the_plans_changes_nothing(order, by):
    shuffled = compare([plans()[place] for place in order], knowledge(), by)
    expected = compared(*by)
    assert {name: frame.rows for name, frame in shuffled.frames.items()} == {
        name: frame.rows for name, frame in expected.frames.items()
    }
    assert [note.id for note in shuffled.notes] == [note.id for note in expected.notes]


# Where villages stand


@named
def test_classes_add_up_to_the_villages(by):
    first = len(compared(*by).scope.grouping.columns)
    counts: Counter[tuple[Any, ...]] = Counter()
    for row in compared(*by)["classes"].rows:
        counts[row[:first]] += row[compared(*by)["classes"].place("villages")]
    sizes = {compared(*by).scope.cells(group): group.size for group in compared(*by).scope.groups}
    assert counts == sizes
    of_class = Counter((one.scores.index and one.scores.index.class_) or None for one in plans())
    told: Counter[str | None] = Counter()
    for row in rows(by, "classes"):
        told[row["class_of"]] += row["villages"]
    assert told == of_class


@named
def test_known_tells_years_and_what_is_measured(by):
    for group, row in zip(compared(*by).scope.groups, rows(by, "known"), strict=True):
        parts = [part for one in group.plans for part in one.scores.dimensions.values()]
        assert row["measured"] == round(sum(p.measured for p in parts) / sum(p.of for p in parts), 4)
        assert row["questions"] == median(len(one.questions) for one in group.plans)
        assert row["villages"] == len(group.plans)
        assert {row["first_year"], row["last_year"]} == {one.data.year for one in group.plans}


def test_medians_and_weak_villages_of_a_dimension():
    for code in ("99.01", "99.02", "99.03"):
        for row in rows(("district",), "dimensions", district_code=code):
            found = [one.scores.dimensions[row["dimension"]] for one in of_district(code)]
            scores = sorted(part.score for part in found if part.score is not None)
            assert row["measured_villages"] == len(scores)
            assert row["median"] == (round(median(scores), 4) if scores else None)
            assert (row["lowest"], row["highest"]) == ((scores[0], scores[-1]) if scores else (None, None))
            assert row["weak_villages"] == sum(part.weak is True for part in found)


def test_a_band_tells_where_a_group_lies_beside_all_villages():
    made = [plan(f"99.0{n}.01.2001", of=n) for n in range(1, 4)]
    found = compare(made, knowledge(), ("district",))["dimensions"]
    for name in knowledge().dimensions:
        every = [row["median"] for row in found.records() if row["dimension"] == name]
        bands = [row["band"] for row in found.records() if row["dimension"] == name]
        low, high = ((sorted(every)[1] + end(every)) / 2 for end in (min, max))
        assert bands == ["lower" if m < low - 1e-4 else "upper" if m > high + 1e-4 else "middle" for m in every]


def test_one_group_has_no_band_and_no_word_about_bands():
    assert set(compared()["dimensions"]["band"]) == {None}
    assert not any("rank" in note.id or "peringkat" in note.id for note in compared()["dimensions"].notes)


# Problems and what comes first


@named
@pytest.mark.parametrize("kind", ["problems", "states"])
def test_shares_are_of_the_villages_in_which_a_rule_can_be_judged(by, kind):
    first = len(compared(*by).scope.grouping.columns)
    told = {(row[:first], row[first]): row for row in compared(*by)[kind].rows}
    for group in compared(*by).scope.groups:
        for rule in {rule for _, rule in told}:
            holding = [f for one in group.plans for f in one.findings if f.rule == rule]
            open_ = sum(any(u.rule == rule for u in one.undetermined) for one in group.plans)
            row = told[compared(*by).scope.cells(group), rule][first:]
            judged = len(group.plans) - open_
            assert row[2:4] == (len(holding), judged)
            assert row[4] == (round(len(holding) / judged, 4) if judged else None)
            assert row[5:] == (sum(f.assumed for f in holding), sum(f.doubtful for f in holding))


def test_every_finding_is_a_problem_or_a_state():
    rules = {one.rule: one.kind for found in plans() for one in found.findings}
    told = dict.fromkeys(compared()["problems"]["rule"], "problem")
    told.update(dict.fromkeys(compared()["states"]["rule"], "state"))
    assert told == rules


@named
def test_first_works_are_counted_in_plans_and_their_beginnings(by):
    for row in rows(by, "first"):
        if not by:
            steps = [(one, s) for one in plans() for s in one.steps if s.intervention == row["work"]]
            assert row["plans"] == len(steps)
            assert row["among_first"] == sum(step.rank <= 3 for _, step in steps)
            assert row["in_first_year"] == sum(step.year == 2027 for _, step in steps)
            assert row["own"] == sum(step.executor == VILLAGE for _, step in steps)
        assert row["own"] + row["asked_of_others"] == row["plans"]
    assert sum(row["plans"] for row in rows(by, "first")) == sum(len(one.steps) for one in plans())


# Money


@named
def test_money_is_the_sum_of_the_plans(by):
    for year in (2027, 2028, 2029):
        found = [row for one in plans() for row in one.money if row.budget is not None and row.year == year]
        told = rows(by, "money", year=year)
        for name in ("budget", "planned", "running", "reserve"):
            assert sum(row[name] for row in told) == sum(getattr(row, name) or 0 for row in found), name
        assert sum(row["unused"] for row in told) == sum((row.left or 0) - (row.reserve or 0) for row in found)
    assert all(row["budget"] == row["planned"] + row["reserve"] + row["unused"] for row in rows(by, "money"))


def test_limits_count_villages_works_and_costs():
    for row in rows((), "binding"):
        left = [
            (one.village.code, kept.detail.get("cost") or 0)
            for one in plans()
            for kept in one.deferred
            if kept.reason == row["limit"]
            or (row["limit"] in (kept.detail.get("binds") or ()) and kept.reason in LIMITS)
        ]
        assert (row["villages"], row["works"]) == (len({code for code, _ in left}), len(left))
        assert row["cost"] == sum(cost for _, cost in left)


LIMITS = {"over-budget", "beyond-horizon", "capacity", "running-cost", "service-cost", "instalment"}


def shared_by_subdistrict() -> str:
    """Return a work that the four villages of one subdistrict share, and are asked of others."""
    works = Counter(
        step.intervention
        for one in plans()
        if one.village.code in ONE_SUBDISTRICT
        for step in one.steps
        if step.shared and step.shared.group == "subdistrict" and step.executor != VILLAGE
    )
    return max(works, key=lambda name: (works[name], name))


def test_what_a_subdistrict_shares_is_asked_for_once():
    work = shared_by_subdistrict()
    steps = [
        (one.village.code, step)
        for one in plans()
        if one.village.code in ONE_SUBDISTRICT
        for step in one.steps
        if step.intervention == work
    ]
    assert len(steps) > 1, "the samples have villages that share nothing"
    (row,) = rows(("subdistrict",), "asked", work=work, subdistrict_code="99.01.01")
    assert row["groups_served"] == 1
    assert row["cost"] == max(step.cost.total for _, step in steps)
    assert row["singly"] == sum(step.cost.total for _, step in steps)
    assert row["village_codes"] == tuple(sorted(code for code, _ in steps))
    assert row["villages"] == len(steps)


@named
def test_what_is_asked_names_every_proposal_once(by):
    proposals = sorted(
        (step.intervention, one.village.code) for one in plans() for step in one.steps if step.executor != VILLAGE
    )
    assert proposals == sorted((row["work"], code) for row in rows(by, "asked") for code in row["village_codes"])
    planned = sum(step.cost.total for one in plans() for step in one.steps if step.executor != VILLAGE)
    assert sum(row["singly"] for row in rows(by, "asked")) == planned
    assert sum(row["cost"] for row in rows(by, "asked")) == sum(compared()["asked"]["cost"]), "groups and several"


@named
def test_the_price_of_need_is_that_of_its_parts_and_of_its_groups(by):
    first = len(compared(*by).scope.grouping.columns)
    parts: dict[tuple[Any, ...], Counter[str]] = {}
    whole: dict[tuple[Any, ...], Counter[str]] = {}
    for raw, row in zip(compared(*by)["unmet"].rows, rows(by, "unmet"), strict=True):
        into = whole if row["need_part"] == "all" else parts
        into.setdefault((*raw[:first], row["several_groups"]), Counter()).update(
            {name: row[name] for name in ("works", "cost_low", "cost", "cost_high", "singly")}
        )
        assert row["cost_low"] <= row["cost"] <= row["cost_high"]
    assert parts == whole
    (overall,) = (row for row in rows((), "unmet") if row["need_part"] == "all")
    total = sum(whole.values(), Counter())
    assert {name: total[name] for name in total} == {name: overall[name] for name in total}


def test_the_need_of_the_village_itself_is_its_steps():
    (own,) = (row for row in rows((), "unmet") if row["need_part"] == "own")
    alone = sum(
        step.cost.total for one in plans() for step in one.steps if step.executor == VILLAGE and step.shared is None
    )
    assert alone <= own["cost"] <= own["singly"]
    assert own["singly"] == sum(s.cost.total for one in plans() for s in one.steps if s.executor == VILLAGE)


# What comes of it


@named
def test_chances_add_up_to_the_villages(by):
    told: Counter[str] = Counter()
    villages = {}
    for raw, row in zip(compared(*by)["transitions"].rows, rows(by, "transitions"), strict=True):
        told[row["class_now"]] += row["expected_villages"]
        villages[raw[: compared(*by)["transitions"].place("class_then")]] = row["villages"]
    counted = Counter(
        one.scores.index.class_
        for one in plans()
        if one.scores.index and one.scores.index.class_ and one.outlook and one.outlook[-1].chance
    )
    assert sum(villages.values()) == sum(counted.values())
    assert {slug: pytest.approx(count, abs=0.02) for slug, count in counted.items()} == told


def test_the_outlook_of_a_group_is_the_median_of_its_villages():
    for row in rows(("district",), "outlook_lines"):
        found = [o for one in of_district(row["district_code"]) for o in one.outlook if o.year == row["year"]]
        values = [o.all_done.index for o in found if o.all_done.index is not None]
        assert row["all_done"] == (pytest.approx(median(values), abs=5e-5) if values else None)


def test_fifths_keep_villages_of_one_index_together():
    made = [plan(f"99.01.01.{2000 + n}", index=value) for n, value in enumerate((0.5, 0.5, 0.5, 0.6, 0.7, 0.7, 0.9))]
    parts = [[one.scores.index.value for one in part if one.scores.index] for part in fifths(made)]
    assert parts == [[0.5, 0.5, 0.5], [], [0.6, 0.7, 0.7], [], [0.9]]
    same = [plan(f"99.01.01.{2000 + n}", index=0.5) for n in range(6)]
    assert [len(part) for part in fifths(same)] == [6, 0, 0, 0, 0]


@tries(40)
@given(st.lists(st.sampled_from([0.3, 0.4, 0.5, 0.6, 0.7]), max_size=14))
def test_fifths_part_the_villages_and_rise(values):
    made = [plan(f"99.01.01.{2000 + n}", index=value) for n, value in enumerate(values)]
    parts = [[one.scores.index.value for one in part if one.scores.index] for part in fifths(made)]
    assert len(parts) == 5
    assert [value for part in parts for value in part] == sorted(values)
    assert sum(len(set(part)) for part in parts) == len(set(values)), "an index stands in two parts"


def test_gains_are_the_money_of_the_villages_and_shared_works_divided():
    (whole,) = rows((), "gains", slice="all")
    own = [sum(s.cost.total for s in one.steps if s.executor == VILLAGE) for one in plans()]
    assert (whole["own_money"], whole["own_money_village"]) == (sum(own), int(median(own)))
    assert whole["others_money"] == pytest.approx(sum(compared()["asked"]["cost"]), abs=len(compared()["asked"]))
    by_class = rows((), "gains", slice="class")
    assert sum(row["own_money"] for row in by_class) == sum(
        row["own_money"] for row in rows((), "gains", slice="fifth")
    )
    for row in by_class:
        mine = [one for one in plans() if one.scores.index and one.scores.index.class_ == row["class"]]
        assert row["villages"] == len(mine)
        assert row["with_population"] == sum("population" in one.facts for one in mine)
        rises = [
            one.outlook[-1].all_done.index - one.scores.index.value
            for one in mine
            if one.outlook
            and one.outlook[-1].all_done.index is not None
            and one.scores.index
            and one.scores.index.value
        ]
        assert row["index_gain"] == (pytest.approx(median(rises), abs=5e-5) if rises else None)


# What is said beside the tables


def said(found: Any) -> str:
    return "\n".join(note.en for note in found.notes)


def test_years_that_differ_are_said_and_may_be_chosen():
    made = [*plans(), plan("99.01.01.2901", year=2021), plan("99.01.01.2902", year=2021)]
    found = compare(made, knowledge())
    assert "2021: 2; 2024: 7" in said(found)
    assert all("2021: 2" in "\n".join(note.en for note in frame.notes) for frame in found.answers.values())
    chosen = compare(made, knowledge(), data_year=2021)
    assert len(chosen.scope.plans) == 2
    assert "7 villages are not compared: 7 with data of another year" in said(chosen)
    assert "2024" not in said(chosen)


def test_small_groups_and_villages_without_a_class_are_said():
    assert "Groups of fewer than" in said(compared("district"))
    assert "99.03.02.2002" in said(compared("class"))
    assert said(compared()) == ""


def test_indexes_are_not_mixed():
    other = next(name for name in sorted(knowledge().frameworks) if name != "idm")
    slug = knowledge().frameworks[other].classes[0].slug
    made = [*plans(), plan("99.01.01.2901", framework=other, class_=slug, index=50.0)]
    found = compare(made, knowledge(), ("class",))
    assert "different indexes" in said(found)
    assert (other, slug) in set(zip(found["known"]["framework"], found["known"]["class"], strict=True))
    fifth = [row for row in found["gains"].records() if row["slice"] == "fifth"]
    assert {row["framework"] for row in fifth} == {"idm", other}


def test_every_answer_has_rows_and_villages_only_have_peers():
    assert set(compared("district").answers) == set(ANSWERS) - {"peers"}
    assert "peers" in compared("village").answers
    assert set(LEVELS) == {"province", "district", "subdistrict", "class", "village"}


def test_peers_are_villages_of_the_same_class_and_level_ones_share_a_band():
    made = [plan(f"99.01.01.{2900 + n}", index=0.5 + n / 100, class_="maju") for n in range(8)]
    found = compare(made, knowledge(), ("village",))["peers"]
    assert set(found["band"]) <= {"middle", None}, "copies of one village are level"
    assert set(found["peers"]) <= {8, None}
    assert set(found["peers_in"]) <= {"district", None}
