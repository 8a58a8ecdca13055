"""Scenarios: order changes nothing, draws of no width are the plan itself, seeds repeat, shares add up."""

from __future__ import annotations

from pathlib import Path

import contrast_samples as samples
import pytest

import recommender as rec
from recommender.language.wording import TERMS
from recommender.model.frames import Frame
from recommender.verbs.comparing.draws import cost_ranges, drawn_costs, triangular
from recommender.verbs.comparing.under import with_costs

NAMED = "scenarios:\n  - {name: little, budget-factor: 0.5}\n  - {name: dear, costs: high}\n"
DRAWS = "draws: {costs: 3, seed: 11}\nquestions: 0\n"


def compared(folder: Path, text: str, villages: tuple[rec.Village, ...] | None = None) -> rec.Contrast:
    asked = samples.scenarios(folder, text)
    given = samples.villages() if villages is None else villages
    return rec.compare_scenarios(given, samples.shipped.knowledge(), samples.options(), asked)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> rec.Contrast:
    return compared(tmp_path_factory.mktemp("scenarios"), NAMED + DRAWS)


def test_shares_are_counted_over_all_scenarios(found: rec.Contrast) -> None:
    rows = list(found["firm_core"].records())
    assert {row["scenarios"] for row in rows} == {5}
    for row in found["firm_villages"].records():
        mine = [one for one in rows if one["village_code"] == row["village_code"]]
        planned = [one for one in mine if one["in_plan"]]
        assert row["steps"] == len(planned)
        assert row["core_steps"] == sum(one["share"] == 1 for one in planned)
        assert row["flip_works"] == tuple(sorted(one["work"] for one in mine if one["firmness"] == "flip"))
    for row in found["firm_works"].records():
        mine = [one for one in rows if one["work"] == row["work"]]
        assert row["core_villages"] == sum(one["firmness"] == "core" for one in mine)
        assert row["flip_codes"] == tuple(sorted(one["village_code"] for one in mine if one["firmness"] == "flip"))


def test_the_order_of_scenarios_and_villages_changes_nothing(found: rec.Contrast, tmp_path: Path) -> None:
    first, *lines = NAMED.splitlines(keepends=True)
    again = compared(tmp_path, "".join([first, *lines[::-1]]) + DRAWS, samples.villages()[::-1])
    for name, frame in found.frames.items():
        if name == "scenario_list":
            assert sorted(frame.rows) == sorted(again[name].rows)
        else:
            assert frame == again[name], name
    assert found.told == again.told


def test_draws_without_width_are_the_plan_itself(tmp_path: Path) -> None:
    still = compared(tmp_path, "draws: {costs: 2, seed: 5, from: expected, to: expected}\nquestions: 0\n")
    assert set(still["firm_villages"]["changed_share"]) == {0}
    assert set(still["village_money_holds"]["holds"]) == {1}
    assert {row["firmness"] for row in still["firm_core"].records()} == {"core"}


def test_a_seed_draws_the_same_and_another_does_not(kb: rec.KnowledgeBase, tmp_path: Path) -> None:
    draws = samples.scenarios(tmp_path, "draws: {costs: 1, seed: 3}").draws
    assert draws is not None
    ranges = cost_ranges(draws, kb, samples.options())
    one, same, other = (drawn_costs(ranges, seed, 1) for seed in (3, 3, 4))
    assert one == same
    assert one != other
    backwards = drawn_costs(dict(reversed(ranges.items())), 3, 1)
    assert backwards == one, "each work is drawn by its own name"
    for name, (low, mode, high) in ranges.items():
        assert low <= mode <= high
        assert low <= one[name] <= high


def test_draws_are_triangular() -> None:
    """By the distribution's own mean: (low + mode + high) / 3."""
    many = [triangular(10_000, 20_000, 60_000, place << 44) for place in range(1 << 20)][:: 1 << 8]
    assert abs(sum(many) / len(many) - 30_000) < 50
    assert many == sorted(many)


def test_other_costs_leave_all_else_of_the_knowledge(kb: rec.KnowledgeBase) -> None:
    name = next(name for name, work in kb.interventions.items() if 0 < work.cost.low < work.cost.high)
    changed = with_costs(kb, {name: kb.interventions[name].cost.high})
    assert changed.sha256 != kb.sha256
    assert changed.interventions[name].cost.expected == kb.interventions[name].cost.high
    assert {one for one in kb.interventions if changed.interventions[one] != kb.interventions[one]} == {name}


def test_money_holds_where_costs_are_low_and_is_short_where_they_are_high(tmp_path: Path) -> None:
    held: dict[str, Frame] = {
        level: compared(tmp_path, f"scenarios: [{{name: one, costs: {level}}}]\nquestions: 0\n")["village_money_holds"]
        for level in ("low", "high")
    }
    assert set(held["low"]["holds"]) == {1}
    assert sum(held["high"]["short_worst"]) > 0


def test_one_question_is_tried_in_every_village(tmp_path: Path) -> None:
    asked = compared(tmp_path, "scenarios: [{name: dear, costs: high}]\nquestions: 1\n")["one_question"]
    assert len(asked) <= 1
    for row in asked.records():
        assert 0 < max(row["plans_change"], row["first_steps_change"]) <= len(samples.CODES)


def test_every_column_has_its_words(found: rec.Contrast) -> None:
    for frame in found.frames.values():
        assert frame.name in TERMS["frame"]
        for column in frame.columns:
            assert all(column.name in TERMS[group] for group in ("column-title", "column-meaning")), column.name


MISTAKES = {
    "scenarios: []\n": "no-scenarios",
    "scenarios: [{budget-factor: 0.5}]\n": "missing-key",
    "scenarios: [{name: a}, {name: a}]\n": "scenario-twice",
    "scenarios: [{name: a, budget-factor: -1}]\n": "bad-factor",
    "scenarios: [{name: a, answers: {no-such: true}}]\n": "unknown-fact",
    "draws: {costs: 0, seed: 1}\n": "bad-value",
    "draws: {costs: 5}\n": "missing-key",
    "draws: {costs: 5, seed: 1, from: high, to: low}\n": "bad-draws",
    "draws: {costs: 5, seed: 1, from: dear}\n": "bad-cost-level",
    "weights: 3\n": "unknown-key",
    "- a list\n": "bad-shape",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_named(text: str, tmp_path: Path) -> None:
    with pytest.raises(rec.UsageError) as refused:
        samples.scenarios(tmp_path, text)
    assert MISTAKES[text] in {problem.code for problem in refused.value.problems}
    assert all(problem.where.startswith(str(tmp_path)) and problem.message_id for problem in refused.value.problems)


def test_the_example_can_be_read(kb: rec.KnowledgeBase) -> None:
    example = rec.read_scenarios(samples.shipped.ROOT / "examples" / "scenarios.yaml", kb)
    assert example.named
    assert example.draws is not None
