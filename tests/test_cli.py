"""The command line from outside: what each command prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from recommender.cli.running import run
from recommender.knowledge.loader import load_knowledge

ROOT = Path(__file__).parent.parent
COMMANDS = ("plan", "findings", "explain", "template", "verify", "check", "list", "show", "graph", "schema")
# Heavy third parties, which --help must not wait for
HEAVY = {"pydantic", "networkx", "numpy", "yaml", "durable"}
QUICK = ("--branches", "never")  # of a plan that is not asked for where it would go on


class Told:
    """What a run of the command line left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.delenv("RECOMMENDER_LANG", raising=False)
    monkeypatch.delenv("RECOMMENDER_DEBUG", raising=False)

    def telling(*arguments: object) -> Told:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Told(code, captured.out, captured.err)

    return telling


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of six invented villages with every indicator at a rung of its ladder."""
    items = load_knowledge().frameworks["idm"].items
    lines = [["kode_desa", "nama_desa", "kecamatan", "kabupaten", "provinsi", "tahun", *items]]
    for number in range(1, 7):
        rungs = [item.values[(number + place) % len(item.values)] for place, item in enumerate(items.values())]
        name = "Kembar" if number > 4 else f"Desa {number}"
        code = f"99.01.01.200{number}"
        lines.append([code, name, "Contoh", "Rekaan", "Rekaan", "2024", *map(str, rungs)])
    file = tmp_path_factory.mktemp("data") / "villages.csv"
    file.write_text("\n".join(";".join(line) for line in lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def document(data: Path) -> Any:
    """The plans of the six villages as the command prints them as JSON."""
    with redirect_stdout(io.StringIO()) as printed:
        assert run(["plan", str(data), "--start-year", "2027", "--format", "json"]) == 0
    return json.loads(printed.getvalue())


def process(*arguments: object, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run the command line in its own interpreter."""
    command = [sys.executable, "-m", "recommender", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings.pop("env", {})}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, **settings)


# Help


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_command_has_help_with_an_example_in_both_languages(tell: Any, command: str, lang: str) -> None:
    told = tell("--lang", lang, command, "--help")
    assert told.code == 0
    assert ("Contoh:" if lang == "id" else "Example:") in told.out
    assert ("Pemakaian:" if lang == "id" else "Usage:") in told.out
    assert command in tell("--help").out


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from recommender.cli.running import run\n"
        "for words in (['--help'], ['plan', '--help'], ['list', '--help'], ['nonsense']): run(words)\n"
        "print(sorted(name for name in sys.modules if '.' not in name))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert not HEAVY & set(eval(done.stdout.splitlines()[-1]))


# Planning


def test_plan_of_one_village_is_printed_in_full(tell: Any, data: Path) -> None:
    told = tell("plan", data, "--village", "99.01.01.2001", "--start-year", 2027, *QUICK)
    assert told.code == 0, told.err
    assert "RENCANA DESA DESA 1" in told.out
    assert "99.01.01.2001" in told.out
    assert max(len(line) for line in told.out.splitlines()) <= 80


def test_many_villages_are_a_summary(tell: Any, data: Path) -> None:
    told = tell("plan", data, "--start-year", 2027)
    assert "RINGKASAN 6 DESA" in told.out
    assert all(f"99.01.01.200{number}" in told.out for number in range(1, 7))


def test_json_is_the_documented_schema_and_verifies(tell: Any, data: Path, tmp_path: Path) -> None:
    document, schema = tmp_path / "plans.json", json.loads(tell("schema", "plan").out)
    told = tell("plan", data, "--start-year", 2027, "--budget", "400jt", "--format", "json", "-o", document)
    assert (told.code, told.out) == (0, "")
    plans = json.loads(document.read_text(encoding="utf-8"))
    jsonschema.validate(plans, schema)
    assert plans["options"]["budget"] == {"village-fund": 400_000_000}
    assert [plan["village"]["code"] for plan in plans["plans"]] == [f"99.01.01.200{n}" for n in range(1, 7)]
    assert tell("verify", document).code == 0


def test_ndjson_is_a_document_a_line_with_the_same_plans(tell: Any, data: Path, document: Any, tmp_path: Path) -> None:
    lines = tell("plan", data, "--start-year", 2027, "--format", "ndjson").out.splitlines()
    assert [json.loads(line)["plans"][0] for line in lines] == document["plans"]
    file = tmp_path / "plans.ndjson"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert "6 " in tell("verify", file).out


def test_csv_has_a_row_a_step(tell: Any, data: Path, document: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(tell("plan", data, "--start-year", 2027, "--format", "csv").out)))
    assert len(rows) == sum(len(plan["steps"]) for plan in document["plans"])


