"""Cells of tables in words: what a value of each kind of column is to people; identifiers get their names."""

from __future__ import annotations

from recommender.language.money import format_rupiah, format_short_rupiah
from recommender.language.numbers import decimal, number
from recommender.language.wording import has_term
from recommender.model.frames import Cell, Column, Frame
from recommender.outputs.words import Words

NOTHING = "–"
NUMBERS = frozenset({"count", "year", "rupiah", "share", "score", "index", "number"})
"""Kinds that stand at the right of a column."""


def title(column: Column, words: Words) -> str:
    return words.term("column-title", column.name)


def meaning(column: Column, words: Words) -> str:
    return words.term("column-meaning", column.name)


def cell(value: Cell, column: Column, words: Words, *, short_money: bool = False) -> str:
    """Return a value in words; `–` of what is missing."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return words.say("yes" if value else "no")
    if isinstance(value, int | float):
        return _number(value, column, words, short_money)
    return _name(value, column, words)


def _number(value: float, column: Column, words: Words, short_money: bool) -> str:
    if column.kind == "rupiah":
        return (format_short_rupiah if short_money else format_rupiah)(int(value), words.lang)
    if column.kind == "share":
        return words.percent(value)
    if column.kind in ("score", "index"):
        return decimal(value, 2 if column.kind == "score" else 4, words.lang)
    return str(value) if column.kind == "year" else number(value, words.lang)


def _name(value: str, column: Column, words: Words) -> str:
    """Return what an identifier of the column's kind is called."""
    match column.kind:
        case "work" | "rule" | "indicator" | "fact":
            return words.name(value, column.kind)
        case "source":
            return words.source(value)
        case "dimension":
            return words.dimension(value)
        case "framework":
            return words.framework(value)
        case "class":
            return class_name(value, words)
        case "executor" | "addressee":
            return words.addressee(value, value)
        case "reason":
            return words.term("reason", value) if has_term("reason", value) else value
        case "word":
            return words.term(column.words, value) if has_term(column.words, value) else value
        case _:
            return value


def class_name(slug: str, words: Words) -> str:
    """Return what a class is called in the first index that has it."""
    for name, framework in sorted(words.kb.frameworks.items()):
        if any(noun.slug == slug for noun in framework.classes):
            return words.index_class(name, slug)
    return slug


def text_rows(frame: Frame, words: Words) -> list[tuple[str, ...]]:
    """Return all rows in words."""
    return [
        tuple(cell(value, column, words) for value, column in zip(row, frame.columns, strict=True))
        for row in frame.rows
    ]
