"""Answers of the index service: what is read of a sound one, and what each kind of dirt leaves."""

from __future__ import annotations

import copy
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from villages_samples import CODE, DOTTED, answer, knowledge, legal_values, write_answer

from recommender.language.catalog import data_file_problems, data_problems
from recommender.villages.reader import VillageSet, read_villages

Change = Callable[[dict[str, Any]], Any]


def read(tmp_path: Path, content: str | bytes, name: str = "a.json", **options: Any) -> VillageSet:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_villages(path, knowledge(), **options)


def codes(found: VillageSet) -> list[str]:
    return sorted({problem.code for problem in found.problems})


def test_a_sound_answer_is_read_whole_without_a_problem(tmp_path: Path) -> None:
    found = read(tmp_path, json.dumps(answer()))
    village = found[0]
    assert found.problems == ()
    assert (village.code, village.code_scheme, village.name) == (CODE, "kemendagri", "RANTAU CONTOH")
    assert (village.subdistrict, village.district, village.province) == ("HULU", "REKAAN", "ANGAN")
    assert village.source == "index-service"
    year = village.years[0]
    items = knowledge().frameworks["idm"].items
    assert year.values == {items[code].indicator: value for code, value in legal_values().items()}
    assert (year.framework, year.year, year.published.class_slug) == ("idm", 2024, "mandiri")
    assert year.published.value == pytest.approx(1)
    assert set(year.published.components) == {"iks", "ike", "ikl"}


def test_the_copied_item_of_2024_is_kept_as_printed(tmp_path: Path) -> None:
    """Recovery from the component's total is the scoring's matter."""
    values = legal_values() | {"IKS-30": 1, "IKS-31": 1}
    year = read(tmp_path, json.dumps(answer(values=values)))[0].years[0]
    assert year.values["village-office-internet"] == 1
    assert year.recovered == ()


def _rows(data: dict[str, Any]) -> list[dict[str, Any]]:
    return data["mapData"]["ROW"]


def _set(position: int, value: Any) -> Change:
    return lambda data: _rows(data)[position].update(SKOR=value)


def _summary(**values: Any) -> Change:
    return lambda data: data["mapData"]["SUMMARIES"].update(values)


def _who(**values: Any) -> Change:
    return lambda data: data["mapData"]["IDENTITAS"][0].update(values)


def _drop(key: str) -> Change:
    return lambda data: data["mapData"].pop(key)


def _twice(value: int) -> Change:
    return lambda data: _rows(data).insert(3, {"INDIKATOR": "Skor Dokter", "SKOR": value})


def _undated(data: dict[str, Any]) -> None:
    _summary(TAHUN=None)(data)
    for row in _rows(data):
        row["INDIKATOR"] = row["INDIKATOR"].replace(" 2024", "")


