"""The workbook says what the plan says: every step on its form, every sum, every open point; in both languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import report_samples as samples
from document_samples import kb, texts
from hypothesis import given
from hypothesis import strategies as st
from made_workbooks import COST, Made, base, first_line, made
from workbook_reading import SUM, added_up, labelled, table

import recommender as rec
from recommender.model.plan import Step, Volume
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells
from recommender.outputs.workbook.printing import fitted, printed_size
from recommender.outputs.workbook.rkpdes import rpjmdes

__all__ = ["base", "kb", "made", "texts"]

REAL = Path(__file__).parents[2] / "shared" / "data" / "idm-api-kaltim"


# RKPDes and RPJMDes ---------------------------------------------------------------------------------------------------


def test_every_rupiah_of_a_year_has_exactly_one_row_under_its_code(made: list[Made]) -> None:
    """Each line of a step, upkeep of an earlier one and programme that goes on; nothing else, and nothing twice."""
    for one in made:
        upkeep = "Pemeliharaan dan biaya rutin: "
        codes = {step.intervention: step.budget_code for step in one.own + one.proposals}
        names = {step.intervention: one.name(step) for step in one.own + one.proposals}
        for year in one.years:
            rows = table(one.sheet("rkpdes", year=year))
            shown = Counter((row["Kode"], first_line(row["Jenis kegiatan"]), row[COST]) for row in rows)
            planned = Counter(
                (step.budget_code, one.name(step), line.amount)
                for step in one.own
                for line in step.lines
                if line.year == year and line.amount
            )
            planned.update(
                (codes[entry.intervention], upkeep + names[entry.intervention], entry.amount)
                for entry in one.plan.upkeep
                if entry.year == year
            )
            planned.update(
                (row.code, f"{row.name.id} *", row.by_year[str(year)])
                for row in one.plan.existing
                if str(year) in row.by_year
            )
            assert shown == planned


def test_totals_of_a_form_are_the_year_of_the_plan_and_all_its_money(made: list[Made]) -> None:
    for one in made:
        for year in one.years:
            sums = labelled(one.sheet("rkpdes", year=year), COST)
            of_year = [row for row in one.plan.money if row.year == year and row.budget is not None]
            going_on = sum(row.by_year.get(str(year), 0) for row in one.plan.existing)
            assert sums["JUMLAH TOTAL"] == sum(row.planned for row in of_year) + going_on
            sources = {label: amount for label, amount in sums.items() if label.startswith("Dari ")}
            assert sum(sources.values()) == sums["JUMLAH TOTAL"]
            left = next(amount for label, amount in sums.items() if label.startswith("Belum direncanakan"))
            assert sums[f"Seluruh uang desa {year} dalam rencana ini"] == sums["JUMLAH TOTAL"] + left
            for row in of_year:
                paid = row.planned + (row.existing or 0)
                assert not paid or paid in sources.values()


def test_sums_of_sub_fields_and_fields_add_up_to_the_total(made: list[Made]) -> None:
    for one in made:
        for year in one.years:
            sheet = one.sheet("rkpdes", year=year)
            sums, rows = labelled(sheet, COST), table(sheet)
            for depth in (1, 2):
                groups: Counter[str] = Counter()
                for row in rows:
                    groups[".".join(row["Kode"].split(".")[:depth])] += row[COST]
                shown = {
                    label.split()[0]: amount
                    for label, amount in sums.items()
                    if re.fullmatch(r"\d+" + r"\.\d+" * (depth - 1), label.split()[0])
                }
                assert shown == groups
                assert sum(shown.values()) == sums["JUMLAH TOTAL"]


def test_steps_stand_by_field_and_are_numbered_within_it(made: list[Made]) -> None:
    for one in made:
        rows = table(one.sheet("rkpdes", year=one.years[0]))
        codes = [tuple(int(part) for part in row["Kode"].split(".")) for row in rows]
        assert codes == sorted(codes)
        for field in {code[0] for code in codes}:
            numbers = [row["No."] for row, code in zip(rows, codes, strict=True) if code[0] == field]
            assert numbers == list(range(1, len(numbers) + 1))


def test_medium_term_form_has_a_column_a_year_that_sums_to_the_forms_of_the_years(made: list[Made]) -> None:
    for one in made:
        sheet = one.sheet("rpjmdes")
        rows = table(sheet)
        kept = {entry.intervention for entry in one.plan.upkeep}
        assert len(rows) == len([s for s in one.own if s.cost.total]) + len(kept) + len(one.plan.existing)
        for year in one.years:
            column = f"Prakiraan biaya menurut tahun (Rp): {year}"
            total = labelled(one.sheet("rkpdes", year=year), COST)["JUMLAH TOTAL"]
            assert sum(row[column] or 0 for row in rows) == total
            assert labelled(sheet, column).get("JUMLAH TOTAL", 0) == total
        for row in rows:
            assert row[COST] == sum(row[f"Prakiraan biaya menurut tahun (Rp): {year}"] or 0 for year in one.years)


@pytest.mark.parametrize("years", [5, 8])
def test_a_form_of_many_years_still_prints_readably(made: list[Made], years: int) -> None:
    one = made[0]
    page = rpjmdes(one.plan, range(2027, 2027 + years), one.words)
    assert printed_size(fitted(page.columns)) >= 8
    assert [column.title for column in page.columns if column.summed] == [str(2027 + year) for year in range(years)]


def test_sources_patterns_and_units_are_those_of_the_official_form(made: list[Made]) -> None:
    labels = {source.label for source in made[0].words.kb.funding.values()}
    for one in made:
        for row in table(one.sheet("rkpdes", year=one.years[0])):
            assert {line.split()[0] for line in row["Prakiraan biaya: Sumber"].split("\n")} <= labels | {"DDS", "+"}
            if not row["Volume: Satuan"]:
                continue  # upkeep, or what goes on anyway
            ticks = [
                row[f"Pola pelaksanaan: {name}"]
                for name in ("Swakelola", "Kerja sama antar desa", "Kerja sama pihak ketiga")
            ]
            assert ticks.count(cells.TICK) >= 1
            assert set(ticks) <= {cells.TICK, None}
            assert row["Rencana pelaksana kegiatan"]
            assert row["Sasaran/ manfaat"]


def test_grounds_of_a_step_name_rule_indicator_level_years_score_and_threshold(base: rec.KnowledgeBase) -> None:
    one = Made(samples.document().plans[0], {}, base, "en")
    rows = table(one.sheet("grounds"))
    said = {row["Activity"]: row["Evidence: rule, indicator, value, year"] for row in rows}
    for piece in (
        "Unsafe drinking water",
        "Drinking water 1 of 5 (2024; 2023: 3)",
        "score 0.20",
        "threshold 0.79",
        "by assumption",
    ):
        assert piece in said["Langkah piped-water"], said
    assert "Prerequisite of: Piped water" in said["Langkah water-committee"]
    assert len(rows) == len(one.plan.steps)


# Volume, phases, time -------------------------------------------------------------------------------------------------


def in_parts(*lines: tuple[int, int, int, int | None], **given: object) -> Step:
    """Return a step with lines of (year, start month, months, houses)."""
    raw = samples.step(1, "piped-water", 30_000_000 * len(lines), **given)
    raw["cost"]["by_year"] = {}
    for year, *_ in lines:
        raw["cost"]["by_year"][str(year)] = raw["cost"]["by_year"].get(str(year), 0) + 30_000_000
    raw["lines"] = [
        {
            "year": year,
            "start_month": start,
            "months": months,
            "amount": 30_000_000,
            "volume": None if houses is None else {"amount": houses, "unit": "household"},
            "by_source": {"village-fund": 30_000_000},
        }
        for year, start, months, houses in lines
    ]
    return samples.document(samples.plan(steps=[raw])).plans[0].steps[0]


def test_a_form_never_asks_for_a_part_of_a_person(kb: rec.KnowledgeBase) -> None:
    words = Words(kb, "id")
    assert cells.volume(Volume(amount=815.5, unit="person"), words) == (816, "orang")
    assert cells.volume(Volume(amount=0.3, unit="household"), words) == (1, "KK")
    assert cells.volume(Volume(amount=0.25, unit="km"), words) == (0.25, "km")


def test_time_names_months_phases_years_of_a_service_and_the_turn_of_the_year(kb: rec.KnowledgeBase) -> None:
    words = Words(kb, "id")
    assert cells.time(in_parts((2027, 2, 3, 1)), 0, words) == "Maret–Mei"
    assert cells.time(in_parts((2027, 2, 3, 1), months=3), None, words) == "Maret–Mei 2027"
    assert cells.time(in_parts((2027, 4, 1, 1)), 0, words) == "Mei"
    late = in_parts((2027, 10, 4, 5), (2028, 0, 0, None))
    assert cells.time(late, 0, words) == "November 2027–Februari 2028"
    assert cells.time(late, 1, words) == "Januari–Februari\n(lanjutan)"
    phases = in_parts((2027, 1, 3, 5), (2027, 6, 3, 5), (2028, 1, 3, 5))
    assert [cells.time(phases, n, words).split("\n")[1] for n in range(3)] == [f"(tahap {n} dari 3)" for n in (1, 2, 3)]
    service = in_parts((2027, 4, 2, 5), (2028, 0, 0, 5), measure="service")
    assert cells.time(service, 0, words) == "Mei–Desember\n(layanan, tahun 1 dari 2)"
    assert cells.time(service, 1, words) == "sepanjang tahun\n(layanan, tahun 2 dari 2)"


@given(st.lists(st.integers(1, 90_000_000), min_size=1, max_size=5), st.booleans())
def test_lines_of_an_older_document_add_up_to_its_years(amounts: list[int], several: bool) -> None:
    """A document that has no lines gives one a year, each with the year's rupiah."""
    raw = samples.step(1, "piped-water", sum(amounts))
    raw["cost"]["by_year"] = {str(2027 + year): amount for year, amount in enumerate(amounts)}
    raw["cost"]["by_source"] |= {"own-revenue": 0} if several else {}
    step = samples.document(samples.plan(steps=[raw])).plans[0].steps[0]
    lines = cells.lines_of(step)
    assert [(line.year, line.amount) for line in lines] == [(2027 + n, amount) for n, amount in enumerate(amounts)]
    assert all(sum(line.by_source.values()) == line.amount for line in lines)


