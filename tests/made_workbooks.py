"""Plans with the workbooks made of them, once for all files of tests that read them."""

from __future__ import annotations

import pytest
import report_samples as samples
from document_samples import OPTIONS
from workbook_reading import Book, read

import recommender as rec
from recommender.model.plan import Plan, Step
from recommender.outputs.words import Words
from recommender.outputs.workbook.maker import make_workbook
from recommender.pipeline.documents import read_document

COST = "Prakiraan biaya: Jumlah (Rp)"
_MADE: list[Made] = []


class Made:
    """A plan and the workbook made of it."""

    def __init__(self, plan: Plan, options: dict[str, object], kb: rec.KnowledgeBase, lang: str = "id") -> None:
        self.plan, self.options = plan, options
        self.words = Words(kb, lang)
        self.book: Book = read(make_workbook(plan, options, self.words))
        self.years = sorted({row.year for row in plan.money})

    @property
    def own(self) -> list[Step]:
        return [step for step in self.plan.steps if step.executor == "village"]

    @property
    def proposals(self) -> list[Step]:
        return [step for step in self.plan.steps if step.executor != "village"]

    def sheet(self, key: str, **values: object):
        return self.book.values[self.words.say(f"sheet.{key}", **values)]

    def name(self, step: Step) -> str:
        return self.words.text(step.name)


@pytest.fixture(scope="module")
def made(texts: dict[str, str], kb: rec.KnowledgeBase) -> list[Made]:
    """Of each set of options the plan with most steps, and the one with the longest stages."""
    if _MADE:
        return _MADE
    found = _MADE
    for name in OPTIONS:
        document = read_document(texts[name])
        richest = max(document.plans, key=lambda plan: len(plan.steps))
        longest = max(document.plans, key=lambda plan: max((len(s.lines) for s in plan.steps if s.physical), default=0))
        chosen = [richest] if longest is richest else [richest, longest]
        found += [Made(plan, document.options, kb) for plan in chosen]
    assert any(len(step.cost.by_year) > 1 for one in found for step in one.own)
    assert any(len(step.cost.by_source) > 1 for one in found for step in one.own)
    return found


def first_line(cell: str) -> str:
    return cell.split("\n")[0]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> rec.KnowledgeBase:
    """A knowledge base without codes, patterns, units and goals: every form is made all the same."""
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))
