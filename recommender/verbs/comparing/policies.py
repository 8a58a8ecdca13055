"""compare_policies(): the same villages under two policies -> which works and places gain and lose, why, in words.

Each side is results (of `recommend_all`, `plans_under`) or a plan document. Of documents of this program's knowledge
the reasons are those of results; of others only what both plans tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from recommender.language.errors import UsageError, problem
from recommender.language.wording import Phrase, phrase
from recommender.model.frames import Cell, Column, Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import VILLAGE
from recommender.model.plan import Plan, PlanDocument
from recommender.pipeline.documents import Result
from recommender.pipeline.together import GroupWork
from recommender.verbs.comparing.comparison import compare
from recommender.verbs.comparing.contrast import Contrast, beside, codes_of
from recommender.verbs.comparing.grouping import Level, village_key
from recommender.verbs.comparing.moves import CHANGES, REASON_KINDS, StepMove, moves, side_of
from recommender.verbs.comparing.policy_pair import PolicyPair, policy_side
from recommender.verbs.comparing.policy_terms import terms
from recommender.verbs.comparing.policy_words import told
from recommender.verbs.comparing.scope import Row, Scope, middle


def compare_policies(
    before: Iterable[Result] | PlanDocument,
    after: Iterable[Result] | PlanDocument,
    kb: KnowledgeBase,
    by: Sequence[Level] = (),
    *,
    name: str | Phrase | None = None,
    filters: Sequence[str] = (),
    data_year: int | None = None,
    said: Sequence[Phrase] = (),
) -> Contrast:
    """Return what the second policy makes of the plans under the first.

    Parameters
    ----------
    before, after
        Plans of the same villages; villages in only one of them are named and not compared.
    kb
        The knowledge that names groups and works.
    name
        What the second policy is called.
    said
        What else must be known, to stand beside every table.

    Raises
    ------
    UsageError
        As `compare`; and if both have no village in common.
    """
    called = phrase("policy-second") if name is None else name if isinstance(name, Phrase) else Phrase(name, name)
    one, other = policy_side(before, kb, phrase("policy-first")), policy_side(after, kb, called)
    common = {key: plan for key, plan in one.plans.items() if key in other.made}
    if not common:
        raise UsageError([problem("", "no-common-villages", one=len(one.made), other=len(other.made))])
    scope = compare(common.values(), kb, by, filters=filters, data_year=data_year, said=said).scope
    moved = {
        key: tuple(moves(side_of(one.made[key]), side_of(other.made[key]), (one.kb, other.kb)))
        for key in map(village_key, scope.plans)
    }
    pair = PolicyPair(one, other, scope, beside(scope, other.plans), moved)
    notes = _notes(pair)
    frames = [make(pair, notes) for make in (_terms, _works, _places, _reasons)]
    answers = {frame.name: frame for frame in frames}
    return Contrast(
        scope,
        phrase("policy-title", name=called, count=len(scope.plans)),
        tuple(told(pair, answers["policy_works"], answers["policy_places"])),
        answers,
        {"policy_steps": _steps(pair)},
        other.kb or one.kb or kb,
    )


def _notes(pair: PolicyPair) -> list[Phrase]:
    """Return what must be said beside the tables: villages of one side alone, reasons that cannot be told."""
    notes = []
    for mine, theirs, key in (
        (pair.before, pair.after, "policy-only-before"),
        (pair.after, pair.before, "policy-only-after"),
    ):
        alone = codes_of(plan for one, plan in mine.plans.items() if one not in theirs.made)
        if alone:
            said = phrase("policy-only-before", count=len(alone), codes=alone)
            notes.append(
                said if key == "policy-only-before" else phrase("policy-only-after", count=len(alone), codes=alone)
            )
    if any(isinstance(made, Plan) for side in (pair.before, pair.after) for made in side.made.values()):
        notes.append(phrase("policy-plans-alone"))
    return notes


def _terms(pair: PolicyPair, notes: Sequence[Phrase]) -> Frame:
    """Return what differs between the policies themselves."""
    columns = (Column("setting", "word", "setting"), Column("before"), Column("after"), Column("names", "codes"))
    return Frame("policy_terms", columns, tuple(terms(pair)), tuple(notes))


def _works(pair: PolicyPair, notes: Sequence[Phrase]) -> Frame:
    """Return each work of which some plan differs: plans, moves, rupiah (shared works once), the commonest reason, and
    the villages."""
    columns = (
        Column("work", "work"),
        Column("plans_before", "count"),
        Column("plans_after", "count"),
        Column("came", "count"),
        Column("went", "count"),
        Column("earlier", "count"),
        Column("later", "count"),
        Column("otherwise", "count"),
        Column("own_before", "rupiah"),
        Column("own_after", "rupiah"),
        Column("others_before", "rupiah"),
        Column("others_after", "rupiah"),
        Column("reason_kind", "word", "reason-kind"),
        Column("codes_came", "codes"),
        Column("codes_went", "codes"),
        Column("codes_moved", "codes"),
    )
    found: dict[str, list[tuple[Plan, StepMove]]] = {}
    for plan, move in pair.moves():
        found.setdefault(move.work, []).append((plan, move))
    plans = [
        Counter(step.intervention for plan in scope.plans for step in plan.steps) for scope in (pair.scope, pair.then)
    ]
    money = [_money_by_work(scope.works) for scope in (pair.scope, pair.then)]
    rows: list[Row] = []
    for work in found:
        counts = Counter(move.change for _, move in found[work])
        kinds = Counter(move.kind for _, move in found[work])
        codes = {change: codes_of(plan for plan, move in found[work] if move.change == change) for change in CHANGES}
        others = codes_of(plan for plan, move in found[work] if move.change not in ("came", "went"))
        amounts = [money[side].get((work, own), 0) for own in (True, False) for side in (0, 1)]
        rows.append(
            (
                work,
                *(counted[work] for counted in plans),
                *(counts[change] for change in CHANGES),
                *amounts,
                min(kinds, key=lambda kind: (-kinds[kind], REASON_KINDS.index(kind))),
                codes["came"],
                codes["went"],
                others,
            )
        )

    def order(row: Row) -> tuple[Any, ...]:
        came, went, moved = row[3], row[4], sum(map(int, row[5:8]))  # type: ignore[arg-type]
        return -(int(came) + int(went)), -moved, row[0]  # type: ignore[arg-type]

    return Frame("policy_works", columns, tuple(sorted(rows, key=order)), (phrase("compare-shared-once"), *notes))


def _money_by_work(works: Iterable[GroupWork]) -> dict[tuple[str, bool], int]:
    """Return (work, whether villages build it) -> rupiah, what several share once."""
    found: Counter[tuple[str, bool]] = Counter()
    for work in works:
        found[work.intervention, work.executor == VILLAGE] += work.cost
    return found


def _places(pair: PolicyPair, notes: Sequence[Phrase]) -> Frame:
    """Return what each group gains and loses: plans that differ, steps, money, the index expected in the last year."""
    columns = (
        Column("several_groups", "flag"),
        Column("villages", "count"),
        Column("changed", "count"),
        Column("steps_before", "count"),
        Column("steps_after", "count"),
        Column("own_before", "rupiah"),
        Column("own_after", "rupiah"),
        Column("others_before", "rupiah"),
        Column("others_after", "rupiah"),
        Column("expected_before", "index"),
        Column("expected_after", "index"),
    )
    rows: list[Row] = []
    of_others = [_others(scope) for scope in (pair.scope, pair.then)]
    for number, sides in enumerate(zip(pair.scope.groups, pair.then.groups, strict=True)):
        group = sides[0]
        steps = [sum(len(plan.steps) for plan in one.plans) for one in sides]
        own = [sum(_own(plan) for plan in one.plans) for one in sides]
        others = [found[number] for found in of_others]
        index = [_expected(one.plans) for one in sides]
        changed = sum(bool(pair.moved[village_key(plan)]) for plan in group.plans)
        rows.append((*pair.scope.cells(group), False, group.size, changed, *steps, *own, *others, *index))
    several = [found[None] for found in of_others]
    if any(several):
        rows.append((*pair.scope.cells(None), True, 0, 0, 0, 0, 0, 0, *several, None, None))
    return pair.scope.frame("policy_places", columns, rows, [phrase("policy-others-once"), *notes])


def _own(plan: Plan) -> int:
    return sum(step.cost.total for step in plan.steps if step.executor == VILLAGE)


def _others(scope: Scope) -> Counter[int | None]:
    """Return others' rupiah by number of the group whose villages alone share a work (None: of several), each once."""
    found: Counter[int | None] = Counter()
    for work in scope.works:
        if work.executor != VILLAGE:
            found[scope.owner(work)] += work.cost
    return found


