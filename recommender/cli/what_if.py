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
    from recommender.request.options import Budget
    from recommender.verbs.explaining.changes import Case, Change

_SWITCHES = (
    ("own_means", "then_own_means", "then_with_proposals"),
    ("measured_only", "then_measured_only", "then_with_assumptions"),
)


def _what_if(job: Job) -> int:
    """Print both plans of one village, what moved between them, and why."""
    from recommender.outputs.sections.explanation_data import comparison_data
    from recommender.outputs.sections.what_if import what_if_blocks
    from recommender.outputs.words import Words
    from recommender.verbs.explaining.what_if import what_if_changed

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


def _changes(result: Any, kb: KnowledgeBase, village: Village, given: dict[str, Any]) -> tuple[Change, ...]:
    """Return every change asked for.

    Raises
    ------
    UsageError
        With everything that cannot be.
    """
    from recommender.verbs.explaining import changes as kinds
    from recommender.verbs.explaining.settings import settings_of
    from recommender.verbs.explaining.what_if import case_of, work_change

    case = replace(case_of(result), kb=kb, village=village)
    problems: list[Problem] = []
    found: list[Change | Problem] = []
    if kb is not result.kb:
        found.append(kinds.KnowledgeChange(kb))
    found += settings_of(given["set"], case)
    for word, make in (
        ("pin", kinds.PinChange),
        ("ban", kinds.BanChange),
        ("allow", kinds.AllowChange),
        ("done", kinds.DoneChange),
    ):
        found += [work_change(f"--then-{word}", make, work, kb) for work in given[f"then_{word}"]]
    for name, on, off in _SWITCHES:
        if given[on] and given[off]:
            one, other = (f"--{key.replace('_', '-')}" for key in (on, off))
            found.append(problem(one, "both-ways", one=one, other=other))
        elif given[on] or given[off]:
            found.append(kinds.SwitchChange(name, bool(given[on])))  # type: ignore[arg-type]
    if given["then_years"] is not None:
        found.append(kinds.YearsChange(given["then_years"], result.request.years))
    try:
        budget = _budget(case, given)
        found += [] if budget is None else [kinds.BudgetChange(budget)]
    except UsageError as refused:
        problems += refused.problems
    problems += [one for one in found if isinstance(one, Problem)]
    if problems:
        raise UsageError(problems)
    return tuple(one for one in found if not isinstance(one, Problem))


def _budget(case: Case, given: dict[str, Any]) -> Budget | None:
    """Return the money of the second plan: a file, or single sources and years changed; None if it stays."""
    from recommender.request.budget_file import read_budget
    from recommender.verbs.explaining.settings import budget_with

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
