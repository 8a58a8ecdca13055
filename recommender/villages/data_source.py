"""What a source of village data is, and which there are: every module in `villages/sources/` is one.

A module there says of itself, under the name `SOURCE`, which files are its own and how they are read. Nothing is
registered anywhere: the folder is the register.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import import_module

from recommender.model.knowledge import KnowledgeBase
from recommender.villages import sources
from recommender.villages.records import FileContents


class Certainty(IntEnum):
    """How sure a source is that a file is its own."""

    NO = 0
    POSSIBLE = 1  # nothing speaks against it
    LIKELY = 2  # the file's name or first sign says so
    CERTAIN = 3  # the content says so


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file's name and content; `walked` if it was found in a folder or archive, not named by the user."""

    name: str
    content: bytes
    walked: bool = False

    @property
    def suffix(self) -> str:
        """The end of the name from its last dot on, in small letters; empty if there is none."""
        return "." + self.name.lower().rpartition(".")[2] if "." in self.name else ""


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What every source is told: the knowledge base, what undotted codes are, the year of data that names none."""

    kb: KnowledgeBase
    code_scheme: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DataSource:
    """A kind of data file.

    `suffixes` are those of the names that folders and archives are searched for. The file is read by the source that is
    most certain; `read` never raises for what a file holds: that is a problem.
    """

    suffixes: tuple[str, ...]
    certainty: Callable[[DataFile], Certainty]
    read: Callable[[DataFile, ReadingContext], FileContents]


@cache
def all_sources() -> tuple[DataSource, ...]:
    """Return the sources that there are, by the names of their modules."""
    names = sorted(module.name for module in pkgutil.iter_modules(sources.__path__))
    return tuple(import_module(f"{sources.__name__}.{name}").SOURCE for name in names)
