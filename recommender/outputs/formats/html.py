"""html: a page for each village, and one that opens the pages of many (docs/page.md)."""

from __future__ import annotations

from recommender.outputs.registry import Format, Later

FORMAT = Format(
    plan=Later("recommender.outputs.page.village_page:make_page"),
    index=Later("recommender.outputs.page.index_page:make_index"),
)
