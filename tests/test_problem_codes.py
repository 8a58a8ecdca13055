"""Every code of a problem is reached: here those met on the command line, and the few that no other test reaches."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from test_cli import data, tell

import recommender as rec
from recommender.language.errors import EngineError, InfeasibleError
from recommender.language.problems import PROBLEMS
from recommender.model.conditions import Comparison

__all__ = ["data", "tell"]

TESTS = Path(__file__).parent
CHECKED = "nilai sudah dicek"
FACT = """toilet-access:
  name: {id: Jamban, en: Toilet}
  question: {id: Ada jamban?, en: Is there a toilet?}
  type: yes-no
  sources: [{title: Survei, publisher: Desa, year: 2024}]
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with what the commands stumble over."""
    files = {
        "taken.txt": "",
        "empty.json": "",
        "half.json": '{"plans": [',
        "version.json": '{"schema_version": 9}',
        "bad.json": '{"schema_version": 1}',
        "folder/file.txt": "",
        "same-name/catalog/facts.yaml": FACT,
        "knowledge/rules/.keep": "",
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


PLAN = ("plan", "DATA", "--start-year", "2027")
ONE = ("--village", "99.01.01.2001")
NEW = ("new", "rule", "unsafe-well")
MISTAKES: list[tuple[str, int, tuple[str, ...]]] = [
    ("ambiguous-village", 2, (*PLAN, "--village", "kembar")),
    ("unknown-village", 2, (*PLAN, "--village", "nowhere")),
    ("bad-start-year", 2, ("plan", "DATA", "--start-year", "99999")),
    ("bad-year", 2, (*PLAN, "--year", "99999")),
    ("huge-amount", 2, (*PLAN, "--budget", "2000 triliun")),
    ("not-whole", 2, (*PLAN, "--budget", "330,5")),
    ("unknown-class", 2, (*PLAN, "--target", "rich")),
    ("unknown-dimension", 2, (*PLAN, "--target-dimension", "economi=0.6")),
    ("bad-target-score", 2, (*PLAN, "--target-dimension", "economy=2")),
    ("two-targets", 2, (*PLAN, "--target", "maju", "--target-dimension", "economy=0.6")),
    ("unknown-name", 2, ("show", "nothing")),
    ("filter-not-for", 2, ("list", "facts", "--calls", "latrines")),
    ("unknown-dimension-name", 2, ("list", "rules", "--dimension", "econmy")),
    ("unknown-subject", 2, ("list", "rules", "--about", "toilet")),
    ("unknown-code", 2, ("check", "--explain", "gapp")),
    ("unknown-rule", 2, ("check", "--suggest", "no-rule")),
    ("no-such-path", 2, ("check", "TMP/nowhere.yaml")),
    ("not-in-knowledge", 2, ("check", "TMP/taken.txt")),
    ("no-knowledge", 4, (*PLAN, "--knowledge", "TMP/folder")),
    ("rows-and-data", 2, ("template", "DATA", "--rows", "5", "-o", "TMP/form.xlsx")),
    ("bad-rows", 2, ("template", "--rows", "0", "-o", "TMP/form.xlsx")),
    ("unknown-framework", 2, ("template", "--framework", "imd", "-o", "TMP/form.xlsx")),
    ("not-measured-here", 2, ("what-if", "DATA", *ONE, "--set", "asset-inventory=1")),
    ("ambiguous-setting", 2, ("what-if", "DATA", *ONE, "--overlay", "TMP/same-name", "--set", "toilet-access=1")),
    ("document-unreadable", 3, ("verify", "TMP/folder")),
    ("document-empty", 3, ("verify", "TMP/empty.json")),
    ("document-not-json", 3, ("verify", "TMP/half.json")),
    ("document-schema-version", 3, ("verify", "TMP/version.json")),
    ("document-bad", 3, ("verify", "TMP/bad.json")),
    ("output-exists", 7, ("list", "rules", "-o", "TMP/taken.txt")),
    ("output-folder", 7, ("list", "rules", "-o", "TMP/folder")),
    ("output-parent", 7, ("list", "rules", "-o", "TMP/none/rules.txt")),
    ("output-no-folder", 7, (*PLAN, "--format", "html", "-o", "TMP/taken.txt")),
    ("output-folder-wanted", 7, (*PLAN, "--format", "html")),
    ("new-bad-name", 2, ("new", "rule", "Unsafe_Well", "--about", "toilet-access", "--into", "TMP/same-name")),
    ("new-needs-dimension", 2, (*NEW, "--into", "TMP/same-name")),
    ("new-no-folder", 2, (*NEW, "--about", "toilet-access", "--into", "TMP/none")),
    ("new-exists", 7, ("new", "overlay", "TMP/folder")),
]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("code", "end", "words"), [pytest.param(*one, id=one[0]) for one in MISTAKES])
def test_a_mistake_at_the_command_line_has_its_code(
    tell: Any, data: Path, place: Path, code: str, end: int, words: tuple[str, ...], lang: str
) -> None:
    said = tuple(str(data) if word == "DATA" else word.replace("TMP", str(place)) for word in words)
    told = tell("--lang", lang, *said)
    assert told.code == end, told.err
    line, *_ = (line for line in told.err.splitlines() if re.search(rf"(^|: ){code}: ", line))
    sentences = [entry[lang] for key, entry in PROBLEMS.items() if key.partition(".")[0] == code and "en" in entry]
    assert any(re.search(_pattern(sentence), line) for sentence in sentences), line


def _pattern(sentence: str) -> str:
    return ".*".join(re.escape(part) for part in re.split(r"\{\w+\}", sentence))


def test_a_name_of_the_knowledge_is_not_taken_again(tell: Any, tmp_path: Path) -> None:
    folder = samples.write_knowledge(tmp_path)
    told = tell("new", "rule", "unsafe-water", "--about", "drinking-water", "--knowledge", folder)
    assert told.code == 7
    assert "new-name-taken: " in told.err


def test_a_dimension_that_nothing_measures_gets_no_rule(tell: Any, tmp_path: Path) -> None:
    folder = samples.write_knowledge(tmp_path)
    kb = rec.load_knowledge(folder)
    measured = {kb.indicators[name].dimension for noun in kb.frameworks.values() for name in noun.by_indicator}
    (first, *_) = sorted(kb.dimensions.keys() - measured)
    told = tell("new", "rule", "unsafe-well", "--dimension", first, "--knowledge", folder)
    assert told.code == 2
    assert "new-no-indicator: " in told.err


def test_installed_knowledge_is_not_written_into(tell: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recommender.knowledge.places.checkout_folder", lambda: None)
    told = tell(*NEW, "--about", "toilet-access")
    assert told.code == 2
    assert "new-needs-into: " in told.err


def test_a_file_whose_name_no_system_takes_is_output_failed(tell: Any, place: Path) -> None:
    told = tell("new", "rule", "x" * 300, "--about", "toilet-access", "--into", place / "same-name")
    assert told.code == 7
    assert "output-failed: " in told.err


def test_a_format_that_is_no_text_is_not_thrown_at_a_terminal(
    tell: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdout", Terminal())
    told = tell(*(str(data) if word == "DATA" else word for word in PLAN), *ONE, "--format", "xlsx")
    assert told.code == 7
    assert "output-binary: " in told.err


def test_an_engine_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from recommender.pipeline.matching import durable, matcher

    kb = rec.load_knowledge()
    with pytest.raises(rec.UsageError, match="no-engine: there is no engine 'rete' here"):
        matcher.compile_rules(kb, 2024, "rete")
    monkeypatch.setattr(durable, "extension", lambda: None)
    weak = Comparison("score", "toilet-access", "below", 800)
    with pytest.raises(EngineError, match="no-durable-rules: durable-rules is not installed here"):
        durable.DurableEngine({"no-toilet": weak}, {}).decide({}, {})


def test_a_scheme_of_codes_must_be_known(data: Path) -> None:
    with pytest.raises(rec.UsageError, match="unknown-code-scheme: 'dagri' is none of"):
        rec.read_villages(data, rec.load_knowledge(), code_scheme="dagri")


def test_a_village_that_the_other_knowledge_cannot_read_has_no_second_plan(
    tell: Any, data: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import recommender.cli.what_if as command

    reading = command.read
    monkeypatch.setattr(command, "read", lambda kb, paths, given: type(reading(kb, paths, given))((), ()))
    told = tell("what-if", data, *ONE, "--then-overlay", place / "same-name")
    assert told.code == 2
    assert "not-in-then: " in told.err


def test_data_of_which_nothing_can_be_said_hold_no_village(
    tell: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = rec.read_villages(data, rec.load_knowledge())
    monkeypatch.setattr("recommender.read_villages", lambda *_, **__: type(found)((), ()), raising=False)
    told = tell(*(str(data) if word == "DATA" else word for word in PLAN))
    assert told.code == 3
    assert "no-villages: " in told.err


def test_a_search_without_an_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from recommender.pipeline.planning import bare_problem, problem_file

    item = {"id": "a", "duration": 1, "cost": [[9]], "effects": {"0": 3}}
    raw = {"years": 1, "discount": [1000], "sources": ["village"], "budget": [[5]], "items": [item]}
    raw |= {"indicators": [{"weight": 1, "gap": 5}], "mandatory": ["a"]}
    monkeypatch.setattr(bare_problem, "least_extra", lambda _: {})
    with pytest.raises(InfeasibleError, match="search-ended: the search ended before it found a place for a"):
        bare_problem.answer(problem_file.read_problem(json.dumps(raw)), "exact")


def test_a_heading_that_names_two_facts_is_not_read(tmp_path: Path) -> None:
    kb = rec.load_knowledge()
    (first, one), (second, other), *_ = kb.facts.items()
    twin = kb.model_copy(update={"facts": {first: one, second: other.model_copy(update={"name": one.name})}})
    file = tmp_path / "table.csv"
    file.write_text(f"kode_desa;tahun;IKS-01;{one.name.id}\n99.01.01.2001;2024;5;ya\n", encoding="utf-8")
    assert "ambiguous-column" in [problem.code for problem in rec.read_villages(file, twin).problems]


def test_a_checked_code_that_is_none_of_the_index_confirms_nothing(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(f"kode_desa;tahun;IKS-01;IKS-02;{CHECKED}\n99.01.01.2001;2024;5;5;IKS-99\n", encoding="utf-8")
    found = rec.read_villages(file, rec.load_knowledge())
    (told,) = (
        problem for year in found.villages[0].years for problem in year.problems if problem.code == "bad-checked"
    )
    assert "'IKS-99'" in told.message


@pytest.mark.parametrize("code", ["wrong-sum", "unknown-part"])
def test_an_outline_agrees_with_the_items_of_its_framework(tmp_path: Path, code: str) -> None:
    folder = samples.write_knowledge(tmp_path)
    file = folder / "catalog" / "frameworks" / "idm.yaml"
    outline = "outline: {A: {name: {id: A, en: A}, highest: 9, parts: {A-1: {name: {id: B, en: B}, highest: 8}}}}\n"
    file.write_text(file.read_text(encoding="utf-8") + outline, encoding="utf-8")
    with pytest.raises(rec.KnowledgeError, match=f": {code}: "):
        rec.load_knowledge(folder)


def test_a_condition_too_wide_to_judge_is_said_to_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from recommender.knowledge import solver
    from recommender.verbs.checking.checker import check_knowledge

    monkeypatch.setattr(solver, "MOST_STEPS", 0)
    found = check_knowledge(samples.write_knowledge(tmp_path)).problems
    assert {problem.severity for problem in found if problem.code == "too-wide-to-check"} == {"warning"}


def test_every_code_is_named_by_a_test() -> None:
    """Which sentences of a code the tests reach is not counted here: a code is what other programs may rely on."""
    texts = "\n".join(file.read_text(encoding="utf-8") for file in TESTS.rglob("*.py"))
    named = set(re.findall(r"[a-z]+(?:-[a-z0-9]+)*", texts))
    assert sorted({key.partition(".")[0] for key in PROBLEMS} - named) == []
