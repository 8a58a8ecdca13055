"""The page of a comparison in a real browser: quiet, as wide as the window, letters that a telephone shows legibly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_compare_page import by_district, compared, document, drawn_once  # noqa: F401  fixtures
from test_page_browser import CHROMIUM, TOO_WIDE, Visit, browser  # noqa: F401  a fixture

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium")
SMALLEST = """() => Math.min(...[...document.querySelectorAll('svg text')].filter(one => one.getClientRects().length)
    .map(one => { const picture = one.ownerSVGElement;
        const shown = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
        return shown * parseFloat(getComputedStyle(one).fontSize); }))"""
# Letters that stand beyond the edge of their picture.
CUT = """() => [...document.querySelectorAll('svg text')].filter(one => one.getClientRects().length).filter(one => {
    const [text, all] = [one.getBoundingClientRect(), one.ownerSVGElement.getBoundingClientRect()];
    return text.left < all.left - 1 || text.right > all.right + 1 || text.bottom > all.bottom + 1 })
    .map(one => one.textContent)"""


@pytest.fixture(scope="module")
def shown(by_district: str, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(by_district, encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_quiet_fits_the_window_and_cuts_no_letters(browser: Any, shown: Path, width: int) -> None:  # noqa: F811
    visit = Visit(browser, shown, width)
    visit.page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    assert visit.page.evaluate(TOO_WIDE) == []
    assert visit.page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert visit.page.evaluate(SMALLEST) >= 10
    assert visit.page.evaluate(CUT) == []
    visit.assert_quiet()
    visit.page.close()


def test_page_prints_on_a4_with_its_wide_pictures_and_without_its_longest_tables(
    browser: Any,  # noqa: F811
    shown: Path,
) -> None:
    visit = Visit(browser, shown)
    visit.page.emulate_media(media="print")
    shows = "name => [...document.querySelectorAll(name)].filter(one => one.checkVisibility()).length"
    assert visit.page.evaluate(shows, ".chart .wide") > 5
    assert visit.page.evaluate(shows, ".chart .narrow") == 0
    assert visit.page.evaluate(shows, "details.long") == 0
    assert 4 <= visit.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 20
    visit.page.close()
