"""Text in the columns of a terminal: measured, wrapped, filled up."""

from __future__ import annotations

import unicodedata


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
