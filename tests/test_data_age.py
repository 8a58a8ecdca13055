"""What is said of data that may no longer hold: older than three years at the start, a code of no district."""

from __future__ import annotations

import pytest
from shipped import knowledge

import recommender as rec
from recommender.model.village import Village, YearData
from recommender.pipeline.engine import judge
from recommender.request.request import make_request


def said(code: str, year: int, start: int = 2027) -> list[str]:
    """Return the codes of what is said of a village with values of a year."""
    kb = knowledge()
    village = Village(code, "kemendagri", years=(YearData("idm", year, {"drinking-water": 3}),))
    judged = judge(village, kb, make_request(rec.Options(start, engine="reference"), kb))
    return [problem.code for problem in judged.scored.problems]


@pytest.mark.parametrize(("year", "is_old"), [(2022, True), (2023, True), (2024, False)])
def test_data_older_than_three_years_at_the_start_are_named(year: int, is_old: bool) -> None:
    assert ("old-data" in said("64.02.01.2001", year)) == is_old


def test_the_age_is_that_at_the_start_of_the_plan() -> None:
    assert "old-data" not in said("64.02.01.2001", 2022, 2025)


def test_a_code_of_no_district_in_a_known_province_is_named() -> None:
    assert "no-such-district" in said("64.99.01.2001", 2024)
    assert "no-such-district" not in said("64.02.01.2001", 2024)
    assert "no-such-district" not in said("99.01.01.2001", 2024)  # invented: no list knows the province either


def test_a_plan_says_both_in_its_data() -> None:
    kb = knowledge()
    village = Village("64.99.01.2001", "kemendagri", years=(YearData("idm", 2021, {"drinking-water": 3}),))
    problems = rec.recommend(village, kb, start_year=2027, method="fast").plan.data.problems
    assert {"old-data", "no-such-district"} <= {problem.code for problem in problems}
    assert all(problem.message_id for problem in problems)
