"""What a policy does, in a paragraph: how many plans, which works gain and lose, whose money, where, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from recommender.language.numbers import decimal
from recommender.language.wording import LANGUAGES, Phrase, phrase, term
from recommender.model.frames import Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.verbs.comparing.contrast import group_name, listed, rupiah, work_name
from recommender.verbs.comparing.grouping import Group, class_cells, village_key
from recommender.verbs.comparing.policy_pair import PolicyPair
from recommender.verbs.comparing.scope import middle

NAMED = 3  # works, groups or reasons in a sentence


def told(pair: PolicyPair, works: Frame, places: Frame) -> Iterator[Phrase]:
    """Yield the sentences of the paragraph."""
    count = len(pair.scope.plans)
    if not pair.changed:
        yield phrase("policy-changes-nothing", name=pair.after.name, count=count)
        return
    changes = Counter(move.change for _, move in pair.moves())
    yield phrase("policy-changes", name=pair.after.name, changed=pair.changed, count=count)
    yield phrase("policy-steps", **{name: changes[name] for name in ("came", "went", "earlier", "later", "otherwise")})
    for key, column in (("policy-gain", "came"), ("policy-lose", "went")):
        named = _most(pair, works, column)
        if named:
            yield phrase("policy-gain", works=named) if key == "policy-gain" else phrase("policy-lose", works=named)
    yield from _money(pair, places)
    yield from _where(pair)
    yield from _index(pair)
    yield from _why(pair)


def _most(pair: PolicyPair, works: Frame, column: str) -> Phrase | None:
    """Return the works that most plans gained or lost, on balance, with how many."""
    sign = 1 if column == "came" else -1
    balance = [(sign * (row["came"] - row["went"]), str(row["work"])) for row in works.records()]
    most = sorted((-count, name) for count, name in balance if count > 0)[:NAMED]
    if not most:
        return None
    return listed([_counted(work_name(_kb(pair, name), name), -count) for count, name in most])


def _kb(pair: PolicyPair, work: str) -> KnowledgeBase:
    """Return the knowledge that names a work."""
    after = pair.after.kb
    return after if after is not None and work in after.interventions else pair.scope.kb


def _counted(name: Phrase, count: int) -> Phrase:
    return phrase("policy-counted", name=name, count=count)


def _money(pair: PolicyPair, places: Frame) -> Iterator[Phrase]:
    own, others = ([sum(places[f"{whose}_{when}"]) for when in ("before", "after")] for whose in ("own", "others"))
    yield phrase(
        "policy-money",
        own_before=rupiah(own[0]),
        own_after=rupiah(own[1]),
        others_before=rupiah(others[0]),
        others_after=rupiah(others[1]),
    )


def _where(pair: PolicyPair) -> Iterator[Phrase]:
    """Yield the groups in which the largest share of plans differs, where there are groups."""
    if len(pair.scope.groups) < 2 or "village" in pair.scope.grouping.by:
        return
    shares = []
    for place, group in enumerate(pair.scope.groups):
        changed = sum(bool(pair.moved[village_key(plan)]) for plan in group.plans)
        shares.append((-changed / group.size, place, changed, group))
    if len({share for share, *_ in shares}) == 1:
        return
    named = [
        phrase("policy-of", name=_group(pair, group), count=changed, all=group.size)
        for _, _, changed, group in sorted(shares, key=lambda one: one[:2])[:NAMED]
        if changed
    ]
    yield phrase("policy-where", names=listed(named))


def _group(pair: PolicyPair, group: Group) -> Phrase | str:
    """Return what a group is called; a class by its name in each language."""
    framework, slug = class_cells(group.key[0])
    if pair.scope.grouping.by == ("class",) and framework in pair.scope.kb.frameworks:
        for noun in pair.scope.kb.frameworks[str(framework)].classes:
            if noun.slug == slug:
                return Phrase(noun.name.id, noun.name.en)
    return group_name(pair.scope, group)


def _index(pair: PolicyPair) -> Iterator[Phrase]:
    """Yield the median index expected in the last year, before and after."""
    ends = []
    for scope in (pair.scope, pair.then):
        found = [plan.outlook[-1] for plan in scope.plans if plan.outlook]
        if len({plan.data.framework for plan in scope.plans if plan.outlook}) > 1:
            return
        index = middle(year.expected.index for year in found if year.expected.index is not None)
        if index is None:
            return
        ends.append((max(year.year for year in found), index))
    (year, before), (year_after, after) = ends
    said = {
        f"{name}": Phrase(*(decimal(value, 4, lang) for lang in LANGUAGES))
        for name, value in (("before", before), ("after", after))
    }
    if year == year_after:
        yield phrase("policy-index", year=year, before=said["before"], after=said["after"])


def _why(pair: PolicyPair) -> Iterator[Phrase]:
    kinds = Counter(move.kind for _, move in pair.moves())
    most = sorted(kinds, key=lambda kind: (-kinds[kind], kind))[:NAMED]
    named = [_counted(Phrase(*(term(lang, "reason-kind", kind) for lang in LANGUAGES)), kinds[kind]) for kind in most]
    yield phrase("policy-why", reasons=listed(named))
