"""Workbooks as people send them: broken, hostile, or only untidy. Each ends with our own problem, at its cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import workbook_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from villages_samples import knowledge
from workbook_samples import CODE, GOOD, cell, parts, rows, sheet, workbook, zipped

from recommender.cli.running import run
from recommender.sheets import child, reading
from recommender.sheets.nouns import WorkbookRefused
from recommender.sheets.reading import read_workbook
from recommender.villages.reader import VillageSet, read_villages


def read(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> VillageSet:
    file = tmp_path / name
    file.write_bytes(content)
    return read_villages(file, knowledge())


def codes(found: VillageSet) -> dict[str, str]:
    """Return each problem's code and the place inside the file."""
    return {problem.code: problem.where.rpartition("a.xlsx")[2] for problem in found.problems}


# Broken files


@pytest.mark.parametrize("name", samples.REFUSED)
def test_a_broken_workbook_is_named_for_what_it_is_within_little_memory_and_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(child, "MOST_MEMORY", 128 * 1024 * 1024)  # an eighth of what it may take
    monkeypatch.setattr(child, "MOST_SECONDS", 10)
    file_name, make, code = samples.REFUSED[name]
    found = read(tmp_path, make(), file_name)
    assert len(found) == 0
    errors = [problem for problem in found.problems if problem.severity == "error"]
    assert [problem.code for problem in errors] == [code]
    assert errors[0].message != errors[0].message_id
    assert "\n" not in errors[0].line("id")


