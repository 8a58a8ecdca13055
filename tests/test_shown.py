"""Public objects at a prompt and in a notebook: short, on one line, escaped; never a whole plan or knowledge base."""

from __future__ import annotations

from typing import Any

import page_samples
import pytest
import report_samples as samples
import shipped
from page_samples import HOSTILE_MARKUP, Page

import recommender as rec
from recommender.model.shown import ROWS_SHOWN
from recommender.verbs.explaining.why import Explanation

LONGEST = 250


@pytest.fixture(scope="module")
def objects() -> dict[str, Any]:
    kb, village = shipped.knowledge(), shipped.villages()["99.01.02.2002"]
    result = rec.recommend(village, kb, start_year=2027, method="fast")
    return {
        "KnowledgeBase": kb,
        "Village": village,
        "Result": result,
        "Plan": result.plan,
        "PlanDocument": result.document,
        "Explanation": rec.explain(result, result.plan.steps[1].intervention),
    }


NAMES = ("Explanation", "KnowledgeBase", "Plan", "PlanDocument", "Result", "Village")


@pytest.mark.parametrize("name", NAMES)
def test_repr_is_one_short_line_that_says_what_it_is(objects, name):
    said = repr(objects[name])
    assert said.startswith(f"<{name} ")
    assert said.endswith(">")
    assert len(said) <= LONGEST
    assert "\n" not in said
    assert str(objects[name]) == said


@pytest.mark.parametrize("name", NAMES)
def test_notebook_shows_a_small_table(objects, name):
    page = Page(objects[name]._repr_html_())
    assert page.misnested == []
    assert page.open == []
    assert len(page.all("table")) == 1
    assert len(page.all("tr")) <= ROWS_SHOWN + 2
    assert {tag for tag, _ in page.elements} <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_rows_beyond_the_shown_ones_are_counted(objects):
    steps = len(objects["Plan"].steps)
    assert steps > ROWS_SHOWN
    assert f"… {steps - ROWS_SHOWN} more" in objects["Plan"]._repr_html_()


def test_repr_of_a_document_does_not_grow_with_its_plans():
    many = samples.document(*[samples.plan() for _ in range(200)])
    assert len(repr(many)) <= LONGEST
    assert len(many._repr_html_()) < 5_000


@pytest.mark.parametrize("name", HOSTILE_MARKUP, ids=range(len(HOSTILE_MARKUP)))
def test_hostile_names_stay_text_in_notebooks_and_at_the_prompt(name):
    document = page_samples.hostile_document(name)
    plan = document.plans[0]
    for shown in (document, plan, Explanation("plan", plan), Explanation("step", plan, name, findings=plan.findings)):
        page = Page(shown._repr_html_())
        assert {tag for tag, _ in page.elements} <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert all(set(attributes) <= {"scope", "colspan"} for _, attributes in page.elements)
        assert not set(repr(shown)) & set("\x00\x07\x1b\x9b\r\n\t\u202e")
        assert len(repr(shown)) <= LONGEST
