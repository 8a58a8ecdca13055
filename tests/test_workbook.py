"""The workbook says what the plan says: every step on its form, every sum, every open point; in both languages."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
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
from recommender.model.plan_money import StepCost
from recommender.outputs.words import Words
from recommender.outputs.workbook import cells

__all__ = ["base", "kb", "made", "texts"]

REAL = Path(__file__).parents[2] / "shared" / "data" / "idm-api-kaltim"
FIELD = "JUMLAH BIDANG"


# RKPDes and RPJMDes ---------------------------------------------------------------------------------------------------


def test_each_year_has_a_form_with_every_step_that_costs_in_it_exactly_once(made: list[Made]) -> None:
    for one in made:
        for year in one.years:
            rows = table(one.sheet("rkpdes", year=year))
            shown = Counter((row["Kode"], first_line(row["Jenis kegiatan"]), row[COST]) for row in rows)
            planned = Counter(
                (step.budget_code, one.name(step), step.cost.by_year[str(year)])
                for step in one.own
                if str(year) in step.cost.by_year
            )
            assert shown == planned


def test_totals_of_a_form_are_the_year_of_the_plan_and_of_its_money(made: list[Made]) -> None:
    for one in made:
        for year in one.years:
            sums = labelled(one.sheet("rkpdes", year=year), COST)
            assert sums["JUMLAH TOTAL"] == sum(step.cost.by_year.get(str(year), 0) for step in one.own)
            of_year = [row for row in one.plan.money if row.year == year and row.budget is not None]
            assert sums["JUMLAH TOTAL"] == sum(row.planned - (row.running or 0) for row in of_year)
            sources = {label: amount for label, amount in sums.items() if label.startswith("Dari ")}
            assert sum(sources.values()) == sums["JUMLAH TOTAL"]


def test_each_field_closes_with_the_sum_of_its_steps(made: list[Made]) -> None:
    for one in made:
        for year in one.years:
            sums = labelled(one.sheet("rkpdes", year=year), COST)
            fields: Counter[str] = Counter()
            for step in one.own:
                fields[str(step.budget_code).split(".")[0]] += step.cost.by_year.get(str(year), 0)
            shown = {label.split()[2]: amount for label, amount in sums.items() if label.startswith(FIELD)}
            assert shown == {field: amount for field, amount in fields.items() if field in shown}
            assert sum(shown.values()) == sum(fields.values())


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
        assert len(rows) == len(one.own)
        for year in one.years:
            column = f"Prakiraan biaya menurut tahun (Rp): {year}"
            total = labelled(one.sheet("rkpdes", year=year), COST)["JUMLAH TOTAL"]
            assert sum(row[column] or 0 for row in rows) == total
            assert labelled(sheet, column).get("JUMLAH TOTAL", 0) == total
        assert [row[COST] for row in rows] == [step.cost.total for step in sorted(one.own, key=cells.order)]


def test_sources_patterns_and_units_are_those_of_the_official_form(made: list[Made]) -> None:
    labels = {source.label for source in made[0].words.kb.funding.values()}
    for one in made:
        for row in table(one.sheet("rkpdes", year=one.years[0])):
            assert {line.split()[0] for line in row["Prakiraan biaya: Sumber"].split("\n")} <= labels | {"DDS", "+"}
            ticks = [
                row[f"Pola pelaksanaan: {name}"]
                for name in ("Swakelola", "Kerja sama antar desa", "Kerja sama pihak ketiga")
            ]
            assert ticks.count(cells.TICK) >= 1
            assert set(ticks) <= {cells.TICK, None}
            assert row["Rencana pelaksana kegiatan"]
            assert row["Sasaran/ manfaat"]


def test_evidence_of_a_row_names_rule_indicator_level_years_score_and_threshold(base: rec.KnowledgeBase) -> None:
    one = Made(samples.document().plans[0], {}, base, "en")
    row = next(
        row for row in table(one.sheet("rkpdes", year=2027)) if row["Activity"].startswith("Langkah piped-water")
    )
    said = row["Evidence: rule, indicator, value, year"]
    for piece in (
        "Unsafe drinking water",
        "Drinking water 1 of 5 (2024; 2023: 3)",
        "score 0.20",
        "threshold 0.79",
        "by assumption",
    ):
        assert piece in said, said
    committee = next(
        row for row in table(one.sheet("rkpdes", year=2027)) if row["Activity"].startswith("Langkah water-committee")
    )
    assert "Prerequisite of: Piped water" in committee["Evidence: rule, indicator, value, year"]


# Volume, stages, time -------------------------------------------------------------------------------------------------


def staged(amount: int | float, unit: str, years: int, months: int | None = None, start: int = 0) -> Step:
    whole, odd = divmod(90_000_001, years)
    by_year = {str(2027 + year): whole + (year < odd) for year in range(years)}
    raw = samples.step(1, "piped-water", 90_000_001)
    cost = StepCost.model_validate({**raw["cost"], "by_year": by_year})
    step = samples.document(samples.plan(steps=[raw])).plans[0].steps[0]
    return step.model_copy(
        update={
            "cost": cost,
            "months": months or 12 * years,
            "start_month": start,
            "volume": Volume(amount=amount, unit=unit),
        }
    )


@given(
    amount=st.integers(1, 5000), years=st.integers(2, 6), unit=st.sampled_from(["household", "km", "village", "barrel"])
)
def test_volumes_of_stages_add_up_to_the_whole_work(kb: rec.KnowledgeBase, amount: int, years: int, unit: str) -> None:
    words = Words(kb, "id")
    step = staged(amount / 8 if unit == "km" else amount, unit, years)
    parts = [cells.volume(step, 2027 + year, words)[0] for year in range(years)]
    if unit == "km":
        assert sum(Fraction(str(part)) for part in parts) == Fraction(str(step.volume.amount))
    elif amount >= years:
        assert all(isinstance(part, int) and part >= 1 for part in parts)
        assert sum(parts) == amount
    else:
        assert parts == [amount] * years  # one thing is not divided, it is built in stages


def test_a_form_never_asks_for_a_part_of_a_person(kb: rec.KnowledgeBase) -> None:
    words = Words(kb, "id")
    step = staged(815.5, "person", 2)
    assert cells.volume(step, None, words) == (816, "orang")
    assert [cells.volume(step, year, words)[0] for year in (2027, 2028)] == [408, 408]
    assert cells.volume(staged(0.3, "household", 1), None, words) == (1, "KK")


def test_time_names_months_stages_and_the_turn_of_the_year(kb: rec.KnowledgeBase) -> None:
    words = Words(kb, "id")
    single = staged(1, "unit", 1, months=3, start=2)
    assert cells.time(single, 2027, words) == "Maret–Mei 2027"
    assert cells.time(staged(1, "unit", 1, months=1, start=4), 2027, words) == "Mei 2027"
    assert cells.time(staged(1, "unit", 1, months=4, start=10), 2027, words) == "November 2027–Februari 2028"
    stages = staged(6, "km", 3)
    assert cells.time(stages, 2028, words) == "Januari–Desember 2028\n(tahap 2 dari 3)"
    assert cells.time(stages, None, words) == "Januari 2027–Desember 2029"


def test_a_document_without_volumes_still_gives_its_forms(made: list[Made], kb: rec.KnowledgeBase) -> None:
    one = made[0]
    steps = [step.model_copy(update={"volume": None}) for step in one.plan.steps]
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
    assert rows[0]["Sub bidang"] == "2.04 Kawasan permukiman"  # a district's own number still has its sub-field
    assert rows[2]["Bidang"] == "Belum berkode anggaran"
    assert labelled(one.sheet("rkpdes", year=2027), COST)["Jumlah Belum berkode anggaran"] == 5_000_000


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
        assert sum(totals) == sum(step.cost.total for step in one.own)
        assert labelled(one.sheet("proposals"), COST)["JUMLAH TOTAL"] == sum(s.cost.total for s in one.proposals)