@pytest.mark.parametrize("name", ["cut in half", "two far corners", "web page", "no known word"])
def test_a_command_on_a_broken_workbook_exits_with_3_and_one_line(tmp_path: Path, capsys: Any, name: str) -> None:
    file_name, make, code = samples.REFUSED[name]
    (tmp_path / file_name).write_bytes(make())
    assert run(["findings", str(tmp_path / file_name)]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert code in told.err
    assert "Traceback" not in told.err


def test_a_workbook_that_outgrows_its_memory_or_time_is_stopped_and_this_process_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = (" ".join(str(number * 7919 % 100_003 + text) for number in range(5_000)) for text in range(1_000))
    strings = f'<sst xmlns="{samples.MAIN}">' + "".join(f"<si><t>{text[:30_000]}</t></si>" for text in texts) + "</sst>"
    heavy = zipped(parts(sheet(rows(GOOD)), strings=strings))
    assert len(read_workbook(heavy).sheets[0].rows) == 2
    for limit, value in (("MOST_MEMORY", 40 * 1024 * 1024), ("MOST_SECONDS", 0)):
        monkeypatch.setattr(child, limit, value)
        with pytest.raises(WorkbookRefused) as refused:
            read_workbook(heavy)
        assert refused.value.code == "workbook-too-heavy"
        monkeypatch.undo()


def test_where_no_process_can_be_started_the_same_is_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(rows(GOOD))
    apart = read_workbook(content)
    monkeypatch.setattr(reading.sys, "executable", "")
    assert read_workbook(content) == apart
    with pytest.raises(WorkbookRefused):
        read_workbook(samples.REFUSED["two far corners"][1]())


@given(st.data())
def test_a_workbook_with_any_byte_changed_is_read_or_refused_but_never_breaks(data: st.DataObject) -> None:
    content = bytearray(workbook(rows(GOOD)))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    lines: list[Any] = []
    child.report(bytes(content), lines.append)  # in this process: an exception of ours is a line, any other fails
    assert set(lines[-1]) & {"done", "refused"}


# Untidy files


def test_texts_numbers_dates_and_codes_come_as_people_mean_them(tmp_path: Path) -> None:
    table = [
        ["kode_desa", "tahun", "IKS-30", "IKS-34", "households", "piped-share", "road-length", "altitude", "IKS-29"],
        [9999012001.0, 2024.0, "5", 3, 1234.0, "75%", 1.234, -2.5, None],
    ]
    data = rows(table)[: -len("</row>")] + cell(2, 9, 45356, style=1) + "</row>"
    found = read(tmp_path, workbook(data))
    village = found[0]
    assert village.code == "9999012001"
    assert dict(village.years[0].values)["village-office-internet"] == 5
    assert village.facts == {"households": 1234000, "piped-share": 750, "road-length": 1234, "altitude": -2500}
    assert codes(found)["bad-value"] == "[Data!I2]"
    assert any("2024-03-05" in problem.message for problem in found.problems)


def test_a_number_typed_as_number_is_never_taken_for_thousands(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(rows([GOOD[0], [CODE, 2024, 5, 1.234]])))
    assert "households" not in found[0].facts
    assert codes(found)["bad-fact"] == "[Data!D2]"


def test_a_header_is_found_under_titles_in_two_rows_with_numbered_columns(tmp_path: Path) -> None:
    table = [
        ["REKAP INDEKS", None, None, None],
        [],
        ["No", "Kode Desa", "Sosial", None, "Fakta"],
        [None, None, "IKS-30", "IKS-34", "households"],
        [1, 2, 3, 4, 5],
        [1, CODE, 5, 3, 120],
        [None, None, None, None, None],
        [None, "Jumlah", 5, 3, 120],
        ["Sumber: dinas"],
    ]
    merged = '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="C3:D3"/><mergeCell ref="B3:B4"/></mergeCells>'
    found = read(tmp_path, workbook(rows(table), after=merged))
    assert found[0].facts == {"households": 120000}
    assert len(found[0].years[0].values) == 2
    assert codes(found).keys() == {"ignored-rows", "assumed-year"}


def test_a_merged_subdistrict_holds_for_all_its_villages_and_merged_values_for_none(tmp_path: Path) -> None:
    table = [
        ["kode_desa", "kecamatan", "tahun", "IKS-30", "households"],
        [CODE, "HULU", 2024, 5, 100],
        ["99.99.01.2002", None, None, 1, None],
    ]
    merged = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ref="E2:E3"/></mergeCells>'
    found = read(tmp_path, workbook(rows(table), after=merged))
    assert [village.subdistrict for village in found] == ["HULU", "HULU"]
    assert [village.years[0].year for village in found] == [2024, 2024]
    assert [dict(village.facts) for village in found] == [{"households": 100000}, {}]
    assert codes(found) == {"merged-values": "[Data!E2:E3]"}


def test_hidden_and_filtered_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    hidden = '<cols><col min="4" max="4" hidden="1"/></cols>'
    data = rows(GOOD, attributes={2: 'hidden="1"'})
    found = read(tmp_path, workbook(data, before=hidden, after='<autoFilter ref="A1:D2"/>'))
    assert found[0].facts == {"households": 120000}
    assert codes(found) == {"hidden-cells": "[Data]"}


def test_hidden_columns_are_counted_as_far_as_the_data_go(tmp_path: Path) -> None:
    hidden = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>'
    found = read(tmp_path, workbook(rows(GOOD), before=hidden))
    assert [problem.message for problem in found.problems] == [
        "0 rows and 3 columns are hidden (by hand); they were read like the others."
    ]
    beyond = '<cols><col min="5" max="16384" hidden="1"/></cols>'
    assert read(tmp_path, workbook(rows(GOOD), before=beyond)).problems == ()


def test_rows_above_a_second_header_are_not_lost(tmp_path: Path) -> None:
    other = [GOOD[0], ["99.99.01.2002", 2024, 1, 90]]
    found = read(tmp_path, workbook(rows([*GOOD, *other])))
    assert [village.code for village in found] == [CODE, "99.99.01.2002"]


def test_a_title_is_not_taken_for_the_heading_of_a_group(tmp_path: Path) -> None:
    """`IKS` above a column of values would make a total of it."""
    table = [["IKS", None, None, None], ["2024", "kode_desa", "IKS-30", "households"], [1, CODE, 5, 120]]
    found = read(tmp_path, workbook(rows(table)))
    assert found[0].facts == {"households": 120000}
    assert "bad-total" not in codes(found)


def test_a_formula_gives_its_saved_value_and_one_without_is_named(tmp_path: Path) -> None:
    line = [CODE, 2024, "<c><f>2+3</f><v>5</v></c>", "<c><f>A1</f></c>"]
    found = read(tmp_path, workbook(rows([GOOD[0], line])))
    assert list(found[0].years[0].values.values()) == [5]
    assert codes(found) == {"formula-without-value": "[Data!D2]"}


def test_an_error_of_a_formula_counts_as_unknown_and_is_named(tmp_path: Path) -> None:
    line = [CODE, 2024, '<c t="e"><v>#REF!</v></c>', 120]
    found = read(tmp_path, workbook(rows([GOOD[0], line])))
    assert found[0].facts == {"households": 120000}
    assert codes(found)["error-cell"] == "[Data!C2]"


def test_headers_that_are_blank_or_twice_lose_only_their_own_columns(tmp_path: Path) -> None:
    table = [["kode_desa", "tahun", None, "IKS-30", "IKS-30", "households"], [CODE, 2024, 9, 5, 1, 120]]
    found = read(tmp_path, workbook(rows(table)))
    assert found[0].facts == {"households": 120000}
    assert codes(found) == {"duplicate-column": "[Data!1]"}


def test_a_table_of_text_under_a_workbooks_name_is_read_and_named(tmp_path: Path) -> None:
    found = read(tmp_path, f"kode_desa;tahun;IKS-30\n{CODE};2024;5\n".encode())
    assert len(found) == 1
    assert "renamed-text" in codes(found)


def test_macros_are_named_and_never_read(tmp_path: Path) -> None:
    content = zipped(parts(sheet(rows(GOOD))) | {"xl/vbaProject.bin": "x"})
    found = read(tmp_path, content, "a.xlsm")
    assert len(found) == 1
    assert [problem.code for problem in found.problems] == ["macros"]


def test_every_visible_sheet_with_villages_is_read_and_hidden_ones_are_named(tmp_path: Path) -> None:
    other = [GOOD[0], ["99.99.01.2002", 2024, 1, 90]]
    secret = [GOOD[0], ["99.99.01.2003", 2024, 1, 90]]
    book = parts(
        sheet(rows(GOOD)),
        sheet(rows(other)),
        sheet(rows(secret)),
        sheet(rows([["catatan"], ["rapat"]])),
        names=("Satu", "Dua", "Rahasia", "Catatan"),
        states=("visible", "visible", "hidden"),
    )
    found = read(tmp_path, zipped(book))
    assert [village.key[0] for village in found] == ["9999012001", "9999012002"]
    assert codes(found) == {"hidden-sheet": "[Rahasia]", "unread-sheets": ""}


def test_programs_that_write_prefixes_shared_texts_and_no_cell_names_are_understood(tmp_path: Path) -> None:
    text = sheet(
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
        f'<row><c t="inlineStr"><is><r><t>{CODE[:5]}</t></r><r><t>{CODE[5:]}</t></r></is></c><c><v>2024</v></c>'
        "<c><v>5</v></c></row>"
    )
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "r", "t"):
        text = (
            text.replace(f"<{tag}>", f"<x:{tag}>").replace(f"<{tag} ", f"<x:{tag} ").replace(f"</{tag}>", f"</x:{tag}>")
        )
    text = text.replace(' xmlns="', ' xmlns:x="')
    strings = f'<sst xmlns="{samples.MAIN}"><si><t>kode_desa</t><rPh><t>koo</t></rPh></si><si><t>tahun</t></si>'
    strings += "<si><r><t>IKS</t></r><r><t>-30</t></r></si></sst>"
    found = read(tmp_path, zipped(parts(text, strings=strings)))
    assert list(found[0].years[0].values.values()) == [5]


