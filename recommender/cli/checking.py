"""verify, check: plan documents derived again, the knowledge base and its examples run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Session, Word, command, option
from recommender.cli.documents import read_documents
from recommender.cli.inputs import KNOWLEDGE_OPTIONS
from recommender.cli.output import OUTPUT_OPTIONS, opened
from recommender.language.errors import KnowledgeError, Problem, UsageError, VillageDataError, problem
from recommender.language.wording import did_you_mean

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase

_FOLDERS = ("rules", "catalog")
_NO_FOLDER = ("no-knowledge", "no-overlay", "overlay-twice")  # there is nothing to check


def _verify(**given: Any) -> int:
    """Print what does not hold in plan documents; 3 if one cannot be read, else 1 if anything does not hold."""
    import recommender as rec
    from recommender.verbs.verifying.verifier import verify

    output = opened(given)
    session = output.session
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
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
    """Print what is wrong in the knowledge base, or what its examples show or lack, or what a code means."""
    output = opened(given)
    session = output.session
    if given["explain"]:
        output.write([_meaning(session, given["explain"], given["format"])])
        return 0
    from recommender.knowledge.places import knowledge_folder
    from recommender.outputs.sections.check import problem_lines, problems_json
    from recommender.outputs.sections.overlays import overlay_lines
    from recommender.verbs.checking.checker import check_knowledge

    overlays = [Path(place) for place in given["overlay"]]
    folder, prefixes = _scope(given["path"], given["knowledge"], overlays)
    checked = check_knowledge(knowledge_folder() if folder is None else folder, overlays)
    if any(problem.code in _NO_FOLDER for problem in checked.problems):
        raise KnowledgeError(checked.problems)
    is_json = given["format"] == "json"
    if checked.kb is not None and (given["coverage"] or given["missing_examples"] or given["suggest"]):
        if any(problem.severity == "error" and problem.code != "missing-example" for problem in checked.problems):
            for problem in checked.problems:
                session.complain(problem.line(session.lang))
        output.write([_examples(checked.kb, prefixes, given, session.lang, is_json)])
        return int(checked.has_errors)
    within = [problem for problem in checked.problems if not problem.where or _is_within(problem.where, prefixes)]
    if is_json:
        output.write([problems_json(within)])
    else:
        counted = {} if checked.kb is None else _counts(checked.kb, prefixes)
        if not prefixes and checked.accepted:
            counted["accepted"] = checked.accepted
        changed = [] if checked.kb is None else [f"{line}\n" for line in overlay_lines(checked.kb, session.lang)]
        output.write([*changed, problem_lines(within, counted, session.lang)])
    return int(any(problem.severity == "error" for problem in within))


def _meaning(session: Session, code: str, form: str) -> str:
    """Return what a code means.

    Raises
    ------
    UsageError
        If there is no such code.
    """
    from dataclasses import asdict

    from recommender.outputs.json_text import dump
    from recommender.outputs.sections.check import meaning_lines
    from recommender.verbs.checking.codes import CODES, meaning

    if code not in CODES:
        raise UsageError(
            [problem("--explain", "unknown-code", near=did_you_mean(code, CODES), value=code, known=", ".join(CODES))]
        )
    explained = meaning(code, session.lang)
    return dump(asdict(explained)) if form == "json" else meaning_lines(explained, session.lang)


def _examples(kb: KnowledgeBase, prefixes: list[str], given: dict[str, Any], lang: str, is_json: bool) -> str:
    """Return the coverage of the examples, or the boundary cases that they lack.

    Raises
    ------
    UsageError
        If a rule asked for does not exist.
    """
    from recommender.outputs.sections import check as report
    from recommender.verbs.checking.coverage import coverage
    from recommender.verbs.checking.suggestions import suggest

    for name in given["suggest"]:
        if name not in kb.rules:
            raise UsageError([problem("--suggest", "unknown-rule", near=did_you_mean(name, kb.rules), value=name)])
    active = [name for name in kb.active_rules if _is_within(kb.places.get(f"rules/{name}", ""), prefixes)]
    if given["coverage"]:
        covered = {name: coverage(kb, name) for name in given["suggest"] or active}
        return report.coverage_json(covered) if is_json else report.coverage_lines(covered, lang)
    suggested = {name: suggest(kb, name) for name in given["suggest"] or active}
    if not given["suggest"]:
        suggested = {name: cases for name, cases in suggested.items() if cases}
    return report.suggestions_json(suggested) if is_json else report.suggestion_lines(suggested, lang)


def _scope(paths: tuple[str, ...], folder: str | None, overlays: list[Path]) -> tuple[Path | None, list[str]]:
    """Return the knowledge folder and the files in it that were asked for, relative to it (none: all).

    A file of an overlay is named as its problems are, with the overlay's name first.

    Raises
    ------
    UsageError
        If a path does not exist, or stands in no knowledge folder.
    """
    root = None if folder is None else Path(folder).resolve()
    above = {place.resolve() for place in overlays}
    prefixes: list[str] = []
    for text in paths:
        path = Path(text).resolve()
        if not path.exists():
            raise UsageError([problem(text, "no-such-path")])
        home = next((parent for parent in (path, *path.parents) if any((parent / f).is_dir() for f in _FOLDERS)), None)
        if home is None and path.is_dir():
            home = path  # an empty folder: the loader says what is missing in it
        if home in above:
            prefixes.append((Path(home.name) / path.relative_to(home)).as_posix())
            continue
        if home is None or (root is not None and home != root):
            raise UsageError([problem(text, "not-in-knowledge")])
        root = home
        if path != home:
            prefixes.append(path.relative_to(home).as_posix())
    return root, prefixes


def _is_within(where: str, prefixes: list[str]) -> bool:
    return not prefixes or any(where == p or where.startswith((f"{p}/", f"{p}:")) for p in prefixes)


def _counts(kb: KnowledgeBase, prefixes: list[str]) -> dict[str, int]:
    """Return how many interventions, rules and examples were asked for."""
    rules = [rule for name, rule in kb.rules.items() if _is_within(kb.places.get(f"rules/{name}", ""), prefixes)]
    works = [name for name in kb.interventions if _is_within(kb.places.get(f"interventions/{name}", ""), prefixes)]
    return {
        "interventions": len(works),
        "rules": len(rules),
        "examples": sum(len(rule.examples) for rule in rules),
    }


def _listed(session: Session, problems: Iterable[Problem], summary: str, form: str) -> str:
    """Return the problems as lines and a summary, or as one JSON array."""
    from recommender.outputs.json_text import dump
    from recommender.outputs.plain import plain

    if form == "json":
        keys = ("where", "code", "severity", "message")
        return dump([{key: getattr(problem, key) for key in keys} for problem in problems])
    return "".join(plain(problem.line(session.lang)) + "\n" for problem in problems) + summary + "\n"


verify_command = command(
    "verify",
    _verify,
    click.Argument(["plans"], nargs=-1, required=True, metavar="PLANS..."),
    *KNOWLEDGE_OPTIONS,
    option("--format", type=Word("table", "json"), default="table"),
    *OUTPUT_OPTIONS,
)
check_command = command(
    "check",
    _check,
    click.Argument(["path"], nargs=-1, metavar="[PATH]..."),
    option("--explain", metavar="CODE", help="explain-code"),
    option("--coverage", is_flag=True),
    option("--suggest", multiple=True, metavar="RULE"),
    option("--missing-examples", is_flag=True),
    *KNOWLEDGE_OPTIONS,
    option("--format", type=Word("table", "json"), default="table"),
    *OUTPUT_OPTIONS,
)
