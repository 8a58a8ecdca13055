"""The meaning of a condition: truth tables, intervals, thresholds by date, and the laws of its support."""

from __future__ import annotations

import datetime
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_rules import YES_NO, random_comparison, random_condition, random_village

from recommender.knowledge.condition_reader import read_condition
from recommender.knowledge.conditions import Known, Truth, evaluate, names_read, resolve, support
from recommender.model.conditions import All, Any, Comparison, Interval, Named, Not, comparisons
from recommender.model.knowledge import Parameter

F, U, T = Truth.FALSE, Truth.UNDETERMINED, Truth.TRUE
A, B = Comparison("finding", "a", "is", True), Comparison("finding", "b", "is", True)
RANDOMS = st.integers(0, 2**32 - 1).map(Random)  # a seed a case: villages are too large to be drawn bit by bit


@pytest.mark.parametrize(("a", "b"), list(product(Truth, Truth)))
def test_all_is_the_least_and_any_the_greatest_of_its_members(a, b):
    known = Known(findings={"a": a, "b": b})
    assert evaluate(All((A, B)), known) is min(a, b)
    assert evaluate(Any((A, B)), known) is max(a, b)


@pytest.mark.parametrize(("truth", "opposite"), [(F, T), (U, U), (T, F)])
def test_not_turns_true_and_false_and_leaves_undetermined(truth, opposite):
    known = Known(findings={"a": truth})
    assert evaluate(Not(A), known) is opposite
    assert evaluate(Comparison("finding", "a", "is", False), known) is opposite


@pytest.mark.parametrize("reads", ["score", "fact", "finding"])
def test_missing_is_undetermined_and_zero_is_not_missing(reads):
    comparison = Comparison(reads, "x", "is", True) if reads == "finding" else Comparison(reads, "x", "below", 500)
    assert evaluate(comparison, Known()) is U
    assert evaluate(Comparison("score", "x", "below", 500), Known(scores={"x": 0})) is T


@pytest.mark.parametrize(
    ("word", "below", "at", "above"),
    [("below", T, F, F), ("at-most", T, T, F), ("above", F, F, T), ("at-least", F, T, T), ("is", F, T, F)],
)
def test_each_word_just_below_at_and_just_above_its_threshold(word, below, at, above):
    comparison = Comparison("score", "x", word, 400)
    assert [evaluate(comparison, Known(scores={"x": x})) for x in (399, 400, 401)] == [below, at, above]


def test_words_and_lists():
    assert evaluate(Comparison("fact", "w", "in", ("low", "high")), Known(facts={"w": "high"})) is T
    assert evaluate(Comparison("fact", "w", "in", ("low", "high")), Known(facts={"w": "none"})) is F
    assert evaluate(Comparison("fact", "w", "is", "low"), Known(facts={"w": "low"})) is T
    assert evaluate(Comparison("fact", "w", "is", False), Known(facts={"w": True})) is F


@pytest.mark.parametrize(
    ("word", "operand", "truth"),
    [
        ("below", 600, F),
        ("below", 601, U),
        ("below", 801, T),
        ("at-most", 599, F),
        ("at-most", 600, U),
        ("at-most", 800, T),
        ("above", 599, T),
        ("above", 600, U),
        ("above", 800, F),
        ("at-least", 600, T),
        ("at-least", 800, U),
        ("at-least", 801, F),
        ("is", 700, U),
        ("is", 599, F),
        ("in", (100, 800), U),
        ("in", (100, 900), F),
        ("is", "low", F),
    ],
)
def test_a_bound_inside_an_interval_is_undetermined(word, operand, truth):
    assert evaluate(Comparison("fact", "x", word, operand), Known(facts={"x": Interval(600, 800)})) is truth


@given(RANDOMS)
def test_an_interval_of_one_value_is_that_value(random: Random):
    comparison = Comparison("fact", "x", random.choice(["below", "at-most", "above", "at-least", "is"]), 500)
    value = random.choice([499, 500, 501])
    exact, interval = Known(facts={"x": value}), Known(facts={"x": Interval(value, value)})
    assert evaluate(comparison, exact) is evaluate(comparison, interval)


def _completed(random: Random, known: Known) -> Known:
    """Return the village with every missing value found out and every interval narrowed to one value."""
    full = random_village(random, missing=0.0)
    facts = {**full.facts, **known.facts}
    facts = {k: random.randint(v.low, v.high) if isinstance(v, Interval) else v for k, v in facts.items()}
    findings = {k: random.choice([F, T]) if v is U else v for k, v in known.findings.items()}
    return Known({**full.scores, **known.scores}, facts, findings)


def _random_known(random: Random) -> Known:
    village = random_village(random)
    return Known(village.scores, village.facts, {name: random.choice(list(Truth)) for name in ("a", "b", "c")})


@given(RANDOMS)
def test_what_is_true_or_false_stays_so_whatever_the_missing_values_are(random: Random):
    condition, known = random_condition(random, ["a", "b", "c"]), _random_known(random)
    truth = evaluate(condition, known)
    if truth is not U:
        assert evaluate(condition, _completed(random, known)) is truth


