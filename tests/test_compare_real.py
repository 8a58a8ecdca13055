"""Ten figures of a comparison of real villages, counted again from the JSON of their plans alone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from statistics import median
from typing import Any

import pytest
from villages_samples import SHARED, knowledge

import recommender as rec

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real data (../shared/data) is not here")
ARCHIVE = SHARED / "idm-api-kalimantan-jawa-bali-2021-2024.tar.gz"
EVERY = 14  # villages, one is planned: all years, provinces and classes are among them


@pytest.fixture(scope="module")
def told() -> tuple[rec.Comparison, list[dict[str, Any]]]:
    """Return the comparison by province, and the plans as a reader of the document finds them."""
    found = rec.read_villages(ARCHIVE, knowledge()).villages[::EVERY]
    results = [rec.recommend(village, knowledge(), start_year=2027, method="fast") for village in found]
    document = rec.document(results, knowledge(), rec.Options(start_year=2027, method="fast"))
    compared = rec.compare([result.plan for result in results], knowledge(), ["province"])
    return compared, json.loads(rec.to_json(document))["plans"]


def test_ten_figures_are_those_of_the_plans(told):
    found, plans = told
    overall, parts = found.overall, found.answers
    assert len(plans) > 20
    assert len(found.scope.groups) > 4

    # 1 villages of a province; 2 those of a class
    provinces = Counter(plan["village"]["code"].replace(".", "")[:2] for plan in plans)
    assert {row["province_code"]: row["villages"] for row in parts["known"].records()} == provinces
    classes = Counter(plan["scores"]["index"]["class"] for plan in plans)
    assert {row["class_of"]: row["villages"] for row in overall["classes"].records()} == classes

    # 3 share of a problem
    finding = Counter(one["rule"] for plan in plans for one in plan["findings"] if one["kind"] == "problem")
    open_ = Counter(one["rule"] for plan in plans for one in plan["undetermined"])
    for row in list(overall["problems"].records())[:10]:
        assert row["share"] == round(finding[row["rule"]] / (len(plans) - open_[row["rule"]]), 4)

    # 4 median of a dimension
    for row in overall["dimensions"].records():
        scores = [plan["scores"]["dimensions"][row["dimension"]]["score"] for plan in plans]
        assert row["median"] == pytest.approx(median(score for score in scores if score is not None), abs=5e-5)

    # 5 money of a year; 6 unused; 7 village money in all
    own = [row for plan in plans for row in plan["money"] if row["budget"] is not None]
    for row in overall["money"].records():
        of_year = [one for one in own if one["year"] == row["year"]]
        assert row["budget"] == sum(one["budget"] for one in of_year)
        assert row["unused"] == sum(one["left"] - one["reserve"] for one in of_year)
    steps = [(plan["village"]["code"].replace(".", ""), step) for plan in plans for step in plan["steps"]]
    (whole,) = (row for row in parts["gains"].records() if row["slice"] == "all")
    assert whole["own_money"] == sum(step["cost"]["total"] for _, step in steps if step["executor"] == "village")

    # 8 proposals one by one; 9 once for those who share
    asked = [(code, step) for code, step in steps if step["executor"] != "village"]
    assert sum(overall["asked"]["singly"]) == sum(step["cost"]["total"] for _, step in asked)
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for code, step in steps:
        shared = step["shared"]
        wide = 10 if shared is None else 4 if shared["group"] == "district" else 6
        groups[step["intervention"], code[:wide]].append(step)
    once = 0
    for members in groups.values():
        costs = sorted((step["cost"]["total"] for step in members), reverse=True)
        size = min(step["shared"]["villages"] if step["shared"] else 1 for step in members)
        payer = min(members, key=lambda step: step["year"])["executor"]
        once += sum(costs[::size]) if payer != "village" else 0
    assert sum(overall["asked"]["cost"]) == once
    assert once < sum(overall["asked"]["singly"]), "nothing is shared: the sample shows nothing"

    # 10 chances of the last year
    chances: Counter[str] = Counter()
    for plan in plans:
        chances.update((plan["outlook"][-1]["chance"] or {}) if plan["outlook"] else {})
    then: Counter[str] = Counter()
    for row in overall["transitions"].records():
        then[row["class_then"]] += row["expected_villages"]
    assert {slug: pytest.approx(count / 1000, abs=0.01) for slug, count in chances.items() if count} == {
        slug: count for slug, count in then.items() if count
    }


def test_mixed_years_of_the_archive_are_said(told):
    found, plans = told
    years = Counter(plan["data"]["year"] for plan in plans)
    if len(years) > 1:
        assert all(f"{year}: {count}" in found.notes[0].en for year, count in years.items())
