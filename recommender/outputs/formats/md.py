"""md: Markdown, with the same content as the table; of many villages every plan in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.outputs.registry import Compared, Format, Plans, Report

if TYPE_CHECKING:
    from recommender.outputs.terminal import Screen


def _report(report: Report, _: Screen) -> str:
    from recommender.outputs.markdown import render_markdown

    return render_markdown(list(report.blocks()))


def _plans(plans: Plans) -> Iterator[str]:
    from recommender.outputs.markdown import render_markdown
    from recommender.outputs.sections.plan import document_blocks

    yield render_markdown(list(document_blocks(plans.document(), plans.words)))


def _comparison(compared: Compared) -> str:
    from recommender.outputs.markdown import render_markdown
    from recommender.outputs.sections.comparison import comparison_blocks

    return render_markdown(list(comparison_blocks(compared.found, compared.words)))


FORMAT = Format(reports=_report, plans=_plans, comparison=_comparison)