@given(RANDOMS)
def test_de_morgan(random: Random):
    members = tuple(random_condition(random, ["a", "b", "c"], 2) for _ in range(3))
    known = _random_known(random)
    assert evaluate(Not(All(members)), known) is evaluate(Any(tuple(Not(m) for m in members)), known)
    assert evaluate(Not(Any(members)), known) is evaluate(All(tuple(Not(m) for m in members)), known)


@given(RANDOMS)
def test_the_support_alone_decides_the_condition(random: Random):
    condition, known = random_condition(random, ["a", "b", "c"]), _random_known(random)
    truth = evaluate(condition, known)
    supporting = set(support(condition, known))
    assert supporting
    assert supporting <= set(comparisons(condition))
    names = {(c.reads, c.name) for c in supporting}
    if truth is U:
        assert all(evaluate(c, known) is U for c in supporting)
    else:
        assert all(evaluate(c, known) is not U for c in supporting)
        only = Known(
            {k: v for k, v in known.scores.items() if ("score", k) in names},
            {k: v for k, v in known.facts.items() if ("fact", k) in names},
            {k: v for k, v in known.findings.items() if ("finding", k) in names},
        )
        assert evaluate(condition, only) is truth


@given(RANDOMS)
def test_settling_the_open_comparisons_settles_the_condition(random: Random):
    condition, known = random_condition(random, ["a", "b", "c"]), _random_known(random)
    if evaluate(condition, known) is U:
        names = {(c.reads, c.name) for c in support(condition, known)}
        full = _completed(random, known)
        settled = Known(
            {**known.scores, **{k: v for k, v in full.scores.items() if ("score", k) in names}},
            {**known.facts, **{k: v for k, v in full.facts.items() if ("fact", k) in names}},
            {**known.findings, **{k: v for k, v in full.findings.items() if ("finding", k) in names}},
        )
        assert evaluate(condition, settled) is not U


def test_a_named_threshold_is_the_latest_not_after_the_date_and_keeps_its_name():
    day = datetime.date
    cut = Parameter.model_construct(unit="score", values={day(2020, 1, 1): 0.4, day(2024, 1, 1): 0.58})
    people = Parameter.model_construct(unit="count", values={day(2020, 1, 1): 2000})
    condition = All(
        (Comparison("score", "x", "below", Named("cut")), Not(Comparison("fact", "p", "at-least", Named("p"))))
    )
    parameters = {"cut": cut, "p": people}
    early, late = (resolve(condition, parameters, day(year, 12, 31)) for year in (2023, 2024))
    assert [c.operand for c in comparisons(early)] == [400, 2_000_000]  # facts are thousandths, counts too
    assert [c.operand for c in comparisons(late)] == [580, 2_000_000]
    assert [c.parameter for c in comparisons(late)] == ["cut", "p"]


def test_names_read_are_told_apart_by_kind():
    condition = All((Comparison("score", "x", "below", 1), Any((Comparison("fact", "x", "is", True), Not(A)))))
    assert [names_read(condition, kind) for kind in ("score", "fact", "finding")] == [{"x"}, {"x"}, {"a"}]


def test_the_generator_draws_every_operator_and_kind():
    drawn = [random_comparison(Random(seed), ["a"]) for seed in range(500)]
    assert {c.word for c in drawn} == {"below", "at-most", "above", "at-least", "is", "in"}
    assert {c.reads for c in drawn} == {"score", "fact", "finding"}
    assert any(c.name in YES_NO for c in drawn)


# Two bounds on one name in one mapping


def read(raw):
    mistakes = []
    return read_condition(raw, (), lambda path, key, **values: mistakes.append((path, key))), mistakes


BAND = {"score": "water", "above": 0.4, "below": "cut-off"}
LOWER, UPPER = Comparison("score", "water", "above", 400), Comparison("score", "water", "below", Named("cut-off"))


def test_a_band_is_both_of_its_bounds():
    assert read(BAND) == (All((LOWER, UPPER)), [])
    assert read({"fact": "km", "at-most": 9, "at-least": 2}) == (
        All((Comparison("fact", "km", "at-most", 9000), Comparison("fact", "km", "at-least", 2000))),
        [],
    )


def test_a_band_among_all_is_two_members_and_under_any_and_not_it_stays_one():
    other = {"finding": "a"}
    assert read({"all": [other, BAND]}) == (All((A, LOWER, UPPER)), [])
    assert read({"all": [{"all": [other, BAND]}]}) == (All((All((A, LOWER, UPPER)),)), [])
    assert read({"any": [BAND, other]}) == (Any((All((LOWER, UPPER)), A)), [])
    assert read({"not": BAND}) == (Not(All((LOWER, UPPER))), [])


def test_both_bounds_of_a_band_are_told_where_wrong():
    condition, mistakes = read({"score": "water", "above": 4, "below": 8})
    assert condition is None
    assert mistakes == [(("above",), "bad-bound.score"), (("below",), "bad-bound.score")]
