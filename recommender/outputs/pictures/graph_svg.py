"""The prerequisites between works as one SVG file: coloured and numbered by dimension, with a legend."""

from __future__ import annotations

from recommender.language.wording import say, term
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.pictures import palette
from recommender.outputs.pictures.graph_drawing import Box, BoxStyle, draw
from recommender.outputs.pictures.graph_picture import edges, works_shown

_KINDS = ("all", "any", "soft", "excludes")
_WIDTH_ALONE = 1400.0


def svg(kb: KnowledgeBase, intervention: str | None, lang: str) -> str:
    """Return the picture: all active works, or one with everything that it may rest on."""
    works = works_shown(kb, intervention)
    found = edges(kb, works)
    dimensions = list(kb.dimensions)
    styles = {name: _style(number) for number, name in enumerate(dimensions)}
    other = _style(len(dimensions))
    works.sort(key=lambda name: (_place(kb, name, dimensions), name))
    boxes = [
        Box(name, work.name.in_language(lang), styles.get(work.dimension, other), f"({name})")
        for name, work in ((name, kb.interventions[name]) for name in works)
    ]
    used = {kb.interventions[name].dimension for name in works}
    drawn = draw(
        boxes,
        found,
        [(styles[name], kb.dimensions[name].name.in_language(lang)) for name in dimensions if name in used],
        [(kind, term(lang, "edge", kind)) for kind in _KINDS if any(edge[2] == kind for edge in found)],
        _title(kb, intervention, lang),
        say(lang, "graph.description", works=len(works), edges=len(found)),
        name="graph",
        width=190,
        least=_WIDTH_ALONE if intervention is None else 560,
        alone=True,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'


def _title(kb: KnowledgeBase, intervention: str | None, lang: str) -> str:
    if intervention is None:
        return say(lang, "graph.title")
    return say(lang, "graph.title-one", name=kb.interventions[intervention].name.in_language(lang))


def _place(kb: KnowledgeBase, name: str, dimensions: list[str]) -> int:
    dimension = kb.interventions[name].dimension
    return dimensions.index(dimension) if dimension in dimensions else len(dimensions)


def _style(number: int) -> BoxStyle:
    colour = palette.series(number)
    return BoxStyle(palette.tint(colour), colour, str(number + 1))
