"""What authors leave behind: no source, unfinished text, old figures, placeholders.

In: `Inspection`. Out: problems, each at the noun's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.knowledge import Rule
from recommender.model.nouns import Noun
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.texts import placeholder_in

_KINDS = ("dimensions", "indicators", "facts", "funding", "frameworks", "parameters", "interventions", "rules")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_CURLY = ("“", "”", "‘", "’")
_YEAR = re.compile(r"\d{4}")


def check_upkeep(given: Inspection) -> Iterator[Problem]:
    """Yield what is unsourced, unfinished, stale or misnamed in any noun."""
    for kind in _KINDS:
        table: Mapping[str, Noun] = getattr(given.kb, kind)
        for name, noun in sorted(table.items()):
            if getattr(noun, "status", "active") != "active":
                continue  # a draft may be unfinished: it says so when it is made active
            if not getattr(noun, "sources", ()):
                yield given.problem("unsourced", kind, name, "sources", name=name)
            yield from _wording(given, kind, name, noun)
    yield from _stale(given)
    for name, rule in sorted(given.kb.rules.items()):
        if rule.status != "retired":
            yield from _placeholders(given, name, rule)


def _wording(given: Inspection, kind: str, name: str, noun: Noun) -> Iterator[Problem]:
    for path, text in given.texts.get((kind, name), ()):
        for language, wording in (("id", text.id), ("en", text.en)):
            found = placeholder_in(wording)
            if found is not None or not wording.strip():
                key: Key = "unfinished-text.says" if wording.strip(" .…?") else "unfinished-text.blank"
                yield given.problem(key, kind, name, *path, language, language=language, found=found or "")
            words = wording.split()
            for word in {one for one, other in pairwise(words) if one == other and one.isalpha() and one.islower()}:
                yield given.problem("unfinished-text.doubled", kind, name, *path, language, word=word)
            if wording[:1] in _CURLY:
                yield given.problem("unfinished-text.quotes", kind, name, *path, language)
            if path == ("question",) and not wording.rstrip().endswith("?"):
                yield given.problem("unfinished-text.question", kind, name, *path, language, text=f"{wording:.50}")
            for filled in _PLACEHOLDER.findall(wording) if "{" in wording and path[0] != "reason" else ():
                yield given.problem("unknown-placeholder.unfilled", kind, name, *path, language, name=filled)
    notes = {
        ("note",): getattr(noun, "note", None),
        ("cost", "note"): getattr(getattr(noun, "cost", None), "note", None),
    }
    for path, note in notes.items():
        found = None if note is None else placeholder_in(note)
        if found is not None:
            yield given.problem("unfinished-text.note", kind, name, *path, found=found)


def _stale(given: Inspection) -> Iterator[Problem]:
    """Yield figures older than the base allows, counted from its own date (the clock decides nothing)."""
    years = given.limit("check-stale-years")
    this_year = given.kb.about.date.year
    for name, work in sorted(given.kb.interventions.items()):
        found = [int(year) for year in _YEAR.findall(str(work.cost.year))]
        if work.status == "active" and found and this_year - max(found) > years:
            yield given.problem(
                "stale-value.cost",
                "interventions",
                name,
                "cost",
                name=name,
                year=max(found),
                age=this_year - max(found),
                years=years,
            )
    for name, parameter in sorted(given.kb.parameters.items()):
        newest = max(parameter.values).year
        if this_year - newest > years:
            yield given.problem(
                "stale-value.parameter", "parameters", name, "values", name=name, date=newest, age=this_year - newest
            )


def _placeholders(given: Inspection, name: str, rule: Rule) -> Iterator[Problem]:
    both = [set(_PLACEHOLDER.findall(wording)) for wording in (rule.reason.id, rule.reason.en)]
    if both[0] != both[1]:
        only = ", ".join(f"{{{one}}}" for one in sorted(both[0] ^ both[1]))
        yield given.problem("placeholders-differ", "rules", name, "reason", names=only)
