"""The page of a plan: everything in it, in words; nothing that runs, loads or leaves; the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import html as html_module
import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import page_samples
import pytest
import report_samples as samples
import shipped
from page_samples import HOSTILE_MARKUP, Page

import recommender as rec
from recommender.cli.commands import Session
from recommender.cli.output import Output
from recommender.cli.running import run
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, PlanDocument
from recommender.outputs.markdown import render_markdown
from recommender.outputs.page.index_page import make_index
from recommender.outputs.page.money import sums
from recommender.outputs.page.plan_graph import plan_arrows
from recommender.outputs.page.village_page import make_page
from recommender.outputs.pictures import palette
from recommender.outputs.plan_files import plan_files
from recommender.outputs.sections.plan import plan_blocks
from recommender.outputs.words import Words

ROOT = Path(__file__).parents[1]
DISTRICTS = ROOT / "examples" / "districts"
# Attributes by which a page could load, run or leave; `href` may only point inside the page.
FORBIDDEN = {"src", "srcset", "action", "formaction", "data", "poster", "background", "xlink:href", "style", "ping"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


@pytest.fixture(scope="module")
def real(kb: KnowledgeBase) -> PlanDocument:
    """Plans of four sample villages: many steps and left-out works, one step, nothing to do, two values missing."""
    villages = shipped.villages().values()
    chosen = [v for v in villages if v.code in ("99.01.02.2002", "99.03.01.2001", "99.01.01.2001", "99.03.02.2004")]
    options = rec.Options(start_year=2027, years=3, budget=rec.Budget({"village-fund": 330_000_000}))
    return rec.document(rec.recommend_all(chosen, kb, options), kb, options)


def text_of(plan: Plan, document: PlanDocument, kb: KnowledgeBase, lang: str = "id") -> str:
    return make_page(plan, document.options, Words(kb, lang)).decode()


def squeezed(text: str) -> str:
    return " ".join(text.split())


def assert_inert(text: str) -> Page:
    """Assert that a page runs nothing, loads nothing and has no element that is not ours."""
    page = Page(text)
    assert page.misnested == []
    assert page.open == []
    assert {tag for tag, _ in page.elements} & {"script", "iframe", "object", "embed", "link", "base", "img"} == set()
    assert [one.get("http-equiv") for one in page.all("meta") if "http-equiv" in one] == ["Content-Security-Policy"]
    for tag, attributes in page.elements:
        assert not attributes.keys() & FORBIDDEN, (tag, attributes)
        assert not any(key.startswith("on") for key in attributes), (tag, attributes)
        for value in attributes.values():
            assert "url(" not in value or value.startswith("url(#"), (tag, attributes)
    return page


@pytest.mark.parametrize("lang", ["id", "en"])
def test_everything_of_the_plan_is_on_its_page(kb: KnowledgeBase, real: PlanDocument, lang: str) -> None:
    words = Words(kb, lang)
    for plan in real.plans:
        text = squeezed(assert_inert(text_of(plan, real, kb, lang)).text)
        for step in plan.steps:
            assert words.text(step.name) in text
            assert words.money(step.cost.total) in text
            assert squeezed(words.reason(plan, step)) in text
            assert all(squeezed(words.change(plan, name, one)) in text for name, one in step.improves.items())
        for deferred in plan.deferred:
            assert words.text(deferred.name) in text
            assert squeezed(words.detail(deferred)) in text
        for made in plan.assumptions:
            assert words.text(made.reason) in text
        for question in plan.questions:
            fact = kb.facts.get(question.name)
            assert (fact.question.in_language(lang) if fact else words.name(question.name)) in text
        for row in plan.money:
            assert words.money(row.planned) in text
        for year in plan.outlook:
            assert words.index_value(year.all_done.index) in text or year.all_done.index is None
        assert plan.data.sha256 in text
        assert kb.sha256 in text


def test_page_says_what_the_text_report_says(kb: KnowledgeBase, real: PlanDocument) -> None:
    """Every sentence of the text report but its headings stands on the page, so that the two cannot disagree."""
    words = Words(kb, "id")
    for plan in real.plans:
        text = squeezed(Page(text_of(plan, real, kb)).text)
        from recommender.outputs.blocks import Entry, Paragraph

        blocks = list(plan_blocks(plan, real.options, words))
        skipped = ("… dan ",)  # of the questions, of which the page has all
        for block in blocks:
            if isinstance(block, Paragraph) and not block.text.startswith(skipped):
                assert squeezed(block.text) in text
            if isinstance(block, Entry):
                assert squeezed(block.title) in text
    assert render_markdown(blocks)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_headings_are_in_order_and_landmarks_and_pictures_are_named(
    kb: KnowledgeBase, real: PlanDocument, lang: str
) -> None:
    for plan in real.plans:
        page = Page(text_of(plan, real, kb, lang))
        levels = [level for level, _ in page.headings]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(then - before <= 1 for before, then in itertools.pairwise(levels))
        assert page.headings[0][1] == plan.village.name
        assert page.all("html")[0]["lang"] == lang
        ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        for picture in page.all("svg"):
            assert picture["role"] == "img"
            assert set(picture["aria-labelledby"].split()) <= set(ids)
        assert len(page.all("title")) > len(page.all("svg"))
        for link in page.all("a"):
            assert link["href"][0] == "#"
            assert link["href"][1:] in ids
        for cell in page.all("th"):
            assert cell["scope"] in ("col", "row")
        assert len(page.all("caption")) == len(page.all("table"))


def test_policy_allows_the_one_style_sheet_by_its_hash_and_nothing_else(small: KnowledgeBase) -> None:
    text = text_of(samples.document().plans[0], samples.document(), small)
    (sheet,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    (policy,) = (one["content"] for one in Page(text).all("meta") if "http-equiv" in one)
    allowed = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert html_module.unescape(policy) == allowed
    assert text.index("Content-Security-Policy") < text.index("<style>")
    assert not re.search(r"url\(|@import|https?:", sheet)


@pytest.mark.parametrize("name", HOSTILE_MARKUP, ids=range(len(HOSTILE_MARKUP)))
def test_hostile_names_change_nothing_of_a_page_but_its_text(small: KnowledgeBase, name: str) -> None:
    benign_kb, hostile_kb = (page_samples.hostile_knowledge(small, one) for one in ("x", name))
    benign, hostile = (page_samples.hostile_document(one) for one in ("x", name))
    allowed = {
        (tag, key)
        for tag, attributes in Page(text_of(benign.plans[0], benign, benign_kb)).elements
        for key in attributes
    }
    allowed |= {(tag, "") for tag, _ in Page(text_of(benign.plans[0], benign, benign_kb)).elements}
    for lang in ("id", "en"):
        text = text_of(hostile.plans[0], hostile, hostile_kb, lang)
        page = assert_inert(text)
        for tag, attributes in page.elements:
            assert (tag, "") in allowed
            assert all((tag, key) in allowed for key in attributes), (tag, attributes)
        assert not set(text) & set("\x00\x07\x1b\x9b\r\t\u202e\ufffe\uffff")
        assert "49" not in page.headings[0][1]
        index = make_index(hostile.plans * 2, ["a.html", "b.html"], hostile.options, Words(hostile_kb, lang)).decode()
        assert {link["href"] for link in assert_inert(index).all("a")} == {"#content", "a.html", "b.html"}


def test_plan_without_steps_money_or_index_has_a_page(small: KnowledgeBase) -> None:
    bare = samples.plan(
        steps=[],
        deferred=[],
        findings=[],
        questions=[],
        assumptions=[],
        met=[],
        outlook=[],
        money=[],
        readiness=[],
        status="too-little-data",
        scores={"dimensions": {"people": {"score": None, "weak": None, "measured": 0, "of": 2}}, "index": None},
    )
    document = samples.document(bare)
    for lang in ("id", "en"):
        page = assert_inert(text_of(document.plans[0], document, small, lang))
        assert Words(small, lang).term("status", "too-little-data") in page.text
        assert Words(small, lang).say("not-measured") in page.text
        index = make_index(document.plans * 2, ["a.html", "b.html"], document.options, Words(small, lang))
        assert_inert(index.decode())


def test_steps_beyond_the_years_and_unknown_nouns_have_a_page(small: KnowledgeBase) -> None:
    steps = [
        samples.step(1, "gone", 5, year=2029, start_month=10, months=14, called_by=["gone-rule"], dimension="gone"),
        samples.step(2, "new", 0, executor="csr", year=2028, requires=["gone"]),
    ]
    steps[1]["cost"] |= {"by_source": {"new-source": 0}, "by_year": {}}
    document = samples.document(samples.plan(steps=steps))
    page = assert_inert(text_of(document.plans[0], document, small))
    assert "2030" in page.text
    assert "Langkah gone" in page.text


def test_money_that_is_handed_on_is_counted_once() -> None:
    rows = [
        {"source": "village-fund", "year": 2027, "budget": 100, "planned": 30, "left": 70},
        {"source": "village-fund", "year": 2028, "budget": 170, "planned": 50, "left": 120},
        {"source": "district-budget", "year": 2028, "budget": None, "planned": 900, "left": None},
    ]
    plan = samples.document(samples.plan(money=rows)).plans[0]
    assert (sums(plan, {"carry_over": True}).available, sums(plan, {"carry_over": True}).left) == (200, 120)
    assert (sums(plan, {}).available, sums(plan, {}).used) == (270, 80)


def test_graph_of_a_plan_ties_steps_to_what_is_met_and_left_out(kb: KnowledgeBase, real: PlanDocument) -> None:
    for plan in real.plans:
        arrows = {arrow[:2] for arrow in plan_arrows(plan, Words(kb, "en"))}
        steps = {step.intervention for step in plan.steps}
        for step in plan.steps:
            assert {(first, step.intervention) for first in step.requires if first in steps} <= arrows
        shown = steps | set(plan.met) | {deferred.intervention for deferred in plan.deferred}
        assert {name for arrow in arrows for name in arrow} <= shown


def test_same_plan_same_bytes_whatever_the_hash_seed() -> None:
    arguments = ["plan", str(DISTRICTS / "teluk-kerama"), "--village", "99.01.02.2002", "--start-year", "2027"]
    arguments += ["--method", "fast", "--engine", "reference", "--format", "html"]
    program = f"import sys; from recommender.cli.running import run; sys.exit(run({arguments!r}))"
    pages = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            timeout=120,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
    assert pages.pop().startswith(b"<!DOCTYPE html>")


def test_many_villages_become_a_folder_with_an_index(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    arguments = ["plan", str(DISTRICTS / "hulu-kelam"), "--start-year", "2027", "--method", "fast", "--format", "html"]
    assert run([*arguments, "-o", str(folder)]) == 0
    files = {file.name for file in folder.iterdir()}
    page = assert_inert((folder / "index.html").read_text(encoding="utf-8"))
    links = [link["href"] for link in page.all("a") if link["href"] != "#content"]
    assert {*links, "index.html"} == files
    assert len(links) == 10
    assert links == sorted(links)
    for link in links:
        assert_inert((folder / link).read_text(encoding="utf-8"))


def test_no_village_takes_the_place_of_the_index_or_leaves_the_folder(small: KnowledgeBase, tmp_path: Path) -> None:
    names = ["", "../../../x", "..\\..\\x", "/etc/x", "index.html", "CON"]
    plans = [samples.plan(village={**samples.plan()["village"], "code": "index", "name": name}) for name in names]
    place = tmp_path / "deep" / "pages"
    place.parent.mkdir()
    Output(Session("id"), str(place)).write_folder(plan_files("html", samples.document(*plans), Words(small, "id")))
    files = {file.name for file in place.iterdir()}
    assert len(files) == len(names) + 1
    assert files == {file.relative_to(place).as_posix() for file in tmp_path.rglob("*.html")}
    links = {link["href"] for link in Page((place / "index.html").read_text(encoding="utf-8")).all("a")}
    assert links == files - {"index.html"} | {"#content"}


def test_several_villages_need_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", str(DISTRICTS), "--start-year", "2027", "--format", "html"]) == 7
    assert capsys.readouterr().out == ""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2 of two colours `#rrggbb`, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return round((lighter + 0.05) / (darker + 0.05), 3)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_colours_of_pages_have_enough_contrast() -> None:
    assert contrast("#000000", "#ffffff") == 21
    tints = (palette.OWN_TINT, palette.PROPOSED_TINT, palette.MET_TINT, palette.LEFT_OUT_TINT, palette.PANEL)
    tints += tuple(palette.tint(colour) for colour in palette.SERIES)
    for ground in (palette.PAPER, *tints):
        for ink in (palette.INK, palette.MUTED):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for mark, ground in (
        (palette.OWN, palette.OWN_TINT),
        (palette.PROPOSED, palette.PROPOSED_TINT),
        (palette.MET, palette.MET_TINT),
        (palette.LEFT_OUT, palette.LEFT_OUT_TINT),
        *((colour, palette.tint(colour)) for colour in palette.SERIES),
        *((colour, palette.PAPER) for colour in (palette.TREND, palette.WARNING, *palette.SERIES)),
    ):
        assert contrast(mark, ground) >= 4.5, (mark, ground)
    assert contrast(palette.EDGE, palette.PAPER) >= 3


def test_style_sheet_uses_the_colours_of_the_palette() -> None:
    sheet = (ROOT / "recommender/outputs/page/templates/page.css").read_text(encoding="utf-8")
    for name in ("ink", "muted", "line", "edge", "panel", "own", "proposed", "warning"):
        assert f"--{name}:{getattr(palette, name.upper())}" in sheet
    for colour in set(re.findall(r"#[0-9a-f]{6}\b", sheet)):
        assert contrast(colour, palette.PAPER) >= 4.5 or colour in (palette.LINE, palette.EDGE, palette.PANEL)


def test_page_of_a_document_is_that_of_the_plan_read_again(kb: KnowledgeBase, real: PlanDocument) -> None:
    again = rec.read_document(rec.to_json(real))
    assert text_of(again.plans[0], again, kb) == text_of(real.plans[0], real, kb)
    assert json.loads(rec.to_json(again)) == json.loads(rec.to_json(real))
