"""json: one document, for programs; plans as docs/plan-document.md describes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recommender.outputs.registry import Compared, Format, Plans, Report

if TYPE_CHECKING:
    from recommender.outputs.terminal import Screen


def _report(report: Report, _: Screen) -> str:
    from recommender.outputs.json_text import dump

    return dump(report.data())


def _plans(plans: Plans) -> Iterator[str]:
    from recommender.pipeline.documents import to_json

    yield to_json(plans.document())


def _comparison(compared: Compared) -> str:
    from recommender.outputs.json_text import dump
    from recommender.outputs.sections.comparison import comparison_data

    return dump(comparison_data(compared.found))


FORMAT = Format(reports=_report, plans=_plans, comparison=_comparison)
