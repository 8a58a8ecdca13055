"""compare_years(): last year's plans with their decisions against this year's data -> done, risen, gone, new.

In: a plan document with `decisions` filled in, and this year's plans. Out: a `Contrast`. A value that rose is no effect
of a step: what villages do, what others do and what surveys see cannot be told apart here, and the notes say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from recommender.language.errors import UsageError, problem
from recommender.language.wording import Phrase, phrase
from recommender.model.frames import Cell, Column, Frame
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, PlanDocument
from recommender.request.last_plan import carried_of
from recommender.verbs.comparing.comparison import compare
from recommender.verbs.comparing.contrast import Contrast, by_key, codes_of
from recommender.verbs.comparing.grouping import Group, Level, class_cells, class_rank, class_word, village_key
from recommender.verbs.comparing.scope import Row, Scope, share

Decided = Literal["done", "under-way", "rejected", "undecided"]
DECIDED: tuple[Decided, ...] = ("done", "under-way", "rejected", "undecided")
Course = Literal["rose", "stayed", "fell", "unknown"]
COURSES: tuple[Course, ...] = ("rose", "stayed", "fell", "unknown")
Turn = Literal["gone", "stayed", "new", "unknown"]
TURNS: tuple[Turn, ...] = ("gone", "stayed", "new", "unknown")


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator that last year's steps were to improve: by which works, how far the best of them was decided on, the
    values then and now (None: unknown), and what it was to reach."""

    indicator: str
    works: tuple[str, ...]
    decided: Decided
    then: int | None
    now: int | None
    wanted: int
    course: Course


@dataclass(frozen=True)
class VillageYears:
    """One village in both years."""

    last: Plan
    this: Plan

    @property
    def is_comparable(self) -> bool:
        """Whether both years are measured by one index, the later one later."""
        one, other = self.last.data, self.this.data
        return one.framework == other.framework and (one.year or 0) < (other.year or 0)

    @property
    def decided(self) -> Counter[Decided]:
        """How many of last year's steps were decided on, and how."""
        return Counter(self.decision(step.intervention) for step in self.last.steps)

    def decision(self, work: str) -> Decided:
        decision = self.last.decisions.get(work)
        return "undecided" if decision is None else decision.status

    @property
    def aims(self) -> Iterator[Aim]:
        """Yield the indicators that steps of last year were to improve, by name."""
        works: dict[str, list[str]] = {}
        wanted: dict[str, int] = {}
        for step in self.last.steps:
            for name, change in step.improves.items():
                works.setdefault(name, []).append(step.intervention)
                wanted[name] = max(wanted.get(name, 0), change.to)
        for name in sorted(works):
            then, now = self.last.values.get(name), self.this.values.get(name)
            best = min((self.decision(work) for work in works[name]), key=(*DECIDED[:2], "undecided", "rejected").index)
            course = course_of(then, now) if self.is_comparable else "unknown"
            yield Aim(name, tuple(works[name]), best, then, now, wanted[name], course)

    @property
    def turns(self) -> Iterator[tuple[str, Turn]]:
        """Yield each problem of one of the years, and what became of it."""
        then, now = (_problems(plan) for plan in (self.last, self.this))
        open_then, open_now = ({one.rule for one in plan.undetermined} for plan in (self.last, self.this))
        for rule in sorted(then | now):
            if rule in then and rule in now:
                yield rule, "stayed"
            elif not self.is_comparable:
                yield rule, "unknown"
            elif rule in then:
                yield rule, "unknown" if rule in open_now else "gone"
            else:
                yield rule, "unknown" if rule in open_then else "new"


def course_of(then: int | None, now: int | None) -> Course:
    """Return where a value went.

    >>> course_of(1, 3), course_of(3, 3), course_of(None, 2)
    ('rose', 'stayed', 'unknown')
    """
    if then is None or now is None:
        return "unknown"
    return "rose" if now > then else "fell" if now < then else "stayed"


def _problems(plan: Plan) -> set[str]:
    return {found.rule for found in plan.findings if found.kind == "problem"}


def _class(plan: Plan) -> str | None:
    return plan.scores.index.class_ if plan.scores.index else None


