"""The tables of a comparison as files for programs: a file a table, and `columns`, the dictionary of all of them."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.language.wording import LANGUAGES, term
from recommender.model.frames import ARROW_TYPES, Cell, Column, Frame
from recommender.outputs.csv_lines import CsvCell, csv_line
from recommender.outputs.words import Words
from recommender.verbs.comparing.comparison import Comparison

SEPARATOR = ";"  # between the values of one cell


def csv_tables(found: Comparison, words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each table: identifiers and plain numbers, several values parted by `;`."""
    for frame in (*found.frames.values(), dictionary(found)):
        lines = [csv_line(column.name for column in frame.columns)]
        lines += [csv_line(map(_csv_cell, row)) for row in frame.rows]
        yield f"{frame.name}.csv", "".join(lines).encode()


def parquet_tables(found: Comparison, words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each table, typed as `ARROW_TYPES` says.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    """
    from recommender.model.arrow import parquet

    for frame in (*found.frames.values(), dictionary(found)):
        yield f"{frame.name}.parquet", parquet(frame.to_arrow())


def dictionary(found: Comparison) -> Frame:
    """Return what each column of each table is: its type, title and meaning in both languages."""
    names = ("table", "column", "kind", "type", "title_id", "title_en", "meaning_id", "meaning_en")
    rows: list[tuple[Cell, ...]] = []
    for frame in found.frames.values():
        for column in frame.columns:
            titles = [term(lang, "column-title", column.name) for lang in LANGUAGES]
            meanings = [term(lang, "column-meaning", column.name) for lang in LANGUAGES]
            rows.append(
                (frame.name, column.name, column.kind, ARROW_TYPES.get(column.kind, "string"), *titles, *meanings)
            )
    return Frame("columns", tuple(Column(name) for name in names), tuple(rows))


def _csv_cell(value: Cell) -> CsvCell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return SEPARATOR.join(value) if isinstance(value, tuple) else value
