"""verify, check: plan documents derived again, the knowledge base and its examples run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Session, Word, command, option, session_of
from recommender.cli.documents import read_documents
from recommender.cli.inputs import KNOWLEDGE_OPTION
from recommender.cli.output import OUTPUT_OPTIONS, Output
from recommender.errors import KnowledgeError, Problem, UsageError, VillageDataError, worded

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase

_FOLDERS = ("rules", "catalog")


def _verify(**given: Any) -> int:
    """Print what does not hold in plan documents; 3 if one cannot be read, else 1 if anything does not hold."""
    import recommender as rec
    from recommender.verifying import verify

    session = session_of(click.get_current_context())
    output = Output(session, given["output"], given["force"])
    output.check()
    kb = rec.load_knowledge(given["knowledge"])
    problems: list[Problem] = []
    count = broken = 0
    for path in given["plans"]:
        try:
            for document in read_documents(path):
                count += len(document.plans)
                problems += verify(document, kb)
        except VillageDataError as failure:
            broken += 1
            for problem in failure.problems:
                session.complain(problem.line(session.lang))
    key = "verify-problems" if problems else "verify-sound"
    summary = session.say(key, count=count, problems=len(problems))
    if count or not broken:
        output.write([_listed(session, problems, summary, given["format"])])
    return 3 if broken else 1 if problems else 0


def _check(**given: Any) -> int:
    """Print what is wrong in the knowledge base: files, references, cycles, examples."""
    from recommender.knowledge import knowledge_folder, read_knowledge
    from recommender.knowledge.examples import run_examples

    session = session_of(click.get_current_context())
    output = Output(session, given["output"], given["force"])
    output.check()
    folder, prefixes = _scope(given["path"], given["knowledge"])
    kb, problems = read_knowledge(knowledge_folder() if folder is None else folder)
    if kb is None:
        raise KnowledgeError(problems)
    if not any(problem.severity == "error" for problem in problems):
        problems = sorted([*problems, *run_examples(kb)])
    within = [problem for problem in problems if _is_within(problem.where, prefixes)]
    summary = session.say("check-problems", count=len(within)) if within else _counts(session, kb, prefixes)
    output.write([_listed(session, within, summary, given["format"])])
    return 1 if any(problem.severity == "error" for problem in within) else 0


def _scope(paths: tuple[str, ...], folder: str | None) -> tuple[Path | None, list[str]]:
    """Return the knowledge folder and the files in it that were asked for, relative to it (none: all).

    Raises
    ------
    UsageError
        If a path does not exist, or stands in no knowledge folder.
    """
    root = None if folder is None else Path(folder).resolve()
    prefixes: list[str] = []
    for text in paths:
        path = Path(text).resolve()
        if not path.exists():
            raise UsageError([worded(text, "no-such-path")])
        home = next((parent for parent in (path, *path.parents) if any((parent / f).is_dir() for f in _FOLDERS)), None)
        if home is None and path.is_dir():
            home = path  # an empty folder: the loader says what is missing in it
        if home is None or (root is not None and home != root):
            raise UsageError([worded(text, "not-in-knowledge")])
        root = home
        if path != home:
            prefixes.append(path.relative_to(home).as_posix())
    return root, prefixes


def _is_within(where: str, prefixes: list[str]) -> bool:
    return not prefixes or any(where == p or where.startswith((f"{p}/", f"{p}:")) for p in prefixes)


def _counts(session: Session, kb: KnowledgeBase, prefixes: list[str]) -> str:
    rules = [rule for name, rule in kb.rules.items() if _is_within(kb.places.get(f"rules/{name}", ""), prefixes)]
    works = [name for name in kb.interventions if _is_within(kb.places.get(f"interventions/{name}", ""), prefixes)]
    examples = sum(len(rule.examples) for rule in rules)
    return session.say("check-sound", rules=len(rules), examples=examples, interventions=len(works))


def _listed(session: Session, problems: Iterable[Problem], summary: str, form: str) -> str:
    """Return the problems as lines and a summary, or as one JSON array."""
    from recommender.reports.json_report import dump
    from recommender.reports.plain import plain

    if form == "json":
        keys = ("where", "code", "severity", "message")
        return dump([{key: getattr(problem, key) for key in keys} for problem in problems])
    return "".join(plain(problem.line(session.lang)) + "\n" for problem in problems) + summary + "\n"


verify_command = command(
    "verify",
    _verify,
    click.Argument(["plans"], nargs=-1, required=True, metavar="PLANS..."),
    KNOWLEDGE_OPTION,
    option("--format", type=Word("table", "json"), default="table"),
    *OUTPUT_OPTIONS,
)
check_command = command(
    "check",
    _check,
    click.Argument(["path"], nargs=-1, metavar="[PATH]..."),
    KNOWLEDGE_OPTION,
    option("--format", type=Word("table", "json"), default="table"),
    *OUTPUT_OPTIONS,
)