def test_a_village_left_empty_in_one_sheet_is_no_problem_but_in_all_it_is(tmp_path: Path) -> None:
    facts = [["kode_desa", "nama_desa", "households"], [CODE, "Suka", None], ["99.99.01.2002", "Maju", None]]
    found = read(tmp_path, zipped(parts(sheet(rows(GOOD)), sheet(rows(facts)), names=("Nilai", "Fakta"))))
    assert [village.code for village in found] == [CODE]
    assert codes(found) == {"no-values": "[Fakta!3]"}


def test_money_of_a_workbook_is_read_with_its_problems_at_their_cells(tmp_path: Path) -> None:
    money = [
        ["Sumber dana", "Tahun", "Jumlah rupiah"],
        ["DDS", None, "330jt"],
        ["village-allocation", 2027, 150_000_000],
        ["Alokasi Dana Desa", 2028, None],
        ["Bank", 2027, 5],
        ["DDS", "nanti", 5],
        ["DDS", 2028, 0.5],
    ]
    found = read(tmp_path, zipped(parts(sheet(rows(GOOD)), sheet(rows(money)), names=("Data", "Uang"))))
    assert found.budget is not None
    assert found.budget.amounts == {"village-fund": 330_000_000}
    assert found.budget.by_year == {"village-allocation": {2027: 150_000_000}}
    assert codes(found) == {
        "unknown-money": "[Uang!A5]",
        "bad-money-year": "[Uang!B6]",
        "bad-money": "[Uang!C7]",
    }


def test_money_that_contradicts_itself_is_not_used(tmp_path: Path) -> None:
    money = [["Sumber dana", "Jumlah rupiah"], ["DDS", 1_000_000], ["Dana Desa", 2_000_000]]
    found = read(tmp_path, zipped(parts(sheet(rows(GOOD)), sheet(rows(money)))))
    assert found.budget is None
    assert "money-twice" in codes(found)


