"""docs/knowledge.md is true: its files are checked as they stand, its tables name every key of every noun."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from recommender.knowledge.loader import load_knowledge
from recommender.knowledge.places import knowledge_folder
from recommender.model import facts as fc
from recommender.model import frameworks as fw
from recommender.model import knowledge as kn
from recommender.model.overlays import OverlayHeader
from recommender.model.sharing import Serves
from recommender.verbs.checking.checker import check_knowledge

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "knowledge.md"
TEXT = PAGE.read_text(encoding="utf-8")
# Heading of a table -> the noun whose keys it lists
TABLES: dict[str, type[BaseModel]] = {
    "rules": kn.Rule,
    "interventions": kn.Intervention,
    "effect": kn.Effect,
    "cost": kn.Cost,
    "quantity": kn.Quantity,
    "running-cost": kn.RunningCost,
    "example": kn.Example,
    "source": kn.CatalogSource,
    "facts": fc.Fact,
    "from": fc.DerivedFrom,
    "assumption": fc.Assumption,
    "parameters": kn.Parameter,
    "indicators": kn.Indicator,
    "dimensions": kn.Dimension,
    "funding": kn.Funding,
    "focus": kn.Focus,
    "addressee": kn.Addressee,
    "money-rule": kn.MoneyRule,
    "existing-programme": kn.ExistingProgramme,
    "frameworks": kn.Framework,
    "item": fw.Item,
    "level": fw.Rung,
    "component": fw.Component,
    "class": fw.IndexClass,
    "section": fw.Section,
    "part": fw.Part,
    "fault": fw.Fault,
    "readiness": kn.Readiness,
    "code": kn.BudgetCode,
    "pattern": kn.Pattern,
    "unit": kn.Unit,
    "goal": kn.Goal,
    "accepted": kn.Accepted,
    "overlay": OverlayHeader,
    "serves": Serves,
    "about": kn.About,
}


def files_of(page: str) -> dict[str, str]:
    """Return path -> text of every YAML block of a page that opens with its path."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return {block.splitlines()[0].removeprefix("# "): block for block in blocks}


@pytest.fixture(scope="module")
def overlay(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs") / "kutai"
    for path, text in files_of(TEXT).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def test_the_page_shows_a_whole_file_of_each_kind():
    kinds = {tuple(path.split("/")[:2]) for path in files_of(TEXT)}
    assert {
        ("rules", "living"),
        ("catalog", "interventions"),
        ("catalog", "frameworks"),
        ("catalog", "facts.yaml"),
        ("catalog", "parameters.yaml"),
    } <= kinds


def test_the_files_of_the_page_add_no_problem(overlay):
    before = set(check_knowledge(knowledge_folder()).problems)
    checked = check_knowledge(knowledge_folder(), [overlay])
    assert [str(problem) for problem in checked.problems if problem not in before] == []


def test_the_overlay_of_the_page_changes_what_the_page_says(overlay):
    base, laid = load_knowledge(), load_knowledge(overlays=[overlay])
    below, above = (kb.interventions["household-latrine"] for kb in (base, laid))
    assert (above.cost.low, above.cost.per, above.cost.basis) == (4_000_000, below.cost.per, "judgement")
    assert below.enhanced_by
    assert above.enhanced_by == ()
    assert laid.rules["homes-without-pipe"].status == "retired"
    assert laid.rules["flooded-wells"].calls == ("raised-wellhead",)
    assert len(laid.parameters["cut-off-living"].values) == len(base.parameters["cut-off-living"].values) + 1


def test_the_names_that_the_page_uses_ship():
    base = load_knowledge()
    for fact in ("hospital-distance-km", "coastal", "digital-literacy", "households"):
        assert fact in base.facts
    assert "offline" in base.rules
    assert {"low", "medium"} <= set(base.facts["digital-literacy"].words)


def rows_of(heading: str) -> dict[str, str]:
    """Return key -> ` *` or nothing, of the table under a heading of the third level."""
    part = re.search(rf"^### {re.escape(heading)}\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert part, f"no table '{heading}'"
    return dict(re.findall(r"^\| `([^`]+)`( \*)? \|", part[1], re.MULTILINE))


@pytest.mark.parametrize("heading", sorted(TABLES))
def test_a_table_lists_every_key_and_marks_those_that_must_be_given(heading):
    fields = {field.alias or name: field for name, field in TABLES[heading].model_fields.items()}
    rows = rows_of(heading)
    assert set(rows) == set(fields)
    assert {key for key, mark in rows.items() if mark} == {key for key, f in fields.items() if f.is_required()}


def test_every_kind_of_file_has_a_table():
    from recommender.knowledge.files import NOUNS

    assert set(NOUNS.values()) <= set(TABLES.values())


def test_three_valued_tables_are_the_meaning_of_conditions():
    from recommender.knowledge.conditions import Known, Truth, evaluate
    from recommender.model.conditions import All, Any, Comparison, Not

    facts = {"true": {"a": True}, "false": {"a": False}, "undetermined": {}}
    rows = re.findall(r"^\| (\w+) \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|$", TEXT, re.MULTILINE)
    rows = [row for row in rows if row[0] in facts]
    assert len(rows) == 6
    a, b = Comparison("fact", "a", "is", True), Comparison("fact", "b", "is", True)
    for first, second, both, either, opposite in rows:
        known = Known(facts={**facts[first], **dict(zip("b", facts[second].values(), strict=False))})
        for condition, said in ((All((a, b)), both), (Any((a, b)), either), (Not(a), opposite)):
            assert evaluate(condition, known) is Truth[said.upper()], (first, second, said)
