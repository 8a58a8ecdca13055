"""Writing and browsing knowledge from the command line: scaffolds, filters, who reads what, decision tables."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from recommender.cli import authoring
from recommender.cli.running import run
from recommender.knowledge.conditions import Known, Truth, evaluate, resolve
from recommender.knowledge.examples import example_date, run_examples
from recommender.knowledge.loader import load_knowledge
from recommender.model.conditions import SCALE
from recommender.outputs.sections import decision_table as tables
from recommender.outputs.words import Words

ROOT = Path(__file__).parents[1]


class Told:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.setenv("RECOMMENDER_LANG", "en")
    monkeypatch.chdir(tmp_path)

    def telling(*arguments: object) -> Told:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Told(code, captured.out, captured.err)

    return telling


def next_command(told: Told) -> list[str]:
    """Return the command that `new` says comes next, without the program's name."""
    (line,) = [line for line in told.out.splitlines() if line.startswith("Next: recommender ")]
    return shlex.split(line.removeprefix("Next: recommender "))


# Scaffolds


@pytest.mark.parametrize("lang", ["id", "en"])
def test_scaffolds_are_accepted_by_the_command_that_they_name(tell, lang):
    told = tell("new", "overlay", "kutai", "--lang", lang)
    assert told.code == 0
    for kind, name in (("rule", "unsafe-well"), ("intervention", "well-cover")):
        done = tell("new", kind, name, "--about", "drinking-water", "--into", "kutai", "--lang", "en")
        assert done.code == 0, done.err
        checked = tell(*next_command(done))
        assert (checked.code, checked.err) == (0, "")
        assert "no problems" in checked.out
    rule = load_knowledge(overlays="kutai").rules["unsafe-well"]
    assert (rule.status, rule.dimension, rule.about) == ("draft", "living", "drinking-water")


def test_a_fresh_overlay_changes_nothing_and_each_of_its_lines_would_count(tell, kb):
    done = tell("new", "overlay", "kutai")
    checked = tell(*next_command(done))
    assert checked.code == 0
    assert "empty-overlay" in checked.out
    for file in Path("kutai").rglob("*.yaml"):
        title, *lines = file.read_text(encoding="utf-8").splitlines()
        assert title.startswith("# ")
        text = "\n".join(line.removeprefix("# ") for line in lines) + "\n"
        file.write_text(re.sub(r"low: [\d_]+", "low: 1", text).replace(": 0.", ": 0.1"), encoding="utf-8")
    (overlay,) = load_knowledge(overlays="kutai").overlays
    assert {change.kind for change in overlay.changes} == {"parameters", "interventions", "rules"}


def test_the_examples_of_a_new_rule_are_right_for_every_indicator_that_is_measured(kb):
    from recommender.outputs.scaffold import rule_scaffold
    from recommender.parsing.yaml_text import read_yaml

    measured = sorted({name for framework in kb.frameworks.values() for name in framework.by_indicator})
    assert len(measured) > 50
    for about in measured:
        raw = read_yaml(rule_scaffold(kb, about, "id").encode(), "x.yaml")
        assert raw.problems == []
        inside, at, missing = raw.value["examples"]
        bound = kb.parameters[kb.dimensions[kb.indicators[about].dimension].cut_off].bound(example_date(kb))
        assert round(inside["given"][about] * SCALE) < bound
        assert round(at["given"][about] * SCALE) == bound
        assert [e["expect"] for e in (inside, at, missing)] == ["finding", "none", "undetermined"]


