"""parquet: the tables of a comparison, a file each, and one that says what their columns are."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.outputs.registry import Compared, Format


def _tables(compared: Compared) -> Iterator[tuple[str, bytes]]:
    from recommender.outputs.sections.tables import parquet_tables

    yield from parquet_tables(compared.found, compared.words)


FORMAT = Format(comparison_folder=_tables, is_text=False)
