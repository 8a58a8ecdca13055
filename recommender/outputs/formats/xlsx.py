"""xlsx: a workbook of the forms that an office hands in, one for each village (docs/workbook.md)."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(plan=Later("recommender.outputs.workbook.maker:make_workbook"), is_text=False)
