"""The picture of the prerequisites: boxes never overlap, arrows run to the right, names stay text."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from itertools import combinations, pairwise, product

import networkx as nx
import page_samples
import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from page_samples import HOSTILE_MARKUP

from recommender.cli.running import run
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.pictures.graph_picture import edges, works_shown
from recommender.outputs.pictures.graph_svg import svg
from recommender.outputs.pictures.layout import Layout, crossings, lay_out, spread
from recommender.outputs.pictures.svg import tag, text_lines, text_width

SVG = "{http://www.w3.org/2000/svg}"
SIZE = (100.0, 40.0)
ELEMENTS = {"svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return samples.knowledge(tmp_path_factory.mktemp("knowledge"))


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Boxes and edges without a circle: from an earlier box of a hidden order to a later one."""
    boxes = [f"b{number}" for number in range(draw(st.integers(0, 14)))]
    hidden = draw(st.permutations(boxes))
    pairs = draw(st.lists(st.sampled_from(list(combinations(hidden, 2)) or [("", "")]), max_size=30))
    kinds = draw(st.lists(st.sampled_from(["all", "any"]), min_size=len(pairs), max_size=len(pairs)))
    return boxes, [(*pair, kind) for pair, kind in zip(pairs, kinds, strict=True) if pair[0]]


@given(graphs())
def test_boxes_never_overlap_and_lie_inside_the_picture(graph):
    boxes, found = graph
    layout = lay_out(boxes, found, SIZE)
    assert set(layout.places) == set(boxes)
    for x, y in layout.places.values():
        assert -0.01 <= x <= layout.width - SIZE[0] + 0.01
        assert -0.01 <= y <= layout.height - SIZE[1] + 0.01
    for (x, y), (other_x, other_y) in combinations(layout.places.values(), 2):
        assert abs(x - other_x) >= SIZE[0] or abs(y - other_y) >= SIZE[1], "two boxes lie on each other"


@given(graphs())
def test_every_arrow_runs_from_its_first_box_to_the_right_into_its_second(graph):
    boxes, found = graph
    layout = lay_out(boxes, found, SIZE)
    assert set(layout.routes) == set(found)
    for (first, then, _), points in layout.routes.items():
        assert points[0][0] == layout.places[first][0] + SIZE[0]
        assert points[-1][0] == layout.places[then][0]
        assert all(one[0] < other[0] for one, other in pairwise(points))
        for box, end in ((first, points[0]), (then, points[-1])):
            assert layout.places[box][1] < end[1] < layout.places[box][1] + SIZE[1]


@given(graphs(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_edges_change_nothing(graph, random):
    boxes, found = graph
    mixed = [*found, *found]
    random.shuffle(mixed)
    assert lay_out(boxes, mixed, SIZE) == lay_out(boxes, found, SIZE)


@given(graphs())
def test_arrows_pass_beside_boxes_not_through_them(graph):
    boxes, found = graph
    layout = lay_out(boxes, found, SIZE)
    for (first, then, _), points in layout.routes.items():
        for (x, y), (end_x, end_y) in zip(points[1::2], points[2::2], strict=False):
            assert y == end_y
            for box, (left, top) in layout.places.items():
                if box not in (first, then) and left < end_x and x < left + SIZE[0]:
                    assert not top < y < top + SIZE[1], (first, then, box)


def drawn_crossings(layout: Layout) -> int:
    """Count the pairs of arrows that cross between two columns, from where they are drawn; shared ways count once."""
    between: dict[tuple[float, float], set[tuple[float, float]]] = {}
    for points in layout.routes.values():
        for (x, y), (end_x, end_y) in zip(points[::2], points[1::2], strict=True):
            between.setdefault((x, end_x), set()).add((y, end_y))
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for ways in between.values() for a, b in combinations(ways, 2))


@given(st.data())
def test_a_tree_is_drawn_without_crossings_whatever_the_order_of_its_boxes(data):
    boxes = [f"b{number}" for number in range(data.draw(st.integers(2, 12)))]
    stems = [boxes[data.draw(st.integers(0, number - 1))] for number in range(1, len(boxes))]
    links = [(stem, box, "all") for stem, box in zip(stems, boxes[1:], strict=True)]
    assert drawn_crossings(lay_out(data.draw(st.permutations(boxes)), links, SIZE)) == 0


@pytest.mark.parametrize(
    "links",
    [
        pytest.param("ac ae bc bd de", id="the last sweep crosses more than an earlier one"),
        pytest.param("ad ba be cd ce fa gf", id="three sweeps are too few"),
    ],
)
def test_of_all_orders_tried_the_one_with_fewest_crossings_is_drawn(links):
    boxes = sorted(set(links) - {" "})
    assert drawn_crossings(lay_out(boxes, [(*link, "all") for link in links.split()], SIZE)) == 0


@given(st.lists(st.permutations("abcd"), min_size=2, max_size=4), st.data())
def test_crossings_are_counted_as_pairs_that_swap_sides(orders, data):
    rows = [[f"{letter}{number}" for letter in order] for number, order in enumerate(orders)]
    pairs = [pair for one, other in pairwise(rows) for pair in product(one, other)]
    edges = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))
    graph = nx.DiGraph()
    graph.add_nodes_from(place for row in rows for place in row)
    graph.add_edges_from(edges)
    place = {name: number for row in rows for number, name in enumerate(row)}
    swapped = [
        (place[a] - place[c]) * (place[b] - place[d]) < 0 for (a, b), (c, d) in combinations(edges, 2) if a[1] == c[1]
    ]
    assert crossings(graph, rows) == sum(swapped)


