"""A file as parsed: its value, where each of its keys and items stands, and what is wrong in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any

from recommender.language.errors import Problem, problem
from recommender.language.wording import Key

KeyPath = tuple[str | int | datetime.date, ...]  # the keys, and the numbers in lists, that lead to a value
Fault = tuple[KeyPath, Problem]  # what is wrong with a value, told without its place


class ParsedFile:
    """The value of a file, and every problem in it. Lines are counted from 1."""

    def __init__(self, file: str, value: Any = None, find_lines: Callable[[], dict[KeyPath, int]] = dict) -> None:
        """Keep the value; `find_lines` is asked only when a place is to be named."""
        self.file = file
        self.value = value
        self.problems: list[Problem] = []
        self._find_lines = find_lines

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """The line of each key and item."""
        return self._find_lines()

    def where(self, path: KeyPath) -> str:
        """Return `file:line` of the path, or of its nearest parent that has a line."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return f"{self.file}:{self.lines[path[:length]]}"
        return self.file

    def add(self, path: KeyPath, key: Key, /, **values: object) -> None:
        """Add the problem of the catalog's key at a key path."""
        self.problems.append(problem(self.where(path), key, **values))

    def placed(self, faults: Iterable[Fault]) -> list[Problem]:
        """Return the problems of faults of the file's value, each with its line."""
        return [replace(found, where=self.where(path)) for path, found in faults]
