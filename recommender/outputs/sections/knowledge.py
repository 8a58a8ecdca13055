"""Knowledge base -> lists, single entries, JSON: what rules, works, indicators, facts and numbers there are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from recommender.model.conditions import All, Comparison, Not
from recommender.model.conditions import Any as AnyOf
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun
from recommender.outputs.blocks import BULLET, Block, Entry, Heading, Paragraph
from recommender.outputs.condition_words import condition_data
from recommender.outputs.links import links
from recommender.outputs.sections.entry import entry_blocks, parameter_value, unit_of
from recommender.outputs.sections.overlays import change_data, change_words, changes_of
from recommender.outputs.words import NameKind, Words

# What can be listed -> (table of the knowledge base, word for one entry, what is said of each)
KINDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "interventions": ("interventions", "intervention", ("dimension", "kind", "cost")),
    "rules": ("rules", "rule", ("dimension", "about", "status")),
    "indicators": ("indicators", "indicator", ("dimension", "actionable")),
    "facts": ("facts", "fact", ("type",)),
    "parameters": ("parameters", "parameter", ("values",)),
    "sources": ("funding", "source", ("label", "executor")),
}

# What refers to an entry -> what bears the names that refer; else rules do
_LINKED: dict[str, NameKind] = {
    "prerequisite-in": "work",
    "read-by-works": "work",
    "improved-by": "work",
    "quantity-of": "work",
    "closed-by-rules": "work",
    "read-by-indicators": "indicator",
}


def table_of(kb: KnowledgeBase, kind: str) -> Mapping[str, Noun]:
    table: Mapping[str, Noun] = getattr(kb, KINDS[kind][0])
    return table


def chosen(kb: KnowledgeBase, kind: str, filters: Mapping[str, str | None]) -> list[str]:
    """Return the identifiers of one kind, sorted, that pass every filter given.

    `dimension`, of any kind that has one; `about` an indicator (or self, none) and `calls` an intervention, of rules.
    """
    table: Mapping[str, Any] = table_of(kb, kind)
    return [name for name in sorted(table) if all(_passes(table[name], *one) for one in filters.items())]


def _passes(noun: Any, key: str, wanted: str | None) -> bool:
    return wanted is None or (wanted in noun.calls if key == "calls" else wanted == getattr(noun, key))


def entries_data(kb: KnowledgeBase, kind: str, names: Iterable[str]) -> list[dict[str, Any]]:
    """Return one object an entry; `id` is the identifier, the rest as the file has it."""
    table = table_of(kb, kind)
    return [entry_data(name, table[name]) for name in names]


def entry_data(name: str, noun: Noun) -> dict[str, Any]:
    return {"id": name, **_data(noun)}


def _data(value: Any) -> Any:
    """Return a noun as plain data, as its file has it: hyphenated keys, decimals, conditions as trees."""
    if isinstance(value, Comparison | All | AnyOf | Not):
        return condition_data(value)
    if isinstance(value, Noun):
        fields = type(value).model_fields
        return {
            field.alias or name: _decimal(getattr(value, name))
            if _is_thousandths(field)
            else _data(getattr(value, name))
            for name, field in fields.items()
        }
    if isinstance(value, Mapping):
        return {str(key): _data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_data(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _is_thousandths(field: Any) -> bool:
    marks = [*field.metadata, *(m for part in getattr(field.annotation, "__args__", ()) for m in _metadata(part))]
    return any(getattr(getattr(mark, "func", None), "__name__", "") == "to_thousandths" for mark in marks)


def _metadata(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__metadata__", ())


def _decimal(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _decimal(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_decimal(item) for item in value]
    return value if value is None else value / 1000


def list_blocks(kind: str, words: Words, names: Iterable[str]) -> Iterator[Block]:
    """Yield an entry each: meaning, identifier, and what matters most of that kind; say so where there is none."""
    names, extra = list(names), KINDS[kind][2]
    if not names:
        yield Paragraph(words.say("list-nothing"))
    table = table_of(words.kb, kind)
    for name in names:
        remarks = " · ".join(_remarks(table[name], extra, words))
        yield Entry(_readable(table[name], words), BULLET, name, (remarks,))


def _readable(noun: Any, words: Words) -> str:
    text: str = noun.name.in_language(words.lang)
    return text


def _remarks(noun: Any, extra: Iterable[str], words: Words) -> Iterator[str]:
    """Yield what a list says of an entry, in the order of `KINDS`."""
    for name in extra:
        value: Any = getattr(noun, name, None)
        if name == "cost":
            unit = unit_of(noun, words)
            yield words.say("list-cost", low=words.money(value.low), high=words.money(value.high), unit=unit)
        elif name == "values":
            yield parameter_value(noun, noun.values[max(noun.values)], words)
        elif name == "executor":
            yield words.executor(value)
        elif name == "dimension":
            yield words.dimension(value)
        elif name == "kind":
            yield words.term("work-kind", value)
        elif name == "type":
            yield f"{noun.question.in_language(words.lang)} {words.term('answer-unit', value)}"
        elif name == "about":
            yield words.name(value, "indicator") if value in words.kb.indicators else words.term("rule-about", value)
        elif name == "actionable":
            yield words.term("can-change", value)
        elif name == "status" and value != "active":
            yield words.say("shown.status.draft" if value == "draft" else "shown.status.retired")
        elif name == "label":
            yield value


def show_blocks(kind: str, name: str, words: Words) -> Iterator[Block]:
    """Yield one entry: what its file says, in sentences, and what hangs on it."""
    noun = table_of(words.kb, kind)[name]
    yield Heading(_readable(noun, words), 1, f"{words.term('kind', KINDS[kind][1])} {name}")
    for overlay, change in changes_of(words.kb, KINDS[kind][0], name):
        yield Paragraph(change_words(overlay, change, words.lang))
    yield from entry_blocks(kind, noun, words)
    for key, names in links(KINDS[kind][0], name, words.kb).items():
        if names:
            yield Heading(words.say(key), 3)
            for one in names:
                yield Entry(words.name(one, _LINKED.get(key, "rule")), BULLET, one)
    place = words.kb.places.get(f"{KINDS[kind][0]}/{name}")
    if place:
        yield Paragraph(words.say("defined-in", place=place))


def show_data(kind: str, name: str, kb: KnowledgeBase) -> dict[str, Any]:
    """Return one entry as data: as its file has it, where that is, what refers to it, what overlays changed."""
    table = KINDS[kind][0]
    return {
        "kind": kind,
        **entry_data(name, table_of(kb, kind)[name]),
        "defined-in": kb.places.get(f"{table}/{name}"),
        "referred-by": {key: names for key, names in links(table, name, kb).items() if names},
        "changed-by": [change_data(overlay, change) for overlay, change in changes_of(kb, table, name)],
    }
