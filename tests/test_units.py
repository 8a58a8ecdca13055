"""Which numbers are whole is decided once: wherever a number is proposed, read or checked, nobody gets 1.001 years."""

from __future__ import annotations

from typing import get_args

import pytest

from recommender.knowledge.possible_values import number_parts
from recommender.language.errors import Problem
from recommender.model.conditions import SCALE
from recommender.model.facts import Fact
from recommender.model.knowledge import Parameter
from recommender.model.units import WHOLE_UNITS, is_whole
from recommender.model.village import Village
from recommender.request.options import Options
from recommender.verbs.asking.answers import answers_to
from recommender.verbs.what_if.changes import Case
from recommender.verbs.what_if.village_changes import FactChange
from recommender.villages.facts import read_fact

TYPES = [unit for unit in get_args(Fact.model_fields["type"].annotation) if unit not in ("yes-no", "word")]
UNITS = get_args(Parameter.model_fields["unit"].annotation)
BOUNDS = (SCALE, 4 * SCALE)


def fact_of(unit: str) -> Fact:
    text = {"id": "a", "en": "a"}
    return Fact.model_validate({"name": text, "question": text, "type": unit})


def test_every_whole_unit_is_a_unit_of_parameters_or_facts():
    assert set(TYPES) | set(UNITS) >= WHOLE_UNITS
    assert not is_whole("km")
    assert not is_whole("share")


@pytest.mark.parametrize("unit", TYPES)
def test_values_that_stand_for_all_others_are_whole_where_the_unit_is(unit):
    found = [*number_parts(fact_of(unit), set(BOUNDS)), *answers_to(fact_of(unit), BOUNDS)]
    assert found
    assert all(value % SCALE == 0 for value in found) or not is_whole(unit)
    assert any(value % SCALE for value in found) or is_whole(unit)


@pytest.mark.parametrize("unit", TYPES)
def test_a_fraction_is_read_and_tried_only_where_the_unit_has_parts(unit):
    assert isinstance(read_fact("name", fact_of(unit), "0.5", "a.csv:2"), int) is not is_whole(unit)


def test_what_if_refuses_a_part_of_a_year(kb):
    name = next(name for name, fact in kb.facts.items() if fact.type == "years")
    case = Case(Village("1", "unknown"), Options(start_year=2027), kb)
    refused, taken = FactChange.of(name, 1500, case), FactChange.of(name, 2 * SCALE, case)
    assert isinstance(refused, Problem)
    assert refused.code == "unfit-answer"
    assert isinstance(taken, FactChange)
