"""Real public data, where it lies beside the project: read whole, every value on its ladder, fast enough."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from villages_samples import SHARED, knowledge

from recommender.villages.reader import VillageSet, read_villages

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real data (../shared/data) is not here")
ARCHIVE = SHARED / "idm-api-kalimantan-jawa-bali-2021-2024.tar.gz"
PASER = SHARED / "idm-2024-paser-indicators.derived.csv"
FILES, VILLAGES = 1_291, 330


@pytest.fixture(scope="module")
def found() -> VillageSet:
    return read_villages(ARCHIVE, knowledge())


def test_every_answer_is_read_whole_and_quickly() -> None:
    start = time.perf_counter()
    found = read_villages(ARCHIVE, knowledge())
    seconds = time.perf_counter() - start
    assert (len(found), found.problems) == (VILLAGES, ())
    assert sum(len(village.years) for village in found) == FILES
    assert {len(year.values) for village in found for year in village.years} == {50}
    assert {len(year.published.components) for village in found for year in village.years} == {3}
    assert seconds < 3 * 3  # 0.8 s measured, 3 s wanted; a busy machine gets its share


def test_villages_come_sorted_with_their_years_and_names(found: VillageSet) -> None:
    assert [village.key for village in found] == sorted(village.key for village in found)
    assert all(village.name and village.subdistrict and village.district and village.province for village in found)
    assert all([y.year for y in v.years] == sorted(y.year for y in v.years) for v in found)
    assert {village.code_scheme for village in found} == {"kemendagri"}


def test_the_arithmetic_of_the_framework_gives_the_published_index(found: VillageSet) -> None:
    """All but the answers of 2024 in which the copied item hides the true value; those miss it by four points."""
    framework = knowledge().frameworks["idm"]
    wrong = []
    for village in found:
        for year in village.years:
            sums = dict.fromkeys(framework.components, 0)
            for item in framework.items.values():
                sums[item.component] += year.values[item.indicator]
            parts = {name: Fraction(sums[name], framework.components[name].divisor) for name in sums}
            index = sum(parts.values()) / len(parts)
            assert year.published.value is not None
            if abs(float(index) - year.published.value) > 1e-9:
                missed = round((Fraction(str(year.published.components["iks"])) - parts["iks"]) * 175)
                assert (year.year, abs(missed)) == (2024, 4)
                wrong.append(village.code)
            else:
                slug = [entry.slug for entry in framework.classes if index > entry.bound][-1]
                assert slug == year.published.class_slug
    assert len(wrong) == 38


def test_the_folder_and_the_archive_agree(found: VillageSet) -> None:
    folder = read_villages(SHARED / "idm-api-kaltim", knowledge())
    by_key = {village.key: village for village in found}
    assert len(folder) == 18
    assert all(by_key[village.key] == village for village in folder)
    both = read_villages([SHARED / "idm-api-kaltim", ARCHIVE], knowledge())
    assert both == read_villages([ARCHIVE, SHARED / "idm-api-kaltim"], knowledge())
    assert both.villages == found.villages


def test_the_table_of_paser_is_read_straight_from_its_file() -> None:
    found = read_villages(PASER, knowledge())
    assert len(found) == 126
    assert {len(village.years[0].values) for village in found} == {50}
    assert sorted(problem.code for problem in found.problems) == ["assumed-year", "unknown-scheme"]
    assert not [problem for problem in found.problems if problem.severity == "error"]
    told = read_villages(PASER, knowledge(), code_scheme="kemendagri", year=2024)
    assert told.problems == ()


def test_the_national_table_gives_the_published_index_of_every_rated_village() -> None:
    found = read_villages(SHARED / "idm-2024-national.derived.csv.gz", knowledge(), code_scheme="kemendagri")
    assert len(found) == 75_261
    assert [problem.code for problem in found.problems] == ["no-values"] * 4
    assert {year.year for village in found for year in village.years} == {2024}
