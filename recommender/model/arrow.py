"""Tables as Arrow: the only place that knows pyarrow, which the extra `tables` brings."""

from __future__ import annotations

import io
from typing import Any

from recommender.language.errors import MissingExtraError, problem
from recommender.model.frames import ARROW_TYPES, Frame


def arrow_table(frame: Frame) -> Any:
    """Return the table as a `pyarrow.Table`, a column each, types as `ARROW_TYPES` has them.

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
    fields = [pyarrow.field(column.name, types[ARROW_TYPES.get(column.kind, "string")]) for column in frame.columns]
    columns = [pyarrow.array([row[place] for row in frame.rows], type=field.type) for place, field in enumerate(fields)]
    return pyarrow.Table.from_arrays(columns, schema=pyarrow.schema(fields))


def parquet(frame: Frame) -> bytes:
    """Return the table as a Parquet file: the same table, the same bytes.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    """
    table = arrow_table(frame)
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(table, file, compression="zstd")
    return file.getvalue()
