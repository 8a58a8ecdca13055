"""What authors leave behind: no source, an idle one, one wording twice, unfinished text, old figures, placeholders.

In: `Inspection`. Out: problems, each at the noun's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from recommender.knowledge.citations import cited_keys
from recommender.language.errors import Problem
from recommender.language.wording import Key
from recommender.model.conditions import Condition, Named, comparisons
from recommender.model.knowledge import Rule
from recommender.model.nouns import Noun, Text
from recommender.verbs.checking.inspection import Inspection, PathPart

_KINDS = ("dimensions", "indicators", "facts", "funding", "frameworks", "parameters", "interventions", "rules")
_LONG_WORDS = 4  # a text of so many words that reads the same in both languages was not translated
_UNFINISHED = re.compile(r"\b(TODO|TBD|FIXME|XXX)\b|\?\?\?|^(…|\.\.\.)$|lorem ipsum|<[a-z][a-z ]*>")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_YEAR = re.compile(r"\d{4}")
# Unit of a parameter -> types of facts that it may bound (a score: unit score)
_BOUNDS = {
    "score": ("score", "share"),
    "share": ("score", "share"),
    "factor": ("number",),
    "IDR": ("IDR",),
    "months": ("number",),
    "count": ("count", "number"),
    "years": ("years", "number"),
    "km": ("km",),
}


def check_upkeep(given: Inspection) -> Iterator[Problem]:
    """Yield what is unsourced, untranslated, unfinished, stale or misnamed in any noun."""
    for kind in _KINDS:
        table: Mapping[str, Noun] = getattr(given.kb, kind)
        for name, noun in sorted(table.items()):
            if getattr(noun, "status", "active") != "active":
                continue  # a draft may be unfinished: it says so when it is made active
            if not getattr(noun, "sources", ()):
                yield given.problem("unsourced", kind, name, "sources", name=name)
            yield from _wording(given, kind, name, noun)
    yield from _stale(given)
    yield from _sources(given)
    for name, rule in sorted(given.kb.rules.items()):
        if rule.status != "retired":
            yield from _placeholders(given, name, rule)
            yield from _units(given, name, rule.when)


def _wording(given: Inspection, kind: str, name: str, noun: Noun) -> Iterator[Problem]:
    for path, text in _texts(noun, ()):
        words = text.en.split()
        if text.id == text.en and len(words) >= _LONG_WORDS:
            yield given.problem("same-wording", kind, name, *path, text=f"{text.en:.50}")
        for language, wording in (("id", text.id), ("en", text.en)):
            found = _UNFINISHED.search(wording)
            if found or not wording.strip():
                key: Key = "unfinished-text.says" if found else "unfinished-text.blank"
                said = {"language": language, "found": found[0] if found else ""}
                yield given.problem(key, kind, name, *path, language, **said)


def _texts(value: object, path: tuple[PathPart, ...]) -> Iterator[tuple[tuple[PathPart, ...], Text]]:
    """Yield every wording inside a noun with its key path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Noun):
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _texts(inside, (*path, key))
    elif isinstance(value, tuple):
        for number, inside in enumerate(value):
            yield from _texts(inside, (*path, number))


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


def _sources(given: Inspection) -> Iterator[Problem]:
    """Yield sources that nothing cites, and those whose entry was never written.

    What an overlay replaces may have been all that cited a source below it: there only its own are judged.
    """
    cited, overlays = cited_keys(given.kb), given.kb.overlays
    above = {change.name for overlay in overlays for change in overlay.changes if change.kind == "sources"}
    for key, source in sorted(given.kb.sources.items()):
        if key not in cited and (key in above or not overlays):
            yield given.problem("uncited-source", "sources", key, name=key)
        for field in ("title", "publisher", "document"):
            found = _UNFINISHED.search(getattr(source, field) or "")
            if found:
                yield given.problem("unfinished-text.source", "sources", key, field, key=field, found=found[0])


def _placeholders(given: Inspection, name: str, rule: Rule) -> Iterator[Problem]:
    both = [set(_PLACEHOLDER.findall(wording)) for wording in (rule.reason.id, rule.reason.en)]
    if both[0] != both[1]:
        only = ", ".join(f"{{{one}}}" for one in sorted(both[0] ^ both[1]))
        yield given.problem("placeholders-differ", "rules", name, "reason", names=only)


def _units(given: Inspection, name: str, condition: Condition) -> Iterator[Problem]:
    for comparison in comparisons(condition):
        if not isinstance(comparison.operand, Named):
            continue
        parameter = given.kb.parameters[comparison.operand.name]
        measured = "score" if comparison.reads == "score" else given.kb.facts[comparison.name].type
        if measured not in _BOUNDS[parameter.unit]:
            yield given.problem(
                "unit-mismatch",
                "rules",
                name,
                "when",
                name=comparison.name,
                measured=measured,
                bound=comparison.operand.name,
                unit=parameter.unit,
            )