def test_a_plan_takes_the_workbooks_money_unless_other_money_is_given(tmp_path: Path, capsys: Any) -> None:
    money = [["Sumber dana", "Jumlah rupiah"], ["DDS", 123_000_000]]
    file = tmp_path / "a.xlsx"
    file.write_bytes(zipped(parts(sheet(rows(GOOD)), sheet(rows(money)))))
    plan = ["plan", str(file), "--start-year", "2027", "--lang", "en"]
    assert run(plan) == 0
    told = capsys.readouterr()
    assert "Rp123,000,000 a year" in told.out
    assert "money sheet" in told.err
    assert run([*plan, "--budget", "50jt"]) == 0
    told = capsys.readouterr()
    assert "Rp50,000,000 a year" in told.out
    assert "money sheet" not in told.err


def test_programmes_of_a_workbook_are_read_with_their_problems_at_their_cells(tmp_path: Path) -> None:
    lines = [
        ["Kode APBDes", "Kegiatan rutin", "Sumber dana", "Tahun", "Jumlah rupiah", "Kegiatan yang sudah terpenuhi"],
        ["2.02.02", "Posyandu", "DDS", None, "55jt", "posyandu-revitalization, e-posyandu"],
        ["2.02.02", "posyandu", "DDS", 2028, 60_000_000, None],
        ["5.03.00", "BLT", None, None, 21_600_000, None],
        ["1.01.01", "Siltap", "ADD", None, None, None],
        ["dua", "PKK", "ADD", None, 5, None],
        ["3.04.03", None, "ADD", None, 5, None],
        ["3.04.03", "PKK", "Bank", None, 5, None],
        ["3.04.03", "PKK", "ADD", "nanti", 5, None],
        ["3.04.03", "PKK", "ADD", None, -5, None],
        ["3.04.03", "PKK", "ADD", None, 5, "posyandu"],
    ]
    found = read(tmp_path, zipped(parts(sheet(rows(GOOD)), sheet(rows(lines)), names=("Data", "Rutin"))))
    assert found.budget is None
    posts, aid = found.existing
    assert (posts.source, posts.meets) == ("village-fund", ("e-posyandu", "posyandu-revitalization"))
    assert (posts.in_year(2027), posts.in_year(2028)) == (55_000_000, 60_000_000)
    assert (aid.name.id, aid.source, aid.focus) == ("BLT", "village-fund", ("focus-1",))
    assert codes(found) == {
        "bad-code": "[Rutin!A6]",
        "no-programme-name": "[Rutin!B7]",
        "unknown-money": "[Rutin!C8]",
        "bad-money-year": "[Rutin!D9]",
        "bad-money": "[Rutin!E10]",
        "unknown-work": "[Rutin!F11]",
    }


def test_a_programme_that_stands_twice_is_not_used(tmp_path: Path) -> None:
    head = ["Kode APBDes", "Kegiatan rutin", "Jumlah rupiah"]
    lines = [head, ["2.02.02", "Posyandu", 5], ["2.02.02", "posyandu", 5]]
    found = read(tmp_path, zipped(parts(sheet(rows(GOOD)), sheet(rows(lines)))))
    assert found.existing == ()
    assert "existing-twice" in codes(found)


def test_a_plan_takes_the_workbooks_programmes_unless_others_are_given(tmp_path: Path, capsys: Any) -> None:
    lines = [["Kode APBDes", "Kegiatan rutin", "Jumlah rupiah"], ["2.02.02", "Posyandu", 7_000_000]]
    file = tmp_path / "a.xlsx"
    file.write_bytes(zipped(parts(sheet(rows(GOOD)), sheet(rows(lines)))))
    plan = ["plan", str(file), "--start-year", "2027", "--lang", "en", "--format", "json", "--budget", "50jt"]
    assert run(plan) == 0
    told = capsys.readouterr()
    assert '"name": {\n      "id": "Posyandu"' in told.out
    assert "1 existing programmes of the workbook" in told.err
    assert run([*plan, "--existing", "typical"]) == 0
    told = capsys.readouterr()
    assert '"typical": true' in told.out
    assert "of the workbook" not in told.err


def test_workbooks_in_folders_are_found_and_lock_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(rows(GOOD)))
    (tmp_path / "~$a.xlsx").write_bytes(b"\x05Budi")
    found = read_villages(tmp_path, knowledge())
    assert len(found) == 1
    assert found.problems == ()
