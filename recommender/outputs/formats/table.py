"""table: text for a terminal; of many villages a summary, a row a village."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.outputs.registry import Compared, Format, Plans, Report

if TYPE_CHECKING:
    from recommender.outputs.terminal import Screen


def _report(report: Report, screen: Screen) -> str:
    from recommender.outputs.terminal import render

    return render(list(report.blocks()), screen)


def _plans(plans: Plans) -> Iterator[str]:
    from recommender.outputs.sections.plan import document_blocks
    from recommender.outputs.sections.summary import FULL_PLANS, summary_blocks
    from recommender.outputs.terminal import render

    document = plans.document()
    blocks = document_blocks if len(document.plans) <= FULL_PLANS else summary_blocks
    yield render(list(blocks(document, plans.words)), plans.screen)


def _comparison(compared: Compared) -> str:
    from recommender.outputs.sections.comparison import comparison_blocks
    from recommender.outputs.terminal import render

    return render(list(comparison_blocks(compared.found, compared.words)), compared.screen)


FORMAT = Format(reports=_report, plans=_plans, comparison=_comparison)