def compare_years(
    last: PlanDocument | Sequence[PlanDocument],
    plans: Iterable[Plan],
    kb: KnowledgeBase,
    by: Sequence[Level] = (),
    *,
    filters: Sequence[str] = (),
    data_year: int | None = None,
) -> Contrast:
    """Return what became of last year's plans, by this year's data.

    Parameters
    ----------
    last
        Last year's plans, in which people wrote `decisions`.
    plans
        This year's plans of the same villages; those in only one year are named.

    Raises
    ------
    UsageError
        As `compare`; for a decision about a work that was no step, or a rejection without a reason; and if the years
        have no village in common.
    """
    documents = [last] if isinstance(last, PlanDocument) else list(last)
    for document in documents:
        carried_of(document, kb)
    before = by_key(plan for document in documents for plan in document.plans)
    given = by_key(now := list(plans))
    common = [plan for plan in now if village_key(plan) in before]
    if not common:
        raise UsageError([problem("", "no-common-villages", one=len(before), other=len(given))])
    scope = compare(common, kb, by, filters=filters, data_year=data_year).scope
    pairs = {village_key(plan): VillageYears(before[village_key(plan)], plan) for plan in scope.plans}
    groups = [(group, [pairs[village_key(plan)] for plan in group.plans]) for group in scope.groups]
    notes = [phrase("years-no-effect")]
    for key, alone in (
        ("years-only-last", codes_of(plan for one, plan in before.items() if one not in given)),
        ("years-only-this", codes_of(plan for one, plan in given.items() if one not in before)),
    ):
        if alone and key == "years-only-last":
            notes.append(phrase("years-only-last", count=len(alone), codes=alone))
        elif alone:
            notes.append(phrase("years-only-this", count=len(alone), codes=alone))
    odd = codes_of(pair.this for pair in pairs.values() if not pair.is_comparable)
    if odd:
        notes.append(phrase("years-not-comparable", count=len(odd), codes=odd))
    if any(document.knowledge.sha256 != kb.sha256 for document in documents):
        notes.append(phrase("years-other-knowledge"))
    answers = [make(scope, groups, notes) for make in (_decisions, _courses, _turns, _classes)]
    tidy = [_villages(scope, pairs.values()), _indicators(scope, pairs.values())]
    return Contrast(
        scope,
        phrase("years-title", count=len(scope.plans)),
        tuple(_told(list(pairs.values()), notes)),
        {frame.name: frame for frame in answers},
        {frame.name: frame for frame in tidy},
        kb,
    )


Groups = Sequence[tuple[Group, list[VillageYears]]]


