"""The process that reads a workbook: bytes on standard input, JSON lines on standard output, limits on itself.

Lines: `{"sheet": …}` opens a sheet, `[row, [cells]]` is a row, `{"end": …}` closes it with what was noted;
`{"done": …}` is the last line of a workbook that was read, `{"refused": …}` that of one that was not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from recommender.sheets.guard import MB, Package
from recommender.sheets.nouns import Refused
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
            raise Refused("workbook-too-heavy")
        out.write(text)

    try:
        report(sys.stdin.buffer.read(), write)
    except MemoryError:
        out.write(b'\n{"refused":"workbook-too-heavy","details":{}}\n')
    out.flush()


def report(content: bytes, write: Callable[[Any], None]) -> None:
    """Write the lines of a workbook; the last one says whether it was read."""
    try:
        package = Package(content)
        parts = read_parts(package)
        for name, is_hidden, part in parts.sheets:
            write({"sheet": name, "hidden": is_hidden})
            sheet = read_sheet(package, parts, name, is_hidden, part, lambda row, cells: write([row, cells]))
            write(
                {
                    "end": {
                        "merged": [[block.top, block.left, block.bottom, block.right] for block in sheet.merged],
                        "issues": [[issue.kind, issue.row, issue.column, issue.text] for issue in sheet.issues],
                        "hidden_rows": sheet.hidden_rows,
                        "hidden_row_count": sheet.hidden_row_count,
                        "hidden_columns": sheet.hidden_columns,
                        "filtered": sheet.is_filtered,
                    }
                }
            )
        write({"done": {"macros": package.has_macros}})
    except Refused as refused:
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
