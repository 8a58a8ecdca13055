"""Bytes of a workbook -> its sheets as rows of text, behind a guard: a hostile file costs little and breaks nothing.

Reads .xlsx and .xlsm with the standard library alone, as a stream, in a child process with limits of memory and time.
Knows nothing of villages; what the cells mean is for `recommender.villages`. Imports nothing else of this package, so
that the child starts quickly.
"""
