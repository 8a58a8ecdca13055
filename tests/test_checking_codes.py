"""The catalogue of codes: each that is used or seeded is in it, explained in both languages."""

from __future__ import annotations

import ast
import re

import checking_samples as samples
from checking_faults import (
    FAULTS,
)

from recommender.verbs.checking.codes import CODES, meaning

ROOT = samples.ROOT


def test_every_code_is_explained_in_both_languages() -> None:
    for code in CODES:
        one, other = meaning(code, "id"), meaning(code, "en")
        assert all((one.what, one.why, one.mend, one.example, other.what, other.why, other.mend))
        assert one.what != other.what
        assert one.severity == other.severity


def test_every_code_that_is_used_is_in_the_catalogue() -> None:
    """Codes are the second argument of `Problem`, `add`, `report` and the first of `problem`."""
    package = ROOT / "recommender"
    files = [*(package / "knowledge").glob("*.py"), *(package / "verbs" / "checking").glob("*.py")]
    used = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = {"Problem": 1, "add": 1, "report": 1, "problem": 1}.get(name)
            if name == "problem" and getattr(getattr(node.func, "value", None), "id", "") == "given":
                place = 0
            argument = node.args[place] if place is not None and len(node.args) > place else None
            if isinstance(argument, ast.Constant) and re.fullmatch(r"[a-z0-9-]+", str(argument.value)):
                used.add(argument.value)
    assert len(used) > 60
    assert used - set(CODES) == set()


def test_every_seeded_code_is_in_the_catalogue() -> None:
    assert {fault[0] for fault in FAULTS} <= set(CODES)
