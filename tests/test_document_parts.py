"""Parts of the plan document take what they say from what they are made of, under the same names."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from pydantic import ValidationError

from recommender.model.plan_parts import DataInfo, DataProblem, DimensionScore, UndeterminedRule, VillageIdentity
from recommender.model.scores import DimensionStanding
from recommender.model.village import Village


def test_fields_are_as_the_origin_has_them():
    village = Village("11.01", "kemendagri", "Sukamaju", "Tengah", "Utara", "Timur")
    identity = VillageIdentity.copied(village)
    assert identity.model_dump() == {
        "code": "11.01", "code_scheme": "kemendagri", "name": "Sukamaju", "subdistrict": "Tengah",
        "district": "Utara", "province": "Timur",
    }  # fmt: skip


def test_what_is_given_takes_the_place_of_what_the_origin_has():
    standing = DimensionStanding(score=710, weak=True, measured=9, of=10)
    assert DimensionScore.copied(standing, score=0.71) == DimensionScore(score=0.71, weak=True, measured=9, of=10)


def test_a_field_that_neither_has_is_missed():
    with pytest.raises(ValidationError, match="missing"):
        UndeterminedRule.copied(SimpleNamespace(rule="dry"))
    with pytest.raises(ValidationError, match="extra"):
        UndeterminedRule.copied(SimpleNamespace(rule="dry", missing=[]), invented=1)


def test_recovered_and_confirmed_indicators_are_told_by_the_data():
    found = [
        DataProblem(code=code, where=where, message="m")
        for code, where in (
            ("recovered-value", "office-internet"),
            ("bad-year", "a.csv:3"),
            ("confirmed-value", "road"),
        )
    ]
    data = DataInfo(framework="idm", year=2024, source="table", sha256="0", problems=found)
    assert (data.recovered, data.confirmed) == (("office-internet",), ("road",))
    assert "recovered" not in data.model_dump()
