"""Bare problem files: what is wrong in one line each with place and cure; the command that solves them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from test_cli import tell

from recommender.language.errors import VillageDataError
from recommender.pipeline.planning.problem_file import read_problem

__all__ = ["tell"]
PAGE = Path(__file__).parent.parent / "docs" / "problem-file.md"


def good() -> dict[str, Any]:
    return {
        "years": 2,
        "discount": [1000, 900],
        "sources": ["village"],
        "budget": [[9, 9]],
        "indicators": [{"gap": 10, "weight": 2}],
        "items": [
            {"id": "a", "duration": 0, "cost": [[4]], "effects": {}, "and": [], "or": []},
            {"id": "b", "duration": 1, "cost": [[5]], "effects": {"0": 7}, "and": ["a"], "or": []},
            {"id": 3, "duration": 0, "cost": [[5]], "effects": {"0": 2}, "or": [["a", "b"]]},
        ],
    }


def item(number: int, **changes: Any) -> dict[str, Any]:
    data = good()
    data["items"][number].update(changes)
    return data


def whole(**changes: Any) -> dict[str, Any]:
    return {**good(), **changes}


def without(key: str) -> dict[str, Any]:
    data = good()
    del data[key]
    return data


def more(**given: Any) -> dict[str, Any]:
    data = good()
    data["items"].append({"duration": 0, "cost": [[1]], **given})
    return data


# name -> what stands in the file, the code of the problem, what the line must say
BAD: dict[str, tuple[Any, str, str]] = {
    "no object": ([1], "wrong-shape", "object"),
    "a word": ("x", "wrong-shape", "object"),
    "no years": (without("years"), "missing-key", "years"),
    "no items": (without("items"), "missing-key", "items"),
    "zero years": (whole(years=0), "bad-years", "0 years"),
    "years as text": (whole(years="2"), "bad-years", "'2'"),
    "years as a fraction": (whole(years=2.5), "bad-years", "2.5"),
    "a thousand years": (whole(years=1000), "bad-years", "1 to 30"),
    "no sources": (whole(sources=[]), "wrong-shape", "source"),
    "sources as text": (whole(sources="village"), "wrong-shape", "sources"),
    "a discount short": (whole(discount=[1000]), "bad-number", "discount"),
    "a discount below zero": (whole(discount=[1000, -1]), "bad-number", "discount"),
    "a budget short": (whole(budget=[[9]]), "bad-number", "budget"),
    "a budget below zero": (whole(budget=[[9, -9]]), "bad-number", "budget"),
    "a budget that is no number": (whole(budget=[[9, float("nan")]]), "bad-number", "budget"),
    "a budget of null": (whole(budget=None), "bad-number", "budget"),
    "budgets beyond 2^53": (whole(budget=[[2**53, 2**53]]), "too-large", "2^53"),
    "carry-over of another length": (whole(carry_over=[True, True]), "wrong-shape", "carry_over"),
    "carry-over in words": (whole(carry_over=["yes"]), "wrong-shape", "carry_over"),
    "indicators as a mapping": (whole(indicators={}), "wrong-shape", "lists"),
    "a negative gap": (whole(indicators=[{"gap": -1, "weight": 1}]), "bad-number", "indicators[0]"),
    "a weight missing": (whole(indicators=[{"gap": 1}]), "bad-number", "indicators[0]"),
    "an objective beyond 2^53": (whole(indicators=[{"gap": 2**40, "weight": 2**40}]), "too-large", "weights"),
    "items as a mapping": (whole(items={"a": {}}), "wrong-shape", "lists"),
    "an item that is no object": (whole(items=["a"]), "wrong-shape", "items[0]"),
    "an item without id": (more(), "wrong-shape", "items[3]"),
    "an id of yes": (more(id=True), "wrong-shape", "items[3]"),
    "an id twice": (more(id="a"), "duplicate-id", "'a'"),
    "an id twice, once as text": (more(id="3"), "duplicate-id", "'3'"),
    "a negative duration": (item(0, duration=-1), "bad-number", "item a"),
    "a duration in words": (item(0, duration="one"), "bad-number", "item a"),
    "a negative cost": (item(0, cost=[[-4]]), "bad-cost", "item a"),
    "a fraction as cost": (item(0, cost=[[4.5]]), "bad-cost", "item a"),
    "a cost row too many": (item(0, cost=[[4], [4]]), "bad-cost", "item a"),
    "a source too many": (item(0, cost=[[4, 4]]), "bad-cost", "item a"),
    "no cost": (item(0, cost=None), "bad-cost", "item a"),
    "costs beyond 2^53": (
        {**more(id="d", cost=[[2**53 - 1]]), "budget": [[9, 9]]},
        "too-large",
        "larger unit",
    ),
    "effects as a list": (item(0, effects=[1]), "wrong-shape", "item a"),
    "an effect on nothing": (item(0, effects={"1": 4}), "unknown-indicator", "'1'"),
    "an effect on a word": (item(0, effects={"water": 4}), "unknown-indicator", "'water'"),
    "an effect on a raised number": (item(0, effects={"²": 4}), "unknown-indicator", "item a"),
    "a negative effect": (item(0, effects={"0": -4}), "bad-number", "item a"),
    "a prerequisite that is nothing": (item(1, **{"and": ["z"]}), "unknown-id", "'z'"),
    "a prerequisite of yes": (item(1, **{"and": [True]}), "unknown-id", "True"),
    "a prerequisite of a list": (item(1, **{"and": [["a"]]}), "unknown-id", "['a']"),
    "prerequisites as text": (item(1, **{"and": "a"}), "wrong-shape", "item b"),
    "prerequisites of null": (item(1, **{"and": None}), "wrong-shape", "item b"),
    "a flat any-of group": (item(1, **{"or": ["a"]}), "wrong-shape", "[[1, 2]]"),
    "any-of groups of null": (item(1, **{"or": None}), "wrong-shape", "item b"),
    "an empty any-of group": (item(1, **{"or": [[]]}), "empty-group", "item b"),
    "an unknown member": (item(1, **{"or": [["a", "z"]]}), "unknown-id", "'z'"),
    "a circle": (item(0, **{"and": ["b"]}), "prerequisite-cycle", "a -> b -> a"),
    "a circle of one": (item(0, **{"and": ["a"]}), "prerequisite-cycle", "a -> a"),
    "a circle through a group": (item(0, **{"or": [[3]]}), "prerequisite-cycle", "-> 3 ->"),
    "mandatory as text": (whole(mandatory="a"), "wrong-shape", "mandatory"),
    "mandatory as a number": (whole(mandatory=3), "wrong-shape", "mandatory"),
    "an unknown mandatory item": (whole(mandatory=["z"]), "unknown-id", "'z'"),
    "a mandatory list": (whole(mandatory=[["a"]]), "unknown-id", "['a']"),
    "exclusions as text": (whole(exclusions="ab"), "wrong-shape", "exclusions"),
    "a flat exclusion": (whole(exclusions=["a", "b"]), "wrong-shape", "pair"),
    "an exclusion of three": (whole(exclusions=[["a", "b", 3]]), "wrong-shape", "pair"),
    "an exclusion of oneself": (whole(exclusions=[["a", "a"]]), "wrong-shape", "pair"),
    "an unknown exclusion": (whole(exclusions=[["a", "z"]]), "unknown-id", "'z'"),
    "synergies as a mapping": (whole(synergies={}), "wrong-shape", "synergies"),
    "synergies of null": (whole(synergies=None), "wrong-shape", "synergies"),
    "a synergy with nothing": (
        whole(synergies=[{"a": "a", "b": "z", "indicator": 0, "bonus": 1}]),
        "unknown-id",
        "synergies",
    ),
    "a synergy with itself": (
        whole(synergies=[{"a": "a", "b": "a", "indicator": 0, "bonus": 1}]),
        "unknown-id",
        "synergies",
    ),
    "a synergy on nothing": (
        whole(synergies=[{"a": "a", "b": "b", "indicator": 1, "bonus": 1}]),
        "unknown-indicator",
        "synergies",
    ),
    "a synergy without bonus": (whole(synergies=[{"a": "a", "b": "b", "indicator": 0}]), "unknown-id", "bonus"),
    "inside of data": ({"data": whole(years=0)}, "bad-years", "0 years"),
}
BROKEN = {
    "nothing": "",
    "cut short": '{"years": 2,',
    "words": "years: 2",
    "deep nesting": "[" * 100_000,
    "a number of 5000 digits": '{"years": ' + "9" * 5000 + "}",
}
BROKEN_AT = {
    **dict.fromkeys(BROKEN, "p.json:1"),
    **dict.fromkeys(["deep nesting", "a number of 5000 digits"], "p.json"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_one_line_with_its_place(name: str) -> None:
    data, code, said = BAD[name]
    with pytest.raises(VillageDataError) as caught:
        read_problem(json.dumps(data), "p.json")
    found = [problem for problem in caught.value.problems if problem.code == code and said in problem.line()]
    assert found, caught.value.problems
    assert all(problem.where.startswith("p.json") and problem.message.endswith(".") for problem in found)


def test_every_mistake_is_said_not_only_the_first() -> None:
    data = whole(discount=[1], mandatory=["z"])
    data["items"][0]["cost"] = [[-1]]
    data["items"][1]["and"] = ["nothing"]
    with pytest.raises(VillageDataError) as caught:
        read_problem(json.dumps(data))
    assert {problem.code for problem in caught.value.problems} == {"bad-number", "bad-cost", "unknown-id"}
    assert len(caught.value.problems) == 4


def test_one_mistake_brings_no_others_with_it() -> None:
    for name in ("indicators as a mapping", "items as a mapping", "zero years", "no sources"):
        with pytest.raises(VillageDataError) as caught:
            read_problem(json.dumps(BAD[name][0]))
        assert len(caught.value.problems) == 1, name


def test_each_mistake_has_the_line_that_it_stands_in() -> None:
    data = whole(discount=[1], mandatory=["z"])
    data["items"][0]["cost"] = [[-1]]
    data["items"][1]["and"] = ["nothing"]
    data["items"][2]["effects"] = {"0": 1, "7": 2}
    for wrapped in (data, {"name": "x", "data": data}):
        text = json.dumps(wrapped, indent=1)
        with pytest.raises(VillageDataError) as caught:
            read_problem(text, "p.json")
        lines = text.split("\n")
        found = {
            (one.where.rpartition(": ")[2], lines[int(one.where.split(":")[1]) - 1].strip(" ,"))
            for one in caught.value.problems
        }
        assert found == {
            ("discount", '"discount": ['),
            ("item a", '"cost": ['),
            ("item b", '"nothing"'),
            ("item 3", '"7": 2'),
            ("mandatory", '"z"'),
        }


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_told_in_indonesian_too(name: str) -> None:
    with pytest.raises(VillageDataError) as caught:
        read_problem(json.dumps(BAD[name][0]), "p.json")
    for problem in caught.value.problems:
        assert problem.message_id, problem
        assert problem.message_id != problem.message
        assert problem.where.startswith("p.json:1: ")


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_json_is_one_line(name: str) -> None:
    with pytest.raises(VillageDataError) as caught:
        read_problem(BROKEN[name], "p.json")
    (problem,) = caught.value.problems
    assert (problem.where, problem.code) == (BROKEN_AT[name], "bad-json")
    assert problem.message_id != problem.message


def test_unknown_keys_and_the_wrapping_are_ignored() -> None:
    plain = read_problem(json.dumps(good()))
    assert read_problem(json.dumps({"name": "x", "data": {**good(), "colour": "red"}})) == plain
    assert read_problem(json.dumps({**good(), "carry_over": [], "mandatory": [], "synergies": []})) == plain


# The command ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(good()), encoding="utf-8")
    return path


def test_solve_prints_the_answer_as_json(tell: Any, file: Path) -> None:
    told = tell("solve", file)
    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    assert list(found) == ["objective", "bound", "gap", "proven", "start"]
    assert found["proven"]
    assert found["objective"] == found["bound"] == 2 * (7 * 1900 + 2 * 900)
    assert found["start"] == {"a": 0, "b": 0, "3": 1}


def test_solve_fast_claims_no_proof(tell: Any, file: Path) -> None:
    found = json.loads(tell("solve", file, "--method", "fast").out)
    assert (found["bound"], found["gap"], found["proven"]) == (None, None, False)
    assert 0 < found["objective"] <= 2 * (7 * 1900 + 2 * 900)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_solve_prints_a_table_for_reading(tell: Any, file: Path, lang: str) -> None:
    told = tell("--lang", lang, "solve", file, "--format", "table")
    assert told.code == 0
    assert "a, b" in told.out


def test_solve_reads_standard_input(tell: Any, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(file.read_text()))
    told = tell("solve", "-")
    assert told.out == tell("solve", file).out


def test_solve_writes_a_file_and_never_half_of_one(tell: Any, file: Path, tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    assert tell("solve", file, "-o", target).code == 0
    assert json.loads(target.read_text())["proven"]
    file.write_text("{")
    again = tmp_path / "again.json"
    assert tell("solve", file, "-o", again).code == 3
    assert not again.exists()


@pytest.mark.parametrize(
    "name", ["zero years", "a circle", "an unknown member", "a negative cost", "costs beyond 2^53"]
)
def test_a_bad_problem_ends_with_3_and_one_line(tell: Any, file: Path, name: str) -> None:
    data, code, said = BAD[name]
    file.write_text(json.dumps(data))
    lines = []
    for lang in ("en", "id"):
        told = tell("--lang", lang, "solve", file)
        assert (told.code, told.out) == (3, "")
        lines += told.err.splitlines()
    english, indonesian = lines
    assert said in english
    assert english != indonesian
    assert all(code in line and "problem.json" in line for line in lines)


def test_an_id_with_a_line_break_stays_in_its_line(tell: Any, file: Path) -> None:
    file.write_text(json.dumps(item(0, id="x\ny\u001b[31m", cost=[[-1]])))
    told = tell("solve", file)
    assert told.code == 3
    assert "\x1b" not in told.err
    assert all("problem.json" in line for line in told.err.splitlines())


def test_infeasible_ends_with_5_and_the_least_extra_money(tell: Any, file: Path) -> None:
    file.write_text(json.dumps({**item(0, cost=[[14]]), "mandatory": ["a"]}))
    for method in ("exact", "fast"):
        for lang, more_money in (("en", "5 more is the least"), ("id", "5 lagi adalah tambahan terkecil")):
            told = tell("--lang", lang, "solve", file, "--method", method)
            assert (told.code, told.out) == (5, "")
            assert re.search(rf"village, year [01] .*infeasible: {more_money}", told.err)


def test_an_item_that_no_purse_can_pay_is_named_and_the_rest_is_planned(tell: Any, file: Path) -> None:
    file.write_text(json.dumps(more(id="dear", cost=[[10]], effects={"0": 3})))
    told = tell("solve", file)
    assert told.code == 0
    assert "dear" not in json.loads(told.out)["start"]
    (line,) = told.err.splitlines()
    assert "item dear: never-payable" in line


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--method", "quick"], 2),
        (["--format", "xml"], 2),
        (["--nodes", "5"], 2),
        ([], 0),
    ],
)
def test_misuse_ends_with_2(tell: Any, file: Path, words: list[str], code: int) -> None:
    assert tell("solve", file, *words).code == code


def test_a_file_that_cannot_be_read_ends_with_3(tell: Any, tmp_path: Path) -> None:
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe{}")
    for path in (tmp_path / "nowhere.json", tmp_path, binary):
        told = tell("solve", path)
        assert (told.code, told.out) == (3, "")
        assert len(told.err.splitlines()) == 1
    assert tell("solve").code == 2


def test_the_page_shows_what_the_program_says(tell: Any, tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    problem, tiers, answer = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "page.json"
    path.write_text(problem)
    assert tell("solve", path).out == answer
    path.write_text(tiers)
    for method in ("exact", "fast"):
        found = json.loads(tell("solve", path, "--method", method).out)
        assert f'"objective": {found["objective"]}' in page
        assert found["start"] == {"well": 0, "court": 1, "cadre": 1}
    assert "19000 / 810000" in tell("solve", path, "--format", "table").out
    assert len(page.splitlines()) < 120
    codes = {code for _, code, _ in BAD.values()} | {"bad-json", "never-payable", "too-long"}
    assert all(f"`{code}`" in page for code in codes)


NEW_KEYS = {
    "tier": ({"indicators": [{"gap": 1, "weight": 1, "tier": -1}]}, "bad-number", "tier"),
    "running_cap": ({"running_cap": [1]}, "bad-number", "one for the year after"),
    "service_cap": ({"service_cap": [1, 2, 3, -4]}, "bad-number", "one for the year after"),
    "early": ({"early": [[1]]}, "bad-number", "whole numbers"),
    "capacities": ({"capacities": [{"name": "built"}]}, "wrong-shape", "per_year"),
    "per_year": ({"capacities": [{"name": "built", "per_year": [1]}]}, "bad-number", "per_year"),
    "takes": ({"items": [{"id": "a", "duration": 0, "cost": [[1]], "takes": ["built"]}]}, "unknown-id", "capacities"),
    "running": ({"items": [{"id": "a", "duration": 0, "cost": [[1]], "running": -1}]}, "bad-number", "running"),
    "service": ({"items": [{"id": "a", "duration": 0, "cost": [[1]], "service": 1}]}, "bad-number", "service"),
    "service_years": (
        {"items": [{"id": "a", "duration": 0, "cost": [[1]], "service": True, "service_years": 0}]},
        "bad-number",
        "service_years",
    ),
    "lines": (
        {"items": [{"id": "a", "duration": 0, "cost": [[1]]}], "lines": [["a"], ["a"]]},
        "duplicate-id",
        "two lines",
    ),
}


@pytest.mark.parametrize("name", NEW_KEYS)
def test_a_mistake_in_an_optional_key_is_named(name: str, tell: Any, tmp_path: Path) -> None:
    change, code, said = NEW_KEYS[name]
    base = {"years": 3, "discount": [9, 9, 9], "sources": ["v"], "budget": [[1, 1, 1]], "indicators": [], "items": []}
    path = tmp_path / "new.json"
    path.write_text(json.dumps(base | change))
    told = tell("solve", path, "--lang", "en")
    assert told.code == 3
    assert len(told.err.splitlines()) == 1
    assert f": {code}: " in told.err
    assert said in told.err
