"""The workbook beyond its forms: proposals, money, findings, what was left out and what to ask are the plan's."""

from __future__ import annotations

from collections import Counter

import report_samples as samples
from document_samples import kb, texts
from made_workbooks import COST, Made, base, first_line, made
from workbook_reading import labelled, table

import recommender as rec
from recommender.pipeline.documents import read_document

__all__ = ["base", "kb", "made", "texts"]


def test_every_proposal_stands_once_with_whom_to_ask_and_sums_by_whom(made: list[Made]) -> None:
    for one in made:
        sheet = one.sheet("proposals")
        rows = table(sheet)
        assert Counter(
            (first_line(row["Usulan kegiatan"]), row["Tahun"], row[COST]) for row in rows if row["Urutan"] != "advokasi"
        ) == Counter(
            (one.name(step), step.year, step.cost.total)
            for step in one.proposals
            if step.cost.total or step.measure != "act"
        )
        large = [entry for entry in one.plan.deferred if entry.reason == "too-large"]
        advocated = [row for row in rows if row["Urutan"] == "advokasi"]
        assert [(first_line(row["Usulan kegiatan"]), row[COST]) for row in advocated] == [
            (one.words.text(entry.name), entry.detail.get("cost")) for entry in large
        ]
        sums = labelled(sheet, COST)
        assert sums["JUMLAH TOTAL"] == sum(step.cost.total for step in one.proposals)
        for whom in {one.words.asked(step) for step in one.proposals if step.cost.total}:
            assert sums[f"Jumlah {whom}"] == sum(s.cost.total for s in one.proposals if one.words.asked(s) == whom)


def test_letters_and_decisions_stand_in_a_list_of_their_own(made: list[Made]) -> None:
    """What costs nothing has a row there alone; what costs stands on a form too."""
    listed = 0
    for one in made:
        acts = [step for step in one.plan.steps if step.measure == "act"]
        assert (one.words.say("sheet.letters") in one.book.names) is bool(acts)
        rows = table(one.sheet("letters")) if acts else []
        assert [first_line(row["Surat atau keputusan"]) for row in rows] == [one.name(step) for step in acts]
        assert [row["Jumlah (Rp)"] for row in rows] == [step.cost.total or None for step in acts]
        listed += len(rows)
    assert listed


def test_rules_of_village_money_say_what_is_asked_planned_and_short(made: list[Made]) -> None:
    for one in made:
        rows = table(one.sheet("rules")) if one.plan.rules else []
        assert Counter(
            (row["Tahun"], row["Diminta atau dibolehkan (Rp)"], row["Direncanakan (Rp)"], row["Kurang (Rp)"])
            for row in rows
        ) == Counter((rule.plan_year, rule.asked, rule.planned, rule.short) for rule in one.plan.rules)


def test_money_has_every_row_of_the_plan_and_sums_of_each_year(made: list[Made]) -> None:
    for one in made:
        sheet = one.sheet("money")
        shown = Counter(
            (row["Tahun"], row["Sumber"], row["Anggaran bebas (Rp)"], row["Direncanakan (Rp)"], row["Sisa (Rp)"])
            for row in table(sheet)
        )
        assert shown == Counter(
            (row.year, one.words.source(row.source), row.budget, row.planned, row.left) for row in one.plan.money
        )
        fields = {"Anggaran bebas (Rp)": "budget", "Direncanakan (Rp)": "planned", "Sisa (Rp)": "left"}
        for column, field in fields.items():
            sums = labelled(sheet, column)
            for year in one.years:
                own = [row for row in one.plan.money if row.year == year and row.budget is not None]
                assert sums.get(f"Jumlah {year}", 0) == sum(getattr(row, field) for row in own)


def test_money_carried_over_is_not_counted_twice(texts: dict[str, str], kb: rec.KnowledgeBase) -> None:
    for name, total in (("carry-over", False), ("default", True)):
        document = read_document(texts[name])
        plan = max(document.plans, key=lambda plan: len(plan.steps))
        one = Made(plan, document.options, kb)
        assert ("JUMLAH TOTAL" in labelled(one.sheet("money"), "Anggaran bebas (Rp)")) is total


def test_every_finding_and_open_rule_has_a_row(made: list[Made]) -> None:
    for one in made:
        rows = table(one.sheet("findings"))
        names = [finding.rule for finding in one.plan.findings] + [entry.rule for entry in one.plan.undetermined]
        assert Counter(row["Temuan (aturan)"] for row in rows) == Counter(one.words.name(name) for name in names)
        for finding in one.plan.findings:
            row = next(row for row in rows if row["Penjelasan"] == one.words.text(finding.text))
            served = {one.name(step) for step in one.plan.steps if finding.rule in step.called_by}
            assert set((row["Kegiatan dalam rencana"] or "").split("; ")) - {""} == served


def test_every_deferred_work_stands_once_with_reason_and_cost(made: list[Made]) -> None:
    for one in made:
        shown = Counter(
            (row["Jenis kegiatan"], row["Alasan"], row["Prakiraan biaya (Rp)"]) for row in table(one.sheet("left-out"))
        )
        assert shown == Counter(
            (one.words.text(entry.name), one.words.term("reason", entry.reason), entry.detail.get("cost"))
            for entry in one.plan.deferred
        )


