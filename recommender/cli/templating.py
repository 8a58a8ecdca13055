"""template: the input workbook for one village or many, empty or filled with what is known."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recommender.cli.commands import Whole, option
from recommender.cli.inputs import options_of
from recommender.cli.job import Job, job_command
from recommender.cli.options import OUTPUT, PLANNING, VILLAGES, data
from recommender.language.errors import UsageError, problem
from recommender.language.wording import did_you_mean

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.verbs.asking.asking import Asking

ASKED_VILLAGES = 12  # of many: enough to order the facts, few enough not to wait for
MOST_ROWS = 5000


def _template(job: Job) -> int:
    """Write the workbook and say what comes next."""
    from recommender.outputs.input_form.workbook import make_template

    kb, session, rows = job.kb, job.session, job["rows"]
    if rows is not None:
        if job["data"]:
            raise UsageError([problem("--rows", "rows-and-data")])
        if not 1 <= rows <= MOST_ROWS:
            raise UsageError([problem("--rows", "bad-rows", value=rows, most=MOST_ROWS)])
    villages = job.villages() if job["data"] else []
    if not villages:
        options_of(kb, job.given)  # nothing is planned with them, but mistakes are named
    framework = _framework(kb, villages, job["framework"])
    year = job["year"] or kb.frameworks[framework].last_year or datetime.date.today().year
    askings = _askings(job, villages)
    job.output.write_bytes(make_template(villages, askings, framework, job.words, year, rows))
    if job.output.is_file:
        filled = shlex.join(["recommender", "plan", str(job.output.path)])
        session.complain(session.say("template-next", path=job.output.path, command=filled))
    return job.problems() if job["data"] else 0


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


def _askings(job: Job, villages: Sequence[Village]) -> list[Asking]:
    """Return the questions of the villages, or of some that stand evenly among many."""
    from recommender.verbs.asking.asking import ask

    chosen = list(villages)
    if len(chosen) > ASKED_VILLAGES:
        chosen = [villages[place * len(villages) // ASKED_VILLAGES] for place in range(ASKED_VILLAGES)]
        job.session.complain(job.session.say("template-table-asked", count=len(chosen)))
    return [ask(result) for result in job.planned(chosen)] if chosen else []


template_command = job_command(
    "template",
    _template,
    data("[DATA...]", required=False),
    VILLAGES,
    option("--framework", metavar="INDEX"),
    option("--rows", type=Whole(), metavar="N"),
    *PLANNING,
    *OUTPUT,
)
