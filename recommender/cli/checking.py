"""verify, check: plan documents derived again, the knowledge base and its examples run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from recommender.cli.commands import option
from recommender.cli.documents import read_documents
from recommender.cli.job import Job, job_command
from recommender.cli.options import KNOWLEDGE, OUTPUT, format_option
from recommender.language.errors import KnowledgeError, Problem, UsageError, VillageDataError, problem
from recommender.language.harmless import plain
from recommender.language.wording import did_you_mean

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase

_FOLDERS = ("rules", "catalog")
_NO_FOLDER = ("no-knowledge", "no-overlay", "overlay-twice")  # there is nothing to check


def _verify(job: Job) -> int:
    """Print what does not hold in plan documents; 3 if one cannot be read, else 1 if anything does not hold."""
    from recommender.outputs.blocks import Verbatim
    from recommender.outputs.sections.check import problems_data
    from recommender.verbs.verifying.verifier import verify

    session, kb = job.session, job.kb
    problems: list[Problem] = []
    count = broken = 0
    for path in job["plans"]:
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
        lines = [*(plain(problem.line(session.lang)) for problem in problems), summary]
        job.write_report(lambda: [Verbatim("\n".join(lines))], lambda: problems_data(problems))
    return 3 if broken else 1 if problems else 0


def _check(job: Job) -> int:
    """Print what is wrong in the knowledge base, or what its examples show or lack, or what a code means."""
    if job["explain"]:
        _explain_code(job, job["explain"])
        return 0
    from recommender.knowledge.places import knowledge_folder
    from recommender.outputs.blocks import Verbatim
    from recommender.outputs.sections.check import problem_lines, problems_data
    from recommender.outputs.sections.overlays import overlay_lines
    from recommender.verbs.checking.checker import check_knowledge
    from recommender.verbs.checking.folding import folded

    session = job.session
    overlays = [Path(place) for place in job["overlay"]]
    folder, prefixes = _scope(job["path"], job["knowledge"], overlays)
    checked = check_knowledge(knowledge_folder() if folder is None else folder, overlays)
    kb = checked.kb
    if any(problem.code in _NO_FOLDER for problem in checked.problems):
        raise KnowledgeError(checked.problems)
    if kb is not None and (job["coverage"] or job["missing_examples"] or job["suggest"]):
        if any(problem.severity == "error" and problem.code != "missing-example" for problem in checked.problems):
            for problem in checked.problems:
                session.complain(problem.line(session.lang))
        _examples(job, kb, prefixes)
        return int(checked.has_errors)
    within = folded(p for p in checked.problems if not p.where or _is_within(p.where, prefixes))
    counted = {} if kb is None else _counts(kb, prefixes)
    if not prefixes and checked.accepted:
        counted["accepted"] = checked.accepted
    changed = [] if kb is None else overlay_lines(kb, session.lang)
    job.write_report(
        lambda: [Verbatim("\n".join([*changed, problem_lines(within, counted, session.lang)]))],
        lambda: problems_data(within),
    )
    return int(any(problem.severity == "error" or job["strict"] for problem in within))


def _explain_code(job: Job, code: str) -> None:
    """Print what a code means.

    Raises
    ------
    UsageError
        If there is no such code.
    """
    from dataclasses import asdict

    from recommender.outputs.blocks import Verbatim
    from recommender.outputs.sections.check import meaning_lines
    from recommender.verbs.checking.codes import CODES, meaning

    if code not in CODES:
        near = did_you_mean(code, CODES)
        raise UsageError([problem("--explain", "unknown-code", near=near, value=code, known=", ".join(CODES))])
    explained = meaning(code, job.session.lang)
    job.write_report(lambda: [Verbatim(meaning_lines(explained, job.session.lang))], lambda: asdict(explained))


def _examples(job: Job, kb: KnowledgeBase, prefixes: list[str]) -> None:
    """Print what the examples of rules show, or the cases that they lack.

    Raises
    ------
    UsageError
        If a rule asked for does not exist.
    """
    from recommender.outputs.blocks import Verbatim
    from recommender.outputs.sections import check as report
    from recommender.verbs.checking.coverage import coverage
    from recommender.verbs.checking.suggestions import suggest

    asked, lang = job["suggest"], job.session.lang
    for name in asked:
        if name not in kb.rules:
            raise UsageError([problem("--suggest", "unknown-rule", near=did_you_mean(name, kb.rules), value=name)])
    active = [name for name in kb.active_rules if _is_within(kb.places.get(f"rules/{name}", ""), prefixes)]
    if job["coverage"]:
        covered = {name: coverage(kb, name) for name in asked or active}
        job.write_report(
            lambda: [Verbatim(report.coverage_lines(covered, lang))], lambda: report.coverage_data(covered)
        )
        return
    found = {name: suggest(kb, name) for name in asked or active}
    suggested = found if asked else {name: cases for name, cases in found.items() if cases}
    job.write_report(
        lambda: [Verbatim(report.suggestion_lines(suggested, lang))], lambda: report.suggestions_data(suggested)
    )


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


verify_command = job_command(
    "verify",
    _verify,
    click.Argument(["plans"], nargs=-1, required=True, metavar="PLANS..."),
    *KNOWLEDGE,
    format_option("reports"),
    *OUTPUT,
)
check_command = job_command(
    "check",
    _check,
    click.Argument(["path"], nargs=-1, metavar="[PATH]..."),
    option("--explain", metavar="CODE", help="explain-code"),
    option("--coverage", is_flag=True),
    option("--suggest", multiple=True, metavar="RULE"),
    option("--missing-examples", is_flag=True),
    option("--strict", is_flag=True, help="strict"),
    *KNOWLEDGE,
    format_option("reports"),
    *OUTPUT,
)
