"""The dependency graph: closures and orders hold what prerequisites ask, on the shipped base and on small ones."""

from __future__ import annotations

import pytest
from support_knowledge import knowledge, work

from recommender.knowledge.graph import closure, cycles, dependency_graph, order
from recommender.knowledge.loader import load_knowledge
from recommender.model.knowledge import Intervention

FOLDER = "catalog/interventions/living"


@pytest.fixture(scope="module")
def shipped() -> dict[str, Intervention]:
    return load_knowledge().interventions


@pytest.fixture
def small(tmp_path) -> dict[str, Intervention]:
    files = {
        f"{FOLDER}/meters.yaml": work(more="executors: [village]\nrequires: [pipes]\nenhanced-by: [lamp]"),
        f"{FOLDER}/lamp.yaml": work(),
        f"{FOLDER}/pump.yaml": work(more="executors: [village]\nstatus: retired"),
    }
    return knowledge(tmp_path, files).interventions


def test_edges_run_from_prerequisite_to_work_with_their_kind(small):
    graph = dependency_graph(small, soft=True)
    assert {(a, b, data["kind"], data.get("group")) for a, b, data in graph.edges(data=True)} == {
        ("water-group", "pipes", "all", None),
        ("spring", "pipes", "any", 1),
        ("well", "pipes", "any", 1),
        ("pipes", "meters", "all", None),
        ("lamp", "meters", "soft", None),
    }
    assert "pump" not in graph  # retired
    assert not any(data["kind"] == "soft" for _, _, data in dependency_graph(small).edges(data=True))


def test_hard_edge_wins_over_any_and_soft_between_the_same_works(tmp_path):
    more = "executors: [village]\nrequires: [spring]\nrequires-any: [[spring, well]]\nenhanced-by: [spring]"
    base = knowledge(tmp_path, {f"{FOLDER}/lamp.yaml": work(more=more)})
    assert dependency_graph(base.interventions, soft=True).edges["spring", "lamp"]["kind"] == "all"


def test_closure_holds_everything_that_may_be_rested_on(small):
    assert closure(small, ["meters"]) == {"meters", "pipes", "water-group", "spring", "well"}
    assert closure(small, ["lamp"]) == {"lamp"}
    assert closure(small, []) == set()


def test_order_puts_prerequisites_first_and_equals_by_name(small):
    assert order(small, ["meters", "pipes", "well", "spring", "lamp", "water-group"]) == [
        "lamp", "spring", "water-group", "well", "pipes", "meters",
    ]  # fmt: skip
    assert order(small, ["pipes", "spring"]) == ["spring", "pipes"]


def test_cycles_are_each_named_from_their_least_name():
    works = {
        name: work_with(requires=requires, groups=groups)
        for name, requires, groups in [("c", ["a"], []), ("a", [], [["b"]]), ("b", ["c"], []), ("d", ["d"], [])]
    }
    assert cycles(works) == [["a", "c", "b"], ["d"]]


def work_with(requires: list[str], groups: list[list[str]]) -> Intervention:
    return Intervention.model_construct(
        status="active", requires=tuple(requires), requires_any=tuple(map(tuple, groups)), enhanced_by=()
    )


def test_shipped_works_have_no_circle_and_an_order(shipped):
    assert cycles(shipped) == []
    names = order(shipped, shipped)
    place = {name: number for number, name in enumerate(names)}
    assert all(place[before] < place[after] for before, after in dependency_graph(shipped).edges)


def test_shipped_closures_are_closed_and_grow_with_their_seed(shipped):
    for name in shipped:
        whole = closure(shipped, [name])
        assert name in whole
        for other in whole:
            assert closure(shipped, [other]) <= whole
