"""Names that must exist: every reference from one noun to another.

In: a knowledge base, its nouns each well formed. Out: a problem for each name that no noun has, with the nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from recommender.knowledge.conditions import comparisons_of
from recommender.knowledge.merging import Where
from recommender.language.errors import Problem, problem
from recommender.language.wording import Key, did_you_mean
from recommender.model.conditions import Named
from recommender.model.frameworks import Framework
from recommender.model.knowledge import KnowledgeBase
from recommender.model.settings import PARAMETER_NAMES, PRICE_INDEX
from recommender.parsing.parsed_file import KeyPath

# Kind of noun -> the problem of a name that no noun of the kind has
_UNKNOWN: dict[str, Key] = {
    "addressees": "unknown-addressee",
    "codes": "unknown-budget-code",
    "dimensions": "unknown-dimension",
    "evidence": "unknown-citation",
    "facts": "unknown-fact",
    "focuses": "unknown-focus-class",
    "frameworks": "unknown-framework",
    "funding": "unknown-funding",
    "indicators": "unknown-indicator",
    "interventions": "unknown-intervention",
    "parameters": "unknown-parameter",
    "rules": "unknown-finding",
    "subjects": "unknown-subject",
}
# Kind of noun, a key of it that names others (one, a list, groups, or the keys of a mapping), and the kind of these
_NAMING = (
    ("dimensions", "weight", "parameters"),
    ("dimensions", "cut-off", "parameters"),
    ("indicators", "dimension", "dimensions"),
    ("interventions", "dimension", "dimensions"),
    ("interventions", "requires", "interventions"),
    ("interventions", "requires-any", "interventions"),
    ("interventions", "enhanced-by", "interventions"),
    ("interventions", "excludes", "interventions"),
    ("interventions", "improves", "indicators"),
    ("interventions", "met-when", "subjects"),
    ("interventions", "evidence", "evidence"),
    ("rules", "dimension", "dimensions"),
    ("rules", "calls", "interventions"),
    ("rules", "closes", "interventions"),
    ("rules", "target", "parameters"),
    ("money_rules", "funding", "funding"),
    ("existing_programmes", "funding", "funding"),
    ("existing_programmes", "meets", "interventions"),
    ("goals", "indicators", "indicators"),
    ("goals", "works", "interventions"),
    ("patterns", "works", "interventions"),
)
_MADE_OF = {"subjects": {"indicators", "rules"}, "evidence": {"sources"}}
_READING = {"score": "indicators", "fact": "facts", "finding": "rules"}
# Kind of noun that a condition reads -> the problem of a name that another of them has
_OTHER_KIND: dict[str, Key] = {
    "facts": "unknown-fact.other-kind",
    "indicators": "unknown-indicator.other-kind",
    "rules": "unknown-finding.other-kind",
}


class _Reference(NamedTuple):
    """A name of a kind, and the noun and key that say it."""

    name: str
    of: str
    kind: str
    by: str
    path: KeyPath
    is_read: bool = False  # by a condition, as a score, a fact or a finding


def check_references(base: KnowledgeBase, where: Where) -> Iterator[Problem]:
    """Yield a problem for each name that is in no file."""
    known = _declared(base)
    for name in (*PARAMETER_NAMES, PRICE_INDEX):
        if name not in known["parameters"]:
            yield problem("catalog/parameters.yaml", "missing-parameter", name=name)
    for one in (*_named(base), *_named_deeper(base), *_read(base)):
        if one.name not in known[one.of]:
            other = next((word for word, kind in _READING.items() if one.name in known[kind]), None)
            if one.is_read and other is not None:
                yield problem(where(one.kind, one.by, one.path), _OTHER_KIND[one.of], name=one.name, other=other)
                continue
            near = did_you_mean(one.name, known[one.of])
            yield problem(where(one.kind, one.by, one.path), _UNKNOWN[one.of], name=one.name, near=near)
    for name, framework in base.frameworks.items():
        yield from _inside(name, framework, where)


def absent_tables(base: KnowledgeBase) -> dict[str, int]:
    """Return the kinds of which there is not one noun, and how many names of each are used all the same."""
    known = _declared(base)
    if all(known[kind] for kind in _UNKNOWN):
        return {}
    gone = {kind for kind in known if not known[kind] and f"{kind}/" not in base.places}
    used = Counter(one.of for one in (*_named(base), *_named_deeper(base), *_read(base)) if one.of in gone)
    if "sources" in gone:
        nouns = [noun for kind in KnowledgeBase.model_fields for noun in _nouns(base, kind)]
        used["sources"] = sum(one.key is not None for noun in nouns for one in getattr(noun, "sources", ()))
    return {kind: count for kind, count in sorted(used.items()) if count and kind in KnowledgeBase.model_fields}


def _nouns(base: KnowledgeBase, kind: str) -> Collection[object]:
    table = getattr(base, kind, None)
    return table.values() if isinstance(table, Mapping) else ()


def _declared(base: KnowledgeBase) -> Mapping[str, Collection[str]]:
    """Return every name by kind, those too whose noun could not be read: what is wrong with them is said elsewhere."""
    names: dict[str, set[str]] = {kind: set(getattr(base, kind, ())) for kind in (*_UNKNOWN, "sources")}
    for place in base.places:
        kind, _, name = place.partition("/")
        names.setdefault(kind, set()).add(name)
    whole = {kind for kind, known in names.items() if "" in known}  # their file cannot be read: nothing is unknown
    names["subjects"] = names["indicators"] | names["rules"] | {"prerequisite"}
    names["evidence"] = names["sources"] | {"official", "study", "judgement"}
    whole |= {kind for kind, parts in _MADE_OF.items() if whole & parts}
    names |= {kind: _Everything() for kind in whole}
    return names


class _Everything(set[str]):
    """Stands for the names of a file that cannot be read: each of them may be in it."""

    def __contains__(self, name: object) -> bool:
        return True


def _named(base: KnowledgeBase) -> Iterator[_Reference]:
    for kind, key, of in _NAMING:
        for by, noun in getattr(base, kind).items():
            for name, path in _names(getattr(noun, key.replace("-", "_")), (key,)):
                yield _Reference(name, of, kind, by, path)


def _names(value: object, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, Mapping):
        yield from ((name, (*path, name)) for name in value)
    elif isinstance(value, tuple):
        for member in value:
            yield from _names(member, path)


def _named_deeper(base: KnowledgeBase) -> Iterator[_Reference]:
    """Yield what is named below the keys of a noun, or only under some circumstance."""
    for by, work in base.interventions.items():
        if work.quantity.fact is not None:
            yield _Reference(work.quantity.fact, "facts", "interventions", by, ("quantity",))
        if work.budget_code and base.codes:
            yield _Reference(work.budget_code.split(".")[0], "codes", "interventions", by, ("budget-code",))
        if work.addressee is not None:
            yield _Reference(work.addressee, "addressees", "interventions", by, ("addressee",))
        if work.serves is not None:
            yield _Reference(work.serves.decides, "addressees", "interventions", by, ("serves", "decides"))
    for by, funding in base.funding.items():
        for slug, name in funding.first_instalment.items():
            yield _Reference(name, "parameters", "funding", by, ("first-instalment", slug))
    # Without names of their own focuses are only words.
    for kind in ("interventions", "money_rules", "existing_programmes") if base.focuses else ():
        for by, noun in getattr(base, kind).items():
            for focus in noun.focus:
                yield _Reference(focus, "focuses", kind, by, ("focus",))
    for by, programme in base.existing_programmes.items() if base.codes else ():
        yield _Reference(programme.code.split(".")[0], "codes", "existing_programmes", by, ("code",))
    for by, rule_of_money in base.money_rules.items() if base.codes else ():
        for code in rule_of_money.codes:
            yield _Reference(code.split(".")[0], "codes", "money_rules", by, ("codes",))
    for by, rule in base.rules.items():
        if rule.about not in ("self", "none"):
            yield _Reference(rule.about, "indicators", "rules", by, ("about",))
    for by, fact in base.facts.items():
        if fact.derived is not None:
            yield _Reference(fact.derived.indicator, "indicators", "facts", by, ("from", "indicator"))
            for framework in fact.derived.levels:
                yield _Reference(framework, "frameworks", "facts", by, ("from", "levels", framework))
    for by, index in base.frameworks.items():
        for code, item in index.items.items():
            yield _Reference(item.indicator, "indicators", "frameworks", by, ("items", code))


def _read(base: KnowledgeBase) -> Iterator[_Reference]:
    """Yield what conditions read, and the parameters that they hold it against."""
    for kind, by, path, comparison in comparisons_of(base):
        yield _Reference(comparison.name, _READING[comparison.reads], kind, by, path, is_read=True)
        if isinstance(comparison.operand, Named):
            yield _Reference(comparison.operand.name, "parameters", kind, by, path)


def _inside(name: str, framework: Framework, where: Where) -> Iterator[Problem]:
    """Yield names of a framework that its own components, parts and items lack."""
    parts = [part for section in framework.outline.values() for part in section.parts]
    named: list[tuple[str, Collection[str], Key, KeyPath]] = []
    for code, item in framework.items.items():
        named.append((item.component, framework.components, "unknown-component", ("items", code)))
        if item.part is not None or parts:
            named.append((item.part or "", parts, "unknown-part", ("items", code)))
    for number, fault in enumerate(framework.faults):
        items = [fault.item] if fault.copy_of is None else [fault.item, fault.copy_of]
        named += [(item, framework.items, "unknown-item", ("faults", number)) for item in items]
    for other, known, key, path in named:
        if other not in known:
            yield problem(where("frameworks", name, path), key, name=other, near=did_you_mean(other, known))
