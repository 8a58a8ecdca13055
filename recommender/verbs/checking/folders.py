"""Where files lie: what stands beside rules/ and catalog/ and is not read, nouns in the folder of another dimension.

In: the folders of the base and its overlays, and `Inspection`. Out: problems at the file. Nothing that looks like
knowledge is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from recommender.knowledge.places import FOLDERS, SUFFIXES, unread_files
from recommender.language.errors import Problem, problem
from recommender.language.wording import nearest
from recommender.verbs.checking.inspection import Inspection

_KNOWLEDGE = (".yaml", ".yml")


def check_unread(folder: Traversable, overlays: Iterable[Path]) -> Iterator[Problem]:
    """Yield files in and beside the two folders that nothing reads."""
    yield from _unread(folder, "")
    for place in overlays:
        if place.is_dir():
            yield from _unread(place, f"{place.resolve().name}/")
            yield from _beside(place, f"{place.resolve().name}/")


def _unread(folder: Traversable, shown: str) -> Iterator[Problem]:
    for path in unread_files(folder):
        yield problem(f"{shown}{path}", "unread-file", suffixes=", ".join(SUFFIXES))
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else ():
        meant = nearest(entry.name, FOLDERS)
        if meant is not None and entry.name not in FOLDERS and entry.is_dir():
            yield problem(f"{shown}{entry.name}", "unread-file.folder", meant=meant)


def _beside(overlay: Path, shown: str) -> Iterator[Problem]:
    """Yield YAML of an overlay that stands in neither of the two folders."""
    for file in sorted(overlay.rglob("*")):
        parts = file.relative_to(overlay).parts
        hidden = any(part.startswith(".") for part in parts)
        if not hidden and parts[0] not in FOLDERS and nearest(parts[0], FOLDERS) is None and file.suffix in _KNOWLEDGE:
            yield problem(f"{shown}{file.relative_to(overlay).as_posix()}", "unread-file.beside")


def check_folders(given: Inspection) -> Iterator[Problem]:
    """Yield rules and works in the folder of a dimension with which nothing that they name has to do."""
    kb = given.kb
    homes: dict[str, set[str]] = {}  # of what raises the same, and of the rules that call it
    raising: dict[str, list[str]] = {}
    for name, rule in sorted(kb.active_rules.items()):
        for work in rule.calls:
            homes.setdefault(work, set()).add(rule.dimension)
        if rule.about in kb.indicators and kb.indicators[rule.about].dimension != rule.dimension:
            told = {"name": rule.about, "dimension": kb.indicators[rule.about].dimension, "folder": rule.dimension}
            yield given.problem("foreign-folder.rule", "rules", name, "about", **told)
    for name, noun in sorted(kb.interventions.items()):
        for indicator in noun.improves:
            raising.setdefault(indicator, []).append(name)
    for name, noun in sorted(kb.interventions.items()):
        raised = {kb.indicators[indicator].dimension for indicator in noun.improves}
        like = {kb.interventions[other].dimension for one in noun.improves for other in raising[one] if other != name}
        if noun.status == "active" and raised and noun.dimension not in raised | like | homes.get(name, set()):
            told = {"dimension": ", ".join(sorted(raised)), "folder": noun.dimension}
            yield given.problem("foreign-folder.work", "interventions", name, **told)
