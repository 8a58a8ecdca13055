"""What other programs rely on in a plan document: each promise is one test, over plans of many options."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from document_samples import FUND, ROOT, START, YEARS, Json, documents, kb, plans, texts

import recommender as rec
from recommender.model.plan import PlanDocument

__all__ = ["documents", "kb", "plans", "texts"]


def every(value: Any) -> Iterator[Any]:
    """Yield a JSON value and all that stands in it."""
    yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for entry in inside:
        yield from every(entry)


# The whole ------------------------------------------------------------------------------------------------------------


def test_the_schema_holds(documents: dict[str, Json]) -> None:
    validator = jsonschema.Draft202012Validator(PlanDocument.model_json_schema(by_alias=True))
    for document in documents.values():
        assert [error.message for error in validator.iter_errors(document)] == []


def test_keys_come_in_the_order_of_the_schema(documents: dict[str, Json]) -> None:
    schema = PlanDocument.model_json_schema(by_alias=True)
    for document in documents.values():
        assert list(document) == list(schema["properties"])
        for plan in document["plans"]:
            assert list(plan) == list(schema["$defs"]["Plan"]["properties"])
            for step in plan["steps"]:
                assert list(step) == list(schema["$defs"]["Step"]["properties"])


def test_the_text_is_utf_8_without_nan_and_ends_with_a_line(texts: dict[str, str]) -> None:
    for text in texts.values():
        text.encode("utf-8")
        assert text.endswith("}\n")
        json.loads(text, parse_constant=lambda name: pytest.fail(name))


def test_plans_are_sorted_by_code_and_every_village_has_one(documents: dict[str, Json]) -> None:
    codes = [plan["village"]["code"] for plan in documents["default"]["plans"]]
    assert codes == sorted(codes)
    assert len(codes) == 15


def test_the_program_and_its_knowledge_are_named(documents: dict[str, Json], kb: rec.KnowledgeBase) -> None:
    for document in documents.values():
        assert document["schema_version"] == 1
        assert document["engine"]["name"] == "recommender"
        assert document["knowledge"]["sha256"] == kb.sha256
        assert document["options"]["engine"] in ("durable", "reference")


def test_options_hold_every_default_and_no_path(documents: dict[str, Json], texts: dict[str, str]) -> None:
    stated = documents["default"]["options"]
    assert (stated["start_year"], stated["years"], stated["budget_given"]) == (START, YEARS, False)
    assert stated["budget"][FUND] > 0
    assert stated["method"] == "exact"
    assert all(str(ROOT) not in text and "examples" not in text for text in texts.values())


def test_money_is_whole_codes_are_text_and_years_are_integers(plans: list[Json]) -> None:
    for plan in plans:
        assert isinstance(plan["village"]["code"], str)
        assert isinstance(plan["data"]["year"], int)
        for row in plan["money"]:
            assert all(type(row[key]) in (int, type(None)) for key in ("year", "budget", "planned", "left", "reserve"))
        for step in plan["steps"]:
            cost = step["cost"]
            amounts = [cost["total"], cost["low"], cost["high"], *cost["by_source"].values(), *cost["by_year"].values()]
            assert all(type(amount) is int and amount >= 0 for amount in amounts)
            assert step["budget_code"] is None or isinstance(step["budget_code"], str)


def test_lists_are_sorted(plans: list[Json]) -> None:
    for plan in plans:
        for key, name in (("findings", "rule"), ("undetermined", "rule"), ("deferred", "intervention")):
            names = [entry[name] for entry in plan[key]]
            assert names == sorted(set(names))
        facts = [entry["fact"] for entry in plan["assumptions"]]
        assert facts == sorted(set(facts))
        assert plan["met"] == sorted(set(plan["met"]))
        for step in plan["steps"]:
            for key in ("called_by", "requires", "conditional_on", "assumes"):
                assert step[key] == sorted(set(step[key]))
            assert list(step["improves"]) == sorted(step["improves"])


def test_names_are_those_of_the_catalog(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan in plans:
        works = {step["intervention"] for step in plan["steps"]} | {entry["intervention"] for entry in plan["deferred"]}
        assert works | set(plan["met"]) <= kb.interventions.keys()
        assert {finding["rule"] for finding in plan["findings"]} <= kb.rules.keys()
        assert {row["source"] for row in plan["money"]} <= kb.funding.keys()
        assert list(plan["scores"]["dimensions"]) == list(kb.dimensions)


# Village and scores ---------------------------------------------------------------------------------------------------


def test_classes_are_slugs_of_the_framework_and_stand_beside_it(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan in plans:
        index = plan["scores"]["index"]
        slugs = {entry.slug for entry in kb.frameworks[index["framework"]].classes} | {None}
        classes = {value["class"] for value in every(plan) if isinstance(value, dict) and "class" in value}
        assert classes <= slugs
        assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in classes if slug is not None)


def test_the_index_is_unrounded_and_null_unless_all_items_are_known(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan in plans:
        index = plan["scores"]["index"]
        whole = len(plan["values"]) == len(kb.frameworks[index["framework"]].items)
        assert (index["value"] is not None) == whole == (index["class"] is not None)
        if whole:
            parts = index["components"].values()
            assert index["value"] == pytest.approx(sum(parts) / len(parts), abs=1e-12)


def test_a_dimension_is_weak_or_not_only_with_a_score(plans: list[Json]) -> None:
    for plan in plans:
        for dimension in plan["scores"]["dimensions"].values():
            assert (dimension["score"] is None) == (dimension["weak"] is None) == (dimension["measured"] == 0)
            assert dimension["measured"] <= dimension["of"]


def test_problems_are_named_wherever_a_value_was_recovered(plans: list[Json]) -> None:
    recovered = [
        problem for plan in plans for problem in plan["data"]["problems"] if problem["code"] == "recovered-value"
    ]
    for problem in recovered:
        assert problem["where"]
        assert problem["message"]
        assert problem["message_id"]
    for plan in plans:
        doubtful = {problem["where"] for problem in plan["data"]["problems"] if problem["code"] == "recovered-value"}
        assert doubtful <= plan["values"].keys()


# Findings and questions -----------------------------------------------------------------------------------------------


def test_evidence_is_never_empty(plans: list[Json]) -> None:
    assert all(finding["evidence"] for plan in plans for finding in plan["findings"])


def test_evidence_of_a_score_is_the_value_of_the_plan(plans: list[Json]) -> None:
    for plan in plans:
        for finding in plan["findings"]:
            for entry in finding["evidence"]:
                if entry["score"] is not None:
                    assert plan["values"][entry["name"]] == entry["value"]
                    assert 0 <= entry["score"] <= 1


def test_a_finding_that_another_read_is_an_entry_of_its_evidence(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    read = 0
    for plan in plans:
        held = {finding["rule"] for finding in plan["findings"]}
        for finding in plan["findings"]:
            for entry in finding["evidence"]:
                if entry["name"] in kb.rules and entry["score"] is None and isinstance(entry["value"], bool):
                    read += 1
                    assert entry["value"] == (entry["name"] in held)
    assert read


def test_reasons_are_sentences_without_holes_in_both_languages(plans: list[Json]) -> None:
    for plan in plans:
        for finding in plan["findings"]:
            for sentence in finding["text"].values():
                assert sentence.endswith(".")
                assert not re.search(r"[{}]|\bNone\b|\bnan\b", sentence)


def test_a_rule_is_a_finding_or_open_never_both(plans: list[Json]) -> None:
    for plan in plans:
        held = {finding["rule"] for finding in plan["findings"]}
        assert held.isdisjoint(entry["rule"] for entry in plan["undetermined"])
        assert all(entry["missing"] for entry in plan["undetermined"])


def test_questions_are_doubts_assumptions_and_unknown_facts(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan in plans:
        assumed = {entry["fact"] for entry in plan["assumptions"]}
        for question in plan["questions"]:
            if question["why"] == "doubtful":
                assert question["name"] in plan["values"]
            elif question["why"] == "assumed":
                assert question["name"] in assumed
            else:
                assert question["name"] in kb.facts
                assert question["name"] not in plan["facts"]
        pairs = [(question["name"], question["why"]) for question in plan["questions"]]
        assert len(pairs) == len(set(pairs))


def test_a_given_fact_is_neither_assumed_nor_asked(plans: list[Json]) -> None:
    for plan in plans:
        given = plan["facts"].keys()
        assert given.isdisjoint(entry["fact"] for entry in plan["assumptions"])
        assert given.isdisjoint(question["name"] for question in plan["questions"] if question["why"] != "doubtful")


# Status, outlook, objective -------------------------------------------------------------------------------------------


def test_the_status_is_planned_if_and_only_if_there_are_steps(plans: list[Json]) -> None:
    assert all((plan["status"] == "planned") == bool(plan["steps"]) for plan in plans)


def test_the_outlook_is_a_row_a_year_with_three_lines(plans: list[Json]) -> None:
    for plan in plans:
        assert [row["year"] for row in plan["outlook"]] == list(range(START, START + YEARS))
        now = plan["scores"]["index"]["value"]
        for row in plan["outlook"]:
            if now is not None:
                assert now <= row["all_done"]["index"]
                assert row["expected"]["index"] >= now + row["works"] >= now
                assert row["trend"]["index"] >= now
                assert sum(row["chance"].values()) == 1000
            for dimension in row["dimensions"].values():
                assert 0 <= dimension["expected"] <= dimension["all_done"] <= 1


def test_the_bound_is_not_below_the_value(plans: list[Json]) -> None:
    for plan in plans:
        objective = plan["objective"]
        assert (objective["bound"] is None) == (objective["gap"] is None)
        assert objective["bound"] is None or objective["bound"] >= objective["value"] >= 0
        assert not objective["proven"] or objective["gap"] == 0


def test_every_deferral_has_a_reason_and_its_name(plans: list[Json], kb: rec.KnowledgeBase) -> None:
    for plan in plans:
        for entry in plan["deferred"]:
            name = kb.interventions[entry["intervention"]].name
            assert entry["name"] == {"id": name.id, "en": name.en}
            assert isinstance(entry["detail"], dict)
            if entry["reason"] in ("over-budget", "too-large", "no-source"):
                assert entry["detail"]["cost"] > 0