def test_circle_is_refused():
    with pytest.raises(ValueError, match="circle"):
        lay_out(["a", "b"], [("a", "b", "all"), ("b", "a", "all")], SIZE)


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(0.1, 9), st.floats(0, 50)), max_size=12))
def test_spread_keeps_order_and_gaps_and_moves_nothing_that_fits(rows):
    wanted, weights, gaps = [r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows[1:]]
    places = spread(wanted, weights, gaps)
    assert len(places) == len(wanted)
    for one, other, gap in zip(places, places[1:], gaps, strict=False):
        assert other - one >= gap - 1e-6
    if all(other - one > gap for one, other, gap in zip(wanted, wanted[1:], gaps, strict=False)):
        assert places == pytest.approx(wanted)


@given(st.text(max_size=60), st.floats(30, 300), st.integers(1, 4))
def test_lines_fit_their_room(text, width, most):
    lines = text_lines(text, width, 12, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, 12) <= width for line in lines)


@given(st.text(max_size=40))
def test_any_text_makes_a_well_formed_element(text):
    element = ElementTree.fromstring(tag("text", text, title=text))
    assert element.tag == "text"
    assert list(element) == []
    assert element.get("title") == (element.text or "")


def labels(root: ElementTree.Element) -> str:
    return " ".join(" ".join(element.text or "" for element in root.iter(f"{SVG}text")).split())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_whole_catalog_is_drawn_with_every_work_and_relation(kb, lang):
    works = works_shown(kb, None)
    root = ElementTree.fromstring(svg(kb, None, lang))
    hints = {element.text for element in root.iter(f"{SVG}title")}
    for name in works:
        assert f"{kb.interventions[name].name.in_language(lang)} ({name})" in hints
    lines = [path for path in root.iter(f"{SVG}path") if path.get("fill") == "none"]
    assert len(lines) >= len(edges(kb, works))
    text = labels(root)
    for dimension in kb.dimensions.values():
        assert dimension.name.in_language(lang) in text
    assert root.get("role") == "img"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS


def test_picture_of_one_work_shows_only_what_it_may_rest_on(small):
    text = labels(ElementTree.fromstring(svg(small, "piped-water", "en")))
    assert "Piped water" in text
    assert "Protected spring" in text
    assert "Signal tower" not in text
    assert "one of them first" in text
    assert "never both" in text


@pytest.mark.parametrize("name", HOSTILE_MARKUP, ids=range(len(HOSTILE_MARKUP)))
def test_names_stay_text_in_a_picture(small, name):
    picture = svg(page_samples.hostile_knowledge(small, name), None, "id")
    root = ElementTree.fromstring(picture)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    for element in root.iter():
        assert not any(key.startswith("on") or key.endswith(("href", "style")) for key in element.attrib)
    assert not set(picture) & set("\x00\x07\x1b\x9b\r\t\u202e\ufffe\uffff")


def test_command_draws_without_another_program(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("another program was started"))
    assert run(["graph", "--format", "svg", "--intervention", "village-public-wifi"]) == 0
    printed = capsys.readouterr().out
    assert (
        run(["graph", "--format", "svg", "--intervention", "village-public-wifi", "-o", str(tmp_path / "a.svg")]) == 0
    )
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == printed
    assert printed.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')


def test_picture_is_the_same_whatever_the_hash_seed():
    program = "import sys; from recommender.cli.running import run; sys.exit(run(['graph', '--format', 'svg']))"
    pictures = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, timeout=60, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pictures) == 1
