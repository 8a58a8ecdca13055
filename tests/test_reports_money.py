"""The plan report on money, targets and the plan before: who pays what, what is short, what is carried over."""

from __future__ import annotations

from typing import Any

import pytest
import report_samples as samples

from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.markdown import render_markdown
from recommender.outputs.sections.plan import document_blocks
from recommender.outputs.terminal import Screen, render
from recommender.outputs.words import Words

CARRIED = {
    "from": 2026,
    "done": ["spring"],
    "under_way": ["well"],
    "rejected": [{"intervention": "road-spot", "reason": "warga menolak"}],
    "again": ["piped-water"],
    "dropped": ["water-training"],
    "instalments": {"2026": 7_000_000, "2027": 8_000_000},
    "running": 900_000,
}


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


def both_forms(kb: KnowledgeBase, lang: str, options: dict[str, Any] | None = None, **given: Any) -> list[str]:
    """Return the report as table and as Markdown, on one line each, escapes removed."""
    document = samples.document(samples.plan(**given), **(options or {}))
    blocks = list(document_blocks(document, Words(kb, lang)))
    return [" ".join(text.replace("\\", "").split()) for text in (render(blocks, Screen(80)), render_markdown(blocks))]


def target(**given: Any) -> dict[str, Any]:
    return {"reached": True, "cost": 120_000_000, "missing": 0.0, "proven": True, **given}


@pytest.mark.parametrize(
    ("asked", "found", "pieces"),
    [
        (
            {"class": "maju"},
            target(),
            ("Target: class Advanced", "Reached if all is done; cost Rp120,000,000", "nothing cheaper"),
        ),
        ({"class": "maju"}, target(proven=False), ("Not proven: something cheaper may reach it.",)),
        (
            {"class": "maju"},
            target(reached=False, missing=0.01234),
            ("Out of reach: 0.0123 is lacking still", "Proven: nothing comes nearer."),
        ),
        (
            {"dimension": "mobility", "score": 0.8},
            target(reached=False, missing=0.1, proven=False),
            ("Target: Mobility 0.8", "0.100 is lacking", "something may come nearer"),
        ),
        ({"class": "maju"}, target(reached=False, missing=None), ("what is lacking cannot be measured",)),
    ],
)
def test_a_target_is_reported_with_outcome_cost_and_proof(
    kb: KnowledgeBase, asked: dict[str, Any], found: dict[str, Any], pieces: tuple[str, ...]
) -> None:
    for text in both_forms(kb, "en", {"target": asked}, target=found):
        assert all(piece in text for piece in pieces)


def test_without_a_target_nothing_is_said_of_one(kb: KnowledgeBase) -> None:
    assert "Sasaran" not in both_forms(kb, "id", {"target": None})[0]


def earmark(year: int, short: int, **given: Any) -> dict[str, Any]:
    row = {"source": "village-fund", "year": year, "focus": ["focus-4"], "at_least": 60_000_000, "at_most": None}
    return {**row, "planned": 60_000_000 - short, "short": short, **given}


def test_only_earmarks_that_are_short_are_named_with_the_years(kb: KnowledgeBase) -> None:
    rows = [
        earmark(2027, 54_000_000),
        earmark(2028, 0),
        earmark(2029, 1_000_000),
        earmark(2027, 0, focus=["focus-2"], at_least=None, at_most=30_000_000, planned=0),
    ]
    stated = [
        {"source": "village-fund", "focus": ["focus-4"], "at_least": 0.2, "at_most": None, "reason": "pangan"},
        {"source": "village-fund", "focus": ["focus-2"], "at_least": None, "at_most": 0.1, "reason": "iklim"},
    ]
    for text in both_forms(kb, "id", {"earmarks": stated}, earmarks=rows):
        assert "pangan (alokasi wajib DDS): masih kurang Rp54.000.000 (2027); Rp1.000.000 (2029)" in text
        assert "iklim" not in text


def test_an_earmark_without_a_reason_is_called_by_its_focus(kb: KnowledgeBase) -> None:
    assert "focus-4 (DDS earmark): short of Rp5 (2027)" in both_forms(kb, "en", earmarks=[earmark(2027, 5)])[0]


def test_what_the_plan_before_left_is_told_with_reasons_and_dues(kb: KnowledgeBase) -> None:
    for text in both_forms(kb, "id", carried=CARRIED):
        for piece in (
            "DARI RENCANA 2026",
            "Selesai",
            "Perlindungan mata air",
            "Sedang berjalan",
            "Titik jalan rawan (warga menolak)",
            "Direncanakan lagi",
            "Tidak direncanakan lagi",
            "biaya rutin Rp900.000 setahun; angsuran 2027 Rp8.000.000",
        ):
            assert piece in text
        assert "Rp7.000.000" not in text  # of a year that is over


def test_a_plan_before_without_steps_is_named(kb: KnowledgeBase) -> None:
    nothing: dict[str, Any] = {key: type(value)() for key, value in CARRIED.items()} | {"from": 2026}
    text = both_forms(kb, "en", carried=nothing)[0]
    assert "FROM THE PLAN OF 2026" in text
    assert "That plan had no steps." in text
    assert "Taken off" not in text


def test_readiness_is_a_count_and_two_lines(kb: KnowledgeBase) -> None:
    for text in both_forms(kb, "id"):
        assert "1 dari 3 terpenuhi" in text
        assert "Belum: Kader digital." in text
        assert "Belum diketahui: Ruang komunitas." in text


@pytest.mark.parametrize(
    ("executor", "payer", "said"),
    [
        ("village", "village", "running cost Rp600 a year After"),
        ("village", "executor", "running cost Rp600 a year After"),
        ("village", "users", "running cost Rp600 a year, paid by its users"),
        ("district", "users", "running cost Rp600 a year, paid by its users"),
        ("district", "executor", "running cost Rp600 a year, paid by the district"),
        ("district", "village", "running cost Rp600 a year, paid by the village"),
    ],
)
def test_a_running_cost_names_its_payer_where_it_is_not_plain(
    kb: KnowledgeBase, executor: str, payer: str, said: str
) -> None:
    work = {"running_cost_per_year": 600, "running_paid_by": payer, "requires": ["water-committee"]}
    steps = [samples.step(1, "piped-water", 10_000, executor=executor, **work)]
    text = both_forms(kb, "en", steps=steps)[0]
    assert said in text
    inherits = executor != "village" and payer == "village"
    assert ("is counted in its money" in text) == inherits
    assert ("bears no running cost" in text) == (executor != "village" and payer != "village")


def test_the_reserve_is_one_note_below_the_money(kb: KnowledgeBase) -> None:
    assert "Cadangan (bagian dari sisa): Rp33.000.000 setahun." in both_forms(kb, "id")[0]
    row = samples.plan()["money"][0]
    rows = [row, {**row, "year": 2028, "reserve": 34_000_000}]
    assert "2027 Rp33,000,000; 2028 Rp34,000,000." in both_forms(kb, "en", money=rows)[0]
    assert "Reserve" not in both_forms(kb, "en", money=[{**row, "reserve": None}])[0]


def test_eight_questions_are_asked_at_most(kb: KnowledgeBase) -> None:
    asked = {"name": "bad-road", "why": "unknown", "affects": ["road-spot"]}
    text = both_forms(kb, "id", questions=[asked] * 20)[0]
    assert text.count("Berapa km jalan rusak?") == 8
    assert "dan 12 lagi" in text
