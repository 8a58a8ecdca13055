"""Mutants of the shipped knowledge: which slips of an author does `recommender check` find, and which does it let live?

    python benchmarks/mutants.py [--count 300] [--seed 1] [--kinds numbers,misspelt] [--live FILE]

Each mutant is the shipped base with one slip (`mutant_kinds`), drawn by the seed: as many of each kind, in rules, works,
the other files of the catalog and its tables. It is killed where `check` names a problem that the shipped base has not;
the severest counts. What reads as the same knowledge is no mutant: a changed note, an order of keys, a default
written out. Prints a table by kind, and every live mutant in short form.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import re
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from random import Random
from typing import Any

from marked_files import MarkedFile, mark
from mutant_kinds import KINDS, Known

from recommender.knowledge import files as reading
from recommender.knowledge.places import knowledge_files, knowledge_folder
from recommender.language.errors import Problem
from recommender.model.knowledge import KnowledgeBase
from recommender.parsing.parsed_file import ParsedFile
from recommender.parsing.yaml_text import read_yaml
from recommender.verbs.checking.checker import Checked, check_knowledge

PROCESSES = 2
SECONDS = 60  # of a check, after which it is given up: killed by nobody
FILE_KINDS = {"file-moved": "lines", "file-copied": "lines"}
GROUPS = {**{name: kind.group for name, kind in KINDS.items()}, **FILE_KINDS}
# Where authors work: the start of a path -> how often a mutant is drawn there.
SHARES = {"rules/": 35, "catalog/interventions/": 40, "catalog/codes/": 3, "catalog/frameworks/": 4, "catalog/": 18}
TRIES = 400  # draws until a kind is given up
Files = Mapping[str, str]


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: `error`, `warning`, `live`, `same` (knowledge), `crash` or `slow`; and how it was told."""

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


def shipped_files() -> dict[str, str]:
    """Return the text of every file of the shipped knowledge, by path."""
    return {path: file.read_bytes().decode() for path, file in knowledge_files(knowledge_folder())}


def short(text: str, width: int = 90) -> str:
    """Return a text on one line, cut to a width."""
    flat = re.sub(r"\s+", " ", text).strip() or "(nothing)"
    return flat if len(flat) <= width else flat[: width - 1] + "…"


class Garden:
    """The shipped base, from which mutants are drawn."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.marked = {path: mark(path, text) for path, text in files.items()}
        checked = check_knowledge(Held(files))
        assert checked.kb is not None, "the shipped base cannot be read"
        self.known = Known.of(checked.kb, self.marked.values())
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
        begin = marked.text.rfind("\n", 0, start) + 1
        lead = marked.text[max(begin, start - 40) : start].lstrip() if len(spans) == 1 else ""
        old = marked.text[start:end]
        if old.strip():
            before.append(f"{lead}{old}")
        if new.strip() or not old.strip() or len(spans) == 1:
            line = f" (below line {marked.line(start) - 1})" if not old and len(spans) > 1 else ""
            after.append(f"{lead}{new}{line}")
    return " & ".join(before), " & ".join(after)


def meaning(path: str, text: str) -> object:
    """Return what a reader makes of a file, without notes; a file that cannot be read whole means itself."""
    if path.endswith(".csv"):
        return text
    parsed = read_yaml(text.encode(), path)
    return text if parsed.problems else _ordered(parsed.value)


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _ordered(below) for key, below in value.items() if key != "note"}
    # 1 and true are equal in Python, and not to a reader
    return [_ordered(one) for one in value] if isinstance(value, list) else (type(value).__name__, value)


class Judge:
    """Checks mutants in one process; files that a mutant leaves as they were are parsed once."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.parsed: dict[tuple[str, bytes], ParsedFile] = {}
        reading.read_yaml = self._read_yaml  # type: ignore[attr-defined]
        for path, text in files.items():
            if path.endswith(".yaml"):
                self.parsed[path, text.encode()] = read_yaml(text.encode(), path)
        checked = check_knowledge(Held(files))
        self.problems = {told(one) for one in checked.problems}
        self.nouns = nouns(checked)

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
        begin = time.perf_counter()
        signal.signal(signal.SIGALRM, _give_up)
        signal.alarm(SECONDS)
        try:
            checked = check_knowledge(Held(files))
        except _TooSlowError:
            return Outcome(mutant, "slow", seconds=SECONDS)
        except Exception as error:
            return Outcome(mutant, "crash", (repr(error)[:120],))
        finally:
            signal.alarm(0)
        seconds = time.perf_counter() - begin
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
    return {name: {key: _ordered(_plain(noun)) for key, noun in table.items()} for name, table in read.items()}


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