# name, what is done to a sound answer, problems, villages, values left
DIRT: list[tuple[str, Change, list[str], int, int]] = [
    ("off the scale", _set(0, 7), ["out-of-scale"], 1, 49),
    ("below the scale", _set(0, -1), ["out-of-scale"], 1, 49),
    ("zero where the ladder starts at one", _set(0, 0), ["off-ladder"], 1, 49),
    ("a level that does not exist", _set(1, 3), ["off-ladder"], 1, 49),
    ("half a point", _set(0, 3.5), ["bad-value"], 1, 49),
    ("text", _set(0, "lima"), ["bad-value"], 1, 49),
    ("true", _set(0, True), ["bad-value"], 1, 49),
    ("false", _set(1, False), ["bad-value"], 1, 49),
    ("a list", _set(0, [5]), ["bad-value"], 1, 49),
    ("an object", _set(0, {"a": 1}), ["bad-value"], 1, 49),
    ("a huge integer", _set(0, 10**400), ["out-of-scale"], 1, 49),
    ("a huge float", _set(0, 1e300), ["out-of-scale"], 1, 49),
    ("a whole float", _set(0, 5.0), [], 1, 50),
    ("a number as text", _set(0, "5"), ["text-numbers"], 1, 50),
    ("null", _set(0, None), ["missing-rows"], 1, 49),
    ("empty text", _set(0, " "), ["missing-rows"], 1, 49),
    ("a row missing", lambda data: _rows(data).pop(2), ["missing-rows"], 1, 49),
    (
        "rows missing",
        lambda data: data["mapData"].update(ROW=_rows(data)[:10]),
        ["missing-rows", "missing-total"],
        1,
        10,
    ),
    ("no rows", lambda data: data["mapData"].update(ROW=[]), ["no-known-rows"], 0, 0),
    ("rows of another index", lambda data: [r.update(INDIKATOR="X") for r in _rows(data)], ["no-known-rows"], 0, 0),
    (
        "an unknown row",
        lambda data: _rows(data).insert(0, {"INDIKATOR": "Skor Doktr", "SKOR": 1}),
        ["unknown-rows"],
        1,
        50,
    ),
    ("a row without a name", lambda data: _rows(data).insert(0, {"SKOR": 1}), ["bad-row"], 1, 50),
    ("a row that is no object", lambda data: _rows(data).insert(0, 5), ["bad-row"], 1, 50),
    ("stray blanks in a name", lambda data: _rows(data)[2].update(INDIKATOR="  skor  BIDAN "), [], 1, 50),
    (
        "an escaped sign in a name",
        lambda data: _rows(data)[34].update(INDIKATOR="Skor Air Mandi &amp; Cuci"),
        [],
        1,
        50,
    ),
    ("the same row twice, alike", _twice(5), [], 1, 50),
    ("the same row twice, contradicting", _twice(0), ["conflicting-rows"], 1, 49),
    ("no total", lambda data: _rows(data).pop(35), ["missing-total"], 1, 50),
    (
        "no totals at all",
        lambda data: data["mapData"].update(ROW=[r for r in _rows(data) if r["NO"]]),
        ["missing-total"],
        1,
        50,
    ),
    ("a total as text", _set(35, "0,9"), [], 1, 50),
    ("a total that is none", _set(35, "x"), ["bad-total"], 1, 50),
    ("an index above its scale", _summary(SKOR_SAAT_INI=80.5), ["bad-total"], 1, 50),
    ("no summary", _drop("SUMMARIES"), [], 1, 50),
    ("an unknown class", _summary(STATUS="HEBAT"), ["unknown-class"], 1, 50),
    ("a class in title case", _summary(STATUS="Sangat Tertinggal"), [], 1, 50),
    ("no year", lambda data: _undated(data), ["assumed-year"], 1, 50),
    ("a year of five digits", _summary(TAHUN=20244), ["bad-year"], 1, 50),
    ("a year as text", _summary(TAHUN="2024"), [], 1, 50),
    ("a year that the rows contradict", _summary(TAHUN=2023), ["year-conflict"], 1, 50),
    ("no code", _who(id_desa=None), ["no-code"], 0, 0),
    ("nine digits", _who(id_desa="999901200"), ["lost-digit"], 0, 0),
    ("eight digits", _who(id_desa="99990120"), ["bad-code"], 0, 0),
    ("thirteen digits", _who(id_desa="9999012001001"), ["bad-code"], 0, 0),
    ("letters", _who(id_desa="99990120AB"), ["bad-code"], 0, 0),
    ("a dotted code", _who(id_desa=DOTTED), [], 1, 50),
    ("a code as number", _who(id_desa=int(CODE)), [], 1, 50),
    ("no identity", _drop("IDENTITAS"), ["no-code"], 0, 0),
    ("an empty identity", lambda data: data["mapData"].update(IDENTITAS=[]), ["no-code"], 0, 0),
    ("a name that is no text", _who(nama_desa=5), [], 1, 50),
    ("no rows key", _drop("ROW"), ["wrong-shape"], 0, 0),
    ("no data", lambda data: data.pop("mapData"), ["wrong-shape"], 0, 0),
    ("data that is a list", lambda data: data.update(mapData=[]), ["wrong-shape"], 0, 0),
    ("an error flag", lambda data: data.update(error=True), ["service-error"], 0, 0),
]


@pytest.mark.parametrize(("change", "expected", "villages", "values"), [d[1:] for d in DIRT], ids=[d[0] for d in DIRT])
def test_each_dirt_is_named_and_the_rest_still_read(
    tmp_path: Path, change: Change, expected: list[str], villages: int, values: int
) -> None:
    data = copy.deepcopy(answer())
    change(data)
    found = read(tmp_path, json.dumps(data))
    assert codes(found) == expected
    assert len(found) == villages
    if villages:
        assert len(found[0].years[0].values) == values
    assert all(problem.where.startswith(str(tmp_path / "a.json")) for problem in found.problems)