def test_markdown_holds_every_plan(tell: Any, data: Path) -> None:
    text = tell("--lang", "en", "plan", data, "--start-year", 2027, "--format", "md").out
    assert text.count("\n# PLAN FOR ") + text.startswith("# PLAN FOR ") == 6


def test_start_year_defaults_to_the_next_calendar_year_and_is_written_down(tell: Any, data: Path) -> None:
    import datetime

    options = json.loads(tell("plan", data, "--village", "Desa 3", *QUICK, "--format", "json").out)["options"]
    assert options["start_year"] == datetime.date.today().year + 1


def test_village_is_found_by_code_without_dots_and_by_name(tell: Any, data: Path) -> None:
    by_code = tell("plan", data, "--village", "9901012003", *QUICK, "--format", "json").out
    by_name = tell("plan", data, "--village", "desa  3", *QUICK, "--format", "json").out
    assert by_code == by_name
    assert len(json.loads(by_code)["plans"]) == 1


def test_pins_bans_and_means_reach_the_options(tell: Any, data: Path) -> None:
    ask = ("plan", data, "--village", "Desa 1", *QUICK, "--format", "json")
    work = json.loads(tell(*ask).out)["plans"][0]["steps"][0]
    banned = tell(*ask, "--ban", work["intervention"], "--own-means")
    document = json.loads(banned.out)
    assert document["options"]["bans"] == [work["intervention"]]
    steps = document["plans"][0]["steps"]
    assert work["intervention"] not in [step["intervention"] for step in steps]
    assert {step["executor"] for step in steps} <= {"village"}


def test_engines_and_hash_seeds_give_the_same_bytes(data: Path) -> None:
    plan = ("plan", data, "--village", "Desa 3", "--start-year", 2027, *QUICK)
    words = (*plan, "--format", "json", "--engine", "reference")
    first = process(*words, env={"PYTHONHASHSEED": "1"}).stdout
    assert first == process(*words, env={"PYTHONHASHSEED": "2"}).stdout
    assert json.loads(first)["options"]["engine"] == "reference"


def test_findings_and_questions(tell: Any, data: Path) -> None:
    ask = ("findings", data, "--village", "Desa 3")
    told = tell("--lang", "en", *ask)
    assert "PROBLEMS" in told.out
    assert "WHAT THE VILLAGE DOES" not in told.out
    assert "QUESTIONS FOR" in tell("--lang", "en", *ask, "--ask").out
    assert "steps" not in json.loads(tell(*ask, "--format", "json").out)["plans"][0]


def test_explain_a_step_a_deferred_work_and_the_whole_plan(tell: Any, data: Path) -> None:
    ask = (data, "--village", "Desa 3")
    plan = json.loads(tell("plan", *ask, *QUICK, "--format", "json").out)["plans"][0]
    step, deferred = plan["steps"][0]["intervention"], plan["deferred"][0]["intervention"]
    assert "WHY IT IS IN" in tell("--lang", "en", "explain", *ask, step).out
    assert "WHY IT IS NOT IN" in tell("--lang", "en", "explain", *ask, deferred).out
    whole = tell("explain", *ask).out
    assert all(step["intervention"] in whole for step in plan["steps"])


# Knowledge


def test_check_says_how_much_is_sound(tell: Any) -> None:
    told = tell("check")
    assert told.code == 0, told.out
    one = ROOT / "rules" / "living"
    assert tell("check", next(one.glob("*.yaml"))).out.startswith("1 aturan")


@pytest.mark.parametrize("kind", ["interventions", "rules", "indicators", "facts", "parameters", "sources"])
def test_list_prints_one_array(tell: Any, kind: str) -> None:
    entries = json.loads(tell("list", kind, "--format", "json").out)
    assert all(entry["id"] and entry["name"]["en"] for entry in entries)
    assert tell("list", kind).out.count("\n") >= len(entries)


def test_show_and_graph(tell: Any) -> None:
    work = json.loads(tell("list", "interventions", "--format", "json").out)[0]["id"]
    assert work in tell("show", work).out
    assert tell("graph", "--intervention", work).out.startswith("flowchart")
    assert tell("graph", "--format", "dot").out.startswith("digraph")


# Streams


def test_piped_output_has_no_colour_and_no_progress(data: Path) -> None:
    done = process("plan", data, "--village", "Desa 1", *QUICK)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == ""


def test_a_closed_pipe_is_quiet(data: Path) -> None:
    command = [sys.executable, "-m", "recommender", "list", "interventions", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0
