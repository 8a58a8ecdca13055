"""Mistakes at the command line: one line each with place and cure, the right exit code, no partial file."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from test_cli import data, document, process, tell

from recommender.language.errors import (
    EngineError,
    InfeasibleError,
    KnowledgeError,
    MissingExtraError,
    VillageDataError,
)

__all__ = ["data", "document", "tell"]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["plann"], "'plan'"),
        (["plan"], "DATA"),
        (["plan", "DATA", "--bugdet", "1"], "'--budget'"),
        (["plan", "DATA", "--format", "jsn"], "'json'"),
        (["plan", "DATA", "--format"], "--format"),
        (["plan", "DATA", "--own-means=1"], "--own-means"),
        (["plan", "DATA", "--budget", "330M"], "miliar"),
        (["plan", "DATA", "--budget", "-5"], "'-5'"),
        (["plan", "DATA", "--budget", "1e9"], "'1e9'"),
        (["plan", "DATA", "--budget", "vilage-fund=1jt"], "'village-fund'"),
        (["plan", "DATA", "--budget", "district-budget=1jt"], "district-budget"),
        (["plan", "DATA", "--budget", "1jt", "--budget", "village-fund=2jt"], "village-fund"),
        (["plan", "DATA", "--years", "0"], "--years"),
        (["plan", "DATA", "--years", "three"], "'three'"),
        (["plan", "DATA", "--start-year", "20"], "--start-year"),
        (["plan", "DATA", "--pin", "villge-library"], "'village-library'"),
        (["plan", "DATA", "--ban", "nonsense"], "'nonsense'"),
        (["plan", "DATA", "--pin", "village-library", "--ban", "village-library"], "'village-library'"),
        (["plan", "DATA", "--village", "desa 77"], "'Desa "),
        (["plan", "DATA", "--village", "kembar"], "99.01.01.2005, 99.01.01.2006"),
        (["plan", "DATA", "--engine", "rete"], "durable"),
        (["explain", "DATA"], "--village"),
        (["explain", "DATA", "village-librery", "--village", "Desa 1"], "'village-library'"),
        (["list", "intervention"], "'interventions'"),
        (["list", "rules", "more"], "'more'"),
        (["show", "drinking-watr"], "'drinking-water'"),
        (["graph", "--intervention", "villge-library"], "'village-library'"),
        (["schema", "plans"], "'plan'"),
        (["check", "nowhere.yaml"], "nowhere.yaml"),
        (["--lang", "fr", "list", "rules"], "id, en"),
    ],
)
def test_misuse_is_one_line_with_the_cure_and_exit_code_2(
    tell: Any, data: Path, words: list[str], said: str, lang: str
) -> None:
    leading = [] if "--lang" in words else ["--lang", lang]
    told = tell(*leading, *(str(data) if word == "DATA" else word for word in words))
    assert told.code == 2, told.err
    assert told.out == ""
    assert said in told.err
    assert len(told.err.splitlines()) == 1


def test_languages_differ(tell: Any) -> None:
    assert tell("plann").err != tell("--lang", "en", "plann").err


def test_every_bad_option_is_named_at_once(tell: Any, data: Path) -> None:
    told = tell("plan", data, "--years", 0, "--start-year", 1, "--pin", "nonsense", "--budget", "nowhere=1jt")
    assert told.code == 2
    assert len(told.err.splitlines()) == 4


# Data


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"kode_desa\n", b"\x00\x01", b'{"status":400,"error":true}'])
def test_data_without_a_village_is_exit_code_3(tell: Any, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ("data.json" if content[:1] in b"{[" else "data.csv")
    file.write_bytes(content)
    told = tell("plan", file)
    assert (told.code, told.out) == (3, "")
    assert str(file) in told.err or file.name in told.err
    assert "Traceback" not in told.err


def test_missing_data_is_exit_code_3(tell: Any, tmp_path: Path) -> None:
    assert tell("plan", tmp_path / "none").code == 3
    assert tell("plan", tmp_path).code == 3


def test_a_bad_value_is_named_and_the_village_still_planned(tell: Any, data: Path, tmp_path: Path) -> None:
    rows = data.read_text(encoding="utf-8").splitlines()
    first = rows[1].split(";")
    first[6] = "7"
    file = tmp_path / "bad.csv"
    file.write_text("\n".join([rows[0], ";".join(first), *rows[2:]]) + "\n", encoding="utf-8")
    told = tell("plan", file, "--format", "json")
    assert told.code == 1
    assert len(json.loads(told.out)["plans"]) == 6
    assert len(told.err.splitlines()) == 1


# Knowledge


def test_a_knowledge_folder_without_files_is_exit_code_4(tell: Any, data: Path, tmp_path: Path) -> None:
    assert tell("plan", data, "--knowledge", tmp_path).code == 4
    assert tell("check", tmp_path).code == 4
    assert tell("check", "--knowledge", tmp_path).code == 4


def test_check_names_file_and_line_and_other_commands_refuse_the_folder(tell: Any, tmp_path: Path) -> None:
    folder = samples.write_knowledge(tmp_path)
    rule = folder / "rules" / "living" / "unsafe-water.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("score: drinking-water", "score: drinking-watr"), "utf-8")
    told = tell("check", folder)
    assert told.code == 1
    assert "rules/living/unsafe-water.yaml:" in told.out
    assert "Maksud Anda 'drinking-water'?" in told.out
    assert "Did you mean 'drinking-water'?" in tell("--lang", "en", "check", folder).out
    assert tell("check", folder / "catalog").code == 0
    assert tell("check", rule).code == 1
    assert tell("list", "rules", "--knowledge", folder).code == 4
    listed = json.loads(tell("check", folder, "--format", "json").out)
    assert [problem["code"] for problem in listed if problem["severity"] == "error"] == ["unknown-indicator"]


def test_check_runs_the_examples(tell: Any, tmp_path: Path) -> None:
    folder = samples.write_knowledge(tmp_path)
    rule = folder / "rules" / "living" / "unsafe-water.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("expect: none", "expect: finding"), "utf-8")
    told = tell("check", folder)
    assert told.code == 1
    assert "contoh 'at the cut-off' mengharapkan 'finding' dan memberi 'none'" in told.out
    english = tell("--lang", "en", "check", folder)
    assert "example 'at the cut-off' expects 'finding' and gives 'none'" in english.out


# Documents


@pytest.mark.parametrize(
    "content",
    ["", "  \n", "{", "[]", "{}", "nonsense", '{"schema_version": 99}', '{"a": NaN}', "[" * 100_000, '{"a": 1}\n{"b"'],
)
def test_a_document_that_cannot_be_read_is_exit_code_3(tell: Any, tmp_path: Path, content: str) -> None:
    file = tmp_path / "plans.json"
    file.write_text(content, encoding="utf-8")
    told = tell("verify", file)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(str(file))
    assert "Traceback" not in told.err


# what is done to a sound document -> the text of its line, and of the problem in both languages
CHANGES: dict[str, tuple[str, str, str]] = {
    "a key missing": ("{", "plans.0.steps: 'steps' is missing", "'steps' tidak ada"),
    "another kind": ('"status": 5,', "one of these is needed: 'planned'", "perlu salah satu: 'planned'"),
    "an unknown key": ('"stpes": 1', "Did you mean 'steps'?", "Maksud Anda 'steps'?"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_mistake_in_a_document_has_its_line(tell: Any, document: Any, tmp_path: Path, change: str) -> None:
    changed = copy.deepcopy(document)
    plan = changed["plans"][0]
    if change == "a key missing":
        del plan["steps"]
    elif change == "another kind":
        plan["status"] = 5
    else:
        plan["stpes"] = 1
    file = tmp_path / "plans.json"
    file.write_text(json.dumps(changed, indent=1), encoding="utf-8")
    line, english, indonesian = CHANGES[change]
    for lang, said in (("en", english), ("id", indonesian)):
        told = tell("--lang", lang, "verify", file)
        assert told.code == 3
        (problem,) = [one for one in told.err.splitlines() if "document-bad" in one]
        assert said in problem
        number = int(problem.partition("plans.json:")[2].partition(":")[0])
        assert file.read_text(encoding="utf-8").splitlines()[number - 1].strip() == line


def test_a_line_of_ndjson_is_counted_in_its_file(tell: Any, document: Any, tmp_path: Path) -> None:
    file = tmp_path / "plans.ndjson"
    file.write_text(json.dumps(document) + "\n\n" + '{"a": 1, "a": 2}' + "\n", encoding="utf-8")
    told = tell("--lang", "en", "verify", file)
    assert told.code == 3
    assert "plans.ndjson:3: document-not-json: is not whole JSON (the key 'a' stands twice" in told.err


def test_verify_reads_what_it_can_and_still_fails(tell: Any, document: Any, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(document), encoding="utf-8")
    bad.write_bytes(b"\xff\xfe")
    told = tell("verify", good, bad, tmp_path / "none.json")
    assert told.code == 3
    assert len(told.err.splitlines()) == 2
    assert "6 " in told.out


def test_a_changed_plan_is_exit_code_1(tell: Any, document: Any, tmp_path: Path) -> None:
    file, changed = tmp_path / "plans.json", copy.deepcopy(document)
    changed["plans"][0]["steps"][0]["cost"]["total"] += 1
    file.write_text(json.dumps(changed), encoding="utf-8")
    told = tell("verify", file)
    assert told.code == 1
    assert "99.01.01.2001" in told.out
    assert json.loads(tell("verify", file, "--format", "json").out)[0]["where"] == "99.01.01.2001"


# Output


def test_an_existing_file_is_kept_unless_forced(tell: Any, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("mine", encoding="utf-8")
    assert tell("schema", "plan", "-o", file).code == 7
    assert file.read_text(encoding="utf-8") == "mine"
    assert tell("schema", "plan", "-o", file, "--force").code == 0
    assert json.loads(file.read_text(encoding="utf-8"))


def test_a_missing_parent_or_a_folder_is_exit_code_7_and_nothing_is_made(tell: Any, data: Path, tmp_path: Path) -> None:
    assert tell("plan", data, "-o", tmp_path / "none" / "out.md").code == 7
    assert tell("plan", data, "-o", tmp_path).code == 7
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_exit_code_7(tell: Any, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert tell("schema", "plan", "-o", tmp_path / "out.json").code == 7


def test_an_interrupted_file_leaves_nothing(tell: Any, data: Path, tmp_path: Path, monkeypatch: Any) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recommender.outputs.formats.csv.csv_rows", stop)
    assert tell("plan", data, "--format", "csv", "-o", tmp_path / "out.csv").code == 130
    assert list(tmp_path.iterdir()) == []


# Failures of the program


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (VillageDataError("x"), 3),
        (KnowledgeError("x"), 4),
        (InfeasibleError("x"), 5),
        (MissingExtraError("x"), 6),
        (ModuleNotFoundError("no x", name="x"), 6),
        (EngineError("x"), 70),
        (ValueError("odd"), 70),
        (MemoryError(), 70),
        (RecursionError("deep"), 70),
        (KeyboardInterrupt(), 130),
    ],
)
def test_each_failure_has_its_exit_code_and_no_traceback(
    tell: Any, monkeypatch: Any, failure: BaseException, code: int
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("recommender.knowledge.loader.load_knowledge", fail)
    told = tell("list", "rules")
    assert told.code == code
    assert "Traceback" not in told.err
    assert len(told.err.split("\n")) == 2  # click ends the line that Ctrl-C broke


def test_debug_shows_the_traceback(tell: Any, monkeypatch: Any) -> None:
    def fail(*_: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr("recommender.knowledge.loader.load_knowledge", fail)
    monkeypatch.setenv("RECOMMENDER_DEBUG", "1")
    assert "Traceback" in tell("list", "rules").err


def test_names_in_messages_cannot_act_on_the_terminal(tell: Any, data: Path) -> None:
    told = tell("plan", data, "--village", "\x1b[2Jx")
    assert told.code == 2
    assert "\x1b" not in told.err


def test_exit_codes_reach_the_shell(data: Path, tmp_path: Path) -> None:
    assert process("plan", data, "--years", 0).returncode == 2
    assert process("plan", tmp_path).returncode == 3
    assert process("list", "rules", env={"RECOMMENDER_LANG": "en"}).returncode == 0
