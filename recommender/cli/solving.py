"""solve: the planner on a bare problem file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from recommender.cli.commands import Word, command, option
from recommender.cli.output import OUTPUT_OPTIONS, opened
from recommender.language.errors import VillageDataError, problem


def _solve(**given: Any) -> int:
    """Print the best plan of a problem file with its bound."""
    from recommender.outputs.json_text import dump
    from recommender.outputs.sections.solution import solution_blocks
    from recommender.outputs.terminal import render
    from recommender.pipeline.planning.problem_file import read_problem
    from recommender.pipeline.planning.solving import answer, doubts

    output = opened(given)
    session = output.session
    problem = read_problem(_text(given["problem"]), given["problem"])
    for doubt in doubts(problem):
        session.complain(doubt.line(session.lang))
    found = answer(problem, given["method"])
    text = (
        dump(found) if given["format"] == "json" else render(list(solution_blocks(found, session.lang)), output.look())
    )
    output.write([text])
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


solve_command = command(
    "solve",
    _solve,
    click.Argument(["problem"], metavar="PROBLEM"),
    option("--method", type=Word("exact", "fast"), default="exact", help="solve-method"),
    option("--format", type=Word("json", "table"), default="json"),
    *OUTPUT_OPTIONS,
)
