"""Pieces of SVG and HTML: elements whose text and attributes are escaped, and how wide a text is likely to be.

A picture cannot ask the reader's machine how wide its letters are, so widths are estimated, rather too wide than too
narrow. Only presentation attributes are written: a strict content-security policy forbids `style`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from recommender.language.harmless import plain
from recommender.outputs.pictures import palette

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
# No XML file may hold these, escaped or not; the other forbidden ones are controls, which `plain` removes.
_NO_XML = re.compile("[\ufffe\uffff]")
# Share of the letter size that letters take, by group: between the usual fonts of screens, a little wide.
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!` ", 0.3),
    **dict.fromkeys('ftrI()[]{}-/\\"“”‘’', 0.38),
    **dict.fromkeys("mwMW@%—", 0.92),
}
_OTHER, _CAPITAL, _WIDE = 0.58, 0.7, 1.05
_ELLIPSIS = "…"
BROAD = 1.13
"""Some screens have letters so much broader than estimated: for names that nothing may cut."""
Attributes = dict[str, str | float | None]


class Safe(str):
    """Text that is markup already: written as it is, also by the templates."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def escaped(text: str) -> Safe:
    """Return text from outside so that it stands in an element or an attribute and can do nothing else there.

    >>> escaped('"><img onerror=x>')
    '&quot;&gt;&lt;img onerror=x&gt;'
    """
    return Safe(escape(clean(text), quote=True))


def clean(text: str) -> str:
    """Return the text without what no page or picture may hold: controls, marks that turn it, what XML forbids."""
    return _NO_XML.sub("", plain(text))


def joined(*pieces: Safe) -> Safe:
    return Safe("".join(pieces))


def tag(name: str, *inside: str, **attributes: str | float | None) -> Safe:
    """Return an element; text inside is escaped unless it is `Safe`, attributes that are None are left out.

    In attribute names `_` stands for `-`; one at the end keeps the name from Python (`class_`).

    >>> tag("text", "a < b", x=1.25, text_anchor="end", class_=None)
    '<text x="1.2" text-anchor="end">a &lt; b</text>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{value_of(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(piece if isinstance(piece, Safe) else escaped(piece) for piece in inside)
    return Safe(f"<{name}{written}>{content}</{name}>" if inside else f"<{name}{written}/>")


def value_of(value: str | float) -> str:
    """Return an attribute's value: numbers with at most one decimal, text escaped."""
    if isinstance(value, str):
        return value if isinstance(value, Safe) else escaped(value)
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def path(*pieces: str | float, **look: str | float | None) -> Safe:
    """Return a line along letters and numbers of SVG's own path language; not filled unless its look says so.

    >>> path("M", 1, 2.55, "H", 30, stroke="#000000")
    '<path d="M1 2.5H30" fill="none" stroke="#000000"/>'
    """
    written = ""
    for piece, following in zip(pieces, (*pieces[1:], ""), strict=True):
        written += piece if isinstance(piece, str) else value_of(piece)
        written += "" if isinstance(piece, str) or isinstance(following, str) else " "
    return tag("path", d=written, **{"fill": "none", **look})


def text_width(text: str, size: float) -> float:
    """Return how many pixels the text takes at a letter size, estimated."""
    total = 0.0
    for letter in text:
        if letter in _WIDTHS:
            total += _WIDTHS[letter]
        elif unicodedata.combining(letter):
            continue
        elif unicodedata.east_asian_width(letter) in "WF":
            total += _WIDE
        else:
            total += _CAPITAL if letter.isupper() else _OTHER
    return total * size


def text_lines(text: str, width: float, size: float, most: int) -> list[str]:
    """Return the text in at most so many lines that fit the width, broken at blanks, the last one cut with `…`.

    >>> text_lines("Sumber air minum tidak layak", 80, 10, 2)
    ['Sumber air', 'minum tidak…']
    """
    lines: list[str] = []
    current = ""
    for word in plain(text).split():
        longer = f"{current} {word}" if current else word
        if not current or text_width(longer, size) <= width:
            current = longer
        else:
            lines.append(current)
            current = word
    lines.append(current)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]}{_ELLIPSIS}"]
    return [_cut(line, width, size) for line in lines]


def _cut(line: str, width: float, size: float) -> str:
    """Return the line, shortened with `…` where a single word is wider than the room."""
    if text_width(line, size) <= width:
        return line
    kept = line.removesuffix(_ELLIPSIS)
    while kept and text_width(kept + _ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def picture(
    width: float, height: float, title: str, description: str, *content: Safe, name: str, alone: bool = False
) -> Safe:
    """Return an `<svg>` with title and description for those who do not see it.

    Parameters
    ----------
    name
        Start of every `id` in the picture: unique on a page.
    alone
        A file of its own, as wide as drawn; on a page the style sheet says how wide it is shown.
    """
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", description, id=f"{name}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {value_of(width)} {value_of(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONT if alone else None,
        class_=None if alone else "picture",
    )


def arrow_head(name: str, colour: str) -> Safe:
    """Return the definition of an arrow's head that a line names as `marker_end`."""
    head = tag("path", d="M0 0L8 4L0 8z", fill=colour)
    return tag("marker", head, id=name, viewBox="0 0 8 8", refX=8, refY=4, markerWidth=7, markerHeight=7, orient="auto")


@dataclass(frozen=True, slots=True)
class Legend:
    """Samples with words beside them, from left to right in as many rows as fit.

    `text` and `after`: pixels from a sample's left to its words, and behind them; `base`: the words' base line below
    the top of a row; `row`: the height of a row.
    """

    left: float
    right: float
    top: float
    size: float
    text: float
    after: float
    base: float
    row: float
    colour: str = palette.INK

    def draw(self, samples: Iterable[tuple[Callable[[float, float], Safe], str]]) -> tuple[Safe, float]:
        """Return the legend, and the top of its last row; a sample is drawn at an x and the top of a row."""
        pieces: list[Safe] = []
        x, y = self.left, self.top
        for sample, said in samples:
            words = text_lines(said, self.right - self.left - self.text, self.size, 1)[0]
            needed = self.text + text_width(words, self.size) + self.after
            if x > self.left and x + needed > self.right:
                x, y = self.left, y + self.row
            pieces += [sample(x, y), write(words, x + self.text, y + self.base, self.size, self.colour)]
            x += needed
        return joined(*pieces), y


def write(text: str, x: float, y: float, size: float, colour: str, **more: str | float | None) -> Safe:
    """Return a line of text whose base line starts at x, y."""
    return tag("text", text, x=x, y=y, font_size=size, fill=colour, **more)
