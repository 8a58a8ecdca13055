"""Published values -> scores: recovery, the index recomputed, classes, doubts, dimensions, derived facts."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support_knowledge import FILES, knowledge
from villages_samples import SHARED

from recommender.knowledge.loader import load_knowledge
from recommender.model.conditions import Interval
from recommender.model.knowledge import KnowledgeBase
from recommender.model.scores import Scored
from recommender.model.settings import settings_for
from recommender.model.village import PublishedIndex, Village, YearData
from recommender.pipeline.index import class_of, index_of
from recommender.pipeline.scoring import observe, recover, score_village
from recommender.villages.reader import read_villages

ARCHIVE = SHARED / "idm-api-kalimantan-jawa-bali-2021-2024.tar.gz"
SOUND = {"water": 5, "power": 5, "diversity": 1, "shops": 3}  # one: 11/15, two: 3/5, index 2/3


@pytest.fixture(scope="module")
def kb(tmp_path_factory) -> KnowledgeBase:
    return knowledge(tmp_path_factory.mktemp("kb"))


@pytest.fixture(scope="module")
def shipped() -> KnowledgeBase:
    return load_knowledge()


def year(year: int = 2024, published: PublishedIndex | None = None, recovered: Any = (), **values: int) -> YearData:
    return YearData("idx", year, {**SOUND, **values}, published or PublishedIndex(), tuple(recovered))


def scored(kb: KnowledgeBase, *years: YearData, data_year: int | None = None) -> Scored:
    return score_village(Village("1", "unknown", years=years), kb, settings_for(kb, 2025), data_year)


def one(total: int) -> PublishedIndex:
    return PublishedIndex(components={"one": total / 15})


def codes(result: Scored) -> list[str]:
    return [problem.code for problem in result.problems]


# Which year, and scores


def test_score_is_the_value_on_the_scale_and_a_missing_value_has_none(kb):
    result = score_village(
        Village("1", "unknown", years=(YearData("idx", 2024, {"water": 0, "power": 3}),)), kb, settings_for(kb, 2025)
    )
    assert result.scores == {"power": 600, "water": 0}
    assert result.index is not None
    assert (result.index.value, result.index.class_slug) == (None, None)
    assert result.index.components == {"one": None, "two": None}


def test_newest_year_with_values_is_planned_on_and_an_older_one_on_request(kb):
    years = (year(2022, water=0), year(2023, water=3), YearData("idx", 2024, {}))
    assert scored(kb, *years).year == 2023
    assert scored(kb, *years).previous[0] == 2022
    assert scored(kb, *years, data_year=2022).values["water"] == 0
    assert scored(kb, *years, data_year=2022).previous is None


def test_year_that_the_data_do_not_hold_is_named(kb):
    result = scored(kb, year(2022), year(2023), data_year=2021)
    assert (result.framework, result.scores) == (None, {})
    assert codes(result) == ["no-such-year"]
    assert "2022, 2023" in result.problems[0].message


def test_village_without_index_data_has_no_scores_and_no_problem(kb):
    result = scored(kb)
    assert (result.year, result.index, result.problems) == (None, None, ())
    assert {standing.score for standing in result.dimensions.values()} == {None}


# Recovery of the copied item (water printed as a copy of power)


def test_copied_item_is_recovered_from_the_published_total(kb):
    result = scored(kb, year(water=3, power=3, published=one(3 + 5 + 1)))
    assert result.values["water"] == 5
    assert result.scores["water"] == 1000
    assert result.doubtful == {"power": "contradicted", "water": "recovered"}
    assert codes(result) == ["recovered-value"]
    assert result.problems[0].severity == "warning"
    assert "A1 is printed as 3, a copy of A2" in result.problems[0].message


@pytest.mark.parametrize(
    ("case", "data"),
    [
        ("the total agrees", {"water": 3, "power": 3, "published": one(7)}),
        ("no total", {"water": 3, "power": 3}),
        ("not a copy", {"water": 3, "power": 5, "published": one(10)}),
        ("no level of the ladder", {"water": 3, "power": 3, "published": one(3 + 4 + 1)}),
        ("no whole points", {"water": 3, "power": 3, "published": PublishedIndex(components={"one": 8.5 / 15})}),
        ("another year", {"year": 2023, "water": 3, "power": 3, "published": one(9)}),
        ("beyond the scale", {"water": 3, "power": 3, "published": one(3 + 6 + 1)}),
    ],
)
def test_nothing_is_recovered_where(case, data, kb):
    values, recovered, problems = recover(year(**data), kb.frameworks["idx"])
    assert (values["water"], recovered, problems) == (3, (), ())


def test_nothing_is_recovered_where_another_item_is_missing(kb):
    data = YearData("idx", 2024, {"water": 3, "power": 3}, one(9))
    assert recover(data, kb.frameworks["idx"])[0] == {"water": 3, "power": 3}


@given(st.sampled_from([0, 3, 5]), st.sampled_from([0, 3, 5]), st.sampled_from([1, 5]))
def test_recovery_gives_back_whatever_was_hidden(kb, water, power, diversity):
    data = year(water=power, power=power, diversity=diversity, published=one(water + power + diversity))
    values, recovered, _ = recover(data, kb.frameworks["idx"])
    assert values["water"] == water
    assert recovered == (("water",) if water != power else ())


# The index


def test_index_is_the_exact_mean_of_exact_components(kb):
    result = scored(kb, year())
    assert result.index.components == {"one": Fraction(11, 15), "two": Fraction(3, 5)}
    assert result.index.value == Fraction(2, 3)
    assert result.index.class_slug == "middle"


@pytest.mark.parametrize(
    ("value", "slug"),
    [
        (Fraction(0), "low"),
        (Fraction(1, 2), "low"),
        (Fraction(1, 2) + Fraction(1, 10**12), "middle"),
        (Fraction(4, 5), "middle"),
        (Fraction(4, 5) + Fraction(1, 10**12), "high"),
        (Fraction(1), "high"),
    ],
)
def test_class_begins_strictly_above_its_bound(kb, value, slug):
    assert class_of(kb.frameworks["idx"], value) == slug


def test_rounded_index_is_classed_as_rounded(tmp_path):
    text = FILES["catalog/frameworks/idx.yaml"].replace("index-scale: 1\n", "index-scale: 100\ndecimals: 2\n")
    base = knowledge(tmp_path, {"catalog/frameworks/idx.yaml": text})
    assert index_of(base.frameworks["idx"], SOUND) == Fraction("66.67")


def test_published_index_that_differs_is_named_and_the_recomputed_one_is_used(kb):
    assert codes(scored(kb, year(published=PublishedIndex(value=2 / 3, class_slug="middle")))) == []
    assert codes(scored(kb, year(published=PublishedIndex(value=2 / 3 + 1e-10)))) == []
    result = scored(kb, year(published=PublishedIndex(value=0.6667, class_slug="high")))
    assert codes(result) == ["index-differs", "class-differs"]
    assert (result.index.value, result.index.class_slug, result.index.published) == (Fraction(2, 3), "middle", 0.6667)


# Doubts


def test_fall_of_three_points_within_a_year_is_doubtful(kb):
    assert scored(kb, year(2023, shops=5), year(2024, shops=1)).doubtful == {"shops": "fell"}
    assert scored(kb, year(2023, water=3), year(2024, water=0)).doubtful == {"water": "fell"}
    assert scored(kb, year(2023, shops=3), year(2024, shops=1)).doubtful == {}


def test_fall_is_confirmed_when_both_years_are_low_or_the_years_are_not_neighbours(kb):
    assert scored(kb, year(2022, shops=5), year(2023, shops=1), year(2024, shops=1)).doubtful == {}
    assert scored(kb, year(2022, shops=5), year(2024, shops=1)).doubtful == {}


def test_fall_is_measured_from_the_recovered_value_of_the_year_before(tmp_path):
    text = FILES["catalog/frameworks/idx.yaml"].replace("years: [2024]", "years: [2023]")
    base = knowledge(tmp_path, {"catalog/frameworks/idx.yaml": text})
    before = year(2023, water=0, power=0, published=one(0 + 5 + 1))
    assert scored(base, before, year(2024, water=0, power=0)).doubtful == {"water": "fell"}


def test_condition_that_contradicts_a_value_makes_it_doubtful_only_where_it_is_known(kb):
    assert scored(kb, year(power=3)).doubtful == {"power": "contradicted"}
    assert scored(kb, year(power=3, water=3)).doubtful == {}
    without_water = YearData("idx", 2024, {"power": 3})
    assert score_village(Village("1", "x", years=(without_water,)), kb, settings_for(kb, 2025)).doubtful == {}


def test_what_was_low_the_year_before_too_does_not_contradict_the_rest(kb):
    def doubts(*years: YearData) -> Any:
        return scored(kb, *years).doubtful

    assert doubts(year(2023, power=3, shops=5), year(2024, power=3)) == {}
    assert doubts(year(2023, power=1, shops=5), year(2024, power=3)) == {}
    assert doubts(year(2023, power=5), year(2024, power=3)) == {"power": "contradicted"}  # not low before
    assert doubts(year(2022, power=3, shops=5), year(2024, power=3)) == {"power": "contradicted"}  # not the year before
    assert doubts(year(2023, power=3), year(2024, power=3)) == {}  # though the year was carried over as a whole


def test_value_recovered_by_the_reader_is_doubtful_too(kb):
    assert scored(kb, year(recovered=["shops"])).doubtful == {"shops": "recovered"}


def test_year_carried_over_from_the_year_before_is_named_and_changes_nothing(kb):
    copied = scored(kb, year(2023), year(2024))
    assert codes(copied) == ["carried-over"]
    assert copied.doubtful == {}
    assert codes(scored(kb, year(2023), year(2024, shops=5))) == []
    assert codes(scored(kb, year(2022), year(2024))) == []


# Dimensions


def test_dimension_is_the_mean_of_its_actionable_indicators(kb):
    living = scored(kb, year(water=3, power=5)).dimensions["living"]
    assert (living.score, living.weak, living.measured, living.of) == (800, False, 2, 2)  # diversity is no aim
    economy = scored(kb, year()).dimensions["economy"]
    assert (economy.score, economy.weak, economy.measured, economy.of) == (600, True, 1, 1)


def test_dimension_at_its_cut_off_is_not_weak(tmp_path):
    text = FILES["catalog/parameters.yaml"].replace("values: {2024-01-01: 0.7}", "values: {2024-01-01: 0.6}", 1)
    base = knowledge(tmp_path, {"catalog/parameters.yaml": text})
    assert scored(base, year(shops=3)).dimensions["economy"].weak is False


def test_dimension_without_a_measured_aim_has_no_score(kb):
    result = score_village(
        Village("1", "x", years=(YearData("idx", 2024, {"diversity": 5}),)), kb, settings_for(kb, 2025)
    )
    living = result.dimensions["living"]
    assert (living.score, living.weak, living.measured, living.of) == (None, None, 0, 2)


# What is observed


def observed(kb: KnowledgeBase, *years: YearData, **facts: Any) -> Any:
    village = Village("1", "unknown", years=years, facts=facts)
    return observe(village, kb, score_village(village, kb, settings_for(kb, 2025)))


def test_fact_is_derived_from_a_level_as_value_or_interval(kb):
    assert observed(kb, year(power=5)).facts["powered-share"] == 1000
    assert observed(kb, year(power=3, water=0)).facts["powered-share"] == Interval(500, 900)
    assert observed(kb, year(power=0, water=0)).facts["powered-share"] == 0


def test_fact_of_the_year_before_is_read_there(kb):
    assert observed(kb, year(2023, water=5), year(2024, water=0)).facts["had-water"] is True
    assert observed(kb, year(2023, water=0), year(2024, water=5)).facts["had-water"] is False
    assert "had-water" not in observed(kb, year(2024)).facts


def test_given_fact_beats_the_derived_one(kb):
    seen = observed(kb, year(2023, water=5), year(2024, water=0), **{"had-water": False, "powered-share": 250})
    assert seen.facts["had-water"] is False
    assert seen.facts["powered-share"] == 250
    assert seen.doubtful_facts == frozenset()


def test_fact_derived_from_a_doubtful_value_is_doubtful(kb):
    seen = observed(kb, year(power=3))
    assert seen.doubtful == {"power"}
    assert seen.doubtful_facts == {"powered-share"}
    # What was read of the year before is not made doubtful by this year's value.
    assert observed(kb, year(2023, water=5), year(2024, water=0)).doubtful_facts == frozenset()


def test_assumption_stands_only_for_an_unknown_fact(kb):
    assert observed(kb, year()).assumed == {"households": 600_000}
    assert observed(kb, year(), households=120_000).assumed == {}


def test_missing_facts_are_absent_not_false(kb):
    assert "coastal" not in observed(kb, year()).facts
    assert "coastal" not in observed(kb, year()).assumed


# The published data of 330 villages


@pytest.fixture(scope="module")
def answers(shipped) -> list[tuple[YearData, dict[str, int], tuple[str, ...]]]:
    if not ARCHIVE.is_file():
        pytest.skip("the real data (../shared/data) is not here")
    framework = shipped.frameworks["idm"]
    every = [data for village in read_villages(ARCHIVE, shipped) for data in village.years]
    return [(data, *recover(data, framework)[:2]) for data in every]


def test_every_real_answer_gives_its_published_index_and_class(answers, shipped):
    framework = shipped.frameworks["idm"]
    assert len(answers) == 1291
    for data, values, _ in answers:
        index = index_of(framework, values)
        assert index is not None
        assert abs(float(index) - data.published.value) < 1e-9
        assert class_of(framework, index) == data.published.class_slug


def test_exactly_the_copied_office_internet_of_38_real_answers_is_recovered(answers):
    recovered = Counter((data.year, names) for data, _, names in answers)
    assert {key: count for key, count in recovered.items() if key[1]} == {(2024, ("village-office-internet",)): 38}


def test_all_scores_of_real_answers_are_levels_of_the_scale(answers, shipped):
    framework = shipped.frameworks["idm"]
    for _, values, _ in answers:
        assert all(value in framework.by_indicator[name].levels for name, value in values.items())
        assert all(framework.score(value) == value * 200 for value in values.values())


def test_electricity_is_doubtful_below_full_where_the_signal_is_not_weak(shipped):
    full = {item.indicator: item.values[-1] for item in shipped.frameworks["idm"].items.values()}
    settings = settings_for(shipped, 2025)

    def doubts(**changed: int) -> Any:
        values = {**full, **{name.replace("_", "-"): value for name, value in changed.items()}}
        village = Village("1", "unknown", years=(YearData("idm", 2024, values),))
        return score_village(village, shipped, settings).doubtful

    assert doubts() == {}
    assert doubts(household_electricity=4) == {"household-electricity": "contradicted"}
    weakest = shipped.frameworks["idm"].by_indicator["phone-signal"].values[0]
    assert doubts(household_electricity=4, phone_signal=weakest) == {}
