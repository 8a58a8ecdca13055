"""Where the knowledge lives: beside the package (wheel, zip) or above it (a checkout)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from recommender.language.errors import KnowledgeError, problem

FOLDERS = ("rules", "catalog")
SUFFIXES = (".yaml", ".yml", ".csv")  # of the files that are read


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
        if all(candidate.joinpath(name).is_dir() for name in FOLDERS):
            return candidate
    raise KnowledgeError([problem("recommender", "no-knowledge.installed")])


def checkout_folder() -> Path | None:
    """Return the shipped knowledge where it may be written into: in a checkout, not beside installed modules."""
    folder = knowledge_folder()
    is_own = isinstance(folder, Path) and folder != files("recommender")
    return folder if is_own and isinstance(folder, Path) and os.access(folder, os.W_OK) else None


def knowledge_files(folder: Traversable) -> list[tuple[str, Traversable]]:
    """Return (path relative to the folder, file) of every file under rules/ and catalog/, sorted by path."""
    found = ((path, file) for path, file in _files(folder) if path.endswith(SUFFIXES) and not _is_hidden(path))
    return sorted(found, key=lambda pair: pair[0])


def unread_files(folder: Traversable) -> list[str]:
    """Return the paths under rules/ and catalog/ that are not read: of another kind, or knowledge that is hidden."""
    return sorted(path for path, _ in _files(folder) if path.endswith(SUFFIXES) == _is_hidden(path))


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _files(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    waiting = [(name, folder.joinpath(name)) for name in FOLDERS if folder.joinpath(name).is_dir()]
    while waiting:
        path, place = waiting.pop()
        for entry in place.iterdir():
            inside = f"{path}/{entry.name}"
            if entry.is_dir():
                waiting.append((inside, entry))
            else:
                yield inside, entry
