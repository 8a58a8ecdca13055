"""template: the input workbook for one village or many, empty or filled with what is known."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Whole, command, option
from recommender.cli.inputs import (
    PLANNING_OPTIONS,
    choose,
    every_problem,
    options_of,
    read,
    report_problems,
    with_money,
)
from recommender.cli.output import OUTPUT_OPTIONS, Progress, opened
from recommender.language.errors import UsageError, problem
from recommender.language.wording import did_you_mean

if TYPE_CHECKING:
    from recommender.cli.commands import Session
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.request.options import Options
    from recommender.verbs.asking.asking import Asking

ASKED_VILLAGES = 12  # of many: enough to order the facts, few enough not to wait for
MOST_ROWS = 5000


def _template(**given: Any) -> int:
    """Write the workbook and say what comes next."""
    import recommender as rec
    from recommender.outputs.input_form.workbook import make_template
    from recommender.outputs.words import Words

    output = opened(given)
    session, kb = output.session, rec.load_knowledge(given["knowledge"], given["overlay"])
    if given["rows"] is not None:
        if given["data"]:
            raise UsageError([problem("--rows", "rows-and-data")])
        if not 1 <= given["rows"] <= MOST_ROWS:
            raise UsageError([problem("--rows", "bad-rows", value=given["rows"], most=MOST_ROWS)])
    options = options_of(kb, given)
    found = read(kb, given["data"], given) if given["data"] else None
    if found is not None:
        options = with_money(session, options, found, kb)
    villages = choose(found.villages, given["village"]) if found is not None else []
    framework = _framework(kb, villages, given["framework"])
    year = given["year"] or kb.frameworks[framework].last_year or datetime.date.today().year
    askings = _askings(session, villages, kb, options)
    output.write_bytes(make_template(villages, askings, framework, Words(kb, session.lang), year, given["rows"]))
    if output.is_file:
        filled = shlex.join(["recommender", "plan", str(output.path)])
        session.complain(session.say("template-next", path=output.path, command=filled))
    return report_problems(session, every_problem(found)) if found is not None else 0


def _framework(kb: KnowledgeBase, villages: Sequence[Village], wanted: str | None) -> str:
    """Return the index asked for, else that of the newest values, else the one in force.

    Raises
    ------
    UsageError
        If there is no such index.
    """
    if wanted is not None:
        if wanted not in kb.frameworks:
            known = sorted(kb.frameworks)
            near = did_you_mean(wanted, known)
            raise UsageError(
                [problem("--framework", "unknown-framework.option", near=near, value=wanted, known=", ".join(known))]
            )
        return wanted
    read_years = [(data.year, data.framework) for village in villages for data in village.years if data.values]
    if read_years:
        return max(read_years)[1]
    return max(kb.frameworks, key=lambda name: (kb.frameworks[name].first_year, name))


def _askings(session: Session, villages: Sequence[Village], kb: KnowledgeBase, options: Options) -> list[Asking]:
    """Return the questions of the villages, or of some that stand evenly among many."""
    import recommender as rec
    from recommender.verbs.asking.asking import ask

    chosen = list(villages)
    if len(chosen) > ASKED_VILLAGES:
        chosen = [villages[place * len(villages) // ASKED_VILLAGES] for place in range(ASKED_VILLAGES)]
        session.complain(session.say("template-table-asked", count=len(chosen)))
    progress, askings = Progress(session, len(chosen)), []
    for result in rec.recommend_all(chosen, kb, options):
        askings.append(ask(result))
        progress.step()
    return askings


template_command = command(
    "template",
    _template,
    click.Argument(["data"], nargs=-1, required=False, metavar="[DATA...]"),
    option("--village", multiple=True, metavar="CODE-OR-NAME"),
    option("--framework", metavar="INDEX"),
    option("--rows", type=Whole(), metavar="N"),
    *PLANNING_OPTIONS,
    *OUTPUT_OPTIONS,
)
