"""Bytes of a workbook -> its sheets as rows of text, behind a guard: a hostile file costs little and breaks nothing.

In: bytes of an .xlsx or .xlsm, read as a stream in a child process with limits. Out: `Workbook`, or why it is refused.
The child starts quickly because this room stands alone.
Imports: nothing.
"""
