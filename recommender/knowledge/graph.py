"""What rests on what: works on prerequisites, rules on the findings that they read. The one place that knows graphs.

Works are a networkx graph, built once for each knowledge base. networkx takes 0.2 s to import, as long as all of
loading, and planning a village asks nothing that needs it: whether names rest on one another in a circle, and in which
order they can be decided, `graphlib` of the standard library says in a millisecond. A circle that it found is named by
networkx.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from recommender.knowledge.compiled import once_per_base
from recommender.model.knowledge import KnowledgeBase

if TYPE_CHECKING:
    import networkx as nx

FIRM = ("all", "any")  # kinds of edges that a plan must hold
Edges = Mapping[str, Collection[str]]  # name -> the names that it rests on, each of them a name too


def generations(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """Return the names of a graph without circles in generations, each right after the last that it rests on, sorted.

    >>> generations({"road": [], "isolated": ["road"], "lamp": []})
    (('lamp', 'road'), ('isolated',))
    """
    sorter = TopologicalSorter(edges)
    sorter.prepare()
    found = []
    while sorter.is_active():
        ready = sorter.get_ready()
        found.append(tuple(sorted(ready)))
        sorter.done(*ready)
    return tuple(found)


def circles(edges: Edges) -> list[tuple[str, ...]]:
    """Return a shortest circle of each knot of names that rest on one another, from its least name on, sorted.

    >>> circles({"a": ["b"], "b": ["a", "c"], "c": ["c"], "d": ["a"]})
    [('a', 'b'), ('c',)]
    """
    try:
        TopologicalSorter(edges).prepare()
    except CycleError:
        return sorted(_circle(knot) for knot in _knots(edges))
    return []


def led_into_circles(edges: Edges) -> set[str]:
    """Return the names that stand in a circle, and those that rest on one that does."""
    import networkx as nx

    graph = _digraph(edges)
    return {name for knot in _knots(edges) for name in (*knot, *nx.ancestors(graph, min(knot)))}


def _digraph(edges: Edges) -> nx.DiGraph:
    """Return the graph, its edges from a name to what it rests on, in an order that no hash decides."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(edges))
    graph.add_edges_from((name, other) for name in sorted(edges) for other in sorted(edges[name]))
    return graph


def _knots(edges: Edges) -> list[Edges]:
    """Return the parts of the graph in which every name rests on every other: where the circles are."""
    import networkx as nx

    parts = nx.strongly_connected_components(_digraph(edges))
    knots: list[Edges] = [{name: set(edges[name]) & part for name in part} for part in parts]
    return [knot for knot in knots if any(knot.values())]


def _circle(knot: Edges) -> tuple[str, ...]:
    import networkx as nx

    start = min(knot)
    ways = [nx.shortest_path(_digraph(knot), after, start) for after in sorted(knot[start])]
    return (start, *min(ways, key=len)[:-1])


class WorkGraph:
    """The active works of a knowledge base, edges from a prerequisite to the work that rests on it.

    `kind` of an edge is `all` (hard), `any` (one of a group, numbered by `group`) or `soft` (better after); of several
    between the same works the first of these. `excluded` joins works of any status that never stand together.
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        import networkx as nx

        works = dict(sorted(kb.interventions.items()))
        active = {name: work for name, work in works.items() if work.status == "active"}
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(active)
        for name, work in active.items():
            edges: list[tuple[str, dict[str, str | int]]] = [(other, {"kind": "soft"}) for other in work.enhanced_by]
            groups = enumerate(work.requires_any, start=1)
            edges += [(other, {"kind": "any", "group": number}) for number, group in groups for other in group]
            edges += [(other, {"kind": "all"}) for other in work.requires]
            self.graph.add_edges_from((other, name, kind) for other, kind in edges if other in active)
        self._resting: dict[tuple[str, ...], Mapping[str, list[str]]] = {}
        self.excluded = nx.Graph((name, other) for name, work in works.items() for other in work.excludes)

    def edges(self, kinds: Collection[str] = FIRM) -> list[tuple[str, str, str]]:
        """Return (prerequisite, work, kind) of every edge of these kinds, sorted."""
        return sorted(edge for edge in self.graph.edges(data="kind") if edge[2] in kinds)

    def closure(self, names: Iterable[str], kinds: Collection[str] = FIRM) -> set[str]:
        """Return the works and everything that they rest on, directly or not, through edges of these kinds."""
        rests = self._rests(tuple(kinds))
        found, waiting = set(), list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += rests.get(name, ())
        return found

    def _rests(self, kinds: tuple[str, ...]) -> Mapping[str, list[str]]:
        """Return work -> what it rests on directly; made once for each choice of kinds."""
        if kinds not in self._resting:
            rests: dict[str, list[str]] = {}
            for first, then, _ in self.edges(kinds):
                rests.setdefault(then, []).append(first)
            self._resting[kinds] = rests
        return self._resting[kinds]


@once_per_base
def work_graph(kb: KnowledgeBase) -> WorkGraph:
    """Return the graph of the base's works."""
    return WorkGraph(kb)
