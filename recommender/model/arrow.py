"""Tables as Arrow: the only place that knows pyarrow, which the extra `tables` brings."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from recommender.language.errors import MissingExtraError, problem

ArrowType = Literal["string", "int64", "double", "bool", "list"]
"""Of a column; `list` is one of strings."""


def arrow_table(columns: Iterable[tuple[str, ArrowType, Sequence[object]]]) -> Any:
    """Return the columns (name, type, values; None is missing) as a `pyarrow.Table`.

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
    arrays = [pyarrow.array(values, type=types[kind]) for _, kind, values in told]
    return pyarrow.Table.from_arrays(arrays, names=[name for name, _, _ in told])


def parquet(table: Any) -> bytes:
    """Return a `pyarrow.Table` as a Parquet file: the same table, the same bytes."""
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(table, file, compression="zstd")
    return file.getvalue()