def test_what_the_plan_before_left_is_listed_with_its_reasons_and_its_dues(base: rec.KnowledgeBase) -> None:
    carried = {
        "from": 2026,
        "done": ["piped-water"],
        "under_way": ["signal-tower"],
        "rejected": [{"intervention": "road-spot", "reason": "tanah sengketa"}],
        "again": [],
        "dropped": ["spring"],
        "instalments": {"2027": 7_000_000},
        "running": 250_000,
    }
    one = Made(samples.document(samples.plan(carried=carried)).plans[0], {}, base)
    rows = [
        row
        for row in table(one.sheet("left-out"))
        if row["Alasan"] in ("Selesai", "Sedang berjalan", "Ditolak", "Tidak direncanakan lagi")
    ]
    assert len(rows) == 4
    assert next(row for row in rows if row["Alasan"] == "Ditolak")["Rincian"] == "tanah sengketa"
    told = {row["Jenis kegiatan"]: row[COST] for row in table(one.sheet("rkpdes", year=2027))}
    assert told["Lanjutan kegiatan berjalan: Menara BTS"] == 7_000_000
    assert told["Pemeliharaan dan biaya rutin: Pipa air bersih; Menara BTS"] == 250_000


def test_what_the_plan_before_left_stands_under_the_codes_of_its_works(kb: rec.KnowledgeBase) -> None:
    carried = {
        "from": 2026,
        "done": ["sports-field"],
        "under_way": ["village-kiosks"],
        "rejected": [],
        "again": [],
        "dropped": [],
        "instalments": {"2027": 7_000_000},
        "running": 250_000,
        "due": {"village-kiosks": {"2027": 7_000_000}},
        "kept_up": {"sports-field": 250_000},
    }
    one = Made(samples.document(samples.plan(carried=carried)).plans[0], {}, kb)
    told = {(row["Kode"], row[COST]) for row in table(one.sheet("rkpdes", year=2027))}
    assert (kb.interventions["village-kiosks"].budget_code, 7_000_000) in told
    assert (kb.interventions["sports-field"].budget_code, 250_000) in told


def test_every_question_assumption_and_note_has_a_row_with_room_for_an_answer(made: list[Made]) -> None:
    for one in made:
        rows = table(one.sheet("questions"))
        assert len(rows) == len(one.plan.questions) + len(one.plan.assumptions) + len(one.plan.data.problems)
        assert all(row["Jawaban"] is None for row in rows)
        for question in one.plan.questions:
            assert any(row["Pertanyaan"] == one.words.question(question.name) for row in rows)


def test_coverage_counts_the_rows_of_each_dimension_and_names_goals_without_any(made: list[Made]) -> None:
    for one in made:
        rows = table(one.sheet("coverage"))
        dimensions = [one.words.dimension(name) for name in one.plan.scores.dimensions]
        for name, label in zip(one.plan.scores.dimensions, dimensions, strict=True):
            row = next(row for row in rows if row["Dimensi, tujuan, prasyarat"] == label)
            own = [step for step in one.own if step.dimension == name]
            needs = [finding for finding in one.plan.findings if finding.dimension == name and finding.about != "none"]
            assert row["Temuan"] == len(needs)
            assert (row["Kegiatan desa: Banyaknya"], row["Kegiatan desa: Jumlah (Rp)"]) == (
                len(own),
                sum(step.cost.total for step in own),
            )
        goals = [goal.name.id for goal in sorted(one.words.kb.goals.values(), key=lambda goal: goal.number)]
        assert len(goals) == 18
        of_goals = [row for row in rows if row["Dimensi, tujuan, prasyarat"] in goals]
        assert [row["Dimensi, tujuan, prasyarat"] for row in of_goals] == goals
        for row in of_goals:
            has_rows = row["Kegiatan desa: Banyaknya"] + row["Usulan: Banyaknya"] > 0
            assert ("tidak ada kegiatan" in (row["Catatan"] or "").lower()) is not has_rows
        assert len(rows) == len(dimensions) + 18 + len(one.plan.readiness)


def test_a_goal_with_findings_and_no_row_says_what_was_left_out(texts: dict[str, str], kb: rec.KnowledgeBase) -> None:
    document = read_document(texts["little money"])
    alarms = []
    for plan in document.plans:
        rows = table(Made(plan, document.options, kb).sheet("coverage"))
        alarms += [
            row
            for row in rows
            if (row["Catatan"] or "").startswith("TIDAK ADA KEGIATAN, padahal ada temuan. Tidak masuk rencana: ")
        ]
    assert alarms


def test_goals_and_patterns_cover_the_whole_catalog(kb: rec.KnowledgeBase) -> None:
    """Every indicator speaks for a goal, and no work is left without a way of carrying it out or a field's unit."""
    named = {indicator for goal in kb.goals.values() for indicator in goal.indicators}
    assert set(kb.indicators) - named <= {"unnamed-environment-aspect"}
    kinds = {kind for pattern in kb.patterns.values() for kind in pattern.kinds}
    for name, work in kb.interventions.items():
        assert work.kind in kinds, name
        assert work.cost.per in kb.units, name
        if work.budget_code:
            assert work.budget_code in kb.codes, name
            assert ".".join(work.budget_code.split(".")[:2]) in kb.codes, name
