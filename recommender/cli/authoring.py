"""new: writes the scaffold of a rule, an intervention or an overlay; never over a file that exists."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Word, command, option, session_of
from recommender.cli.options import KNOWLEDGE
from recommender.language.errors import OutputError, UsageError, problem
from recommender.language.wording import did_you_mean

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase

_TABLES = {"rule": "rules", "intervention": "interventions"}
_FOLDERS = {"rule": "rules", "intervention": "catalog/interventions"}


def _new(**given: Any) -> int:
    """Write a scaffold and say which command comes next."""
    import shlex

    import recommender as rec
    from recommender.language.harmless import plain
    from recommender.outputs.scaffold import overlay_scaffold

    session = session_of(click.get_current_context())
    if given["kind"] == "overlay":
        kb = rec.load_knowledge(given["knowledge"], given["overlay"])
        folder = Path(given["name"])
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise OutputError([problem(str(folder), "new-exists")])
        files: Mapping[str, str] = overlay_scaffold(kb, session.lang)
        laid, checked = [*given["overlay"], str(folder)], []
    else:
        folder = _target(given)
        laid = list(given["overlay"])
        if _is_overlay(folder, given) and folder.resolve() not in {Path(one).resolve() for one in laid}:
            laid.append(str(folder))
        kb = rec.load_knowledge(given["knowledge"], laid)
        file, text = _scaffold(kb, given, session.lang)
        files, checked = {file: text}, [str(folder / file)]
    for file, text in files.items():
        _write(folder / file, text)
        click.echo(plain(session.say("new-written", path=folder / file)))
    overlays = [word for one in laid for word in ("--overlay", one)]
    base = ["--knowledge", given["knowledge"]] if given["knowledge"] and overlays else []
    words = ["recommender", "check", *checked, *base, *overlays]
    click.echo(plain(session.say("new-next", command=shlex.join(words))))
    return 0


def _target(given: dict[str, Any]) -> Path:
    """Return the folder to write into: --into, else the last overlay, else the knowledge, else a checkout's own.

    Raises
    ------
    UsageError
        If the folder does not exist, or only the installed knowledge is left.
    """
    from recommender.knowledge.places import checkout_folder

    chosen = given["into"] or (given["overlay"][-1] if given["overlay"] else given["knowledge"])
    if chosen:
        if not Path(chosen).is_dir():
            raise UsageError([problem(chosen, "new-no-folder", path=chosen)])
        return Path(chosen)
    folder = checkout_folder()
    if folder is None:
        raise UsageError([problem("", "new-needs-into")])
    here = Path(os.path.relpath(folder))
    return folder if ".." in here.parts else here


def _is_overlay(folder: Path, given: dict[str, Any]) -> bool:
    """Return whether the folder is none that stands by itself: not the knowledge, and without a version of its own."""
    is_base = given["knowledge"] is not None and folder.resolve() == Path(given["knowledge"]).resolve()
    return not is_base and not (folder / "catalog" / "about.yaml").is_file()


def _scaffold(kb: KnowledgeBase, given: dict[str, Any], lang: str) -> tuple[str, str]:
    """Return the file, relative to its folder, and its text.

    Raises
    ------
    UsageError
        If the name is none, or dimension or indicator are missing or not known.
    OutputError
        If the name is taken.
    """
    from recommender.knowledge.files import is_identifier
    from recommender.outputs.scaffold import intervention_scaffold, rule_scaffold

    kind, name, about, dimension = given["kind"], given["name"], given["about"], given["dimension"]
    known = ", ".join(kb.dimensions)
    problems = []
    if not is_identifier(name):
        problems.append(problem("NAME", "new-bad-name", value=name))
    if about is not None and about not in kb.indicators:
        problems.append(
            problem("--about", "unknown-subject.option", near=did_you_mean(about, kb.indicators), value=about)
        )
    if dimension is not None and dimension not in kb.dimensions:
        near = did_you_mean(dimension, kb.dimensions)
        problems.append(problem("--dimension", "unknown-dimension-name", near=near, value=dimension, known=known))
    if dimension is None and about is None:
        problems.append(problem("--dimension", "new-needs-dimension", known=known))
    if problems:
        raise UsageError(problems)
    taken = kb.places.get(f"{_TABLES[kind]}/{name}")
    if taken:
        raise OutputError([problem("NAME", "new-name-taken", value=name, place=taken)])
    folder = dimension or kb.indicators[about].dimension
    file = f"{_FOLDERS[kind]}/{folder}/{name}.yaml"
    if kind == "intervention":
        return file, intervention_scaffold(kb, folder, about, lang)
    return file, rule_scaffold(kb, about or _first_indicator(kb, folder), lang)


def _first_indicator(kb: KnowledgeBase, dimension: str) -> str:
    """Return the first indicator of a dimension that can be aimed at and is measured."""
    measured = {name for framework in kb.frameworks.values() for name in framework.by_indicator}
    for name, indicator in kb.indicators.items():
        if indicator.dimension == dimension and indicator.actionable != "no" and name in measured:
            return name
    raise UsageError([problem("--about", "new-no-indicator", value=dimension)])


def _write(path: Path, text: str) -> None:
    """Write a file that must not exist yet, with the folders above it.

    Raises
    ------
    OutputError
        If it exists or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise OutputError([problem(str(path), "new-exists")]) from None
    except OSError as failure:
        raise OutputError([problem(str(path), "output-failed", why=failure.strerror)]) from failure


new_command = command(
    "new",
    _new,
    click.Argument(["kind"], type=Word("rule", "intervention", "overlay"), metavar="[rule|intervention|overlay]"),
    click.Argument(["name"], metavar="NAME"),
    option("--dimension", metavar="DIMENSION", help="new-dimension"),
    option("--about", metavar="INDICATOR", help="new-about"),
    option("--into", metavar="DIR"),
    *KNOWLEDGE,
)
