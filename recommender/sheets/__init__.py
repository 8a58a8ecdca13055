"""Bytes of a workbook -> its sheets as rows of text, behind a guard: a hostile file costs little and breaks nothing.

Reads .xlsx and .xlsm with the standard library alone, as a stream, in a child process with limits of memory and time.
Knows nothing of villages; what the cells mean is for `recommender.villages`. Imports nothing else of this package, so
that the child starts quickly.
"""

from recommender.sheets.kinds import SUFFIXES, is_renamed_text, is_workbook
from recommender.sheets.nouns import Issue, Merged, Refused, Sheet, Workbook, cell_name
from recommender.sheets.reading import read_workbook

__all__ = [
    "SUFFIXES",
    "Issue",
    "Merged",
    "Refused",
    "Sheet",
    "Workbook",
    "cell_name",
    "is_renamed_text",
    "is_workbook",
    "read_workbook",
]
