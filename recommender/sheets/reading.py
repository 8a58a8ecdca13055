"""A workbook's bytes -> its sheets, read in a child process: whatever the file does, this process goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from recommender.sheets import child
from recommender.sheets.guard import LARGEST_FILE
from recommender.sheets.nouns import Issue, Merged, Refused, Sheet, Workbook

_PROGRAM = "import sys; sys.path[:0] = [{home!r}]; from recommender.sheets.child import main; main({memory}, {seconds})"


def read_workbook(content: bytes) -> Workbook:
    """Return the sheets of a workbook, in order.

    Where no process can be started (a frozen program, a locked-down system), it is read in this one: the limits on
    sizes, rows, columns and texts hold there too, those on memory and time do not.

    Raises
    ------
    Refused
        If it is not read: what it is instead, what is wrong with it, or which limit it breaks.
    """
    if len(content) > LARGEST_FILE:
        raise Refused("workbook-too-large", what="bytes", limit=LARGEST_FILE)
    lines = _lines(content)
    if lines is None:
        own: list[object] = []
        child.report(content, own.append)
        return _workbook(own)
    return _workbook(json.loads(line) for line in lines if line.strip())


def _lines(content: bytes) -> list[bytes] | None:
    """Return what the child wrote, None if there is no child.

    Raises
    ------
    Refused
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
        raise Refused("workbook-too-heavy") from None
    except OSError:
        return None
    if done.returncode < 0 or b"MemoryError" in done.stderr:  # killed by a limit, or too tight to start
        raise Refused("workbook-too-heavy")
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise Refused("bad-workbook", reason=reason[:200])
    return done.stdout.splitlines()


def _workbook(lines: Iterable[object]) -> Workbook:
    workbook = Workbook()
    for line in lines:
        if isinstance(line, list):
            number, cells = line
            workbook.sheets[-1].rows.append((number, cells))
            continue
        assert isinstance(line, dict)
        if "refused" in line:
            raise Refused(line["refused"], **line["details"])
        if "sheet" in line:
            workbook.sheets.append(Sheet(line["sheet"], line["hidden"]))
        elif "end" in line:
            _note(workbook.sheets[-1], line["end"])
        else:
            workbook.has_macros = line["done"]["macros"]
            return workbook
    raise Refused("workbook-too-heavy")


def _note(sheet: Sheet, noted: dict[str, object]) -> None:
    sheet.merged = tuple(Merged(*block) for block in noted["merged"])  # type: ignore[attr-defined]
    sheet.issues = tuple(Issue(*issue) for issue in noted["issues"])  # type: ignore[attr-defined]
    sheet.hidden_rows = tuple(noted["hidden_rows"])  # type: ignore[arg-type]
    sheet.hidden_columns = tuple(noted["hidden_columns"])  # type: ignore[arg-type]
    sheet.hidden_row_count = int(str(noted["hidden_row_count"]))
    sheet.is_filtered = bool(noted["filtered"])