SOUND = json.dumps(answer())
# name, text, problem, line or None
BROKEN: list[tuple[str, str | bytes, str, int | None]] = [
    ("empty", "", "empty-file", None),
    ("blank", " \n\t", "empty-file", None),
    ("only a mark of byte order", b"\xef\xbb\xbf", "empty-file", None),
    ("truncated", SOUND[:900], "bad-json", 1),
    ("truncated in line two", "{\n" + SOUND[1:900], "bad-json", 2),
    ("not JSON", "halo", "bad-json", 1),
    ("a web page", "<!DOCTYPE html><html></html>", "bad-json", 1),
    ("NaN", '{"a":\n NaN}', "bad-json", 2),
    ("Infinity after the word in quotes", '{"NaN": 1,\n\n"b": -Infinity}', "bad-json", 3),
    ("a key twice", '{"status": 200, "status": 400}', "bad-json", None),
    ("nested too deeply", "[" * 200_000, "bad-json", None),
    ("half a character", '{"a": "\\ud800"}', "bad-json", None),
    ("a number of ten thousand digits", '{"a": ' + "9" * 10_000 + "}", "bad-json", None),
    ("trailing text", SOUND + "\n{}", "bad-json", 2),
    ("a list", f"[{SOUND}]", "wrong-shape", None),
    ("a number", "5", "wrong-shape", None),
    ("null", "null", "wrong-shape", None),
    ("another object", '{"name": "package"}', "wrong-shape", None),
    ("a saved error", '{"status":400,"error":true,"message":"ID Desa tidak ditemukan"}', "service-error", None),
    ("an error without a word", '{"status":500,"error":true}', "service-error", None),
    ("no text", b"\x00\x01\x02" * 50, "binary-file", None),
]


@pytest.mark.parametrize(("text", "code", "line"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_broken_file_is_one_problem_with_its_place(
    tmp_path: Path, text: str | bytes, code: str, line: int | None
) -> None:
    found = read(tmp_path, text)
    assert len(found) == 0
    assert [problem.code for problem in found.problems] == [code]
    assert found.problems[0].where == str(tmp_path / "a.json") + (f":{line}" if line else "")
    assert found.problems[0].severity == "error"


def test_the_services_own_words_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, '{"status":400,"error":true,"message":"ID Desa tidak ditemukan"}')
    assert "ID Desa tidak ditemukan" in found.problems[0].message


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write_answer(tmp_path / "good.json")
    (tmp_path / "bad.json").write_text("{")
    found = read_villages(tmp_path, knowledge())
    assert (len(found), codes(found)) == (1, ["bad-json"])
    assert found.problems[0].where == "bad.json:1"


def test_a_bad_value_is_named_with_its_row(tmp_path: Path) -> None:
    data = answer()
    _set(28, 4)(data)
    found = read(tmp_path, json.dumps(data))
    assert found.problems[0].where.endswith("a.json:row 29")
    assert "Sinyal telepon" in found.problems[0].message
    assert found.problems == found[0].years[0].problems


def test_an_undated_answer_takes_the_year_given(tmp_path: Path) -> None:
    data = answer()
    _summary(TAHUN=None)(data)
    data["mapData"]["ROW"] = [row for row in _rows(data) if row["NO"]]
    found = read(tmp_path, json.dumps(data), year=2022)
    assert found[0].years[0].year == 2022
    assert "assumed-year" not in codes(found)


def test_the_shuffled_rows_of_an_answer_give_the_same_values(tmp_path: Path) -> None:
    data = answer()
    rows = _rows(data)
    data["mapData"]["ROW"] = rows[::-1]
    assert read(tmp_path, json.dumps(data))[0].years[0].values == read(tmp_path, SOUND)[0].years[0].values


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_answers_are_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, SOUND.encode(encoding))
    assert (len(found), found.problems) == (1, ())


def test_an_open_file_and_text_of_unknown_name_are_sniffed() -> None:
    assert len(read_villages(io.BytesIO(SOUND.encode()), knowledge())) == 1


def test_every_problem_stands_in_the_list_of_codes_under_its_severity() -> None:
    page = (Path(__file__).parents[1] / "docs" / "data-formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [a-z, ]+ \| (.*) \| ?(.*) \|$", page.partition("## Problems")[2], flags=re.MULTILINE)
    listed = {
        (code, severity)
        for row in rows
        for severity, cell in zip(("error", "warning"), row, strict=True)
        for code in re.findall(r"`([a-z0-9-]+)`", cell)
    }
    made = {**data_problems.PROBLEMS, **data_file_problems.PROBLEMS}
    assert listed == {(key.partition(".")[0], one.get("severity", "error")) for key, one in made.items()}
