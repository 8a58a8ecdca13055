"""Sources stand once, in catalog/sources.yaml, and are cited by key: resolved, checked, changed by overlays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support_knowledge import FILES, knowledge, problems

from recommender.knowledge.citations import cited_keys
from recommender.knowledge.loader import load_knowledge, read_knowledge
from recommender.knowledge.places import knowledge_folder
from recommender.model.nouns import Citation
from recommender.parsing.yaml_text import read_yaml

SOURCES = "catalog/sources.yaml"
DRY = "rules/living/dry.yaml"
IDX = "catalog/frameworks/idx.yaml"
SURVEY = 'SURVEY-2020: {title: "A survey", publisher: "An office", document: "No. 7", year: 2020, confidence: high}\n'


def citing(listed: str) -> dict[str, str]:
    """Return the files with a survey in the catalog and a rule that cites a list of sources."""
    return {SOURCES: SURVEY, DRY: FILES[DRY].replace("sources: []", f"sources: {listed}")}


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_citation_carries_what_the_catalog_says_and_what_is_read_there(tmp_path):
    base = knowledge(tmp_path, citing('[SURVEY-2020, SURVEY-2020: "table 3", {title: Told, year: 2021}]'))
    survey = {"title": "A survey", "publisher": "An office", "document": "No. 7", "year": 2020, "confidence": "high"}
    assert base.rules["dry"].sources == (
        Citation(key="SURVEY-2020", **survey),
        Citation(key="SURVEY-2020", locator="table 3", **survey),
        Citation(title="Told", year=2021),
    )
    assert cited_keys(base) == {"SURVEY-2020"}


def test_faults_of_a_framework_cite_too(tmp_path):
    files = {
        SOURCES: SURVEY,
        IDX: FILES[IDX].replace("years: [2024], sources: []", "years: [2024], sources: [SURVEY-2020]"),
    }
    (fault,) = knowledge(tmp_path, files).frameworks["idx"].faults
    assert fault.sources[0].title == "A survey"


@pytest.mark.parametrize("listed", ["[SURVEY-2021]", '[SURVEY-2021: "table 3"]'])
def test_an_unknown_key_is_named_with_its_line_and_the_nearest(listed, tmp_path):
    files = citing(listed)
    where = f"{DRY}:{line_of(files[DRY], 'sources')}"
    ((place, code, message),) = problems(tmp_path, files)
    assert (place, code) == (where, "unknown-citation")
    assert "Did you mean 'SURVEY-2020'?" in message


def test_an_unknown_key_inside_a_fault_and_one_as_evidence_are_named(tmp_path):
    pipes = "catalog/interventions/living/pipes.yaml"
    files = {
        IDX: FILES[IDX].replace("years: [2024], sources: []", "years: [2024], sources: [NOWHERE]"),
        pipes: FILES[pipes] + "evidence: [official, NOWHERE]\n",
    }
    found = {(where.split(":")[0], code) for where, code, _ in problems(tmp_path, files)}
    assert found == {(IDX, "unknown-citation"), (pipes, "unknown-citation")}


@pytest.mark.parametrize(
    "listed", ["[[SURVEY-2020]]", "[7]", "[~]", "[SURVEY-2020: 7]", "SURVEY-2020", "[{titel: x, year: 1}]"]
)
def test_what_is_no_citation_is_named_at_its_line(listed, tmp_path):
    files = citing(listed)
    found = {(where, code) for where, code, _ in problems(tmp_path, files)}
    assert found
    assert {where for where, _ in found} == {f"{DRY}:{line_of(files[DRY], 'sources')}"}


def test_a_source_that_cannot_be_read_is_named_once_and_not_by_whoever_cites_it(tmp_path):
    files = {**citing("[SURVEY-2020]"), SOURCES: "SURVEY-2020: {publisher: An office}\n"}
    assert [(where, code) for where, code, _ in problems(tmp_path, files)] == [(f"{SOURCES}:1", "missing-key")]


@pytest.mark.parametrize("key", ["survey-2020", "SURVEY_2020", "SURVEY 2020", "SURVEY-"])
def test_a_key_is_capitals_digits_and_hyphens(key, tmp_path):
    found = problems(tmp_path, {SOURCES: f"{key}: {{title: A survey}}\n"})
    assert [(where, code) for where, code, _ in found] == [(f"{SOURCES}:1", "bad-name")]


def overlay(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        place = folder / "kutai" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder / "kutai"


def test_an_overlay_adds_sources_changes_one_and_cites_those_of_the_base(tmp_path):
    files = {
        SOURCES: 'JUDGEMENT: {title: "Judgement of the district"}\nKUTAI-2025: {title: "A count", year: 2025}\n',
        "rules/living/no-midwife.yaml": 'sources: [KUTAI-2025: "row 4", IDM-REKOM]\n',
    }
    base, laid = load_knowledge(), load_knowledge(overlays=[overlay(tmp_path, files)])
    count, table = laid.rules["no-midwife"].sources
    assert (count.title, count.locator, table.key) == ("A count", "row 4", "IDM-REKOM")
    judged = [one for one in laid.facts["coastal"].sources if one.key == "JUDGEMENT"]
    assert [(one.title, one.confidence) for one in judged] == [("Judgement of the district", "judgement")]
    assert base.facts["coastal"].sources[0].title == "Judgement of the authors"


def test_an_overlay_that_cites_nothing_known_is_told_at_its_own_line(tmp_path):
    place = overlay(tmp_path, {"rules/living/no-midwife.yaml": "need: other\nsources:\n  - JUDGEMNT\n"})
    found = read_knowledge(knowledge_folder(), [place]).problems
    assert [(one.where, one.code) for one in found] == [("kutai/rules/living/no-midwife.yaml:3", "unknown-citation")]


# What ships


def test_every_shipped_source_is_cited_and_all_are_cited_by_key(kb):
    assert cited_keys(kb) - {"judgement"} == set(kb.sources)
    tables = (kb.parameters, kb.dimensions, kb.indicators, kb.frameworks, kb.facts, kb.funding, kb.interventions)
    tables += (kb.rules, kb.readiness, kb.codes, kb.patterns, kb.goals)
    inline = [name for table in tables for name, noun in table.items() if any(one.key is None for one in noun.sources)]
    assert inline == []


def test_keys_in_notes_are_those_of_the_catalog(kb):
    """A capital key in a note (`KUTAI-2025`) must lead somewhere; two parts at least, one of them a year or long."""
    folder = Path(str(knowledge_folder())) / "catalog" / "interventions"
    text = "".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.yaml"))
    mentioned = set(re.findall(r"\b[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*-(?:19|20)\d\d[A-Z]?\b", text))
    assert mentioned - set(kb.sources) == set()


def test_sources_stand_in_the_order_of_their_keys():
    text = (Path(str(knowledge_folder())) / SOURCES).read_text(encoding="utf-8")
    keys = list(read_yaml(text.encode(), SOURCES).value)
    assert keys == sorted(keys)
