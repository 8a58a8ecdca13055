"""What all sections of the page share: the comparison, names of groups, links to villages' pages, looks of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from recommender.language.money import format_short_rupiah
from recommender.model.frames import Frame
from recommender.outputs.charts.inline import inline_picture
from recommender.outputs.charts.rows import NARROW, WIDE, Room, Spec
from recommender.outputs.charts.vega import vega_svg
from recommender.outputs.pictures import palette, svg
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.sections.frames import group_names
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison
from recommender.verbs.comparing.grouping import class_cells, class_rank, village_key

DRAWN = 24  # groups that a picture shows; where there are more it shows all villages together
Maker = Callable[[Room], Spec]


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands for something in a picture: a box of a colour, a mark, a line."""

    said: str
    colour: str
    shape: str = "box"
    dashes: str = ""

    @property
    def sample(self) -> Safe:
        return svg.tag(
            "svg", self._drawn(), viewBox="0 0 24 14", width=24, height=14, aria_hidden="true", focusable="false"
        )

    def _drawn(self) -> Safe:
        paper: dict[str, str | float | None] = {"fill": self.colour}
        match self.shape:
            case "box":
                return svg.tag("rect", x=1, y=1, width=22, height=12, stroke=palette.EDGE, stroke_width=0.8, **paper)
            case "span":
                return svg.tag("rect", x=0, y=4, width=24, height=6, rx=3, **paper)
            case "stroke":
                return svg.tag("rect", x=11, y=0, width=2.5, height=14, **paper)
            case "line-circle" | "line-square" | "line-triangle-up":
                way = svg.path(
                    "M", 0, 7, "H", 24, stroke=self.colour, stroke_width=2, stroke_dasharray=self.dashes or None
                )
                return svg.joined(way, _mark(self.shape.removeprefix("line-"), self.colour))
            case _:
                return _mark(self.shape, self.colour)


def _mark(shape: str, colour: str) -> Safe:
    match shape:
        case "square":
            return svg.tag("rect", x=8, y=3, width=8, height=8, fill=colour)
        case "diamond":
            return svg.path("M", 12, 1, "L", 17, 7, "L", 12, 13, "L", 7, 7, "z", fill=colour)
        case "triangle-up":
            return svg.path("M", 12, 2, "L", 17, 12, "L", 7, 12, "z", fill=colour)
        case _:
            return svg.tag("circle", cx=12, cy=7, r=4.5, fill=colour)


@dataclass(frozen=True, slots=True)
class Figure:
    """Pictures of one caption: `drawn` of (wide, narrow), or `panels` of (heading, picture) beside each other."""

    caption: str
    signs: tuple[Sign, ...] = ()
    drawn: tuple[Safe, Safe] | None = None
    panels: tuple[tuple[str, Safe], ...] = ()


@dataclass(frozen=True)
class View:
    """`pages`: village code and scheme -> the file of its page; empty where the page stands alone. `hands_on`: money
    that a year leaves is there again in the next."""

    found: Comparison
    words: Words
    pages: Mapping[tuple[str, str], str]
    hands_on: bool = False

    @cached_property
    def names(self) -> list[str]:
        return group_names(self.found, self.words)

    @property
    def by(self) -> tuple[str, ...]:
        return self.found.scope.grouping.by

    @property
    def several(self) -> bool:
        """Whether groups are drawn one by one: there are several, and not too many."""
        return 1 < len(self.names) <= DRAWN

    @cached_property
    def villages(self) -> dict[str, str]:
        """Code -> name of each village."""
        return {p.village.code: p.village.name.strip() or p.village.code for p in self.found.scope.plans}

    @cached_property
    def keys(self) -> dict[str, list[tuple[str, str]]]:
        """Code as written -> the villages that bear it, in one list of codes or in two."""
        found: dict[str, list[tuple[str, str]]] = {}
        for plan in self.found.scope.plans:
            found.setdefault(plan.village.code, []).append(village_key(plan))
        return found

    @cached_property
    def indexes(self) -> list[str]:
        """The indexes by which the villages are measured."""
        return sorted({plan.data.framework for plan in self.found.scope.plans if plan.data.framework})

    @property
    def of_index(self) -> Callable[[str, str], str]:
        """Return what says of which index something is, where there are several."""
        if len(self.indexes) < 2:
            return lambda text, framework: text
        return lambda text, framework: f"{text} ({self.words.framework(framework)})"

    def colour_of(self, word: str) -> str:
        """Return the colour of a class, `index/class`: by its place in its index; white of none."""
        framework, slug = class_cells(word)
        known = self.words.kb.frameworks.get(framework or "")
        places = [noun.slug for noun in known.classes] if known else []
        return palette.ladder(places.index(slug)) if slug in places else palette.PAPER

    def class_name(self, word: str) -> str:
        """Return what a class is called, with its index where there are several."""
        framework, slug = class_cells(word)
        if framework is None or slug is None:
            return self.words.say("compare-unknown")
        return self.of_index(self.words.index_class(framework, slug), framework)

    def in_order(self, classes: Iterable[str]) -> list[str]:
        """Return classes from the lowest of each index, the unknown last, each once."""
        return sorted(set(classes), key=class_rank(self.found.scope.kb))

    def classes_signs(self, classes: Iterable[str]) -> tuple[Sign, ...]:
        return tuple(Sign(self.class_name(word), self.colour_of(word)) for word in classes)

    def rows_of(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield each row of a table of groups: name of the group, and the row as column -> value."""
        frame = self.found[name]
        width = len(self.found.scope.grouping.columns)
        named = {self.found.scope.cells(g): n for g, n in zip(self.found.scope.groups, self.names, strict=True)}
        several = self.words.say("compare-several")
        for row, record in zip(frame.rows, frame.records(), strict=True):
            yield several if record.get("several_groups") else named[row[:width]], record

    def overall(self, name: str) -> Frame:
        return self.found.overall[name]

    def short(self, amount: float | None) -> str:
        return format_short_rupiah(int(amount or 0), self.words.lang)

    def both(self, caption: str, seen: str, maker: Maker, name: str, signs: Sequence[Sign] = ()) -> Figure:
        """Return a figure drawn for wide screens and for telephones; `seen` is its description."""
        wide, narrow = (
            self._picture(maker(room), caption, seen, f"{name}-{end}")
            for room, end in ((WIDE, "wide"), (NARROW, "narrow"))
        )
        return Figure(caption, tuple(signs), (wide, narrow))

    def beside(
        self, caption: str, panels: Sequence[tuple[str, str, Spec]], name: str, signs: Sequence[Sign] = ()
    ) -> Figure:
        """Return a figure of small pictures beside each other: (heading, description, specification)."""
        made = tuple(
            (heading, self._picture(spec, f"{caption}: {heading}" if heading else caption, seen, f"{name}-{number}"))
            for number, (heading, seen, spec) in enumerate(panels, 1)
        )
        return Figure(caption, tuple(signs), panels=made)

    def _picture(self, spec: Spec, title: str, description: str, name: str) -> Safe:
        return inline_picture(vega_svg(spec, self.words.lang), title, description, name)


def money_unit(largest: float, words: Words) -> tuple[float, str]:
    """Return by how much amounts are divided for an axis, and what it is called."""
    if largest >= 1e12:
        return 1e12, words.say("unit-trillion")
    if largest >= 1e9:
        return 1e9, words.say("unit-billion")
    return 1e6, words.say("unit-million")