def test_the_examples_of_a_draft_are_run(tell):
    tell("new", "overlay", "kutai")
    tell("new", "rule", "unsafe-well", "--dimension", "living", "--into", "kutai")
    assert run_examples(load_knowledge(overlays="kutai")) == []
    file = Path("kutai/rules/living/unsafe-well.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("expect: none", "expect: finding"), encoding="utf-8")
    checked = tell("check", "--overlay", "kutai")
    assert checked.code == 1
    assert "example-fails" in checked.out


def test_a_draft_made_active_says_what_is_unfinished(tell):
    tell("new", "overlay", "kutai")
    tell("new", "rule", "unsafe-well", "--about", "drinking-water", "--into", "kutai")
    tell("new", "intervention", "well-cover", "--about", "drinking-water", "--into", "kutai")
    for file in (Path("kutai/rules/living/unsafe-well.yaml"), *Path("kutai/catalog").rglob("well-cover.yaml")):
        file.write_text(file.read_text(encoding="utf-8").replace("status: draft", "status: active"), encoding="utf-8")
    checked = tell("check", "--overlay", "kutai", "--format", "json")
    assert checked.code == 1
    codes = {(problem["where"].split("/")[-1].split(":")[0], problem["code"]) for problem in json.loads(checked.out)}
    assert {
        ("unsafe-well.yaml", "unfinished-text"),
        ("well-cover.yaml", "unfinished-text"),
        ("well-cover.yaml", "unreachable-intervention"),
    } <= codes


def test_a_draft_is_never_planned(tell, kb):
    tell("new", "overlay", "kutai")
    tell("new", "rule", "unsafe-well", "--about", "drinking-water", "--into", "kutai")
    tell("new", "intervention", "well-cover", "--about", "drinking-water", "--into", "kutai")
    words = ("plan", ROOT / "examples" / "districts", "--village", "99.01.02.2002", "--start-year", 2027)
    plans = [tell(*words, "--format", "json", *laid) for laid in ((), ("--overlay", "kutai"))]
    without, with_drafts = (json.loads(told.out)["plans"] for told in plans)
    assert with_drafts == without


def test_nothing_is_overwritten(tell):
    tell("new", "overlay", "kutai")
    again = tell("new", "overlay", "kutai")
    assert (again.code, again.out) == (7, "")
    tell("new", "rule", "unsafe-well", "--about", "drinking-water", "--into", "kutai")
    file = Path("kutai/rules/living/unsafe-well.yaml")
    before = file.read_bytes()
    for words in (["--about", "drinking-water"], ["--dimension", "people"]):
        told = tell("new", "rule", "unsafe-well", *words, "--into", "kutai")
        assert told.code == 7
        assert "kutai/rules/living/unsafe-well.yaml:" in told.err
    assert file.read_bytes() == before
    assert not Path("kutai/rules/people/unsafe-well.yaml").exists()
    taken = tell("new", "rule", "offline", "--dimension", "mobility", "--into", "kutai")
    assert taken.code == 7
    assert "rules/mobility/offline.yaml:1" in taken.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rule", "Unsafe_Well", "--dimension", "living"], "lower-case English"),
        (["rule", "../x", "--dimension", "living"], "lower-case English"),
        (["rule", "unsafe-well"], "add --dimension or --about"),
        (["rule", "unsafe-well", "--dimension", "livin"], "Did you mean 'living'?"),
        (["intervention", "well-cover", "--about", "drinking-watr"], "Did you mean 'drinking-water'?"),
        (["ruel", "unsafe-well"], "Did you mean 'rule'?"),
    ],
)
def test_a_mistake_writes_nothing(tell, words, says):
    Path("kutai/catalog").mkdir(parents=True)
    told = tell("new", *words, "--into", "kutai")
    assert told.code == 2
    assert says in told.err
    assert [path for path in Path().rglob("*") if path.is_file()] == []


def test_the_folder_to_write_into_must_exist_and_installed_knowledge_is_left_alone(tell, monkeypatch):
    told = tell("new", "rule", "unsafe-well", "--dimension", "living", "--into", "nowhere")
    assert told.code == 2
    assert "recommender new overlay nowhere" in told.err
    monkeypatch.setattr("recommender.knowledge.places.checkout_folder", lambda: None)
    told = tell("new", "rule", "unsafe-well", "--dimension", "living")
    assert told.code == 2
    assert "--into DIR" in told.err