def test_a_document_without_volumes_still_gives_its_forms(made: list[Made], kb: rec.KnowledgeBase) -> None:
    one = made[0]
    steps = [step.model_copy(update={"volume": None, "lines": []}) for step in one.plan.steps]
    old = Made(one.plan.model_copy(update={"steps": steps}), one.options, kb)
    rows = table(old.sheet("rkpdes", year=one.years[0]))
    assert rows
    assert all(row["Volume: Jumlah"] is None and row["Volume: Satuan"] is None for row in rows)


# Whatever the plan ----------------------------------------------------------------------------------------------------


def test_only_sums_are_formulas_and_each_says_its_value_beside_it(made: list[Made]) -> None:
    for one in made:
        found = 0
        for sheet in one.book.cells:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        assert SUM.fullmatch(cell.value), cell.value
                        assert added_up(sheet, cell.value) == one.book.values[sheet.title][cell.coordinate].value
                        found += 1
        assert found


def test_amounts_are_numbers_and_codes_are_text(made: list[Made]) -> None:
    for one in made:
        for name in one.book.names:
            for row in table(one.book.values[name]):
                for title, value in row.items():
                    if "(Rp)" in str(title) and value is not None:
                        assert isinstance(value, int), (name, title, value)
                    if title == "Kode" and value is not None:
                        assert isinstance(value, str)


