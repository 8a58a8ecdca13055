"""Knowledge base -> lists, single entries, JSON: what rules, works, indicators, facts and numbers there are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from recommender.model.conditions import All, Comparison, Not, comparisons
from recommender.model.conditions import Any as AnyOf
from recommender.model.knowledge import KnowledgeBase, Noun
from recommender.reports.blocks import Block, Code, Entry, Heading, Paragraph
from recommender.reports.condition_words import condition_data
from recommender.reports.json_report import dump
from recommender.reports.words import Words

# What can be listed -> (table of the knowledge base, word for one entry, what is said of each)
KINDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "interventions": ("interventions", "intervention", ("dimension", "kind", "cost")),
    "rules": ("rules", "rule", ("dimension", "about", "status")),
    "indicators": ("indicators", "indicator", ("dimension", "actionable")),
    "facts": ("facts", "fact", ("type",)),
    "parameters": ("parameters", "parameter", ("unit", "value")),
    "sources": ("funding", "source", ("label", "executor")),
}


def table_of(kb: KnowledgeBase, kind: str) -> Mapping[str, Noun]:
    table: Mapping[str, Noun] = getattr(kb, KINDS[kind][0])
    return table


def entries_data(kb: KnowledgeBase, kind: str) -> list[dict[str, Any]]:
    """Return one object an entry, sorted by identifier; `id` is the identifier, the rest as the file has it."""
    table = table_of(kb, kind)
    return [entry_data(name, table[name]) for name in sorted(table)]


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
    return value if value is None else value / 1000


def list_blocks(kind: str, words: Words) -> Iterator[Block]:
    """Yield an entry each: meaning, identifier, and what matters most of that kind."""
    extra = KINDS[kind][2]
    table = table_of(words.kb, kind)
    for name in sorted(table):
        remarks = " · ".join(_remarks(table[name], extra, words))
        yield Entry(_readable(table[name], words), "•", name, (remarks,))


def _readable(noun: Any, words: Words) -> str:
    text: str = noun.name.in_language(words.lang)
    return text


def _remarks(noun: Any, extra: Iterable[str], words: Words) -> Iterator[str]:
    for name in extra:
        if name == "cost":
            yield f"{words.money(noun.cost.low)}–{words.money(noun.cost.high)}/{noun.cost.per}"
        elif name == "value":
            yield words.value("", noun.values[max(noun.values)])
        elif name == "executor":
            yield words.executor(noun.executor)
        elif name == "dimension":
            yield words.dimension(noun.dimension)
        else:
            yield f"{words.say(f'column.{name}').lower()}: {getattr(noun, name)}"


def show_blocks(kind: str, name: str, words: Words) -> Iterator[Block]:
    """Yield one entry: its names, what hangs on it, and everything its file says."""
    noun = table_of(words.kb, kind)[name]
    yield Heading(_readable(noun, words), 1, f"{words.say(f'kind.{KINDS[kind][1]}')} {name}")
    for key, names in _links(kind, name, words.kb).items():
        if names:
            yield Paragraph(f"{words.say(key)}: {', '.join(names)}")
    place = words.kb.places.get(f"{KINDS[kind][0]}/{name}")
    if place:
        yield Paragraph(place)
    yield Code(dump(_data(noun)).rstrip("\n"), "json")


def _links(kind: str, name: str, kb: KnowledgeBase) -> dict[str, list[str]]:
    """Return what refers to the entry: the folder is the register, so nothing else says it."""
    if kind == "interventions":
        works = kb.interventions
        needed = (other for other in sorted(works) if name in _prerequisites(works[other]))
        return {
            "called-by-rules": [rule for rule in sorted(kb.rules) if name in kb.rules[rule].calls],
            "prerequisite-in": list(needed),
        }
    links = {"read-by-rules": [rule for rule in sorted(kb.rules) if name in _read(kb.rules[rule].when)]}
    if kind == "indicators":
        links["improved-by"] = [work for work in sorted(kb.interventions) if name in kb.interventions[work].improves]
    return links


def _prerequisites(work: Any) -> set[str]:
    return {*work.requires, *(name for group in work.requires_any for name in group)}


def _read(condition: Any) -> set[str]:
    if condition is None:
        return set()
    parts = list(comparisons(condition))
    thresholds = {part.operand.name for part in parts if hasattr(part.operand, "name")}
    return {part.name for part in parts} | thresholds
