"""xlsx: a workbook of the forms that an office hands in, one for each village, or one of a comparison
(docs/workbook.md, docs/compare.md)."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(
    plan=Later("recommender.outputs.workbook.maker:make_workbook"),
    comparison_file=Later("recommender.outputs.workbook.compared:make_comparison"),
    contrasts=True,
    is_text=False,
)
