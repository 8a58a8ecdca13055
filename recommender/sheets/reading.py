"""A workbook's bytes -> its sheets, read in a child process: whatever the file does, this process goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from recommender.sheets import child
from recommender.sheets.guard import LARGEST_FILE
from recommender.sheets.nouns import LostCell, MergedCells, Sheet, Workbook, WorkbookRefused

_PROGRAM = "import sys; sys.path[:0] = [{home!r}]; from recommender.sheets.child import main; main({memory}, {seconds})"


def read_workbook(content: bytes) -> Workbook:
    """Return the sheets of a workbook, in order.

    Where no process can be started (a frozen program, a locked-down system), it is read in this one: the limits on
    sizes, rows, columns and texts hold there too, those on memory and time do not.

    Raises
    ------
    WorkbookRefused
        If it is not read: what it is instead, what is wrong with it, or which limit it breaks.
    """
    if len(content) > LARGEST_FILE:
        raise WorkbookRefused("workbook-too-large", what="bytes", limit=LARGEST_FILE)
    lines = _lines(content)
    if lines is None:
        own: list[Any] = []
        child.report(content, own.append)
        return _workbook(own)
    return _workbook(json.loads(line) for line in lines if line.strip())


def _lines(content: bytes) -> list[bytes] | None:
    """Return what the child wrote, None if there is no child.

    Raises
    ------
    WorkbookRefused
        If it took too much memory or time, or died.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    home = str(Path(__file__).parents[2])
    program = _PROGRAM.format(home=home, memory=child.MOST_MEMORY, seconds=child.MOST_SECONDS)
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", program],
            input=content,
            capture_output=True,
            check=False,
            timeout=child.MOST_SECONDS * 2,
        )
    except subprocess.TimeoutExpired:
        raise WorkbookRefused("workbook-too-heavy") from None
    except OSError:
        return None
    if done.returncode < 0 or b"MemoryError" in done.stderr:  # killed by a limit, or too tight to start
        raise WorkbookRefused("workbook-too-heavy")
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise WorkbookRefused("bad-workbook", reason=reason[:200])
    return done.stdout.splitlines()


def _workbook(lines: Iterable[Any]) -> Workbook:
    sheets: list[Sheet] = []
    rows: list[tuple[int, list[str]]] = []
    for line in lines:
        match line:
            case [int(number), list(cells)]:
                rows.append((number, cells))
            case {"sheet": noted}:
                sheet = Sheet(**noted)
                sheet.merged = [MergedCells(*block) for block in sheet.merged]
                sheet.lost = [LostCell(*cell) for cell in sheet.lost]
                sheet.rows, rows = rows, []
                sheets.append(sheet)
            case {"refused": code, "details": details}:
                raise WorkbookRefused(code, **details)
            case {"done": noted}:
                return Workbook(sheets, **noted)
    raise WorkbookRefused("workbook-too-heavy")
