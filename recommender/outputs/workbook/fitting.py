"""How high a row must be: a spreadsheet does not grow a row for wrapped text that it was handed, so it is measured.

Letters are as wide as those of Arial and of the fonts made to its measure, which the workbook asks for; what has no
entry (accents, other scripts) counts as a wide letter. A little is added, since screens round each letter.
"""

from __future__ import annotations

import unicodedata
from math import ceil

LINE = 11.6  # points of a line of the body's font
_PADDING = 4.0
_HIGHEST = 409.0  # points; no spreadsheet has higher rows
_DIGIT, _FRAME = 7, 5  # pixels: a digit of the default font, by which columns count, and what a column adds
_EM = 12  # pixels of the body's font, 9 points
_ROUNDING, _BOLD = 1.08, 1.08
# Thousandths of the font's size, from the space (32) on
_WIDTHS = (
    [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278]
    + [556] * 10
    + [278, 278, 584, 584, 584, 556, 1015]
    + [667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833]
    + [722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611]
    + [278, 278, 278, 469, 556, 333]
    + [556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833]
    + [556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500]
    + [334, 260, 334, 584]
)
_WIDE, _DOUBLE = 620, 1050


def lines_needed(text: str, columns: float, bold: bool = False) -> int:
    """Return how many lines the text takes in a column of that width; a word that is too long is broken.

    >>> lines_needed("Sumber air minum tidak layak", 12), lines_needed("satu\\ndua", 12)
    (3, 2)
    """
    room = (columns * _DIGIT + _FRAME - 6) * 1000 / (_EM * _ROUNDING * (_BOLD if bold else 1.0))
    return sum(_lines(paragraph, room) for paragraph in text.split("\n"))


def _lines(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        size = sum(_letter(letter) for letter in word)
        if used and used + _WIDTHS[0] + size > room:
            lines, used = lines + 1, 0.0
        used += size + (_WIDTHS[0] if used else 0)
        if used > room:
            lines += ceil(used / room) - 1
            used %= room
    return lines


def _letter(letter: str) -> int:
    place = ord(letter) - 32
    if 0 <= place < len(_WIDTHS):
        return _WIDTHS[place]
    if unicodedata.combining(letter):
        return 0
    return _DOUBLE if unicodedata.east_asian_width(letter) in "WF" else _WIDE


def height(lines: int) -> float:
    """Return the height of a row of so many lines, in points."""
    return min(_HIGHEST, lines * LINE + _PADDING)
