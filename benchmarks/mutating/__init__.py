"""Slips made in knowledge files on purpose, and what `check` says of them; `mutants.py` runs it."""