def test_in_a_knowledge_folder_of_its_own_a_new_rule_stands_beside_the_others(tell):
    for name in ("rules", "catalog"):
        shutil.copytree(ROOT / name, Path("own") / name)
    done = tell("new", "rule", "unsafe-well", "--about", "drinking-water", "--knowledge", "own")
    assert next_command(done) == ["check", "own/rules/living/unsafe-well.yaml"]
    assert tell(*next_command(done)).code == 0


def test_new_says_the_folder_of_the_checkout_relative_to_where_one_is(monkeypatch):
    monkeypatch.chdir(ROOT)
    folder = authoring._target({"into": None, "overlay": (), "knowledge": None})
    assert folder == Path(".")


# list and show


def test_lists_are_filtered_and_filters_that_do_not_fit_are_refused(tell, kb):
    def names(*words: str) -> list[str]:
        told = tell("list", *words, "--format", "json")
        assert told.code == 0, told.err
        return [entry["id"] for entry in json.loads(told.out)]

    rule = next(r for r in sorted(kb.active_rules) if kb.rules[r].calls and kb.rules[r].about in kb.indicators)
    noun = kb.rules[rule]
    found = names("rules", "--dimension", noun.dimension, "--about", noun.about, "--calls", noun.calls[0])
    assert found == [
        name
        for name, other in sorted(kb.rules.items())
        if (other.dimension, other.about) == (noun.dimension, noun.about) and noun.calls[0] in other.calls
    ]
    assert rule in found
    nothing = tell("list", "rules", "--dimension", "living", "--about", "road-surface")
    assert (nothing.code, nothing.out) == (0, "Nothing fits.\n")
    works = names("interventions", "--dimension", "mobility")
    assert works == sorted(name for name, work in kb.interventions.items() if work.dimension == "mobility")
    for words, says in (
        (["facts", "--calls", noun.calls[0]], "--calls does not fit facts; use it with rules"),
        (["rules", "--dimension", "livin"], "Did you mean 'living'?"),
        (["rules", "--about", "drinking-watr"], "Did you mean 'drinking-water'?"),
    ):
        told = tell("list", *words)
        assert told.code == 2
        assert says in told.err


def test_show_says_where_an_entry_stands_and_everything_that_refers_to_it(tell, kb):
    for name, noun in (("offline", "rules"), ("cut-off-living", "parameters"), ("households", "facts")):
        (shown,) = json.loads(tell("show", name, "--format", "json").out)
        place = shown["defined-in"]
        file, line = place.split(":")
        assert (ROOT / file).is_file()
        assert int(line) >= 1
        assert shown["referred-by"], (name, noun)
        assert f"Written in {place}" in tell("show", name).out
    (parameter,) = json.loads(tell("show", "cut-off-living", "--format", "json").out)
    assert parameter["referred-by"]["used-by-dimensions"] == ["living"]
    (fact,) = json.loads(tell("show", "households", "--format", "json").out)
    works = [name for name, work in sorted(kb.interventions.items()) if work.quantity.fact == "households"]
    assert fact["referred-by"].get("quantity-of", []) == works


# Decision tables


@pytest.mark.parametrize("dimension", ["people", "mobility", "economy", "governance", "environment", "living"])
def test_a_table_has_every_rule_of_its_dimension_and_columns_for_what_they_read(tell, kb, dimension):
    head, *rows = csv.reader(io.StringIO(tell("table", dimension).out))
    assert {row[0] for row in rows} == {name for name, rule in kb.rules.items() if rule.dimension == dimension}
    assert {len(row) for row in rows} == {len(head)}
    assert len(head) == len(set(head))
    first, last = head.index("urgency") + 1, head.index("further condition")
    for number, title in enumerate(head[first:last], first):
        assert any(row[number] != tables.NOT_READ for row in rows), title


