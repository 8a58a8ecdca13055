"""what-if: the plan of one village as it is and as it would be, side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Whole, option
from recommender.cli.inputs import read
from recommender.cli.job import Job, job_command
from recommender.cli.options import OUTPUT, PLANNING, VILLAGE, data, format_option
from recommender.language.errors import Problem, UsageError, problem

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.pipeline.documents import Result
    from recommender.request.options import Budget
    from recommender.verbs.what_if.changes import Case, CaseChange, Changes


def _what_if(job: Job) -> int:
    """Print both plans of one village, what moved between them, and why."""
    from recommender.outputs.sections.explanation_data import comparison_data
    from recommender.outputs.sections.what_if import what_if_blocks
    from recommender.outputs.words import Words
    from recommender.verbs.what_if.what_if import what_if_changed

    village = job.village()
    (result,) = job.planned([village])
    then_kb, then_village = _knowledge(job.kb, village, job.given)
    changes = _changes(result, then_kb, then_village, job.given)
    if not changes:
        raise UsageError([problem("--set", "nothing-asked")])
    comparison, words = what_if_changed(result, changes, then_village), Words(then_kb, job.session.lang)
    job.write_report(lambda: what_if_blocks(comparison, words), lambda: comparison_data(comparison))
    return job.problems()


def _knowledge(kb: KnowledgeBase, village: Village, given: dict[str, Any]) -> tuple[KnowledgeBase, Village]:
    """Return the knowledge of the second plan, and the village as read with it."""
    import recommender as rec

    if not given["then_knowledge"] and not given["then_overlay"]:
        return kb, village
    then = rec.load_knowledge(given["then_knowledge"] or given["knowledge"], given["overlay"] + given["then_overlay"])
    found = {one.key: one for one in read(then, given["data"], given).villages}
    if village.key not in found:
        raise UsageError([problem("--then-overlay", "not-in-then")])
    return then, found[village.key]


def _changes(result: Result, kb: KnowledgeBase, village: Village, given: dict[str, Any]) -> Changes:
    """Return every change asked for.

    Raises
    ------
    UsageError
        With everything that cannot be.
    """
    from recommender.verbs.what_if.changes import case_of
    from recommender.verbs.what_if.knowledge_changes import KnowledgeChange
    from recommender.verbs.what_if.option_changes import SWITCHES, WORK_CHANGES, BudgetChange, SwitchChange, YearsChange
    from recommender.verbs.what_if.typed import settings_of
    from recommender.verbs.what_if.what_if import changes_of

    case = replace(case_of(result), kb=kb, village=village)
    asked: list[CaseChange | Problem] = [] if kb is result.kb else [KnowledgeChange(kb)]
    asked += settings_of(given["set"], case)
    for make in WORK_CHANGES:
        asked += [make.of(work, case) for work in given[f"then_{make.word()}"]]
    asked += SwitchChange.read(word for word in SWITCHES if given[f"then_{word.replace('-', '_')}"])
    if given["then_years"] is not None:
        asked.append(YearsChange(given["then_years"], result.request.years))
    try:
        budget = _budget(case, given)
        asked += [] if budget is None else [BudgetChange(budget)]
    except UsageError as refused:
        asked = [*refused.problems, *asked]
    return changes_of(asked)


def _budget(case: Case, given: dict[str, Any]) -> Budget | None:
    """Return the money of the second plan: a file, or single sources and years changed; None if it stays."""
    from recommender.request.budget_file import read_budget
    from recommender.verbs.what_if.typed import budget_with

    if not given["then_budget_file"]:
        return budget_with(given["then_budget"], case) if given["then_budget"] else None
    if given["then_budget"]:
        raise UsageError([problem("--then-budget-file", "two-budgets")])
    return read_budget(given["then_budget_file"], case.kb)


def _then(name: str, **settings: Any) -> click.Option:
    return option(f"--then-{name}", **settings)


def _work(name: str) -> click.Option:
    return _then(name, multiple=True, metavar="ID")


_OPTIONS = (
    VILLAGE,
    option("--set", multiple=True, metavar="NAME=VALUE"),
    _then("budget", multiple=True, metavar="[SOURCE[@YEAR]=]AMOUNT"),
    _then("budget-file", metavar="FILE"),
    _then("years", type=Whole()),
    *map(_work, ("pin", "ban", "allow", "done")),
    *(_then(name, is_flag=True) for name in ("own-means", "with-proposals", "measured-only", "with-assumptions")),
    _then("knowledge", metavar="DIR"),
    _then("overlay", metavar="DIR", multiple=True),
)
what_if_command = job_command("what-if", _what_if, data(), *_OPTIONS, *PLANNING, format_option("reports"), *OUTPUT)
