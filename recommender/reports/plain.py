"""Text from outside made harmless, and its width in a terminal.

Names come from files that anybody may have written: a control character in one could rewrite the reader's screen, turn
the direction of a line or start a formula in a spreadsheet.
"""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls (with the terminal's escape and its 8-bit twin), line and paragraph separators, marks that turn
# the direction of text, zero-width characters, and lone surrogates, which no encoding can write.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# A whole escape sequence leaves nothing behind, not its letters.
_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)
_BLANK = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """Return the text on one line, without escape sequences, controls and marks that turn its direction.

    >>> plain("Suka\\x1b[31mmaju\\nDua")
    'Sukamaju Dua'
    """
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub("", _BLANK.sub(" ", _ESCAPE.sub("", text)))


def width(text: str) -> int:
    """Return how many columns the text takes in a terminal: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def wrap(text: str, columns: int) -> list[str]:
    """Return the text in lines of at most so many columns, broken at blanks; a longer word keeps a line of its own.

    Codes and amounts hold no blank, so they are never broken.

    >>> wrap("Sumber air minum tidak layak", 12)
    ['Sumber air', 'minum tidak', 'layak']
    """
    lines: list[str] = []
    current, used = "", 0
    for word in text.split():
        size = width(word)
        if current and used + 1 + size > columns:
            lines.append(current)
            current, used = word, size
        else:
            current = f"{current} {word}" if current else word
            used += size + (1 if used else 0)
    return [*lines, current] if current else lines or [""]


def pad(text: str, columns: int, right: bool = False) -> str:
    """Return the text filled with blanks to so many columns, at its right or (`right`) its left."""
    filling = " " * max(0, columns - width(text))
    return filling + text if right else text + filling
