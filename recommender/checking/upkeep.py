"""What authors leave behind: no source, one wording in both languages, unfinished text, old figures, lost placeholders.

In: `Inspection`. Out: problems, each at the noun's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from recommender.checking.inspection import Inspection, Key
from recommender.conditions import names_read
from recommender.errors import Problem, did_you_mean
from recommender.model.conditions import Comparison, Condition, Named, comparisons
from recommender.model.knowledge import Noun, Rule, Text

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
            if getattr(noun, "status", "active") == "retired":
                continue
            if not getattr(noun, "sources", ()):
                message = f"'{name}' names no source; say who published it and where, or whose judgement it is."
                yield given.problem("unsourced", kind, name, message=message)
            yield from _wording(given, kind, name, noun)
    yield from _stale(given)
    yield from _parameter_values(given)
    for name, rule in sorted(given.kb.rules.items()):
        if rule.status != "retired":
            yield from _placeholders(given, name, rule)
            yield from _units(given, name, rule.when)
    yield from _assumptions(given)


def _wording(given: Inspection, kind: str, name: str, noun: Noun) -> Iterator[Problem]:
    for path, text in _texts(noun, ()):
        words = text.en.split()
        if text.id == text.en and len(words) >= _LONG_WORDS:
            message = f"'{text.en:.50}' stands in both languages; translate one of the two."
            yield given.problem("same-wording", kind, name, *path, message=message)
        for language, wording in (("id", text.id), ("en", text.en)):
            found = _UNFINISHED.search(wording)
            if found or not wording.strip():
                what = f"still says '{found[0]}'" if found else "is blank"
                message = f"the wording '{language}' {what}; write the sentence that readers shall see."
                yield given.problem("unfinished-text", kind, name, *path, language, message=message)


def _texts(value: object, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], Text]]:
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
            message = (
                f"the cost of '{name}' is of {max(found)}, {this_year - max(found)} years before this knowledge; "
                f"find a price of the last {years} years."
            )
            yield given.problem("stale-value", "interventions", name, "cost", message=message)
    for name, parameter in sorted(given.kb.parameters.items()):
        newest = max(parameter.values).year
        if this_year - newest > years:
            message = (
                f"'{name}' was last set for {newest}, {this_year - newest} years before this knowledge; "
                f"confirm it under a new date or give a new value."
            )
            yield given.problem("stale-value", "parameters", name, "values", message=message)


def _parameter_values(given: Inspection) -> Iterator[Problem]:
    for name, parameter in sorted(given.kb.parameters.items()):
        most = 1 if parameter.unit in ("score", "share") else None
        for date, value in sorted(parameter.values.items()):
            out = value < 0 or (most is not None and value > most)
            if out or (parameter.is_whole and value != int(value)):
                what = f"from 0 to {most}" if most else "a whole number of at least 0" if parameter.is_whole else ">= 0"
                message = f"'{name}' is {value} from {date}; a {parameter.unit} is {what}."
                yield given.problem("parameter-out-of-range", "parameters", name, "values", message=message)


def _placeholders(given: Inspection, name: str, rule: Rule) -> Iterator[Problem]:
    kb = given.kb
    read = _names_behind(given, rule.when)
    for language, wording in (("id", rule.reason.id), ("en", rule.reason.en)):
        for placeholder in _PLACEHOLDER.findall(wording):
            if placeholder in kb.parameters or placeholder in read:
                continue
            if placeholder in kb.indicators or placeholder in kb.facts:
                why = f"'{placeholder}' is not read by the rule, so it may be unknown when the sentence is printed"
            else:
                why = f"'{placeholder}' is no indicator, fact or parameter"
            message = (
                f"the reason ({language}) is filled with {{{placeholder}}}: {why}.{did_you_mean(placeholder, read)}"
            )
            yield given.problem("unknown-placeholder", "rules", name, "reason", language, message=message)
    both = [set(_PLACEHOLDER.findall(wording)) for wording in (rule.reason.id, rule.reason.en)]
    if both[0] != both[1]:
        only = ", ".join(f"{{{one}}}" for one in sorted(both[0] ^ both[1]))
        message = f"{only} stands in one language only; readers of the other miss the figure."
        yield given.problem("placeholders-differ", "rules", name, "reason", message=message)


def _names_behind(given: Inspection, condition: Condition) -> set[str]:
    """Return the indicators and facts that a condition reads, also through findings, and what it is about."""
    names = {c.name for c in comparisons(condition) if c.reads != "finding"}
    for other in names_read(condition, "finding"):
        if other in given.kb.rules:
            names |= _names_behind(given, given.kb.rules[other].when)
    return names


def _units(given: Inspection, name: str, condition: Condition) -> Iterator[Problem]:
    for comparison in comparisons(condition):
        if not isinstance(comparison.operand, Named):
            continue
        parameter = given.kb.parameters[comparison.operand.name]
        measured = "score" if comparison.reads == "score" else given.kb.facts[comparison.name].type
        if measured not in _BOUNDS[parameter.unit]:
            message = (
                f"'{comparison.name}' is measured in {measured}, the bound '{comparison.operand.name}' in "
                f"{parameter.unit}; compare like with like."
            )
            yield given.problem("unit-mismatch", "rules", name, "when", message=message)


def _assumptions(given: Inspection) -> Iterator[Problem]:
    """Yield assumed numbers so near a bound that a small error of the assumption turns a rule."""
    margin = given.limit("check-assumption-margin")
    bounds: dict[str, set[tuple[int, str]]] = {}
    for reader, comparison in _fact_readers(given):
        operand = comparison.operand
        if isinstance(operand, Named):
            operand = given.kb.parameters[operand.name].bound(given.kb.about.date)
        if isinstance(operand, int) and not isinstance(operand, bool):
            bounds.setdefault(comparison.name, set()).add((operand, reader))
    for name, fact in sorted(given.kb.facts.items()):
        value = fact.assumption.value if fact.assumption else None
        if value is None or isinstance(value, bool | str):
            continue
        for bound, reader in sorted(bounds.get(name, ())):
            if abs(round(value * 1000) - bound) * 1000 < margin * abs(bound):
                message = (
                    f"'{name}' is assumed to be {value}, within {margin / 10:g} % of the bound {bound / 1000:g} of "
                    f"'{reader}': a small error would turn it. Assume another value, or none and ask."
                )
                yield given.problem("assumption-near-bound", "facts", name, "assumption", message=message)


def _fact_readers(given: Inspection) -> Iterator[tuple[str, Comparison]]:
    for name, rule in sorted(given.kb.rules.items()):
        if rule.status != "retired":
            yield from ((name, c) for c in comparisons(rule.when) if c.reads == "fact")
    for name, work in sorted(given.kb.interventions.items()):
        conditions = [*([work.applies_when] if work.applies_when is not None else []), *work.met_when.values()]
        for condition in conditions if work.status == "active" else ():
            yield from ((name, c) for c in comparisons(condition) if c.reads == "fact")
