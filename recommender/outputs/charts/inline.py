"""Vega's SVG -> a picture of the page: known elements and attributes only, no fonts, no classes, short numbers.

A page's policy forbids styles in attributes and anything from elsewhere; a reader wants a title and a description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from recommender.outputs.pictures import svg
from recommender.outputs.pictures.svg import Safe

_DRAWN = frozenset({"path", "line", "rect", "text", "tspan", "circle"})
_PLACES = ("d", "x", "y", "x1", "y1", "x2", "y2", "dy", "width", "height", "cx", "cy", "r", "transform")
_PAINTS = ("fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linejoin")
_LETTERS = ("text-anchor", "font-size", "font-weight")
_KEPT = frozenset((*_PLACES, *_PAINTS, *_LETTERS))
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_NOWHERE = re.compile(r"translate\(0,0\)")


def inline_picture(drawn: str, title: str, description: str, name: str) -> Safe:
    """Return the picture that Vega drew, as one of the page; `name` begins every id in it."""
    root = ElementTree.fromstring(drawn)
    width, height = (float(root.attrib[side]) for side in ("width", "height"))
    return svg.picture(width, height, title, description, *_children(root), name=name)


def _children(parent: ElementTree.Element) -> Iterator[Safe]:
    for child in parent:
        yield from _element(child)


def _element(element: ElementTree.Element) -> Iterator[Safe]:
    """Yield the element without what a page does not need; groups that move nothing give their content alone."""
    kind = element.tag.rpartition("}")[2]
    look = {key: _short(element.attrib[key]) for key in element.attrib if key in _KEPT}
    if _unseen(element, look):
        return
    if kind == "path":
        look.setdefault("fill", "none")
    if kind == "g":
        inside = list(_children(element))
        moved = {key: value for key, value in look.items() if key == "transform" and not _NOWHERE.fullmatch(value)}
        if inside and moved:
            yield svg.tag("g", *inside, **moved)
        else:
            yield from inside
    elif kind in _DRAWN:
        if _NOWHERE.fullmatch(look.get("transform", "")):
            del look["transform"]
        texts = [svg.escaped(element.text)] if element.text else []
        yield svg.tag(
            kind, *_title(element), *texts, *_children(element), **{k.replace("-", "_"): v for k, v in look.items()}
        )


def _unseen(element: ElementTree.Element, look: dict[str, str]) -> bool:
    """Return whether nothing of it can be seen: hidden labels, and the empty grounds of groups."""
    found = element.attrib
    ground = found.get("class") in ("background", "foreground") and "fill" not in found and "stroke" not in found
    blank = look.get("fill", "none") == "none" and "stroke" not in look and element.tag.endswith("path")
    return found.get("opacity") == "0" or found.get("display") == "none" or ground or blank


def _title(element: ElementTree.Element) -> list[Safe]:
    """Return what a mark says of itself when it is pointed at."""
    said = element.attrib.get("aria-label")
    return [svg.tag("title", said)] if said and element.attrib.get("role") == "graphics-symbol" else []


def _short(value: str) -> str:
    return _NUMBER.sub(lambda found: svg.value_of(float(found.group())), value)
