"""The page of a comparison: every row in words, pictures that fit its policy, a map by code; the same bytes."""

from __future__ import annotations

import functools
import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import page_samples
import pytest
import report_samples as samples
import shipped
from page_samples import HOSTILE_MARKUP, Page
from test_page import assert_inert, contrast

import recommender as rec
from recommender.cli.running import run
from recommender.language.errors import UsageError
from recommender.language.wording import say
from recommender.model.boundaries import Boundaries
from recommender.model.frames import Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.charts.area_map import Shape, area_map
from recommender.outputs.charts.rows import NARROW, PANEL, WIDE, Axis, Part, Row, ink_on, rows_chart
from recommender.outputs.charts.vega import vega_svg
from recommender.outputs.page.comparison import view
from recommender.outputs.page.comparison.money import money_sums
from recommender.outputs.page.comparison.page import comparison_folder, comparison_page
from recommender.outputs.page.comparison.tables import MOST
from recommender.outputs.page.comparison.view import View
from recommender.outputs.pictures import palette
from recommender.outputs.registry import Compared
from recommender.outputs.sections.cells import cell
from recommender.outputs.terminal import Screen
from recommender.outputs.words import Words
from recommender.villages.boundaries import joined_boundaries, read_boundaries

pytest.importorskip("vl_convert", reason="vl-convert-python is not installed: extra `charts`")
CODES = ("99.01.01.2001", "99.01.02.2004", "99.01.02.2002", "99.02.01.2001", "99.02.02.2002", "99.03.01.2001")
REAL = Path(__file__).parents[2] / "shared" / "data"
TELEPHONE = 332 / 340  # how a picture of 340 units is shown on a telephone of 360 pixels
Ring = list[tuple[float, float]]


@pytest.fixture(scope="module", autouse=True)
def drawn_once() -> Iterator[None]:
    """Draw a picture once: many pages of these tests have the same."""

    @functools.cache
    def drawn(spec: str, lang: str) -> str:
        return vega_svg(json.loads(spec), lang)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(view, "vega_svg", lambda spec, lang: drawn(json.dumps(spec), lang))
        yield


@pytest.fixture(scope="module")
def document(kb: KnowledgeBase) -> rec.PlanDocument:
    chosen = [shipped.villages()[code] for code in CODES]
    options = rec.Options(start_year=2027, years=3, method="fast", budget=rec.Budget({"village-fund": 330_000_000}))
    return rec.document(rec.recommend_all(chosen, kb, options), kb, options)


@pytest.fixture(scope="module")
def compared(kb: KnowledgeBase, document: rec.PlanDocument) -> Callable[..., Compared]:
    def make(*by: Any, lang: str = "id", boundaries: Boundaries | None = None) -> Compared:
        found = rec.compare(document.plans, kb, by)
        return Compared(found, kb, document.options, Words(kb, lang), Screen(), boundaries)

    return make


@pytest.fixture(scope="module")
def by_district(compared: Callable[..., Compared]) -> str:
    return comparison_page(compared("district", boundaries=places())).decode()


def square(x: float, y: float) -> Ring:
    return [(x, y), (x + 0.1, y), (x + 0.1, y + 0.1), (x, y + 0.1), (x, y)]


def features(codes: Any = CODES, **more: Any) -> dict[str, Any]:
    """Return squares beside each other, one a code."""
    made = [
        {
            "type": "Feature",
            "properties": {"nomor": number, "kode": code, "nama": f"Desa {number}"},
            "geometry": {"type": "Polygon", "coordinates": [square(116 + number * 0.1, -1)]},
        }
        for number, code in enumerate(codes)
    ]
    return {"type": "FeatureCollection", "features": made, **more}


def written(folder: Path, value: Any) -> Path:
    file = folder / "batas.geojson"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return file


def places(codes: Any = CODES) -> Boundaries:
    with TemporaryDirectory() as folder:
        return joined_boundaries(read_boundaries(written(Path(folder), features(codes))), VILLAGES)


VILLAGES = [(code, "kemendagri") for code in CODES]


# The page


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_row_of_every_table_is_on_the_page(compared: Callable[..., Compared], lang: str) -> None:
    one = compared("district", "class", lang=lang)
    text = comparison_page(one).decode()
    assert_inert(text)
    tables = dict(re.findall(r"<table[^>]*><caption>(.*?)</caption>(.*?)</table>", text, re.DOTALL))
    for name, frame in one.found.answers.items():
        rows = tables[one.words.term("frame", name)].split("<tbody>")[1].split("</tr>")[:-1] if frame.rows else []
        assert len(rows) == len(frame.rows), name
        for row, html in zip(frame.rows, rows, strict=True):
            told = Page(html).text
            for value, column in zip(row, frame.columns, strict=True):
                if column.kind in ("rupiah", "share", "score", "index", "work", "rule", "addressee"):
                    assert cell(value, column, one.words, short_money=True) in told, (name, column.name)
    for plan in one.found.scope.plans:
        assert plan.village.code in tables[say(lang, "villages-caption")]