def test_sheets_are_a4_across_with_headings_on_every_page_and_a_page_number(made: list[Made]) -> None:
    for sheet in made[0].book.cells:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToWidth in (None, 1)  # one page wide is what the format takes for granted
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        assert "&P" in sheet.oddFooter.right.text
        assert not sheet.protection.sheet


def test_an_empty_plan_gives_every_form_with_a_total_of_nothing(kb: rec.KnowledgeBase) -> None:
    plan = samples.document(
        samples.plan(steps=[], deferred=[], findings=[], questions=[], assumptions=[], money=[])
    ).plans[0]
    one = Made(plan, {"start_year": 2027, "years": 2}, kb)
    for year in (2027, 2028):
        sheet = one.sheet("rkpdes", year=year)
        assert one.words.say("empty.rkpdes") in one.book.texts(sheet.title)
        assert labelled(sheet, COST) == {"JUMLAH TOTAL": 0}
    assert len(table(one.sheet("coverage"))) == 3 + 18 + 3


def test_a_work_without_a_code_has_a_group_of_its_own_at_the_end(kb: rec.KnowledgeBase) -> None:
    steps = [
        samples.step(1, "piped-water", 5_000_000) | {"budget_code": None, "executor": "village", "document": "rkpdes"},
        samples.step(2, "water-committee", 2_000_000) | {"budget_code": "5.03.00"},
        samples.step(3, "water-training", 1_000_000) | {"budget_code": "2.04.97"},
    ]
    one = Made(samples.document(samples.plan(steps=steps)).plans[0], {}, kb)
    rows = table(one.sheet("rkpdes", year=2027))
    assert [row["Kode"] for row in rows] == ["2.04.97", "5.03.00", None]
    sums = labelled(one.sheet("rkpdes", year=2027), COST)
    assert sums["2.04 Kawasan permukiman"] == 1_000_000  # a district's own number still has its sub-field
    assert sums["BELUM BERKODE ANGGARAN"] == 5_000_000


def test_both_languages_say_the_same_with_the_same_numbers(made: list[Made], kb: rec.KnowledgeBase) -> None:
    one = made[0]
    other = Made(one.plan, one.options, kb, "en")
    assert len(other.book.names) == len(one.book.names)
    for mine, theirs in zip(one.book.names, other.book.names, strict=True):
        here, there = one.book.values[mine], other.book.values[theirs]
        assert here.dimensions == there.dimensions
        for row, row_there in zip(here.iter_rows(values_only=True), there.iter_rows(values_only=True), strict=True):
            numbers = [[cell for cell in cells if isinstance(cell, int | float)] for cells in (row, row_there)]
            assert numbers[0] == numbers[1]
    assert "Jumlah" not in other.book.everything()
    assert "TOTAL" in other.book.everything()


@pytest.mark.skipif(not REAL.exists(), reason="../shared/data is absent")
def test_workbooks_of_real_villages_sum_to_their_plans(kb: rec.KnowledgeBase) -> None:
    villages = rec.read_villages(REAL, kb).villages
    options = rec.Options(start_year=2027)
    for result in rec.recommend_all(villages[::6], kb, options):
        one = Made(result.plan, result.document.options, kb)
        totals = [labelled(one.sheet("rkpdes", year=year), COST)["JUMLAH TOTAL"] for year in one.years]
        assert sum(totals) == sum(row.planned for row in one.plan.money if row.budget is not None)
        assert labelled(one.sheet("proposals"), COST)["JUMLAH TOTAL"] == sum(s.cost.total for s in one.proposals)
