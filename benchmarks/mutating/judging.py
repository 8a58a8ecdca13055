"""What `check` makes of mutants, in this process or several.

In: the files of a base and mutants of it. Out: `Outcome`s. Nothing is written: a base is held in memory, and a file
that a mutant leaves as it was is parsed once.
"""

from __future__ import annotations

import io
import multiprocessing
import re
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from unittest import mock

from mutating.drawing import Files, Mutant, ordered
from recommender.knowledge import files as reading
from recommender.knowledge.places import knowledge_files, knowledge_folder
from recommender.language.errors import Problem
from recommender.model.knowledge import KnowledgeBase
from recommender.parsing.parsed_file import ParsedFile
from recommender.parsing.yaml_text import read_yaml
from recommender.verbs.checking.checker import Checked, check_knowledge

PROCESSES = 2
SECONDS = 60  # of a check, after which it is given up: killed by nobody


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: `error`, `warning`, `live`, `same` (knowledge), `crash` or `slow`; how it was told."""

    mutant: Mutant
    end: str
    codes: tuple[str, ...] = ()
    messages: int = 0
    is_placed: bool = False  # a message names the file
    seconds: float = 0.0


class Held(Traversable):
    """A folder or a file of files held in memory."""

    def __init__(self, files: Files, path: str = "") -> None:
        self._files, self._path = files, path

    @property
    def name(self) -> str:
        return self._path.rpartition("/")[2]

    def __str__(self) -> str:
        return self._path or "knowledge"

    def iterdir(self) -> Iterator[Held]:
        start = f"{self._path}/" if self._path else ""
        inside = {path[len(start) :].partition("/")[0] for path in self._files if path.startswith(start)}
        return iter([Held(self._files, start + name) for name in sorted(inside)])

    def is_dir(self) -> bool:
        return not self._path or any(path.startswith(f"{self._path}/") for path in self._files)

    def is_file(self) -> bool:
        return self._path in self._files

    def joinpath(self, *parts: Any) -> Held:
        return Held(self._files, "/".join([*filter(None, [self._path]), *map(str, parts)]))

    def read_bytes(self) -> bytes:
        return self._files[self._path].encode()

    def open(self, mode: str = "r", *_: Any, **__: Any) -> Any:
        return io.BytesIO(self.read_bytes()) if "b" in mode else io.StringIO(self._files[self._path])


def base_files(folder: Path | None = None) -> dict[str, str]:
    """Return the text of every file of the knowledge in a folder, or of what ships, by path."""
    place = knowledge_folder() if folder is None else folder
    return {path: file.read_bytes().decode() for path, file in knowledge_files(place)}


class Judge:
    """Checks mutants in one process; files that a mutant leaves as they were are parsed once."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.parsed: dict[tuple[str, bytes], ParsedFile] = {}
        for path, text in files.items():
            if path.endswith(".yaml"):
                self.parsed[path, text.encode()] = read_yaml(text.encode(), path)
        checked = self._checked(files)
        self.problems = {told(one) for one in checked.problems}
        self.nouns = nouns(checked)

    def _checked(self, files: Files) -> Checked:
        with mock.patch.object(reading, "read_yaml", self._read_yaml):
            return check_knowledge(Held(files))

    def _read_yaml(self, content: bytes, file: str) -> ParsedFile:
        known = self.parsed.get((file, content))
        if known is None:
            return read_yaml(content, file)
        fresh = ParsedFile(file, known.value, lambda: known.lines)
        fresh.problems = list(known.problems)
        return fresh

    def judge(self, mutant: Mutant) -> Outcome:
        """Return what `check` makes of a mutant."""
        files = dict(self.files)
        for path, text in mutant.changes:
            files.pop(path, None)
            if text is not None:
                files[path] = text
        begin = time.process_time()
        signal.signal(signal.SIGALRM, _give_up)
        signal.alarm(SECONDS)
        try:
            checked = self._checked(files)
        except _TooSlowError:
            return Outcome(mutant, "slow", seconds=SECONDS)
        except Exception as error:
            return Outcome(mutant, "crash", (repr(error)[:120],))
        finally:
            signal.alarm(0)
        seconds = time.process_time() - begin
        new = [one for one in checked.problems if told(one) not in self.problems]
        if not new:
            same = nouns(checked) == self.nouns and all(path.endswith(".yaml") for path, _ in mutant.changes)
            return Outcome(mutant, "same" if same else "live", seconds=seconds)
        changed = {path for path, _ in mutant.changes}
        placed = any(one.where.partition(":")[0] in changed for one in new)
        end = "error" if any(one.severity == "error" for one in new) else "warning"
        codes = Counter(one.code for one in new)
        return Outcome(mutant, end, tuple(code for code, _ in codes.most_common()), len(new), placed, seconds)


class _TooSlowError(BaseException):
    """A check took too long."""


def _give_up(*_: object) -> None:
    raise _TooSlowError


def told(one: Problem) -> tuple[str, str, str]:
    """Return a problem without its lines, which a mutant moves."""
    return re.sub(r":\d+$", "", one.where), one.code, re.sub(r":\d+", "", one.message)


def nouns(checked: Checked) -> dict[str, Any] | None:
    """Return every noun that was read, rules without their examples: another that holds is no other knowledge."""
    if checked.kb is None:
        return None
    tables = {name: getattr(checked.kb, name) for name in KnowledgeBase.model_fields if name != "tables"}
    read = {name: table for name, table in tables.items() if isinstance(table, dict) and name != "places"}
    read["rules"] = {name: rule.model_copy(update={"examples": ()}) for name, rule in read["rules"].items()}
    return {name: {key: ordered(_plain(noun)) for key, noun in table.items()} for name, table in read.items()}


def _plain(noun: Any) -> Any:
    return noun.model_dump() if hasattr(noun, "model_dump") else noun


_judge: Judge


def _start(files: Files) -> None:
    global _judge
    _judge = Judge(files)


def _run(mutant: Mutant) -> Outcome:
    return _judge.judge(mutant)


def judged(files: Files, mutants: Iterable[Mutant], processes: int = PROCESSES) -> Iterator[Outcome]:
    """Yield the outcome of each mutant, in order."""
    with multiprocessing.get_context("fork").Pool(processes, _start, (files,)) as pool:
        yield from pool.imap(_run, mutants)
