"""The dependency graph of interventions (networkx): order, cycles, closures, and what a picture of it needs.

Edges run from a prerequisite to the work that rests on it; `kind` is `all` (hard), `any` (one of a group, numbered) or
`soft` (better after). networkx is imported on first use: planning a village does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from recommender.model.knowledge import Intervention

if TYPE_CHECKING:
    import networkx as nx


def dependency_graph(interventions: Mapping[str, Intervention], soft: bool = False) -> nx.DiGraph:
    """Return the graph of all active works; with `soft`, "better after" edges too."""
    import networkx as nx

    graph = nx.DiGraph()
    active = {name: work for name, work in sorted(interventions.items()) if work.status == "active"}
    graph.add_nodes_from(active)
    for name, work in active.items():
        if soft:
            graph.add_edges_from((other, name, {"kind": "soft"}) for other in work.enhanced_by if other in active)
        for number, group in enumerate(work.requires_any, start=1):
            graph.add_edges_from((o, name, {"kind": "any", "group": number}) for o in group if o in active)
        graph.add_edges_from((other, name, {"kind": "all"}) for other in work.requires if other in active)
    return graph


def cycles(interventions: Mapping[str, Intervention]) -> list[list[str]]:
    """Return the cycles among prerequisites, each from its least name, sorted; empty in a sound base."""
    import networkx as nx

    found = []
    for cycle in nx.simple_cycles(dependency_graph(interventions)):
        least = cycle.index(min(cycle))
        found.append(cycle[least:] + cycle[:least])
    return sorted(found)


def closure(interventions: Mapping[str, Intervention], names: Iterable[str]) -> set[str]:
    """Return the works and everything that they may rest on, through hard and any-of edges."""
    import networkx as nx

    graph = dependency_graph(interventions)
    found = set(names)
    for name in list(found):
        found |= nx.ancestors(graph, name)
    return found


def order(interventions: Mapping[str, Intervention], names: Iterable[str]) -> list[str]:
    """Return the works in an order in which every prerequisite comes first; of equals the least name first."""
    import networkx as nx

    graph = dependency_graph(interventions).subgraph(names)
    return list(nx.lexicographical_topological_sort(graph))
