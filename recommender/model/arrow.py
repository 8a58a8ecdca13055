"""Tables as Arrow: the only place that knows pyarrow, which the extra `tables` brings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from recommender.language.errors import MissingExtraError, problem

ArrowType = Literal["string", "int64", "double", "bool", "list"]
"""Of a column; `list` is one of strings."""


@dataclass(frozen=True, slots=True)
class ArrowColumn:
    """A column: None among its values is missing; `about` stands in its metadata."""

    name: str
    kind: ArrowType
    values: Sequence[object]
    about: Mapping[str, str] = field(default_factory=dict)


def arrow_table(columns: Iterable[ArrowColumn], about: Mapping[str, str]) -> Any:
    """Return the columns as a `pyarrow.Table`, `about` in its metadata.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    """
    try:
        import pyarrow
    except ModuleNotFoundError:
        raise MissingExtraError([problem("", "no-extra", package="pyarrow", extra="tables")]) from None
    types = {
        "string": pyarrow.string(),
        "int64": pyarrow.int64(),
        "double": pyarrow.float64(),
        "bool": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    told = list(columns)
    fields = [pyarrow.field(column.name, types[column.kind], metadata=dict(column.about)) for column in told]
    arrays = [pyarrow.array(column.values, type=types[column.kind]) for column in told]
    return pyarrow.Table.from_arrays(arrays, schema=pyarrow.schema(fields, metadata=dict(about)))


def parquet(table: Any) -> bytes:
    """Return a `pyarrow.Table` as a Parquet file: the same table, the same bytes."""
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(table, file, compression="zstd")
    return file.getvalue()