def test_the_rows_of_a_rule_hold_exactly_where_its_condition_does(kb):
    """Judge both at random values: a rule holds if and only if all comparisons of one of its rows do."""
    import random

    from recommender.model.conditions import All, Any, Not, comparisons

    dice = random.Random(3)
    words, checked = Words(kb, "en"), 0
    for rule in kb.active_rules.values():
        condition = resolve(rule.when, kb.parameters, kb.about.date)
        ways = tables._ways(rule, words)
        if ways is None:
            continue
        checked += 1
        rows = Any(tuple(All(tuple(Not(c) if negated else c for c, negated in way)) for way in ways))
        for _ in range(25):
            known = Known({}, {}, {})
            for comparison in comparisons(condition):
                if dice.random() < 0.2:
                    continue
                operand = comparison.operand
                if comparison.reads == "finding":
                    known.findings[comparison.name] = dice.choice((Truth.TRUE, Truth.FALSE))
                elif isinstance(operand, bool):
                    known.facts[comparison.name] = dice.choice((True, False))
                elif isinstance(operand, int):
                    table = known.scores if comparison.reads == "score" else known.facts
                    table[comparison.name] = operand + dice.choice((-1, 0, 1))
                else:
                    listed = operand if isinstance(operand, tuple) else (operand,)
                    known.facts[comparison.name] = dice.choice([*listed, "another"])
            assert evaluate(rows, known) is evaluate(condition, known)
    assert checked > 200


def test_cells_read_as_a_meeting_says_them(kb):
    from recommender.model.conditions import Comparison

    def said(negated: bool, *parts: Any) -> str:
        return tables._said(Comparison(*parts), negated, Words(kb, "id"))

    assert said(False, "score", "drinking-water", "below", 800) == "< 0,80"
    assert said(True, "score", "drinking-water", "below", 800) == "≥ 0,80"
    assert said(False, "fact", "coastal", "is", True) == "ya"
    assert said(True, "fact", "coastal", "is", True) == "tidak"
    assert said(True, "finding", "offline", "is", True) == "tidak"
    assert said(False, "fact", "hospital-distance-km", "above", 15_000) == "> 15 km"
    assert said(False, "fact", "digital-literacy", "in", ("low", "medium")) == "rendah atau sedang"
    assert said(True, "fact", "digital-literacy", "is", "low") == "bukan rendah"


def test_no_cell_of_a_table_can_run_as_a_formula(tell):
    place = Path("kutai/rules/living/evil.yaml")
    place.parent.mkdir(parents=True)
    place.write_text(
        'name: {id: "=HYPERLINK(1)", en: "@SUM(1)"}\nstatus: draft\nwhen: {score: drinking-water, below: 0.4}\n'
        'about: drinking-water\nreason: {id: a, en: b}\nsources: [{title: "+cmd"}]\n',
        encoding="utf-8",
    )
    told = tell("table", "living", "--about", "drinking-water", "--overlay", "kutai")
    head, *rows = csv.reader(io.StringIO(told.out))
    (row,) = [row for row in rows if row[0] == "evil"]
    assert row[2:4] == ["'=HYPERLINK(1)", "'@SUM(1)"]
    assert row[head.index("source")] == "'+cmd"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def test_a_condition_with_too_many_ways_keeps_one_row_and_a_sentence(kb):
    from recommender.model.conditions import All, Any, Comparison

    def either(one: str, other: str) -> Any:
        return Any(tuple(Comparison("fact", name, "is", True) for name in (one, other)))

    wide = All((either("coastal", "has-sid"), either("has-website", "has-cctv"), either("has-coop", "coastal")))
    rule = next(iter(kb.active_rules.values())).model_copy(update={"when": wide})
    assert tables._ways(rule, Words(kb, "en")) is None
    altered = kb.model_copy(update={"rules": {"wide": rule}})
    head, row = csv.reader(io.StringIO("".join(tables.decision_table(["wide"], Words(altered, "en")))))
    assert " and " in row[head.index("further condition")]


def test_an_unknown_dimension_is_refused(tell):
    told = tell("table", "livin")
    assert told.code == 2
    assert "Did you mean 'living'?" in told.err
