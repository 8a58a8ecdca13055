"""Pages in a real browser: nothing is complained of, nothing asked for, nothing runs; phone and paper can show them.

Needs playwright (extra `dev`) and Debian's chromium; without either the tests are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page_samples
import pytest
import report_samples as samples
import shipped
from page_samples import HOSTILE_MARKUP

import recommender as rec
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.page.index_page import make_index
from recommender.outputs.page.village_page import make_page
from recommender.outputs.pictures.graph_svg import svg
from recommender.outputs.words import Words

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: extra `dev`")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# Several names in one, so that fewer pages are opened; each alone is tried on the structure of pages in test_page.
TOGETHER = [" ".join(HOSTILE_MARKUP[start::8]) for start in range(8)]
# What is wider than the window and stands in no box of its own that scrolls.
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(one =>
    one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.scroll') && !one.closest('svg'))
    .map(one => one.tagName + '.' + one.className)"""
ALL_OPEN = """() => { const all = [...document.querySelectorAll('details')];
    all.forEach(one => one.querySelector('summary').click());
    const shown = all.filter(one => one.open && one.lastElementChild.checkVisibility());
    return [all.length, shown.length] }"""
# Whether the reasons of every step are shown, also where the reader opened none.
REASONS = "() => [...document.querySelectorAll('.opened')].filter(one => one.checkVisibility()).length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def pages(kb: KnowledgeBase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of a long plan, a short one and an empty one, in both languages, and their index."""
    folder = tmp_path_factory.mktemp("pages")
    little, nothing = (rec.Budget({"village-fund": amount}) for amount in (20_000_000, 0))
    wanted = {
        "empty": ("99.01.01.2001", rec.Options(start_year=2027, years=3, own_means=True, budget=nothing)),
        "long": ("99.01.02.2004", rec.Options(start_year=2027, years=3, method="fast")),
        "short": ("99.03.01.2001", rec.Options(start_year=2027, years=3, own_means=True, budget=little)),
    }
    plans, stated = {}, {}
    for name, (code, options) in wanted.items():
        document = rec.document(rec.recommend_all([shipped.villages()[code]], kb, options), kb, options)
        (plans[name],), stated[name] = document.plans, document.options
        (folder / f"{name}.html").write_bytes(make_page(plans[name], stated[name], Words(kb, "id")))
    assert not plans["empty"].steps
    assert 0 < len(plans["short"].steps) < 4
    (folder / "long-en.html").write_bytes(make_page(plans["long"], stated["long"], Words(kb, "en")))
    index = make_index(list(plans.values()), [f"{name}.html" for name in plans], stated["long"], Words(kb, "id"))
    (folder / "index.html").write_bytes(index)
    return folder


class Visit:
    """A window and the file in it, with everything that it said, asked for or tried."""

    def __init__(self, browser: Any, file: Path, width: int = 1280) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 800})
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.open(file)

    def open(self, file: Path) -> None:
        """Open a file and forget what was said before."""
        self.said: list[str] = []
        self.asked: list[str] = []
        self.uri = file.as_uri()
        self.page.goto(self.uri)

    def assert_quiet(self) -> None:
        assert self.said == []
        assert self.asked == [self.uri]
        assert self.page.evaluate("() => window.pwned") is None
        assert self.page.url.split("#")[0] == self.uri


@pytest.mark.parametrize("name", ["long", "long-en", "short", "empty", "index"])
@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_quiet_and_fits_the_window(browser: Any, pages: Path, name: str, width: int) -> None:
    visit = Visit(browser, pages / f"{name}.html", width)
    assert visit.page.evaluate(TOO_WIDE) == []
    assert visit.page.evaluate("() => document.documentElement.scrollWidth") <= width
    visit.assert_quiet()
    visit.page.close()


def test_style_sheet_is_accepted_by_the_policy(browser: Any, pages: Path) -> None:
    visit = Visit(browser, pages / "long.html")
    border = visit.page.evaluate("() => getComputedStyle(document.querySelector('header')).borderBottomWidth")
    assert border == "3px"
    visit.page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_step_opens_to_its_reasons(browser: Any, pages: Path, width: int) -> None:
    visit = Visit(browser, pages / "long.html", width)
    number, opened = visit.page.evaluate(ALL_OPEN)
    assert number > 15
    assert opened == number
    assert visit.page.evaluate(TOO_WIDE) == []
    visit.assert_quiet()
    visit.page.close()


def test_page_can_be_walked_with_the_keyboard(browser: Any, pages: Path) -> None:
    visit = Visit(browser, pages / "short.html")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("() => document.activeElement.className") == "skip"
    visit.page.evaluate("() => document.querySelector('.step summary').focus()")
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("() => document.querySelector('.step').open")
    visit.page.close()


def test_links_of_the_index_open_the_pages(browser: Any, pages: Path) -> None:
    visit = Visit(browser, pages / "index.html")
    assert visit.page.locator("tbody a").count() == 3
    visit.page.locator("tbody a").first.click()
    assert visit.page.url.endswith("/empty.html")
    assert visit.said == []
    visit.page.close()


@pytest.mark.parametrize(("name", "least", "most"), [("long", 8, 30), ("short", 2, 16), ("empty", 2, 16)])
def test_page_prints_on_a4_with_its_steps_opened(
    browser: Any, pages: Path, tmp_path: Path, name: str, least: int, most: int
) -> None:
    visit = Visit(browser, pages / f"{name}.html")
    steps = visit.page.evaluate("() => document.querySelectorAll('.step').length")
    assert visit.page.evaluate(REASONS) == 0
    visit.page.emulate_media(media="print")
    assert visit.page.evaluate(REASONS) == steps
    content = visit.page.pdf(prefer_css_page_size=True, print_background=True)
    assert least <= content.count(b"/Type /Page\n") <= most
    assert b"/MediaBox [0 0 594" in content or b"/MediaBox [0 0 595" in content
    visit.page.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


def test_hostile_names_execute_nothing_and_load_nothing(browser: Any, small: KnowledgeBase, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.touch()
    visit = Visit(browser, file, 360)
    for name in TOGETHER:
        words = Words(page_samples.hostile_knowledge(small, name), "id")
        document = page_samples.hostile_document(name)
        for content in (
            make_page(document.plans[0], document.options, words),
            make_index(document.plans * 2, ["a.html", "b.html"], document.options, words),
        ):
            file.write_bytes(content)
            visit.open(file)
            visit.page.evaluate(ALL_OPEN)
            assert visit.page.evaluate(TOO_WIDE) == [], name
            visit.assert_quiet()
    visit.page.close()


def test_hostile_names_execute_nothing_in_a_picture_of_its_own(
    browser: Any, small: KnowledgeBase, tmp_path: Path
) -> None:
    file = tmp_path / "picture.svg"
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    visit = Visit(browser, file)
    for name in TOGETHER:
        file.write_text(svg(page_samples.hostile_knowledge(small, name), None, "id"), encoding="utf-8")
        visit.open(file)
        assert visit.page.evaluate("() => document.documentElement.tagName") == "svg"
        assert visit.page.evaluate("() => document.getElementsByTagName('parsererror').length") == 0
        visit.assert_quiet()
    visit.page.close()


def test_probe_notices_what_it_looks_for(browser: Any, tmp_path: Path) -> None:
    """The probe of the tests above is no decoration: an unescaped name does set it off."""
    file = tmp_path / "bad.html"
    file.write_text("<p><img src=x onerror=window.pwned=1></p>", encoding="utf-8")
    visit = Visit(browser, file)
    visit.page.wait_for_function("() => window.pwned === 1")
    assert len(visit.asked) == 2
    visit.page.close()
