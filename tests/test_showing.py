"""`show` tells an entry in sentences that need no knowledge of the files: every entry, in both languages."""

from __future__ import annotations

import re

import pytest
import shipped

from recommender.model.conditions import Comparison, Not
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.blocks import Entry, Heading
from recommender.outputs.sections.entry_conditions import condition_entries, rungs
from recommender.outputs.sections.knowledge import KINDS, show_blocks, table_of
from recommender.outputs.terminal import render
from recommender.outputs.words import Words

UNREADABLE = re.compile(r"\bNone\b|\bnull\b|[{}]|\btrue\b|\bfalse\b|\bjudgement\b")


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return shipped.knowledge()


def told(kind: str, name: str, kb: KnowledgeBase, lang: str = "id") -> str:
    return " ".join(render(list(show_blocks(kind, name, Words(kb, lang)))).split())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_entry_is_told_without_keys_of_its_file(kb: KnowledgeBase, kind: str) -> None:
    for name in table_of(kb, kind):
        text = told(kind, name, kb)
        said = re.sub(r"(Catatan penyusun \(Inggris\)|di sana):.*?(?= •|$)|Sumber •.*", "", text)  # as authors wrote
        assert not UNREADABLE.search(said), (name, UNREADABLE.search(said))


@pytest.mark.parametrize(("lang", "level"), [("id", "IDM: 1 = Tidak ada akses internet warga"), ("en", "IDM: 1 = ")])
def test_a_rule_is_told_with_the_levels_that_it_means(kb: KnowledgeBase, lang: str, level: str) -> None:
    text = told("rules", "residents-without-internet", kb, lang)
    assert level in text
    for name in kb.rules["residents-without-internet"].calls:
        assert kb.interventions[name].name.in_language(lang) in text


def test_levels_of_a_comparison_and_of_its_denial_are_all_levels_once(kb: KnowledgeBase) -> None:
    words = Words(kb, "id")
    for indicator in ("household-electricity", "phone-signal", "hazard-free"):
        comparison = Comparison("score", indicator, "below", 800)
        lines = []
        for condition in (comparison, Not(comparison)):
            heading, entry = condition_entries("shown.holds-when", condition, words)
            assert isinstance(heading, Heading)
            assert isinstance(entry, Entry)
            lines.append([re.findall(r"(\d) = ", line) for line in entry.lines])
        measured = [f for f in kb.frameworks.values() if indicator in f.by_indicator]
        for framework, below, from_there in zip(measured, *lines, strict=True):
            levels = framework.by_indicator[indicator].values
            assert below == [str(level) for level in levels if framework.score(level) < 800]
            assert [*below, *from_there] == [str(level) for level in levels]


def test_the_last_level_that_a_work_reaches_is_told(kb: KnowledgeBase) -> None:
    (idm, *_) = rungs("household-electricity", lambda score: score <= 600, Words(kb, "en"), -1)
    assert idm.startswith("IDM: 3 = ")


def test_a_threshold_is_told_with_number_and_name(kb: KnowledgeBase) -> None:
    _heading, entry = condition_entries("shown.holds-when", kb.rules["office-without-internet"].when, Words(kb, "id"))
    assert isinstance(entry, Entry)
    assert kb.parameters["cut-off-governance"].name.id in entry.title
    assert "di bawah 0,8" in entry.title
    assert entry.amount == "village-office-internet"


def test_a_word_a_share_and_an_assumption_are_told(kb: KnowledgeBase) -> None:
    assert "(rendah, sedang, tinggi)" in told("facts", "digital-literacy", kb)
    assert "persen, misalnya 25%" in told("facts", "piped-share", kb)
    text = told("facts", "has-bank-agent", kb)
    assert "dianggap: ya" in text
