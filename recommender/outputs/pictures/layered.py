"""Places for the boxes of a directed graph: layers from left to right, few crossings, no external program.

In: boxes with sizes, edges between them. Out: where each box stands and by which points each edge goes. The method is
the layered one of Sugiyama: layers by longest path, long edges cut by dummies, order within a layer by barycentres
(the best of a fixed number of sweeps), heights by least squares (pool adjacent violators). Same input, same picture.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]
Edge = tuple[str, str, str]
"""First box, then box, kind; edges of one kind from one box share their way until they part."""
_SWEEPS = 24
_HEIGHT_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Spacing:
    """Pixels between boxes: `across` layers, `between` boxes of a layer, `beside` lines that pass; `apart`: groups."""

    across: float = 64
    between: float = 14
    beside: float = 9
    apart: float = 30


@dataclass(slots=True)
class Layout:
    """`places`: upper left corner of each box; `routes`: the points of each edge, from box to box."""

    places: dict[str, Point] = field(default_factory=dict)
    routes: dict[Edge, list[Point]] = field(default_factory=dict)
    width: float = 0
    height: float = 0


def lay_out(
    boxes: Sequence[str], edges: Iterable[Edge], size: Point, spacing: Spacing = Spacing(), least: float = 0
) -> Layout:
    """Return a layout of equal boxes: connected ones by layers, groups below each other, single ones in rows below.

    Parameters
    ----------
    boxes
        Names in the order that settles ties.
    edges
        Between boxes, without a circle.
    size
        Width and height of a box.
    least
        Width that rows of single boxes may take at least.

    Raises
    ------
    ValueError
        If the edges run in a circle.
    """
    found = sorted(set(edges))
    layout = Layout()
    groups = _connected(boxes, found)
    for group in groups:
        if len(group) > 1:
            inside = set(group)
            _Group(group, [edge for edge in found if edge[0] in inside], size, spacing).place(layout)
    _rows([group[0] for group in groups if len(group) == 1], layout, size, spacing, least)
    return layout


def _rows(single: list[str], layout: Layout, size: Point, spacing: Spacing, least: float) -> None:
    """Place boxes without edges in rows below the rest, in columns of their own width."""
    if not single:
        return
    step = size[0] + 2 * spacing.between
    columns = max(1, int((max(layout.width, least) + 2 * spacing.between) // step))
    top = layout.height + (spacing.apart if layout.height else 0)
    for number, box in enumerate(single):
        layout.places[box] = (number % columns * step, top + number // columns * (size[1] + spacing.between))
    layout.width = max(layout.width, min(columns, len(single)) * step - 2 * spacing.between)
    layout.height = top + -(-len(single) // columns) * (size[1] + spacing.between) - spacing.between


def _connected(boxes: Sequence[str], edges: list[Edge]) -> list[list[str]]:
    """Return the groups of boxes that edges connect, larger ones first, each in the order given."""
    near: dict[str, list[str]] = {box: [] for box in boxes}
    for first, then, _ in edges:
        near[first].append(then)
        near[then].append(first)
    seen: set[str] = set()
    groups = []
    for box in boxes:
        if box in seen:
            continue
        seen.add(box)
        reached, waiting = {box}, [box]
        while waiting:
            for other in near[waiting.pop()]:
                if other not in reached:
                    reached.add(other)
                    waiting.append(other)
        seen |= reached
        groups.append([one for one in boxes if one in reached])
    return sorted(groups, key=lambda group: -len(group))


class _Group:
    """One connected group on its way to places; a dummy of an edge in a layer is a negative number."""

    def __init__(self, boxes: list[str], edges: list[Edge], size: Point, spacing: Spacing) -> None:
        self.edges, self.size, self.spacing = edges, size, spacing
        names: list[str | int] = [*boxes]
        self.layer_of = _layers(boxes, edges)
        self.chains: dict[Edge, list[str | int]] = {}
        layer: dict[str | int, int] = dict(self.layer_of.items())
        shared: dict[tuple[str, str, int], int] = {}
        for first, then, kind in edges:
            chain: list[str | int] = [first]
            for between in range(self.layer_of[first] + 1, self.layer_of[then]):
                if (first, kind, between) not in shared:
                    dummy = shared[first, kind, between] = -len(names)
                    names.append(dummy)
                    layer[dummy] = between
                chain.append(shared[first, kind, between])
            self.chains[first, then, kind] = [*chain, then]
        self.before: dict[str | int, list[str | int]] = {name: [] for name in names}
        self.after: dict[str | int, list[str | int]] = {name: [] for name in names}
        for one, other in dict.fromkeys(pair for chain in self.chains.values() for pair in pairwise(chain)):
            self.after[one].append(other)
            self.before[other].append(one)
        self.rows: list[list[str | int]] = [[] for _ in range(max(layer.values()) + 1)]
        for name in names:
            self.rows[layer[name]].append(name)

    def place(self, layout: Layout) -> None:
        """Add the group's places and routes to the layout, below what stands there."""
        self._order()
        middles = self._middles()
        top = layout.height + (self.spacing.apart if layout.height else 0)
        lowest = min(middles[name] - self._height(name) / 2 for row in self.rows for name in row)
        step = self.size[0] + self.spacing.across
        for number, row in enumerate(self.rows):
            for name in row:
                middles[name] += top - lowest
                if isinstance(name, str):
                    layout.places[name] = (number * step, middles[name] - self.size[1] / 2)
        for edge, chain in self.chains.items():
            start = self.layer_of[edge[0]]
            points = [(start * step + self.size[0], middles[chain[0]])]
            for number, dummy in enumerate(chain[1:-1], start + 1):
                points += [(number * step, middles[dummy]), (number * step + self.size[0], middles[dummy])]
            layout.routes[edge] = [*points, (self.layer_of[edge[1]] * step, middles[chain[-1]])]
        deepest = max(middles[name] + self._height(name) / 2 for row in self.rows for name in row)
        layout.width = max(layout.width, len(self.rows) * step - self.spacing.across)
        layout.height = deepest

    def _order(self) -> None:
        """Order each layer by the barycentres of its neighbours, sweeping to and fro; keep the least crossings."""
        best, kept = self._crossings(), [list(row) for row in self.rows]
        for sweep in range(_SWEEPS):
            downwards = sweep % 2 == 0
            near = self.before if downwards else self.after
            for number in range(len(self.rows)) if downwards else reversed(range(len(self.rows))):
                fixed = number - 1 if downwards else number + 1
                if not 0 <= fixed < len(self.rows):
                    continue
                place = {name: position for position, name in enumerate(self.rows[fixed])}
                row = self.rows[number]
                own = {name: position for position, name in enumerate(row)}
                row.sort(key=lambda name: _mean([place[other] for other in near[name]], own[name]))
            crossings = self._crossings()
            if crossings < best:
                best, kept = crossings, [list(row) for row in self.rows]
        self.rows = kept

    def _crossings(self) -> int:
        total = 0
        for upper, lower in pairwise(self.rows):
            place = {name: position for position, name in enumerate(lower)}
            ends: list[int] = []
            for name in upper:
                targets = sorted(place[other] for other in self.after[name])
                total += sum(len(ends) - bisect_right(ends, target) for target in targets)
                for target in targets:
                    insort(ends, target)
        return total

    def _height(self, name: str | int) -> float:
        return self.size[1] if isinstance(name, str) else 2.0

    def _middles(self) -> dict[str | int, float]:
        """Return the height of each box's middle: near its neighbours, in the order of its layer, none overlapping."""
        middles: dict[str | int, float] = {}
        for row in self.rows:
            for position, name in enumerate(row):
                middles[name] = position * (self.size[1] + self.spacing.between)
        for sweep in range(_HEIGHT_SWEEPS):
            rows = self.rows if sweep % 2 == 0 else self.rows[::-1]
            for row in rows:
                wanted = [self._wanted(name, middles, sweep) for name in row]
                weights = [1.0 if isinstance(name, str) else 3.0 for name in row]  # long edges run straight
                gaps = [self._gap(one, other) for one, other in pairwise(row)]
                middles.update(zip(row, spread(wanted, weights, gaps), strict=True))
        return middles

    def _wanted(self, name: str | int, middles: Mapping[str | int, float], sweep: int) -> float:
        near = self.before[name] + self.after[name]
        if sweep < _HEIGHT_SWEEPS - 2:
            near = (self.before[name] if sweep % 2 == 0 else self.after[name]) or near
        return _mean([middles[other] for other in near], middles[name])

    def _gap(self, one: str | int, other: str | int) -> float:
        boxes = isinstance(one, str) and isinstance(other, str)
        free = self.spacing.between if boxes else self.spacing.beside
        return (self._height(one) + self._height(other)) / 2 + free


def _layers(boxes: list[str], edges: list[Edge]) -> dict[str, int]:
    """Return the layer of each box, the longest way to it; a box without a way to it stands just before its first."""
    before: dict[str, list[str]] = {box: [] for box in boxes}
    after: dict[str, list[str]] = {box: [] for box in boxes}
    for first, then in sorted({edge[:2] for edge in edges}):
        before[then].append(first)
        after[first].append(then)
    waiting = {box: len(before[box]) for box in boxes}
    ready = [box for box in boxes if not waiting[box]]
    layers: dict[str, int] = {}
    for box in ready:
        layers[box] = max((layers[other] + 1 for other in before[box]), default=0)
        for other in after[box]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    if len(layers) < len(boxes):
        raise ValueError("the edges run in a circle")
    for box in boxes:
        if not before[box] and after[box]:
            layers[box] = min(layers[other] for other in after[box]) - 1
    return layers


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
