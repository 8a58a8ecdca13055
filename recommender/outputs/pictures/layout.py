"""Places for the boxes of a directed graph: layers from left to right, few crossings, boxes that never overlap.

In: boxes with sizes, edges between them. Out: where each box stands and by which points each edge goes. networkx knows
the graph, its connected parts and its layers (generations: the longest way to a box); its own layouts know neither the
size of a box nor what an arrow passes, so that the rest of Sugiyama's method is done here: long edges get a place in
every layer they pass, the order within a layer comes from barycentres (the best of a fixed number of sweeps), heights
from least squares (pool adjacent violators). Same input, same picture.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import networkx as nx

Point = tuple[float, float]
Link = tuple[str, str, str]
"""First box, then box, kind; links of one kind from one box share their way until they part."""
Place = str | tuple[str, str, int]
"""What stands in a layer: a box, or a link that passes (first box, kind, layer)."""
_SWEEPS = 24
_HEIGHT_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Spacing:
    """Pixels between boxes: `across` layers, `between` boxes of a layer, `beside` lines that pass; `apart`: parts."""

    across: float = 64
    between: float = 14
    beside: float = 9
    apart: float = 30


@dataclass(slots=True)
class Layout:
    """`places`: upper left corner of each box; `routes`: the points of each link, from box to box."""

    places: dict[str, Point] = field(default_factory=dict)
    routes: dict[Link, list[Point]] = field(default_factory=dict)
    width: float = 0
    height: float = 0


def lay_out(
    boxes: Sequence[str], links: Iterable[Link], size: Point, spacing: Spacing = Spacing(), least: float = 0
) -> Layout:
    """Return a layout of equal boxes: connected ones by layers, parts below each other, single ones in rows below.

    Parameters
    ----------
    boxes
        Names in the order that settles ties.
    links
        Between boxes, without a circle.
    size
        Width and height of a box.
    least
        Width that rows of single boxes may take at least.

    Raises
    ------
    ValueError
        If the links run in a circle.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from(boxes)
    graph.add_edges_from((first, then) for first, then, _ in links)
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError("the links run in a circle")
    order = {box: number for number, box in enumerate(boxes)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.weakly_connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    layout = Layout()
    found = sorted(set(links))
    for part in parts:
        if len(part) > 1:
            inside = set(part)
            _Part(part, [link for link in found if link[0] in inside], size, spacing).place(layout)
    _rows([part[0] for part in parts if len(part) == 1], layout, size, spacing, least)
    return layout


def _rows(single: list[str], layout: Layout, size: Point, spacing: Spacing, least: float) -> None:
    """Place boxes without links in rows below the rest, in columns of their own width."""
    if not single:
        return
    step = size[0] + 2 * spacing.between
    columns = max(1, int((max(layout.width, least) + 2 * spacing.between) // step))
    top = layout.height + (spacing.apart if layout.height else 0)
    for number, box in enumerate(single):
        layout.places[box] = (number % columns * step, top + number // columns * (size[1] + spacing.between))
    layout.width = max(layout.width, min(columns, len(single)) * step - 2 * spacing.between)
    layout.height = top + -(-len(single) // columns) * (size[1] + spacing.between) - spacing.between


class _Part:
    """Boxes that links connect, on their way to places."""

    def __init__(self, boxes: list[str], links: list[Link], size: Point, spacing: Spacing) -> None:
        self.size, self.spacing = size, spacing
        self.layers = _layers(boxes, links)
        self.chains: dict[Link, list[Place]] = {}
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(boxes)
        for first, then, kind in links:
            passed = range(self.layers[first] + 1, self.layers[then])
            self.chains[first, then, kind] = [first, *((first, kind, layer) for layer in passed), then]
            nx.add_path(self.graph, self.chains[first, then, kind])
        self.rows: list[list[Place]] = [[] for _ in range(max(self.layers.values()) + 1)]
        for place in self.graph:
            self.rows[self.layers[place] if isinstance(place, str) else place[2]].append(place)

    def place(self, layout: Layout) -> None:
        """Add the part's places and routes to the layout, below what stands there."""
        self._order()
        middles = self._middles()
        top = layout.height + (self.spacing.apart if layout.height else 0)
        top -= min(middles[place] - self._height(place) / 2 for place in self.graph)
        step = self.size[0] + self.spacing.across
        for number, row in enumerate(self.rows):
            for place in row:
                middles[place] += top
                if isinstance(place, str):
                    layout.places[place] = (number * step, middles[place] - self.size[1] / 2)
        for link, chain in self.chains.items():
            # From the right side of the first box, straight through every layer between, to the left side of the last.
            start = self.layers[link[0]]
            ends = [(start + n, middles[place]) for n, place in enumerate(chain)]
            points = [(number * step + side, y) for number, y in ends for side in (0, self.size[0])]
            layout.routes[link] = points[1:-1]
        layout.width = max(layout.width, len(self.rows) * step - self.spacing.across)
        layout.height = max(middles[place] + self._height(place) / 2 for place in self.graph)

    def _order(self) -> None:
        """Order each layer by the barycentres of its neighbours, sweeping to and fro; keep the least crossings."""
        best, kept = crossings(self.graph, self.rows), [list(row) for row in self.rows]
        for sweep in range(_SWEEPS):
            near = self.graph.pred if sweep % 2 == 0 else self.graph.succ
            rows = self.rows if sweep % 2 == 0 else self.rows[::-1]
            for fixed, row in pairwise(rows):
                beside = {place: position for position, place in enumerate(fixed)}
                own = {place: position for position, place in enumerate(row)}
                row.sort(key=lambda place: _mean([beside[other] for other in near[place]], own[place]))
            found = crossings(self.graph, self.rows)
            if found < best:
                best, kept = found, [list(row) for row in self.rows]
        self.rows = kept

    def _height(self, place: Place) -> float:
        return self.size[1] if isinstance(place, str) else 2.0

    def _middles(self) -> dict[Place, float]:
        """Return the height of each box's middle: near its neighbours, in the order of its layer, none overlapping."""
        middles: dict[Place, float] = {}
        for row in self.rows:
            for position, place in enumerate(row):
                middles[place] = position * (self.size[1] + self.spacing.between)
        for sweep in range(_HEIGHT_SWEEPS):
            for row in self.rows if sweep % 2 == 0 else self.rows[::-1]:
                wanted = [self._wanted(place, middles, sweep) for place in row]
                weights = [1.0 if isinstance(place, str) else 3.0 for place in row]  # long links run straight
                gaps = [self._gap(one, other) for one, other in pairwise(row)]
                middles.update(zip(row, spread(wanted, weights, gaps), strict=True))
        return middles

    def _wanted(self, place: Place, middles: Mapping[Place, float], sweep: int) -> float:
        """Return the height beside the neighbours: those of one side, at last those of both."""
        before, after = self.graph.pred[place], self.graph.succ[place]
        near = [*before, *after]
        if sweep < _HEIGHT_SWEEPS - 2:
            near = list(before if sweep % 2 == 0 else after) or near
        return _mean([middles[other] for other in near], middles[place])

    def _gap(self, one: Place, other: Place) -> float:
        boxes = isinstance(one, str) and isinstance(other, str)
        free = self.spacing.between if boxes else self.spacing.beside
        return (self._height(one) + self._height(other)) / 2 + free


def _layers(boxes: list[str], links: list[Link]) -> dict[str, int]:
    """Return the layer of each box, the longest way to it; a box without a way to it stands just before its first."""
    graph = nx.DiGraph((first, then) for first, then, _ in links)
    layers = {box: layer for layer, row in enumerate(nx.topological_generations(graph)) for box in row}
    for box in boxes:
        if not graph.pred[box]:
            layers[box] = min(layers[other] for other in graph.succ[box]) - 1
    return layers


def crossings(graph: nx.DiGraph, rows: Sequence[Sequence[Place]]) -> int:
    """Return how many pairs of edges between neighbouring rows cross, in the order of the rows."""
    total = 0
    for row, following in pairwise(rows):
        position = {place: number for number, place in enumerate(following)}
        ends: list[int] = []
        for place in row:
            targets = sorted(position[other] for other in graph.succ[place])
            total += sum(len(ends) - bisect_right(ends, target) for target in targets)
            for target in targets:
                insort(ends, target)
    return total


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def spread(wanted: Sequence[float], weights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Return the places nearest to the wanted ones (least weighted squares) that keep order and gaps.

    >>> spread([0, 0, 9], [1, 1, 1], [4, 4])
    [-2.0, 2.0, 9.0]
    """
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, float, int]] = []  # mean, weight, members
    for place, weight, offset in zip(wanted, weights, offsets, strict=False):
        mean, total, count = place - offset, weight, 1
        while pools and pools[-1][0] >= mean:
            other, more, members = pools.pop()
            mean = (mean * total + other * more) / (total + more)
            total, count = total + more, count + members
        pools.append((mean, total, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]
