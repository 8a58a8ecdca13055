"""The outlook in time and as a chance: laws over all gains, its table, closing rates beside steps, and the words."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import tries
from shipped import of_district, results

import recommender as rec
from recommender.knowledge.reference_tables import OUTLOOK, QUANTILES, Gains, check_tables, outlook_gains
from recommender.model.frameworks import Framework
from recommender.model.knowledge import TableFile
from recommender.model.settings import Settings, settings_for
from recommender.outputs.sections.outlook import chance_words, closing_sentence, tenths
from recommender.outputs.words import Words
from recommender.pipeline.assembling.chance import chances, share_at_most
from recommender.pipeline.assembling.outlook import seen

SLUG = "idm"
CLASSES = ("sangat-tertinggal", "tertinggal", "berkembang", "maju", "mandiri")
POINTS = st.integers(0, 1000).map(lambda thousandths: Fraction(thousandths, 1000))
QUANTILE = st.integers(-200, 300).map(lambda thousandths: Fraction(thousandths, 1000))
GAINS = st.builds(
    lambda villages, quantiles: Gains(villages, Fraction(0), tuple(sorted(quantiles))),
    st.integers(1, 3000),
    st.lists(QUANTILE, min_size=len(QUANTILES), max_size=len(QUANTILES)),
)
SHARE = st.integers(0, 1000)


@pytest.fixture(scope="module")
def framework(kb: rec.KnowledgeBase) -> Framework:
    return kb.frameworks[SLUG]


@pytest.fixture(scope="module")
def settings(kb: rec.KnowledgeBase) -> Settings:
    return settings_for(kb, 2027)


@pytest.fixture(scope="module")
def plans() -> list[rec.Plan]:
    return [result.plan for result in results(of_district(1) + of_district(2))]


# A class as a chance --------------------------------------------------------------------------------------------------


@given(index=POINTS, gains=GAINS)
@tries(200)
def test_chances_add_up_to_a_thousand_and_no_class_is_certain(kb: rec.KnowledgeBase, index: Fraction, gains: Gains):
    chance = chances(kb.frameworks[SLUG], index, gains)
    assert tuple(chance) == CLASSES
    assert sum(chance.values()) == 1000
    assert all(part >= 0 for part in chance.values())
    if gains.villages < 900:
        assert max(chance.values()) < 1000


@given(index=POINTS, more=POINTS, gains=GAINS)
@tries(200)
def test_more_effect_never_lowers_the_chance_of_a_higher_class(
    kb: rec.KnowledgeBase, index: Fraction, more: Fraction, gains: Gains
):
    less, greater = (list(chances(kb.frameworks[SLUG], at, gains).values()) for at in (index, index + more))
    for bound in range(1, len(CLASSES)):
        assert sum(greater[bound:]) >= sum(less[bound:])


@given(gains=GAINS, gain=QUANTILE, more=POINTS)
def test_the_share_that_gains_at_most_so_much_rises_from_none_to_all(gains: Gains, gain: Fraction, more: Fraction):
    quantiles = gains.quantiles
    assert 0 <= share_at_most(gain, quantiles) <= share_at_most(gain + more, quantiles) <= 1
    assert share_at_most(quantiles[-1], quantiles) == 1
    assert share_at_most(quantiles[0] - Fraction(1, 1000), quantiles) == 0


def test_the_chance_is_the_share_of_counted_villages_that_gain_enough(framework: Framework):
    """By hand: 98 villages; a quarter gains 0.02 or more, and 0.02 is lacking: (0.25 · 98 + 1) / 100 = 0.255."""
    quantiles = tuple(map(Fraction, ("-0.03", "-0.02", "-0.01", "0", "0.01", "0.02", "0.03", "0.04", "0.05")))
    chance = chances(framework, Fraction("0.6872"), Gains(98, Fraction(0), quantiles))
    assert chance == {"sangat-tertinggal": 0, "tertinggal": 10, "berkembang": 735, "maju": 245, "mandiri": 10}


@given(parts=st.lists(st.integers(0, 1000), min_size=4, max_size=4))
def test_tenths_add_up_to_ten_and_are_never_a_tenth_off(parts: list[int]):
    bounds = [0, *sorted(parts), 1000]
    chance = {slug: high - low for slug, (low, high) in zip(CLASSES, itertools.pairwise(bounds), strict=True)}
    of_ten = tenths(chance)
    assert sum(of_ten.values()) == 10
    assert all(abs(100 * of_ten[slug] - chance[slug]) < 100 for slug in chance)


# Works in time --------------------------------------------------------------------------------------------------------


def test_an_effect_is_seen_bit_by_bit_until_all_that_counts_is(settings: Settings):
    levels = [Fraction(0), *[Fraction(1)] * 5]
    parts = [seen(levels[:year], levels[:year], settings) for year in range(1, len(levels) + 1)]
    assert parts == sorted(parts)
    assert parts[0] == 0
    assert parts[1] == Fraction(settings.outlook_own * settings.outlook_first_year, 10**6)
    assert parts[3:] == [Fraction(settings.outlook_own, 1000)] * 3
    assert settings.outlook_first_year <= settings.outlook_second_year <= 1000


@given(rises=st.lists(st.tuples(SHARE, SHARE), min_size=1, max_size=5), which=st.integers(0, 4), more=SHARE)
def test_more_gain_is_never_seen_as_less(settings: Settings, rises: list[tuple[int, int]], which: int, more: int):
    def levels(steps: list[tuple[int, int]]) -> Fraction:
        own = list(itertools.accumulate((Fraction(mine) for mine, _ in steps), initial=Fraction(0)))
        everything = list(itertools.accumulate((Fraction(mine + other) for mine, other in steps), initial=Fraction(0)))
        return seen(own, everything, settings)

    place = which % len(rises)
    greater = [(mine + more * (number == place), other) for number, (mine, other) in enumerate(rises)]
    assert levels(greater) >= levels(rises)


# Rows of the document -------------------------------------------------------------------------------------------------


def test_a_row_is_now_and_what_is_gained_anyway_and_what_works_bring(plans: list[rec.Plan], kb: rec.KnowledgeBase):
    told = 0
    for plan in plans:
        index = plan.scores.index
        if index is None or index.value is None or index.framework != SLUG:
            continue
        for number, row in enumerate(plan.outlook, start=1):
            gains = outlook_gains(kb, SLUG, str(index.class_), number)
            assert gains is not None
            assert row.chance is not None
            assert row.works is not None
            assert (row.villages, row.anyway) == (gains.villages, float(gains.usual))
            assert row.expected.index == pytest.approx(min(1, index.value + float(gains.usual) + row.works))
            assert row.trend.index == pytest.approx(min(1, index.value + float(gains.trend)))
            assert 0 <= row.works <= row.all_done.index - index.value + 1e-9
            assert sum(row.chance.values()) == 1000
            told += 1
    assert told >= 30


def test_a_framework_without_a_panel_tells_no_chance(kb: rec.KnowledgeBase):
    assert outlook_gains(kb, "indeks-desa", "maju", 1) is None


def test_nobody_was_followed_longer_than_the_table_says(kb: rec.KnowledgeBase):
    assert (
        outlook_gains(kb, SLUG, "maju", 9) == outlook_gains(kb, SLUG, "maju", 3) != outlook_gains(kb, SLUG, "maju", 2)
    )


def test_no_village_of_a_step_is_said_to_rise_by_it(plans: list[rec.Plan], kb: rec.KnowledgeBase):
    told = 0
    for plan in plans:
        for step in plan.steps:
            closing = step.closing
            if closing is None:
                continue
            told += 1
            assert closing.indicator in step.improves
            level = plan.values[closing.indicator]
            assert closing.score == kb.frameworks[str(plan.data.framework)].score(level)
            most = max(change.to - change.from_ for change in step.improves.values())
            change = step.improves[closing.indicator]
            assert change.to - change.from_ == most
            assert 0 <= closing.rose_1y <= 1000
            if closing.rose_3y is not None and closing.low is not None and closing.high is not None:
                assert closing.low <= closing.rose_3y <= closing.high
            for lang, never in (("id", "bukan hasil kegiatan ini"), ("en", "no effect of this work")):
                assert never in closing_sentence(step, Words(kb, lang))
    assert told >= 20


@pytest.mark.parametrize(
    ("lang", "some", "nearly"), [("id", "7 Maju", "hampir semua Maju"), ("en", "7 Advanced", "nearly all Advanced")]
)
def test_a_class_is_told_of_ten_villages(
    plans: list[rec.Plan], kb: rec.KnowledgeBase, lang: str, some: str, nearly: str
):
    plan = next(plan for plan in plans if plan.data.framework == SLUG)
    words, row = Words(kb, lang), plan.outlook[0]
    chance = dict.fromkeys(CLASSES, 0)
    text = chance_words(plan, row.model_copy(update={"chance": chance | {"maju": 680, "berkembang": 320}}), words)
    assert text.startswith(f"{some}, 3 ")
    assert chance_words(plan, row.model_copy(update={"chance": chance | {"maju": 980, "mandiri": 20}}), words) == nearly


# The table ------------------------------------------------------------------------------------------------------------

HEAD = "framework,class,year,n,trend," + ",".join(f"q{share}" for share in QUANTILES)
ROW = "idm,maju,1,90,0.01,-0.03,-0.02,-0.01,0,0.01,0.02,0.03,0.04,0.05"


def _problems(kb: rec.KnowledgeBase, *lines: str) -> list[str]:
    table = TableFile("catalog/codes/outlook.csv", "\n".join((HEAD, *lines)).encode())
    changed = kb.model_copy(update={"tables": {**kb.tables, OUTLOOK: (table,)}})
    return [problem.message_id or "" for problem in check_tables(changed) if problem.where.startswith(table.path)]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        (ROW, 0),
        (ROW.replace("0.05", "five"), 1),
        (ROW.replace("0.05", "0.005"), 1),
        (ROW.replace("maju", "majoo"), 1),
        (ROW.replace("idm", "idx"), 1),
        (ROW.replace(",1,90", ",0,90"), 1),
        (ROW.replace(",1,90", ",1,0"), 1),
        (ROW.replace(",0.05", ""), 1),
    ],
)
def test_an_unsound_row_of_the_table_is_named(kb: rec.KnowledgeBase, line: str, count: int):
    assert len(_problems(kb, line)) == count


def test_the_shipped_table_has_every_class_in_every_year_and_gains_grow(kb: rec.KnowledgeBase):
    for slug in CLASSES:
        found: list[Any] = [outlook_gains(kb, SLUG, slug, year) for year in (1, 2, 3)]
        assert [one.usual for one in found] == sorted(one.usual for one in found)
        assert [one.trend for one in found] == sorted(one.trend for one in found)
        assert all(one.villages >= 30 for one in found)
