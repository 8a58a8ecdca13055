"""The process that reads a workbook: bytes on standard input, JSON lines on standard output, limits on itself.

Lines: `[row, [cells]]` is a row, `{"sheet": …}` says which sheet the rows before it are of and what was noted in it;
`{"done": …}` is the last line of a workbook that was read, `{"refused": …}` that of one that was not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from recommender.sheets.guard import MB, ZipPackage
from recommender.sheets.nouns import WorkbookRefused
from recommender.sheets.parts import read_parts
from recommender.sheets.xlsx import read_sheet

MOST_MEMORY = 1024 * MB
MOST_SECONDS = 120
MOST_OUTPUT = 400 * MB


def main(memory: int, seconds: int) -> None:
    """Read the workbook of standard input within bytes of memory and seconds of computing."""
    _limit(memory, seconds)
    out = sys.stdout.buffer
    written = 0

    def write(line: Any) -> None:
        nonlocal written
        text = json.dumps(line, separators=(",", ":")).encode() + b"\n"
        written += len(text)
        if written > MOST_OUTPUT:
            raise WorkbookRefused("workbook-too-heavy")
        out.write(text)

    try:
        report(sys.stdin.buffer.read(), write)
    except MemoryError:
        out.write(b'\n{"refused":"workbook-too-heavy","details":{}}\n')
    out.flush()


def report(content: bytes, write: Callable[[Any], None]) -> None:
    """Write the lines of a workbook; the last one says whether it was read."""
    try:
        package = ZipPackage(content)
        parts = read_parts(package)
        for name, is_hidden, part in parts.sheets:
            sheet = read_sheet(package, parts, name, is_hidden, part, lambda row, cells: write([row, cells]))
            write({"sheet": asdict(sheet)})
        write({"done": {"has_macros": package.has_macros}})
    except WorkbookRefused as refused:
        write({"refused": refused.code, "details": refused.details})


def _limit(memory: int, seconds: int) -> None:
    """Set limits of memory and time where the system has them; elsewhere the guard's limits alone hold."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or most <= hard:
            resource.setrlimit(what, (most, hard))
