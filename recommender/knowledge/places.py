"""Where the knowledge lives: beside the package (wheel, zip) or above it (a checkout)."""

from __future__ import annotations

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from recommender.language.errors import KnowledgeError, problem

_FOLDERS = ("rules", "catalog")


def knowledge_folder() -> Traversable:
    """Return the first of the package's own folder and the one above it that holds both rules/ and catalog/.

    Raises
    ------
    KnowledgeError
        If neither does: the installation lost its data files.
    """
    package = files("recommender")
    candidates: list[Traversable] = [package]
    if isinstance(package, Path):
        candidates.append(package.parent)
    for candidate in candidates:
        if all(candidate.joinpath(name).is_dir() for name in _FOLDERS):
            return candidate
    raise KnowledgeError([problem("recommender", "no-knowledge.installed")])


def checkout_folder() -> Path | None:
    """Return the shipped knowledge where it may be written into: in a checkout, not beside installed modules."""
    folder = knowledge_folder()
    is_own = isinstance(folder, Path) and folder != files("recommender")
    return folder if is_own and isinstance(folder, Path) and os.access(folder, os.W_OK) else None


def knowledge_files(folder: Traversable) -> list[tuple[str, Traversable]]:
    """Return (path relative to the folder, file) of every file under rules/ and catalog/, sorted by path."""
    found: list[tuple[str, Traversable]] = []

    def walk(place: Traversable, path: str) -> None:
        for entry in place.iterdir():
            if entry.name.startswith("."):
                continue
            inside = f"{path}/{entry.name}"
            if entry.is_dir():
                walk(entry, inside)
            elif entry.name.endswith((".yaml", ".yml", ".csv")):
                found.append((inside, entry))

    for name in _FOLDERS:
        if folder.joinpath(name).is_dir():
            walk(folder.joinpath(name), name)
    return sorted(found, key=lambda pair: pair[0])
