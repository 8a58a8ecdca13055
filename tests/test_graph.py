"""The dependency graph: closures, circles and generations, on the shipped base, on small ones and on random graphs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support_knowledge import knowledge, work

from recommender.knowledge.graph import circles, generations, led_into_circles, work_graph
from recommender.model.knowledge import KnowledgeBase

ROOT = Path(__file__).parents[1]
FOLDER = "catalog/interventions/living"
NAMES = "abcdefg"
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES))).map(
    lambda edges: {name: edges.get(name, set()) for name in NAMES}
)


@pytest.fixture
def small(tmp_path) -> KnowledgeBase:
    files = {
        f"{FOLDER}/meters.yaml": work(more="executors: [village]\nrequires: [pipes]\nenhanced-by: [lamp]"),
        f"{FOLDER}/lamp.yaml": work(more="executors: [village]\nexcludes: [meters]"),
        f"{FOLDER}/pump.yaml": work(more="executors: [village]\nstatus: retired"),
    }
    return knowledge(tmp_path, files)


def test_edges_run_from_prerequisite_to_work_with_their_kind(small):
    graph = work_graph(small)
    assert {(a, b, data["kind"], data.get("group")) for a, b, data in graph.graph.edges(data=True)} == {
        ("water-group", "pipes", "all", None),
        ("spring", "pipes", "any", 1),
        ("well", "pipes", "any", 1),
        ("pipes", "meters", "all", None),
        ("lamp", "meters", "soft", None),
    }
    assert "pump" not in graph.graph  # retired
    assert {kind for _, _, kind in graph.edges()} == {"all", "any"}
    assert graph.edges(["soft"]) == [("lamp", "meters", "soft")]
    assert graph.excluded.has_edge("lamp", "meters")
    assert graph.excluded.has_edge("meters", "lamp")
    assert work_graph(small) is graph  # built once


def test_hard_edge_wins_over_any_and_soft_between_the_same_works(tmp_path):
    more = "executors: [village]\nrequires: [spring]\nrequires-any: [[spring, well]]\nenhanced-by: [spring]"
    base = knowledge(tmp_path, {f"{FOLDER}/lamp.yaml": work(more=more)})
    assert work_graph(base).graph.edges["spring", "lamp"]["kind"] == "all"


def test_closure_holds_everything_that_may_be_rested_on(small):
    graph = work_graph(small)
    assert graph.closure(["meters"]) == {"meters", "pipes", "water-group", "spring", "well"}
    assert graph.closure(["meters"], ["all"]) == {"meters", "pipes", "water-group"}
    assert graph.closure(["lamp"]) == {"lamp"}
    assert graph.closure([]) == set()
    assert graph.closure(["pump"]) == {"pump"}


def test_prerequisites_of_a_work_are_those_that_it_requires_and_its_groups(small):
    assert small.interventions["pipes"].prerequisites == {"water-group", "spring", "well"}
    assert small.interventions["lamp"].prerequisites == set()


def test_shipped_works_have_no_circle_and_their_closures_are_closed(kb):
    graph = work_graph(kb)
    assert nx.is_directed_acyclic_graph(graph.graph.edge_subgraph([(a, b) for a, b, _ in graph.edges()]))
    for name, noun in kb.interventions.items():
        whole = graph.closure([name])
        assert noun.prerequisites <= whole
        for other in whole:
            assert graph.closure([other]) <= whole


def digraph(edges: dict[str, set[str]]) -> nx.DiGraph:
    graph = nx.DiGraph((name, other) for name, others in edges.items() for other in others)
    graph.add_nodes_from(edges)
    return graph


@given(GRAPHS)
def test_each_knot_of_names_shows_one_shortest_circle(edges):
    found = circles(edges)
    knots = [
        part for part in nx.strongly_connected_components(digraph(edges)) if len(part) > 1 or part <= edges[min(part)]
    ]
    assert sorted(circle[0] for circle in found) == sorted(map(min, knots))
    for circle in found:
        assert all(after in edges[name] for name, after in zip(circle, (*circle[1:], circle[0]), strict=True))
        lengths = (nx.shortest_path_length(digraph(edges), after, circle[0]) for after in edges[circle[0]]
                   if nx.has_path(digraph(edges), after, circle[0]))  # fmt: skip
        assert len(circle) == 1 + min(lengths)


@given(GRAPHS)
def test_led_into_circles_is_whatever_reaches_one(edges):
    graph = digraph(edges)
    turning = {circle[0] for circle in circles(edges)}
    assert led_into_circles(edges) == {name for name in edges if turning & {name, *nx.descendants(graph, name)}}


@given(GRAPHS)
def test_generations_are_those_of_the_library(edges):
    edges = {name: {other for other in others if other < name} for name, others in edges.items()}  # no circle
    library = nx.topological_generations(digraph(edges).reverse())
    assert generations(edges) == tuple(tuple(sorted(generation)) for generation in library)


def test_circles_are_the_same_whatever_the_hash_seed():
    program = (
        "from recommender.knowledge.graph import circles\n"
        "names = 'abcdefghij'\n"
        "print(circles({n: [m for m in names if m != n] for n in names}))\n"
        "print(circles({'a': 'cb', 'b': 'd', 'c': 'd', 'd': 'a'}))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in "0123"
    }
    assert said == {"[('a', 'b')]\n[('a', 'b', 'd')]\n"}


@pytest.mark.parametrize(
    "arguments",
    [
        "plan {data} --village 99.02.01.2001 --start-year 2027 --branches never",
        "explain {data} --village 99.02.01.2001 --start-year 2027",
    ],
)
def test_planning_and_explaining_do_not_wait_for_networkx(arguments):
    words = arguments.format(data="examples/districts/hulu-kelam").split()
    program = "import sys\nfrom recommender.cli.running import run\nrun(sys.argv[1:])\nprint('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "False"