def _decisions(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
    """Return by group how many of last year's steps were done, are under way, rejected, not decided on."""
    columns = (
        Column("villages", "count"),
        Column("steps", "count"),
        Column("done", "count"),
        Column("under_way", "count"),
        Column("rejected", "count"),
        Column("undecided", "count"),
        Column("done_share", "share"),
    )
    rows: list[Row] = []
    for group, pairs in groups:
        counts = sum((pair.decided for pair in pairs), Counter[Decided]())
        total = sum(counts.values())
        decided = [counts[one] for one in DECIDED]
        rows.append((*scope.cells(group), len(pairs), total, *decided, share(counts["done"], total)))
    return scope.frame("years_steps", columns, rows, notes)


def _courses(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
    """Return by group and decision: indicators that steps were to improve, which rose, stayed, fell."""
    columns = (
        Column("decided", "word", "decided"),
        Column("indicators", "count"),
        Column("rose", "count"),
        Column("stayed", "count"),
        Column("fell", "count"),
        Column("unknown", "count"),
        Column("reached", "count"),
        Column("rose_share", "share"),
    )
    rows: list[Row] = []
    for group, pairs in groups:
        aims = [aim for pair in pairs for aim in pair.aims]
        for decided in DECIDED:
            mine = [aim for aim in aims if aim.decided == decided]
            counts = Counter(aim.course for aim in mine)
            known = len(mine) - counts["unknown"]
            reached = sum(aim.course != "unknown" and aim.now is not None and aim.now >= aim.wanted for aim in mine)
            courses = [counts[course] for course in COURSES]
            if mine:
                rose = share(counts["rose"], known)
                rows.append((*scope.cells(group), decided, len(mine), *courses, reached, rose))
    return scope.frame("years_indicators", columns, rows, notes)


def _turns(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
    """Return by group which problems are gone, stayed, are new: villages."""
    columns = (
        Column("rule", "rule"),
        Column("gone", "count"),
        Column("stayed", "count"),
        Column("new", "count"),
        Column("unknown", "count"),
        Column("codes_gone", "codes"),
        Column("codes_new", "codes"),
    )
    rows: list[Row] = []
    for group, pairs in groups:
        found: dict[str, dict[str, list[Plan]]] = {}
        for pair in pairs:
            for rule, turn in pair.turns:
                found.setdefault(rule, {}).setdefault(turn, []).append(pair.this)
        order = sorted(
            found, key=lambda rule: (-len(found[rule].get("gone", ())) - len(found[rule].get("new", ())), rule)
        )
        for rule in order:
            counts = [len(found[rule].get(turn, ())) for turn in TURNS]
            codes = [codes_of(found[rule].get(turn, ())) for turn in ("gone", "new")]
            rows.append((*scope.cells(group), rule, *counts, *codes))
    return scope.frame("years_problems", columns, rows, notes)


def _classes(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
    """Return by group the classes then and now, in villages that are measured by one index in both years."""
    columns = (
        Column("framework_of", "framework"),
        Column("class_before", "class"),
        Column("class_after", "class"),
        Column("villages", "count"),
    )
    rank = class_rank(scope.kb)
    rows: list[Row] = []
    for group, pairs in groups:
        counts = Counter((class_word(pair.last), class_word(pair.this)) for pair in pairs if pair.is_comparable)
        for then, now in sorted(counts, key=lambda ends: (rank(ends[0]), rank(ends[1]))):
            framework, was, is_now = class_cells(then or now)[0], class_cells(then)[1], class_cells(now)[1]
            rows.append((*scope.cells(group), framework, was, is_now, counts[then, now]))
    return scope.frame("years_classes", columns, rows, notes)


def _villages(scope: Scope, pairs: Iterable[VillageYears]) -> Frame:
    """Return a row a village: both years, decisions, indicators, problems, index and class."""
    columns = (
        Column("village_code", "code"),
        Column("code_scheme"),
        Column("village"),
        Column("year_before", "year"),
        Column("year_after", "year"),
        Column("steps", "count"),
        Column("done", "count"),
        Column("under_way", "count"),
        Column("rejected", "count"),
        Column("undecided", "count"),
        Column("rose", "count"),
        Column("stayed", "count"),
        Column("fell", "count"),
        Column("unknown", "count"),
        Column("problems_gone", "codes"),
        Column("problems_new", "codes"),
        Column("index_before", "index"),
        Column("index_after", "index"),
        Column("class_before", "class"),
        Column("class_after", "class"),
    )
    rows: list[tuple[Cell, ...]] = []
    for pair in sorted(pairs, key=lambda pair: village_key(pair.this)):
        village, decided = pair.this.village, pair.decided
        courses = Counter(aim.course for aim in pair.aims)
        turns = list(pair.turns)
        ends = (pair.last, pair.this)
        rows.append(
            (
                village.code,
                village.code_scheme,
                village.name or None,
                *(plan.data.year for plan in ends),
                sum(decided.values()),
                *(decided[one] for one in DECIDED),
                *(courses[course] for course in COURSES),
                *(tuple(rule for rule, turn in turns if turn == wanted) for wanted in ("gone", "new")),
                *(plan.scores.index.value if plan.scores.index else None for plan in ends),
                *(_class(plan) for plan in ends),
            )
        )
    return Frame("years_villages", columns, tuple(rows))


def _indicators(scope: Scope, pairs: Iterable[VillageYears]) -> Frame:
    """Return village by indicator that last year's steps were to improve."""
    columns = (
        Column("village_code", "code"),
        Column("code_scheme"),
        Column("village"),
        Column("indicator", "indicator"),
        Column("works", "codes"),
        Column("decided", "word", "decided"),
        Column("value_before", "count"),
        Column("value_after", "count"),
        Column("value_wanted", "count"),
        Column("course", "word", "course"),
    )
    rows: list[tuple[Cell, ...]] = []
    for pair in sorted(pairs, key=lambda pair: village_key(pair.this)):
        village = pair.this.village
        head = (village.code, village.code_scheme, village.name or None)
        rows += [
            (*head, aim.indicator, aim.works, aim.decided, aim.then, aim.now, aim.wanted, aim.course)
            for aim in pair.aims
        ]
    return Frame("village_indicators", columns, tuple(rows))


def _told(pairs: Sequence[VillageYears], notes: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield what it comes to, then what must be known."""
    counts = sum((pair.decided for pair in pairs), Counter[Decided]())
    courses = Counter(aim.course for pair in pairs for aim in pair.aims)
    turns = Counter(turn for pair in pairs for _, turn in pair.turns)
    yield phrase(
        "years-steps",
        steps=sum(counts.values()),
        done=counts["done"],
        under_way=counts["under-way"],
        rejected=counts["rejected"],
        undecided=counts["undecided"],
    )
    yield phrase("years-courses", rose=courses["rose"], stayed=courses["stayed"], fell=courses["fell"])
    yield phrase("years-problems", gone=turns["gone"], new=turns["new"], stayed=turns["stayed"])
    yield from notes
