"""The workbook of a comparison, read back: sheets, numbers against the tables, sums, charts, and how it prints."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from compare_samples import CODES, compared, plan, plans
from shipped import knowledge
from workbook_reading import added_up, headings, read

from recommender.language.wording import TERMS, say
from recommender.outputs.registry import Compared
from recommender.outputs.words import Words
from recommender.outputs.workbook.compared import comparison_pages, make_comparison
from recommender.outputs.workbook.compared_columns import SHOWN, short_list
from recommender.outputs.workbook.pages import ChartPage, Page
from recommender.outputs.workbook.printing import fitted, printed_size
from recommender.verbs.comparing.comparison import Comparison, compare

BY = [("district",), ("subdistrict", "class")]
MANY = BY[1]  # groups, more than have a column each
named = pytest.mark.parametrize("by", BY, ids=lambda by: "-".join(by) or "all")
HOSTILE = '=HYPERLINK("http://x")'


def asking(found: Comparison, lang: str = "id", **options: Any) -> Compared:
    return Compared(found, knowledge(), options, Words(knowledge(), lang), None)  # type: ignore[arg-type]


@cache
def book(by: tuple[str, ...] = ("district",), lang: str = "id") -> Any:
    return read(make_comparison(asking(compared(*by), lang)))


def sheet_rows(by: tuple[str, ...], key: str, lang: str = "id") -> list[dict[str, Any]]:
    """Return the rows below the headings of a sheet until the first empty one, by heading."""
    sheet = book(by, lang).values[say(lang, key)]
    titles, first = headings(sheet)
    found = []
    for row in sheet.iter_rows(first, values_only=True):
        if all(cell is None for cell in row):
            break
        found.append(dict(zip(titles, row, strict=True)))
    return found


def column(name: str) -> str:
    return TERMS["column-title"][name]["id"]


@named
def test_a_summary_and_charts_stand_first_then_the_questions_then_the_dictionary(by):
    names = book(by).names
    assert names[:2] == ["Ringkasan", "Grafik"]
    assert names[-2:] == ["Desa", "Kamus"]
    assert len(names) >= len(compared(*by).answers) + 4
    summary = sheet_rows(by, "compared.sheet.summary")
    assert [row["Pertanyaan"] for row in summary] == [TERMS["frame"][name]["id"] for name in compared(*by).answers]
    assert all(row["Jawaban"] for row in summary)
    assert {row["Lembar"] for row in summary} <= set(names)


def test_it_is_indonesian_unless_asked_otherwise():
    assert book(("district",), "en").names[:2] == ["Summary", "Charts"]
    texts = book(("district",), "en").everything()
    assert "7 villages compared by district" in texts
    assert not re.search(r"\b(desa menurut|Sumber:|Jumlah)\b", texts)


@named
def test_every_sum_is_a_formula_that_comes_to_its_value(by):
    checked = 0
    for name in book(by).names:
        for cells, values in zip(book(by).cells[name].iter_rows(), book(by).values[name].iter_rows(), strict=True):
            for cell, value in zip(cells, values, strict=True):
                if isinstance(cell.value, str) and cell.value.startswith("=SUM"):
                    assert added_up(book(by).cells[name], cell.value) == pytest.approx(value.value), cell.coordinate
                    checked += 1
    assert checked > 10


@named
def test_no_other_formula_stands_anywhere(by):
    for name in book(by).names:
        for row in book(by).cells[name].iter_rows():
            assert all(cell.data_type != "f" or str(cell.value).startswith("=SUM(") for cell in row)


@named
def test_classes_are_those_of_the_table(by):
    found = compared(*by)
    (*rows, last) = (
        sheet_rows(by, "compared.sheet.classes")
        if len(found.scope.groups) > 1
        else (
            *sheet_rows(by, "compared.sheet.classes"),
            None,
        )
    )
    told = [[value for key, value in row.items() if ": " in key] for row in rows]
    width, frame = len(found.scope.grouping.columns), found["classes"]
    groups: dict[Any, list[int]] = {}
    for row in frame.rows:
        groups.setdefault(row[:width], []).append(row[frame.place("villages")])
    assert told == list(groups.values())
    if last is not None:
        assert last["Jumlah"] == len(CODES)
        assert [value for key, value in last.items() if ": " in key] == [sum(c) for c in zip(*told, strict=True)]


def test_money_and_proposals_are_those_of_the_tables():
    whole = compared()["money"]
    *years, total = sheet_rows(("district",), "compared.sheet.money-years")
    for name in ("budget", "planned", "reserve", "unused"):
        assert [row[column(name)] for row in years] == list(whole[name]), name
        assert total[column(name)] == sum(whole[name])
    asked = compared("district")["asked"]
    *rows, total = sheet_rows(("district",), "compared.sheet.asked")
    assert [row[column("cost")] for row in rows] == list(asked["cost"])
    assert total[column("cost")] == sum(asked["cost"])
    assert total[column("singly")] == sum(asked["singly"])
    assert len(sheet_rows(("district",), "compared.sheet.asked-villages")) == sum(map(len, asked["village_codes"]))


def test_years_are_not_added_up_where_money_is_carried_over():
    pages = comparison_pages(asking(compared("district"), carry_over=True))
    page = next(one for one in pages if one.name == say("id", "compared.sheet.money-years"))
    assert isinstance(page, Page)
    assert page.body.total == ""


def test_the_price_of_need_has_a_sum_a_group_and_one_of_all():
    rows = sheet_rows(("district",), "compared.sheet.unmet")
    frame = compared("district")["unmet"]
    first = next(iter(rows[0]))
    sums = [row[column("cost")] for row in rows if row[first] == say("id", "compared.sum-group")]
    expected = [row["cost"] for row in frame.records() if row["need_part"] == "all"]
    assert sums == expected
    assert rows[-1][column("cost")] == sum(expected)


def test_problems_have_a_share_a_group():
    rows = sheet_rows(("district",), "compared.sheet.problems")
    frame = compared("district")["problems"]
    told = [[value for key, value in row.items() if ": " in key] for row in rows]
    shares = list(frame["share"])
    assert told == [shares[start : start + 3] for start in range(0, len(shares), 3)]
    names = [key.split(": ")[1] for key in rows[0] if ": " in key]
    assert names == ["TELUK KERAMA (REKAAN)", "Hulu Kelam (rekaan)", "Lingkar Nusa (rekaan)"]


def test_of_many_groups_the_ends_stand_beside_and_all_on_a_sheet_of_their_own():
    rows = sheet_rows(MANY, "compared.sheet.problems")
    assert [key for key in rows[0] if ": " in key] == [
        f"{say('id', 'compared.of-groups')}: {say('id', key)}"
        for key in ("compared.lowest-share", "compared.highest-share")
    ]
    every = sheet_rows(MANY, "compared.sheet.problems-groups")
    assert [row[column("share")] for row in every] == list(compared(*MANY)["problems"]["share"])


def test_codes_are_text_and_identifiers_are_names():
    sheet = book().values["Desa"]
    titles, first = headings(sheet)
    codes = [row[titles.index(column("village_code"))] for row in sheet.iter_rows(first, first + 6)]
    assert [cell.value for cell in codes] == list(CODES)
    assert {cell.data_type for cell in codes} == {"s"}
    works = {name for one in plans() for name in (step.intervention for step in one.steps)}
    rules = {found.rule for one in plans() for found in one.findings}
    assert not (works | rules) & set(book().everything().split("\n"))


def test_a_group_without_a_place_and_a_row_of_several_groups_are_called_so():
    other = plan("9901012999", scheme="bps")
    nowhere = other.model_copy(update={"village": other.village.model_copy(update={"subdistrict": ""})})
    found = compare([*plans()[:3], nowhere], knowledge(), ("subdistrict", "village"))
    pages = {page.name: page for page in comparison_pages(asking(found)) if isinstance(page, Page)}
    assert any("tidak diketahui" in line.cells for line in pages["Data"].body.every())
    several = [line.cells for line in pages["Usulan"].body.every() if say("id", "compare-several") in line.cells]
    assert len(several) == sum(found["asked"]["several_groups"]) > 0


@named
def test_the_dictionary_tells_every_column(by):
    rows = sheet_rows(by, "compared.sheet.columns")
    told = {row[say("id", "compared.column-name")] for row in rows}
    assert told >= {column.name for frame in compared(*by).answers.values() for column in frame.columns}
    assert all(row[say("id", "compared.meaning")] for row in rows)


# What may not happen


def test_a_name_that_looks_like_a_formula_stays_text():
    village = plans()[0].village.model_copy(update={"name": HOSTILE, "subdistrict": HOSTILE})
    found = compare([plans()[0].model_copy(update={"village": village}), *plans()[1:]], knowledge(), ("village",))
    content = make_comparison(asking(found))
    made = read(content)
    cells = [
        cell for name in made.names for row in made.cells[name].iter_rows() for cell in row if cell.value == HOSTILE
    ]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    assert b"<hyperlink" not in b"".join(zipfile.ZipFile(io.BytesIO(content)).read(name) for name in _sheets(content))


def _sheets(content: bytes) -> list[str]:
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    return [name for name in names if name.startswith(("xl/worksheets/sheet", "xl/charts/chart"))]


def test_the_same_villages_give_the_same_bytes():
    again = compare(plans()[::-1], knowledge(), ("district",))
    assert make_comparison(asking(again)) == make_comparison(asking(compared("district")))


def test_two_indexes_have_columns_of_their_own():
    other = next(name for name in sorted(knowledge().frameworks) if name != "idm")
    slug = knowledge().frameworks[other].classes[0].slug
    found = compare(
        [*plans(), plan("99.01.01.2901", framework=other, class_=slug, index=50.0)], knowledge(), ("class",)
    )
    (page,) = (one for one in comparison_pages(asking(found)) if one.name == "Status")
    assert isinstance(page, Page)
    titles = [column.title for column in page.columns]
    assert any(f"({knowledge().frameworks[other].label})" in title for title in titles)
    assert any("(IDM)" in title for title in titles)
    assert len(titles) == len(set(titles))


# Charts and paper


@named
def test_charts_draw_cells_that_hold_numbers(by):
    content = make_comparison(asking(compared(*by)))
    charts = [zipfile.ZipFile(io.BytesIO(content)).read(name).decode() for name in _sheets(content) if "chart" in name]
    assert len(charts) == 3
    for chart in charts:
        values = re.findall(r"<c:val><c:numRef><c:f>([^<]+)</c:f>", chart)
        assert values
        for place in values:
            sheet, cells = place.replace("'", "").split("!")
            block = book(by).values[sheet][cells.replace("$", "")]
            numbers = [cell.value for row in (block if isinstance(block, tuple) else ((block,),)) for cell in row]
            assert all(isinstance(value, int | float) for value in numbers), place


@named
def test_every_sheet_prints_across_with_its_headings_and_filters_where_rows_are_alike(by):
    for name in book(by).names:
        sheet = book(by).cells[name]
        assert sheet.page_setup.orientation == "landscape", name
        assert sheet.page_setup.paperSize == 9, name
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, name
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), name
        if name != "Grafik":
            first, last = (int(row.strip("$")) for row in sheet.print_title_rows.split("!")[-1].split(":"))
            assert first <= last
            assert sheet.freeze_panes == f"A{last + 1}", name
        if sheet.auto_filter.ref:
            top, bottom = (int(place) for place in re.findall(r"[A-Z]+(\d+)", sheet.auto_filter.ref))
            assert top == last < bottom, name
            cells = [sheet.cell(bottom, number).value for number in range(1, sheet.max_column + 1)]
            assert not any(re.match(r"=SUM\(([A-Z]+)\d+:\1\d+\)", str(value)) for value in cells), "sums are no rows"
    assert {"Data", "Usulan", "Desa", "Kamus"} <= {
        name for name in book(by).names if book(by).cells[name].auto_filter.ref
    }


@pytest.mark.parametrize("by", [(), *BY[:1], ("class",), ("village",)], ids=lambda by: "-".join(by) or "all")
def test_letters_are_readable_on_paper(by):
    pages = comparison_pages(asking(compared(*by)))
    assert any(isinstance(page, ChartPage) for page in pages)
    for page in pages:
        if isinstance(page, Page):
            assert printed_size(fitted(page.columns)) >= 7.9, page.name


def test_many_names_are_counted():
    words = Words(knowledge(), "en")
    names = [f"n{number}" for number in range(SHOWN + 5)]
    assert short_list(names, words).endswith("and 5 more")
    assert short_list(names[:3], words) == "n0, n1, n2"


def test_five_levels_crossed_are_written():
    found = compare(plans()[:2], knowledge(), ("province", "district", "subdistrict", "class", "village"))
    assert make_comparison(asking(found)).startswith(b"PK")


def test_a_village_without_index_and_outlook_alone_is_written():
    found = compare(plans()[6:], knowledge(), ("class",))
    assert make_comparison(asking(found)).startswith(b"PK")
