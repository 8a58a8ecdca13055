"""html: a page for each village, one that opens the pages of many, and one of a comparison (docs/page.md)."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(
    plan=Later("recommender.outputs.page.village_page:make_page"),
    index=Later("recommender.outputs.page.index_page:make_index"),
    comparison_file=Later("recommender.outputs.page.comparison.page:comparison_page"),
    comparison_folder=Later("recommender.outputs.page.comparison.page:comparison_folder"),
)
