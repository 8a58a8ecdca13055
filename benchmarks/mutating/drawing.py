"""Mutants drawn from a base: as many of each kind as are asked for, the same for the same seed.

In: the files of a base, by path. Out: `Mutant`s; none that reads as the same knowledge as far as one file tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from mutating.known import Known
from mutating.marked import MarkedFile, mark
from mutating.structure import STRUCTURE_KINDS
from mutating.values import VALUE_KINDS
from recommender.model.knowledge import KnowledgeBase
from recommender.parsing.yaml_text import read_yaml

KINDS = {**VALUE_KINDS, **STRUCTURE_KINDS}
FILE_KINDS = {"file-moved": "lines", "file-copied": "lines"}
GROUPS = {**{name: kind.group for name, kind in KINDS.items()}, **FILE_KINDS}
# Where authors work: the start of a path -> how often a mutant is drawn there.
SHARES = {"rules/": 35, "catalog/interventions/": 40, "catalog/codes/": 3, "catalog/frameworks/": 4, "catalog/": 18}
TRIES = 400  # draws until a kind is given up
Files = Mapping[str, str]  # path -> text


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip: the file and line, what stood there and what stands now, and the changed files (None: gone)."""

    kind: str
    file: str
    line: int
    before: str
    after: str
    changes: tuple[tuple[str, str | None], ...]

    def __str__(self) -> str:
        return f"{self.kind}: {self.file}:{self.line}: {short(self.before)} → {short(self.after)}"


def short(text: str, width: int = 90) -> str:
    """Return a text on one line, cut to a width."""
    flat = re.sub(r"\s+", " ", text).strip() or "(nothing)"
    return flat if len(flat) <= width else flat[: width - 1] + "…"


class Garden:
    """A base, from which mutants are drawn."""

    def __init__(self, files: Files, kb: KnowledgeBase) -> None:
        self.files = files
        self.marked = {path: mark(path, text) for path, text in files.items()}
        self.known = Known.of(kb, self.marked.values())
        self.meaning = {path: meaning(path, text) for path, text in files.items()}
        self.paths = {start: [p for p in files if self._share(p) == start] for start in SHARES}

    @staticmethod
    def _share(path: str) -> str:
        return next(start for start in sorted(SHARES, key=len, reverse=True) if path.startswith(start))

    def draw(self, kind: str, count: int, seed: int) -> list[Mutant]:
        """Return so many different mutants of a kind, fewer where there are not as many."""
        rng = Random(f"{seed}/{kind}")
        found: dict[tuple[tuple[str, str | None], ...], Mutant] = {}
        for _ in range(TRIES + 20 * count):
            if len(found) == count:
                break
            (start,) = rng.choices(list(SHARES), list(SHARES.values()))
            if not self.paths[start]:
                continue
            path = rng.choice(self.paths[start])
            mutant = self._file_mutant(kind, path, rng) if kind in FILE_KINDS else self._mutant(kind, path, rng)
            if mutant is not None:
                found.setdefault(mutant.changes, mutant)
        return list(found.values())

    def _mutant(self, kind: str, path: str, rng: Random) -> Mutant | None:
        marked = self.marked[path]
        parts = defaultdict(list)
        for site in KINDS[kind].sites(marked, self.known):
            parts[marked.part(site.path)].append(site)
        if not parts:
            return None
        site = rng.choice(parts[rng.choice(sorted(parts))])
        spans = KINDS[kind].change(marked, site, self.known, rng)
        if spans is None:
            return None
        spans = sorted(spans)
        text, place = "", 0
        for start, end, new in spans:
            text, place = text + marked.text[place:start] + new, end
        text += marked.text[place:]
        if meaning(path, text) == self.meaning[path]:
            return None
        before, after = shown(marked, spans)
        return Mutant(kind, path, marked.line(spans[0][0]), before, after, ((path, text),))

    def _file_mutant(self, kind: str, path: str, rng: Random) -> Mutant | None:
        if not path.startswith(("rules/", "catalog/interventions/")):
            return None
        folder, _, name = path.rpartition("/")
        if kind == "file-moved":
            after = f"{rng.choice([one for one in self.known.folders if one != folder])}/{name}"
            return Mutant(kind, path, 1, path, after, ((path, None), (after, self.files[path])))
        after = path.replace(".yaml", "-2.yaml")
        return Mutant(kind, path, 1, path, f"{path} and {after}", ((after, self.files[path]),))


def shown(marked: MarkedFile, spans: list[tuple[int, int, str]]) -> tuple[str, str]:
    """Return what stood and what stands, each with what leads to it on its line, and what was taken and put where."""
    before, after = [], []
    for start, end, new in spans:
        text = marked.text
        begin = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        lead = text[max(begin, start - 40) : start].lstrip() if len(spans) == 1 else ""
        old = text[start:end]
        if not old.strip() and not new.strip():  # only blank has changed
            before.append(f"{old}|{text[end:stop]}".replace(" ", "·", len(old)))
            after.append(f"{new}|{text[end:stop]}".replace(" ", "·", len(new)))
            continue
        if old.strip():
            before.append(f"{lead}{old}")
        if new.strip() or len(spans) == 1:
            after.append(f"{lead}{new}" + (f" (below line {marked.line(start) - 1})" if not old else ""))
    return " & ".join(before), " & ".join(after)


def meaning(path: str, text: str) -> object:
    """Return what a reader makes of a file, without notes; a file that cannot be read whole means itself."""
    if path.endswith(".csv"):
        head, *rows = text.splitlines()
        return head, sorted(rows)  # their order says nothing
    parsed = read_yaml(text.encode(), path)
    return text if parsed.problems else ordered(parsed.value)


def ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: ordered(below) for key, below in value.items() if key != "note"}
    # 1 and true are equal in Python, and not to a reader
    return [ordered(one) for one in value] if isinstance(value, list) else (type(value).__name__, value)
