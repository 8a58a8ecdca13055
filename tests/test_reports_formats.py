"""CSV, JSON Schema and its page, findings, explanations, graph pictures, lists of the knowledge base."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
import report_samples as samples
import shipped
from test_reports_plan import HOSTILE

from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan
from recommender.outputs.condition_words import condition_data, condition_words
from recommender.outputs.csv_lines import csv_line
from recommender.outputs.formats.csv import COLUMNS, csv_rows
from recommender.outputs.json_text import dump
from recommender.outputs.pictures.graph_picture import dot, mermaid
from recommender.outputs.schema_page import plan_page, plan_schema
from recommender.outputs.sections.explanation import explanation_blocks
from recommender.outputs.sections.findings import findings_blocks, findings_data
from recommender.outputs.sections.knowledge import KINDS, chosen, entries_data, list_blocks, show_blocks
from recommender.outputs.terminal import render
from recommender.outputs.words import Words
from recommender.verbs.explaining.why import Explanation

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


def plan() -> Plan:
    return samples.document().plans[0]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# CSV


def test_csv_has_a_row_a_step_with_the_evidence_beside_it(kb: KnowledgeBase) -> None:
    read = rows(csv_line(COLUMNS) + "".join(csv_rows(plan(), Words(kb, "en"))))
    assert [row["intervention"] for row in read] == ["water-committee", "piped-water", "water-training", "signal-tower"]
    water = read[1]
    assert (
        water["indicator"],
        water["value"],
        water["value_year"],
        water["previous_value"],
        water["target_value"],
    ) == (
        "drinking-water",
        "1",
        "2024",
        "3",
        "5",
    )
    assert (water["rule"], water["cost"], water["start_month"]) == ("unsafe-water", "105000000", "6")
    assert list(water) == list(COLUMNS)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_csv_cells_never_start_a_formula(kb: KnowledgeBase, name: str) -> None:
    village = samples.plan()["village"] | {"name": name}
    text = csv_line(COLUMNS) + "".join(
        csv_rows(samples.document(samples.plan(village=village)).plans[0], Words(kb, "id"))
    )
    read = rows(text)
    assert len(read) == 4
    for row in read:
        assert all(not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert not set(text) & set("\x00\x1b\x9b\r\t\u202e")


# JSON


def test_schema_accepts_the_documents_and_describes_its_fields() -> None:
    schema = plan_schema()
    jsonschema.validate(samples.document().model_dump(mode="json", by_alias=True), schema)
    assert schema["$defs"]["Change"]["properties"]["from"]["description"]
    assert schema["$defs"]["MoneyRow"]["properties"]["left"]["description"]


def test_page_of_the_plan_document_is_what_the_model_says() -> None:
    page = ROOT / "docs" / "plan-document.md"
    assert page.read_text(encoding="utf-8") == plan_page(), (
        "python -m recommender.outputs.schema_page > docs/plan-document.md"
    )


def test_json_refuses_nan_and_escapes_what_acts_on_a_terminal() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dump(float("nan"))
    text = dump({"name": "\x9b31m\u202e\ud800é"})
    assert not set(text) & set("\x9b\u202e\ud800")
    assert "é" in text
    assert json.loads(text)["name"] == "\x9b31m\u202e\ud800é"


def test_findings_json_is_the_plan_without_what_to_do() -> None:
    data = findings_data(samples.document())
    assert "steps" not in data["plans"][0]
    assert data["plans"][0]["findings"]


# Findings and explanations


def test_findings_show_evidence_marks_and_what_is_missing(kb: KnowledgeBase) -> None:
    text = render(list(findings_blocks(samples.document(), Words(kb, "en"))))
    for piece in (
        "by assumption, doubtful",
        "Drinking water 1 of 5 (2024; 2023: 3), score 0.20, threshold",
        "Length of",
    ):
        assert piece in " ".join(text.split())


def explained(kb: KnowledgeBase, explanation: Explanation) -> str:
    return " ".join(render(list(explanation_blocks(explanation, Words(kb, "en")))).split())


def test_explanation_of_a_step_says_why_in_and_why_there(kb: KnowledgeBase) -> None:
    step = plan().steps[1]
    explanation = Explanation(
        "step", plan(), "piped-water", step, None, tuple(plan().findings), "prerequisite", ("spring",)
    )
    text = explained(kb, explanation)
    for piece in (
        "Unsafe drinking water",
        "After: Water committee.",
        "Only if this proposal",
        "waits for Protected spring",
    ):
        assert piece in text


def test_explanation_of_a_whole_plan_has_every_step(kb: KnowledgeBase) -> None:
    text = explained(kb, Explanation("plan", plan()))
    assert all(step.intervention in text for step in plan().steps)


# Knowledge


def test_condition_is_written_as_its_file_has_it_and_in_words(kb: KnowledgeBase) -> None:
    condition = kb.rules["unsafe-water"].when
    assert condition_data(condition) == {
        "any": [
            {"score": "drinking-water", "below": "cut-off-living"},
            {"all": [{"fact": "piped-share", "below": 0.5}, {"not": {"fact": "coastal", "is": True}}]},
        ]
    }
    assert "not (Coastal village: yes)" in condition_words(condition, Words(kb, "en"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_lists_are_arrays_of_objects_with_an_identifier(kb: KnowledgeBase, kind: str) -> None:
    entries = json.loads(dump(entries_data(kb, kind, chosen(kb, kind, {}))))
    assert entries
    assert [entry["id"] for entry in entries] == sorted(entry["id"] for entry in entries)
    text = render(list(list_blocks(kind, Words(kb, "id"), chosen(kb, kind, {}))))
    assert all(entry["id"] in text for entry in entries)


def test_list_gives_scores_as_the_files_write_them(kb: KnowledgeBase) -> None:
    water = next(entry for entry in entries_data(kb, "interventions", kb.interventions) if entry["id"] == "piped-water")
    assert water["improves"]["drinking-water"]["reaches"] == 1.0
    assert water["running-cost"]["share"] == 0.03
    assert water["requires-any"] == [["spring", "well"]]


@pytest.mark.parametrize("kind", ["interventions", "rules", "indicators", "facts", "parameters", "sources"])
def test_every_shipped_entry_can_be_shown(kind: str) -> None:
    kb = shipped.knowledge()
    words = Words(kb, "id")
    for name in getattr(kb, KINDS[kind][0]):
        assert render(list(show_blocks(kind, name, words)))


def test_pictures_show_prerequisites_of_one_work_only(kb: KnowledgeBase) -> None:
    picture = mermaid(kb, "piped-water", "en")
    assert picture.startswith("flowchart LR\n")
    assert "Signal tower" not in picture
    assert picture.count("one of") == 2
    assert picture.count("-->") == 1
    assert "x--x" in picture
    assert dot(kb, None, "id").startswith("digraph")
    assert "salah satu" in dot(kb, "piped-water", "id")


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_names_cannot_leave_their_label_in_a_picture(kb: KnowledgeBase, name: str) -> None:
    work = kb.interventions["piped-water"]
    hostile = work.model_copy(update={"name": work.name.model_copy(update={"id": name})})
    changed = kb.model_copy(update={"interventions": {**kb.interventions, "piped-water": hostile}})
    lines = mermaid(changed, "piped-water", "id").splitlines()
    assert len(lines) == len(mermaid(kb, "piped-water", "id").splitlines())
    assert all(line.count('"') in (0, 2) and "<" not in line.split("]")[0] for line in lines)
    assert len(dot(changed, "piped-water", "id").splitlines()) == len(dot(kb, "piped-water", "id").splitlines())
