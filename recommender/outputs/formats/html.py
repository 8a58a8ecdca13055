"""html: a page for each village, and one that opens the pages of many (docs/page.md)."""

from __future__ import annotations

from recommender.outputs.registry import Format, later

FORMAT = Format(
    plan=later("recommender.outputs.page.village_page:make_page"),
    index=later("recommender.outputs.page.index_page:make_index"),
)