def _expected(plans: Sequence[Plan]) -> float | None:
    """Return the median index expected in the last year; None where villages are measured by several indexes."""
    if len({plan.data.framework for plan in plans if plan.outlook}) > 1:
        return None
    found = [plan.outlook[-1].expected.index for plan in plans if plan.outlook]
    median = middle(index for index in found if index is not None)
    return None if median is None else round(median, 4)


def _reasons(pair: PolicyPair, notes: Sequence[Phrase]) -> Frame:
    """Return why: steps by what happened to them and the kind of the first reason; every step counts once."""
    columns = (
        Column("change", "word", "step-change"),
        Column("reason_kind", "word", "reason-kind"),
        Column("steps", "count"),
        Column("works", "count"),
        Column("villages", "count"),
    )
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for plan, move in pair.moves():
        found.setdefault((move.change, move.kind), []).append((move.work, plan.village.code))
    rows: list[tuple[Cell, ...]] = [
        (change, kind, len(told_of), len({work for work, _ in told_of}), len({code for _, code in told_of}))
        for change in CHANGES
        for kind in REASON_KINDS
        if (told_of := found.get((change, kind)))
    ]
    return Frame("policy_reasons", columns, tuple(rows), (phrase("policy-reasons"), *notes))


def _steps(pair: PolicyPair) -> Frame:
    """Return every step that differs, by village."""
    columns = (
        Column("village_code", "code"),
        Column("code_scheme"),
        Column("village"),
        Column("work", "work"),
        Column("change", "word", "step-change"),
        Column("year_before", "year"),
        Column("year_after", "year"),
        Column("cost_before", "rupiah"),
        Column("cost_after", "rupiah"),
        Column("executor_before", "executor"),
        Column("executor_after", "executor"),
        Column("reason_kind", "word", "reason-kind"),
        Column("because"),
        Column("because_detail"),
        Column("because_names", "codes"),
    )
    rows: list[tuple[Cell, ...]] = []
    for plan, move in sorted(pair.moves(), key=lambda found: village_key(found[0])):
        ends = (move.before, move.after)
        rows.append(
            (
                plan.village.code,
                plan.village.code_scheme,
                plan.village.name or None,
                move.work,
                move.change,
                *(step.year if step else None for step in ends),
                *(step.cost.total if step else None for step in ends),
                *(step.executor if step else None for step in ends),
                move.kind,
                move.because.key if move.because else None,
                move.because.detail if move.because else None,
                move.because.names if move.because else (),
            )
        )
    return Frame("policy_steps", columns, tuple(rows))
