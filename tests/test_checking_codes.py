"""The catalogue of codes: each that is used or seeded is in it, explained in both languages."""

from __future__ import annotations

import ast

from checking_faults import (
    FAULTS,
)
from test_wording import chosen, keys_in_tables, said_keys

from recommender.language.problems import PROBLEMS
from recommender.verbs.checking.codes import CODES, meaning


def test_every_code_is_explained_in_both_languages() -> None:
    for code in CODES:
        one, other = meaning(code, "id"), meaning(code, "en")
        assert all((one.what, one.why, one.mend, one.example, other.what, other.why, other.mend))
        assert one.what != other.what
        assert one.severity == other.severity


def test_every_code_that_an_author_meets_is_explained() -> None:
    rooms = ("knowledge/", "verbs/checking/", "pipeline/matching/network")
    used = {
        str(key.value).partition(".")[0]
        for place, _, written, _, table in said_keys()
        if place.startswith(rooms) and table is PROBLEMS
        for key in chosen(written)
        if isinstance(key, ast.Constant)
    }
    tabled = {key.partition(".")[0] for place, key in keys_in_tables() if place.startswith(rooms) and key in PROBLEMS}
    used |= tabled
    assert len(used) > 90
    assert used - set(CODES) == set()


def test_every_seeded_code_is_in_the_catalogue() -> None:
    assert {fault[0] for fault in FAULTS} <= set(CODES)