@pytest.mark.parametrize(
    "by", [(), ("class",), ("village",), ("province", "class")], ids=lambda by: "-".join(by) or "all"
)
def test_any_grouping_has_a_page_that_asks_says_and_draws(compared: Callable[..., Compared], by: Any) -> None:
    one = compared(*by, lang="en")
    page = assert_inert(comparison_page(one).decode())
    asked = [text for level, text in page.headings if level == 2]
    answered = [name for name, frame in one.found.answers.items() if frame.rows]
    assert len(asked) == len(answered) + 2 + bool(one.found.notes)  # villages, where it comes from, what must be known
    assert len([attributes for attributes in page.all("p") if attributes.get("class") == "seen"]) == len(answered) + 1
    notes = {note.in_language("en") for frame in one.found.answers.values() for note in frame.notes}
    assert all(" ".join(note.split()) in " ".join(page.text.split()) for note in notes)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for picture in page.all("svg"):
        assert picture.get("aria-hidden") == "true" or (
            picture["role"] == "img" and set(picture["aria-labelledby"].split()) <= set(ids)
        )
        assert "viewbox" in picture
    for link in page.all("a"):
        assert link["href"][0] == "#"
        assert link["href"][1:] in ids


def test_rows_beyond_what_a_page_can_hold_are_said(compared: Callable[..., Compared]) -> None:
    one = compared("village", lang="en")
    frame = one.found.answers["problems"]
    many = Frame(frame.name, frame.columns, frame.rows * (MOST * 3 // len(frame.rows) + 1))
    one.found.__dict__["answers"] = {**one.found.answers, "problems": many}
    text = comparison_page(one).decode()
    counted = sum(1 for count in many["villages"] if count)
    assert say("en", "table-zeros", count=len(many) - counted) in text
    assert say("en", "compare-more-rows", count=counted - MOST) in text or counted <= MOST


def test_same_plans_same_bytes_in_any_order_and_under_any_hash_seed(
    kb: KnowledgeBase,
    document: rec.PlanDocument,
    compared: Callable[..., Compared],
    by_district: str,
    tmp_path: Path,
) -> None:
    found = rec.compare(document.plans[::-1], kb, ("district",))
    turned = comparison_page(Compared(found, kb, document.options, Words(kb, "id"), Screen(), places()))
    assert turned.decode() == by_district
    file = tmp_path / "plans.json"
    file.write_text(rec.to_json(document), encoding="utf-8")
    arguments = ["compare", str(file), "--by", "district", "--format", "html", "--lang", "id"]
    program = f"import sys; from recommender.cli.running import run; sys.exit(run({arguments!r}))"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=120, env=environment, check=True
    )
    assert done.stdout == comparison_page(compared("district"))


@pytest.mark.parametrize("start", range(3))
def test_hostile_names_change_nothing_but_text(small: KnowledgeBase, start: int) -> None:
    """Several names in one, so that fewer pages are drawn."""

    def page(text: str) -> Page:
        kb = page_samples.hostile_knowledge(small, text)
        document = page_samples.hostile_document(text)
        twin = document.plans[0].model_copy(
            update={"village": document.plans[0].village.model_copy(update={"code": "1.2"})}
        )
        found = rec.compare([document.plans[0], twin], kb, ("village",))
        one = Compared(found, kb, document.options, Words(kb, "id"), Screen())
        written = comparison_page(one).decode()
        assert not set(written) & set("\x00\x07\x1b\x9b\r\t\u202e\ufffe\uffff")
        return assert_inert(written)

    benign, hostile = page("x"), page(" ".join(HOSTILE_MARKUP[start::3]))
    assert {(tag, key) for tag, attributes in hostile.elements for key in attributes} <= {
        (tag, key) for tag, attributes in benign.elements for key in attributes
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


# Pictures


def test_letters_are_legible_on_a_telephone_and_on_their_ground() -> None:
    for room in (NARROW, PANEL):
        assert (room.size - 0.5) * TELEPHONE >= 10  # counts within bars are half a unit smaller
    assert WIDE.width <= 1000  # what the style sheet shows at most
    for colour in (*palette.LADDER, palette.OWN, palette.PROPOSED_TINT, palette.tint(palette.OWN, 0.25)):
        assert contrast(ink_on(colour), colour) >= 4.5, colour


def test_classes_are_darker_from_the_lowest_and_their_neighbours_differ_without_colour() -> None:
    """Grey paper and colour-blind eyes see the order by lightness alone."""
    light = [contrast(colour, "#000000") for colour in palette.LADDER]
    assert light == sorted(light, reverse=True)
    assert all(one / other >= 1.25 for one, other in itertools.pairwise(light))


def test_a_bar_is_as_long_as_its_parts_and_small_parts_bear_no_text() -> None:
    rows = [Row("a", (Part(0.9, palette.OWN, "900"), Part(0.01, palette.PROPOSED, "10")))]
    spec = rows_chart(rows, Axis(top=1), NARROW)
    bars, texts = (layer["data"]["values"] for layer in spec["layer"][:2])
    assert [(bar["a"], round(bar["b"], 6)) for bar in bars] == [(0, 0.9), (0.9, 0.91)]
    assert [text["t"] for text in texts] == ["900"]


def test_money_that_is_handed_on_is_counted_once(compared: Callable[..., Compared]) -> None:
    one = compared()
    rows = list(one.found.overall["money"].records())
    there = {hands_on: money_sums(View(one.found, one.words, {}, hands_on), rows) for hands_on in (False, True)}
    assert there[False] == tuple(sum(row[name] for row in rows) for name in ("budget", "planned", "unused"))
    last = max(row["year"] for row in rows)
    left = sum(row["unused"] + row["reserve"] for row in rows if row["year"] < last)
    assert left > 0
    assert there[True][0] == there[False][0] - left


# The map


@pytest.mark.parametrize(
    "codes",
    [CODES, [code.replace(".", "") for code in CODES], [int(code.replace(".", "")) for code in CODES]],
    ids=["dotted", "digits", "numbers"],
)
def test_areas_are_joined_by_code_whatever_it_looks_like(tmp_path: Path, codes: Any) -> None:
    found = joined_boundaries(read_boundaries(written(tmp_path, features(codes))), VILLAGES)
    assert found.level == 10
    assert [area.code for area in found.areas] == sorted(code.replace(".", "") for code in CODES)
    assert {area.name for area in found.areas} == {f"Desa {number}" for number in range(6)}
    assert (found.missing, found.others, found.skipped) == ((), (), 0)


@pytest.mark.parametrize(("length", "areas"), [(2, 1), (5, 3), (8, 5)])
def test_areas_above_villages_hold_those_whose_codes_they_begin(tmp_path: Path, length: int, areas: int) -> None:
    codes = sorted({code[:length] for code in CODES})
    found = joined_boundaries(read_boundaries(written(tmp_path, features(codes))), VILLAGES)
    assert len(found.areas) == areas == len(codes)
    assert found.missing == ()


def test_villages_and_areas_without_a_match_are_named_both_ways(
    compared: Callable[..., Compared], tmp_path: Path
) -> None:
    other = features([*CODES[:4], "99.01.09.2009", "99.01"])
    other["features"].append({"type": "Feature", "properties": {"kode": CODES[5]}, "geometry": None})
    found = joined_boundaries(read_boundaries(written(tmp_path, other)), VILLAGES)
    assert found.missing == tuple(sorted(CODES[4:]))
    assert [area.code for area in found.others] == ["9901092009"]
    assert found.skipped == 2
    text = comparison_page(compared("district", lang="en", boundaries=found)).decode()
    for code in CODES[4:]:
        assert f"({code})" in text
    assert "Desa 4 (9901092009)" in text
    assert say("en", "map-missing", count=2) in text
    assert say("en", "map-others", count=1) in text
    assert say("en", "map-skipped", count=2) in text


def test_map_has_an_area_a_village_with_its_class_and_a_table_says_the_same(
    compared: Callable[..., Compared], by_district: str
) -> None:
    one = compared("district")
    words = one.words
    for plan in one.found.scope.plans:
        index = plan.scores.index
        told = words.index_class(index.framework, index.class_) if index and index.class_ else say("id", "map-no-class")
        assert f"<title>{plan.village.name}: {told}</title>" in by_district
    places_above = places(sorted({code[:5] for code in CODES}))
    text = comparison_page(compared("district", boundaries=places_above)).decode()
    for code in ("9901", "9902", "9903"):
        assert f'id="place-{code}"' in text
        assert f'href="#place-{code}"' in text


def test_neighbours_keep_their_common_border_however_small_the_map() -> None:
    border: Ring = [(116.05 + 0.00013 * (n % 7), -1 + n * 0.0031) for n in range(40)]
    left = (((116.0, -1.0), *border, (116.0, border[-1][1]), (116.0, -1.0)),)
    right = (((116.1, -1.0), *border, (116.1, border[-1][1]), (116.1, -1.0)),)
    picture = area_map([Shape((ring,), palette.OWN, "x") for ring in (left, right)], [], "t", "d", "m")
    corners = []
    for path in re.findall(r' d="M([^"]*?)z" fill="#', picture):
        x, y = 0, 0
        found = set()
        for number, (dx, dy) in enumerate(re.findall(r"(-?\d+)[ ]?(-?\d+)", path)):
            x, y = (int(dx), int(dy)) if number == 0 else (x + int(dx), y + int(dy))
            found.add((x, y))
        corners.append(found)
    assert len(corners[0] & corners[1]) >= 20
    assert len(corners[0] - corners[1]) == 2 == len(corners[1] - corners[0])


def polygon(*rings: Any) -> dict[str, Any]:
    return features() | {
        "features": [
            {"type": "Feature", "properties": {"kode": CODES[0]}, "geometry": {"type": "Polygon", "coordinates": rings}}
        ]
    }


BAD: dict[str, tuple[Any, str]] = {
    "no json": ('{"type": "FeatureCollection", ', "boundaries-no-json"),
    "a web page": ("<!doctype html><p>", "boundaries-no-json"),
    "a list": ("[1]", "boundaries-no-geojson"),
    "topojson": ({"type": "Topology", "objects": {}}, "boundaries-no-geojson"),
    "nothing": (features([]), "boundaries-no-geojson"),
    "points": (
        {
            "features": [
                {"type": "Feature", "properties": {"kode": "99"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}
            ]
        },
        "boundaries-no-polygon",
    ),
    "metres": (
        polygon([(500000, 9800000), (500100, 9800000), (500100, 9800100), (500000, 9800000)]),
        "boundaries-no-degrees",
    ),
    "words": (polygon([("a", "b")] * 4), "boundaries-no-degrees"),
    "two points": (polygon([(116, -1), (117, -1)]), "boundaries-no-degrees"),
    "no ring": (polygon(), "boundaries-no-degrees"),
    "no code": (features(["Paser", "Kutai"]), "boundaries-no-codes"),
    "elsewhere": (features(["35.01.01.2001", "35.01.01.2002"]), "boundaries-no-match"),
    "twice": (features([CODES[0], CODES[0]]), "boundaries-twice"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_makes_no_map_is_one_clear_problem(tmp_path: Path, name: str) -> None:
    value, code = BAD[name]
    with pytest.raises(UsageError) as refused:
        joined_boundaries(read_boundaries(written(tmp_path, value)), VILLAGES)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert "batas.geojson" in refused.value.problems[0].where


def test_a_folder_or_a_missing_file_is_no_map(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "boundaries-several"), (tmp_path / "x.geojson", "not-found")):
        with pytest.raises(UsageError) as refused:
            read_boundaries(path)
        assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not here")
@pytest.mark.parametrize(("name", "length", "areas"), [("paser-desa", 10, 126), ("kaltim-kecamatan", 6, 10)])
def test_real_boundaries_hold_the_villages_of_paser(kb: KnowledgeBase, name: str, length: int, areas: int) -> None:
    villages = rec.read_villages(REAL / "idm-2024-paser-indicators.derived.csv", kb, code_scheme="kemendagri").villages
    codes = [(village.code, village.code_scheme) for village in villages]
    found = joined_boundaries(read_boundaries(REAL / f"{name}.derived.geojson.gz"), codes)
    assert (found.level, len(found.areas), found.missing) == (length, areas, ())


# Files


def test_folder_has_the_page_of_every_village_and_links_to_each(compared: Callable[..., Compared]) -> None:
    files = dict(comparison_folder(compared("district", boundaries=places())))
    assert len(files) == len(CODES) + 1
    page = assert_inert(files["index.html"].decode())
    links = {link["href"] for link in page.all("a") if not link["href"].startswith("#")}
    assert links == files.keys() - {"index.html"}
    on_map = [link["href"] for link in page.all("a") if link.get("tabindex") == "-1"]
    assert sorted(on_map) == sorted(links)
    assert all(content.startswith(b"<!DOCTYPE html>") for content in files.values())


def test_without_the_extra_nothing_is_written(
    document: rec.PlanDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plans.json"
    file.write_text(rec.to_json(document), encoding="utf-8")
    monkeypatch.setattr(view, "vega_svg", vega_svg)
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    for place in ("page.html", "folder"):
        assert run(["compare", str(file), "--format", "html", "-o", str(tmp_path / place)]) == 6
        assert "no-extra" in capsys.readouterr().err
        assert not (tmp_path / place).exists()


def test_boundaries_are_for_the_page_alone_and_refused_before_planning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boundaries = str(written(tmp_path, "{}"))
    for form, code in (("csv", "boundaries-format"), ("html", "boundaries-no-geojson")):
        arguments = ["compare", str(shipped.DISTRICTS), "--boundaries", boundaries, "--format", form]
        assert run([*arguments, "-o", str(tmp_path / "out.html")]) == 2
        assert code in capsys.readouterr().err
    assert not (tmp_path / "out.html").exists()
