"""The plan of one village -> its workbook: which pages there are, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recommender.model.plan import Plan
from recommender.outputs.words import Words
from recommender.outputs.workbook.grounds import grounds
from recommender.outputs.workbook.money import earmarks, money, rules
from recommender.outputs.workbook.open_points import left_out, questions
from recommender.outputs.workbook.pages import Page
from recommender.outputs.workbook.proposals import letters, proposals
from recommender.outputs.workbook.rkpdes import rkpdes, rpjmdes
from recommender.outputs.workbook.standing import coverage, findings
from recommender.outputs.workbook.writing import write_workbook


def make_workbook(plan: Plan, options: Mapping[str, Any], words: Words) -> bytes:
    """Return the workbook of a plan: the forms, their grounds, money, findings, what is open, coverage.

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
    pages: list[Page | None] = [rkpdes(plan, year, options, words) for year in years]
    pages += [letters(plan, words), proposals(plan, words), rpjmdes(plan, years, words), grounds(plan, words)]
    pages += [money(plan, options, words), rules(plan, words), earmarks(plan, options, words)]
    pages += [findings(plan, words), left_out(plan, words), questions(plan, words), coverage(plan, words)]
    return [page for page in pages if page is not None]


def plan_years(plan: Plan, options: Mapping[str, Any]) -> list[int]:
    """Return the years of the plan: those of its options, else those that its money and steps name."""
    if isinstance(options.get("start_year"), int) and isinstance(options.get("years"), int):
        years = set(range(options["start_year"], options["start_year"] + options["years"]))
    else:
        years = {row.year for row in plan.money}
    return sorted(years | {int(year) for step in plan.steps for year in step.cost.by_year} or {0})
