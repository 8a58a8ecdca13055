"""The plan of one village -> its workbook: which pages there are, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recommender.model.plan import Plan
from recommender.outputs.words import Words
from recommender.outputs.workbook.branches import branches
from recommender.outputs.workbook.money import earmarks, money, proposals
from recommender.outputs.workbook.open_points import left_out, questions
from recommender.outputs.workbook.pages import Page
from recommender.outputs.workbook.rkpdes import rkpdes, rpjmdes
from recommender.outputs.workbook.standing import coverage, findings
from recommender.outputs.workbook.writing import write_workbook


def make_workbook(plan: Plan, options: Mapping[str, Any], words: Words) -> bytes:
    """Return the workbook of a plan: RKPDes of each year, proposals, RPJMDes, money, findings, what is open, coverage.

    The same plan gives the same bytes; the file's date is that of the knowledge base.
    """
    name = plan.village.name or plan.village.code
    return write_workbook(
        pages_of(plan, options, words),
        title=f"{words.say('form.rkpdes')}: {name}",
        date=words.kb.about.date,
        lang=words.lang,
        page_words=words.say("sheet.page", page="{page}", count="{count}"),
    )


def pages_of(plan: Plan, options: Mapping[str, Any], words: Words) -> list[Page]:
    """Return the workbook's pages in their order."""
    years = plan_years(plan, options)
    pages = [rkpdes(plan, year, options, words) for year in years]
    pages += [proposals(plan, words), rpjmdes(plan, years, words), money(plan, options, words)]
    earmarked = earmarks(plan, options, words)
    pages += [earmarked] if earmarked else []
    branching = branches(plan, words)
    pages += [findings(plan, words), left_out(plan, words), questions(plan, words)]
    return [*pages, *([branching] if branching else []), coverage(plan, words)]


def plan_years(plan: Plan, options: Mapping[str, Any]) -> list[int]:
    """Return the years of the plan: those of its options, else those that its money and steps name."""
    if isinstance(options.get("start_year"), int) and isinstance(options.get("years"), int):
        years = set(range(options["start_year"], options["start_year"] + options["years"]))
    else:
        years = {row.year for row in plan.money}
    return sorted(years | {int(year) for step in plan.steps for year in step.cost.by_year} or {0})
