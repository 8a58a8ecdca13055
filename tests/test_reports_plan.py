"""The plan report: what a planner reads, at any width, in both languages, whatever names the data holds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples

from recommender.language.harmless import plain
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.markdown import render_markdown
from recommender.outputs.sections.plan import document_blocks
from recommender.outputs.sections.summary import summary_blocks
from recommender.outputs.terminal import Screen, render
from recommender.outputs.words import Words
from recommender.outputs.wrapping import width

HOSTILE = [
    "=cmd|'/C calc'!A0",
    "+1",
    "-1",
    "@SUM(1)",
    "\tx",
    "\rx",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}",
    "{0.__class__}",
    "`rm -rf`",
    "a|b|c",
    "[x](javascript:alert(1))",
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07x",
    "\x9b31mred",
    "\u202eevil\u202c",
    "line\nbreak",
    "nul\x00x",
    "# heading",
    "1. item",
    "x" * 300,
    "🏝️ 村",
]


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


def table(kb: KnowledgeBase, lang: str = "id", screen: Screen | None = None, **given: Any) -> str:
    document = samples.document(samples.plan(**given))
    return render(list(document_blocks(document, Words(kb, lang))), screen)


def test_report_says_who_what_when_how_much_who_pays_and_why(kb: KnowledgeBase) -> None:
    text = table(kb)
    for piece in (
        "RENCANA DESA SUKAMAJU",
        "99.01.02.2003",
        "IDM 2024: 0,7123 Maju (diterbitkan: 0,7123)",
        "2. Langkah piped-water",
        "Rp105.000.000 DDS",
        "Air minum 1 dari 5 (2024; 2023: 3) → 5",
        "Sesudah: Kelompok pengelola air.",
        "Hanya jika usulan ini disetujui: Menara",
        "Berdasarkan anggapan: Jumlah keluarga: 600.",
        "biaya rutin Rp3.150.000 setahun",
        "Diusulkan kepada: kabupaten/kota · 2028",
        "Rp2.000.000.000 APBD Kabupaten",
        "perkiraan lazim",
    ):
        assert piece in text


def test_english_report_groups_thousands_with_commas(kb: KnowledgeBase) -> None:
    text = table(kb, "en")
    assert "Rp105,000,000 DDS" in text
    assert "Drinking water 1 of 5 (2024; 2023: 3) → 5" in text


def test_small_works_of_one_package_and_year_are_one_entry_with_parts(kb: KnowledgeBase) -> None:
    text = table(kb)
    assert "2 kegiatan kecil, dikerjakan bersama" in text
    assert text.index("1. Langkah water-committee") < text.index("3. Langkah water-training") < text.index("2. Langkah")


def test_works_of_one_package_in_different_years_stand_alone(kb: KnowledgeBase) -> None:
    steps = [
        samples.step(1, "water-committee", 5_000_000, kind="capacity"),
        samples.step(2, "water-training", 10_000_000, kind="capacity", year=2028),
    ]
    assert "dikerjakan bersama" not in table(kb, steps=steps)


def test_questions_stand_in_the_document_order_and_show_what_was_assumed(kb: KnowledgeBase) -> None:
    text = table(kb)
    first, second, third = (
        text.index(q) for q in ("Apakah nilai Air minum benar?", "Berapa keluarga di desa?", "Berapa km jalan rusak?")
    )
    assert first < second < third
    assert "dianggap: 600; alasan: nilai lazim" in text


def test_money_table_splits_works_and_running_costs(kb: KnowledgeBase) -> None:
    row = next(line for line in table(kb).splitlines() if line.startswith("2027 ") and "206.850.000" in line)
    assert row.split() == ["2027", "Rp330.000.000", "Rp120.000.000", "Rp0", "Rp3.150.000", "Rp206.850.000"]


@pytest.mark.parametrize("status", ["nothing-to-do", "budget-too-small", "too-little-data"])
def test_a_plan_without_steps_says_why(kb: KnowledgeBase, status: str) -> None:
    text = table(kb, "en", status=status, steps=[], deferred=[], questions=[], findings=[])
    assert "No work that the village itself pays for." in text
    assert "PROPOSALS" not in text
    assert "LEFT OUT" not in text


def test_a_village_without_index_and_scores_is_reported(kb: KnowledgeBase) -> None:
    scores = {"dimensions": {"people": {"score": None, "weak": None, "measured": 0, "of": 2}}, "index": None}
    data = {"framework": None, "year": None, "source": "table", "sha256": "", "problems": []}
    text = table(kb, "en", scores=scores, data=data, values={}, previous=None, outlook=[], money=[], steps=[])
    assert "No index" in text
    assert "not enough data" in text


@pytest.mark.parametrize("columns", [50, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal_and_codes_and_money_stay_whole(kb: KnowledgeBase, columns: int) -> None:
    text = table(kb, screen=Screen(columns))
    assert all(width(line) <= columns for line in text.splitlines())
    for whole in ("99.01.02.2003", "Rp105.000.000", "Rp2.000.000.000", "Rp206.850.000"):
        assert whole in text


def test_summary_has_a_row_a_village_with_its_code_whole(kb: KnowledgeBase) -> None:
    plans = [samples.plan(f"99.01.02.20{number:02}") for number in range(12)]
    text = render(list(summary_blocks(samples.document(*plans), Words(kb, "id"))), Screen(60))
    assert all(plan["village"]["code"] in text for plan in plans)
    assert "--village" in text


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_names_from_the_data_cannot_act_on_the_screen(kb: KnowledgeBase, name: str) -> None:
    village = samples.plan()["village"] | {"name": name, "district": name}
    steps = [samples.step(1, "road-spot", 5_000_000) | {"name": {"id": name, "en": name}}]
    document = samples.document(samples.plan(village=village, steps=steps))
    blocks = list(document_blocks(document, Words(kb, "id")))
    for text in (render(blocks), render_markdown(blocks)):
        assert not set(text) & set("\x00\x07\x1b\x9b\r\t\u202e")
        assert len([line for line in text.splitlines() if line.startswith("RENCANA DESA")]) <= 1
    markdown = render_markdown(blocks)
    assert "<" not in markdown
    assert not re.search(r"(?<!\\)\]\(", markdown)


def test_markdown_holds_what_the_table_holds(kb: KnowledgeBase) -> None:
    blocks = list(document_blocks(samples.document(), Words(kb, "id")))
    markdown = render_markdown(blocks).replace("\\", "")
    words = {word for word in render(blocks, Screen(120)).split() if word.startswith("Rp") or word[0].isalpha()}
    assert not [word for word in words if word not in markdown and word.lower() not in markdown.lower()]


def test_ascii_terminal_gets_ascii(kb: KnowledgeBase) -> None:
    assert table(kb, screen=Screen(unicode=False)).isascii()


@pytest.mark.parametrize(("text", "shown"), [("a\x1b[31mb\x1b[0m", "ab"), ("a\tb\nc", "a b c"), ("Désa 村", "Désa 村")])
def test_plain_removes_only_what_is_harmful(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_samples_write_a_sound_knowledge_base(tmp_path: Path) -> None:
    assert samples.knowledge(tmp_path).rules.keys() == {"unsafe-water", "crowded"}