def table(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield a table by kind; mutants that are the same knowledge are left out of the count."""
    yield "| kind | mutants | by error | by warning | live | killed | told in its file | messages, mean (most) |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    rows = [(f"{GROUPS[kind]}: {kind}", [o for o in outcomes if o.mutant.kind == kind]) for kind in GROUPS]
    groups = sorted(set(GROUPS.values()))
    rows += [(f"**{group}**", [o for o in outcomes if GROUPS[o.mutant.kind] == group]) for group in groups]
    for name, found in [*rows, ("**all**", outcomes)]:
        counted = [one for one in found if one.end != "same"]
        if counted:
            ends = Counter(one.end for one in counted)
            killed = [one for one in counted if one.end in ("error", "warning")]
            placed = sum(one.is_placed for one in killed)
            share = f"{round(100 * len(killed) / len(counted))} %"
            mean = f"{sum(one.messages for one in killed) / max(1, len(killed)):.1f}"
            most = max((one.messages for one in killed), default=0)
            lived = len(counted) - len(killed)
            yield (
                f"| {name} | {len(counted)} | {ends['error']} | {ends['warning']} | {lived} "
                f"| {share} | {placed} of {len(killed)} | {mean} ({most}) |"
            )


def main() -> None:
    """Draw, check and report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=300, help="mutants in all, as many of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help=f"kinds or groups, by comma: {', '.join(GROUPS)}")
    parser.add_argument("--live", help="a file for the live mutants; else they are printed")
    given = parser.parse_args()
    asked = set(filter(None, given.kinds.split(",")))
    unknown = asked - GROUPS.keys() - set(GROUPS.values())
    if unknown:
        parser.error(f"no kind {', '.join(sorted(unknown))}; known: {', '.join(GROUPS)}")
    kinds = [kind for kind, group in GROUPS.items() if not asked or asked & {kind, group}]
    files = shipped_files()
    garden = Garden(files)
    each, more = divmod(given.count, len(kinds))
    drawn = [m for n, kind in enumerate(kinds) for m in garden.draw(kind, each + (n < more), given.seed)]
    begin = time.perf_counter()
    outcomes = list(judged(files, drawn))
    print("\n".join(table(outcomes)))
    same = sum(one.end == "same" for one in outcomes)
    worst = max(outcomes, key=lambda one: one.messages)
    slowest = max(outcomes, key=lambda one: one.seconds)
    print(f"\n{len(outcomes)} drawn, {same} of them the same knowledge; {time.perf_counter() - begin:.0f} s")
    print(f"most messages: {worst.messages} ({', '.join(worst.codes[:4])}) {worst.mutant}")
    print(f"slowest check: {slowest.seconds:.1f} s {slowest.mutant}")
    live = [one for one in outcomes if one.end not in ("error", "warning", "same")]
    lines = [f"{one.end if one.end != 'live' else '-'} {one.mutant} {' '.join(one.codes)}".rstrip() for one in live]
    if given.live:
        with open(given.live, "w", encoding="utf-8") as file:
            file.write("\n".join([*lines, ""]))
    else:
        print("\nlive:", *lines, sep="\n")


if __name__ == "__main__":
    main()
