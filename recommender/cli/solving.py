"""solve: the planner on a bare problem file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from recommender.cli.commands import Word, option
from recommender.cli.job import Job, job_command
from recommender.cli.options import OUTPUT, format_option
from recommender.language.errors import VillageDataError, problem


def _solve(job: Job) -> int:
    """Print the best plan of a problem file with its bound."""
    from recommender.outputs.sections.solution import solution_blocks
    from recommender.pipeline.planning.bare_problem import answer, doubts
    from recommender.pipeline.planning.problem_file import read_problem

    problem = read_problem(_text(job["problem"]), job["problem"])
    for doubt in doubts(problem):
        job.session.complain(doubt.line(job.session.lang))
    found = answer(problem, job["method"])
    job.write_report(lambda: solution_blocks(found, job.session.lang), lambda: found)
    return 0


def _text(path: str) -> str:
    """Return the text of the file, or of standard input for `-`.

    Raises
    ------
    VillageDataError
        If it cannot be read.
    """
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as failure:
        raise VillageDataError([problem(path, "document-unreadable", why=str(failure))]) from None


solve_command = job_command(
    "solve",
    _solve,
    click.Argument(["problem"], metavar="PROBLEM"),
    option("--method", type=Word("exact", "fast"), default="exact", help="solve-method"),
    format_option("reports", default="json"),
    *OUTPUT,
)
