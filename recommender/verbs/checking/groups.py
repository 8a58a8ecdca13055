"""Words that put nouns into groups, and lists: a package of one, a code that no list has, a name said twice.

In: `Inspection`. Out: warnings, with the nearest word that others use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recommender.language.errors import Problem
from recommender.language.wording import did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun
from recommender.verbs.checking.citing import citations
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.texts import PathPart

# Kind of noun -> its keys that list names
_LISTS: Mapping[str, tuple[str, ...]] = {
    "rules": ("calls",),
    "interventions": ("requires", "enhanced-by", "excludes", "executors", "focus", "evidence"),
    "money_rules": ("focus", "codes"),
    "existing_programmes": ("meets", "focus"),
    "goals": ("indicators", "works"),
    "patterns": ("kinds", "works"),
}
_PARTS = 3  # of the code of an activity: field, sub-field, activity
_OWN = {str(number) for number in range(90, 99)}  # last parts of the codes that each district makes itself
# Two keys of a work that must not name the same work, and which of them it is that goes
_APART = (
    ("requires", "enhanced-by"),
    ("requires", "requires-any"),
    ("excludes", "enhanced-by"),
)


def check_groups(given: Inspection) -> Iterator[Problem]:
    """Yield codes that the budget's list lacks, classes that no index has, names said twice."""
    yield from _codes(given)
    yield from _instalments(given)
    yield from _lists(given)
    yield from _both_ways(given)
    for kind in ("rules", "interventions"):
        for name, noun in sorted(getattr(given.kb, kind).items()):
            if noun.status == "retired" and not noun.note:
                yield given.problem("retired-without-reason", kind, name, "status", name=name)


def check_packages(given: Inspection) -> Iterator[Problem]:
    """Yield packages of one work (needs every noun)."""
    works = {name: work for name, work in sorted(given.kb.interventions.items()) if work.status == "active"}
    members = Counter(work.package for work in works.values() if work.package is not None)
    for name, work in works.items():
        if work.package is not None and members[work.package] == 1:
            near = did_you_mean(work.package, [one for one in members if one != work.package])
            yield given.problem("lone-package", "interventions", name, "package", name=work.package, near=near)


def _codes(given: Inspection) -> Iterator[Problem]:
    codes = given.kb.codes
    if not codes:
        return
    for kind, name, path, code in _coded(given.kb):
        *above, last = code.split(".")
        is_own = len(above) > 1 and last in _OWN and ".".join(above) in codes
        if code in codes and len(above) < _PARTS - 1:
            yield given.problem("unlisted-code.short", kind, name, *path, name=code)
        elif code.split(".")[0] in codes and code not in codes and not is_own:
            yield given.problem("unlisted-code", kind, name, *path, name=code, near=did_you_mean(code, codes))


def _coded(kb: KnowledgeBase) -> Iterator[tuple[str, str, tuple[PathPart, ...], str]]:
    for name, work in sorted(kb.interventions.items()):
        if work.budget_code is not None and work.status == "active":
            yield "interventions", name, ("budget-code",), work.budget_code
    for name, programme in sorted(kb.existing_programmes.items()):
        yield "existing_programmes", name, ("code",), programme.code
    for name, rule in sorted(kb.money_rules.items()):
        yield from (("money_rules", name, ("codes", number), code) for number, code in enumerate(rule.codes))


def _instalments(given: Inspection) -> Iterator[Problem]:
    """Yield classes of first instalments that no framework has."""
    known = {one.slug for framework in given.kb.frameworks.values() for one in framework.classes} | {"default"}
    for name, funding in sorted(given.kb.funding.items()):
        for slug in sorted(funding.first_instalment.keys() - known):
            near = did_you_mean(slug, known)
            yield given.problem("unknown-class-name", "funding", name, "first-instalment", slug, name=slug, near=near)


def _lists(given: Inspection) -> Iterator[Problem]:
    for kind, keys in _LISTS.items():
        table: Mapping[str, Noun] = getattr(given.kb, kind)
        for name, noun in sorted(table.items()):
            for key in keys:
                yield from _twice(given, kind, name, (key,), getattr(noun, key.replace("-", "_")))
    for kind, name, _, one in citations(given.kb):
        noun = getattr(given.kb, kind)[name]
        if sum(other == one for other in noun.sources) > 1:
            yield given.problem("said-twice.list", kind, name, "sources", name=one.key or one.title, key="sources")
    for name, work in sorted(given.kb.interventions.items()):
        for number, group in enumerate(work.requires_any):
            yield from _twice(given, "interventions", name, ("requires-any", number), group)
            if len(group) == 1:
                yield given.problem("said-twice.alone", "interventions", name, "requires-any", number, name=group[0])


def _twice(
    given: Inspection, kind: str, name: str, path: tuple[PathPart, ...], names: Sequence[str]
) -> Iterator[Problem]:
    for said, count in Counter(names).items():
        if count > 1:
            yield given.problem("said-twice.list", kind, name, *path, name=said, key=path[0])


def _both_ways(given: Inspection) -> Iterator[Problem]:
    """Yield works that name another under two keys, or themselves as what they are better after."""
    for name, work in sorted(given.kb.interventions.items()):
        named = {
            "requires": {*work.requires},
            "requires-any": {other for group in work.requires_any for other in group},
            "enhanced-by": {*work.enhanced_by},
            "excludes": {*work.excludes},
        }
        for one, other in _APART:
            for both in sorted(named[one] & named[other]):
                yield given.problem("said-twice.keys", "interventions", name, other, name=both, one=one, other=other)
        if name in work.enhanced_by:
            yield given.problem("said-twice.itself", "interventions", name, "enhanced-by")
