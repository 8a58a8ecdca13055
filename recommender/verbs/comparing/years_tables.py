"""Tables of years: decisions, indicators that rose, problems that are gone, classes; by group and by village."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from recommender.language.wording import Phrase
from recommender.model.frames import Cell, Column, Frame
from recommender.model.plan import Plan
from recommender.verbs.comparing.contrast import codes_of
from recommender.verbs.comparing.grouping import Group, class_cells, class_rank, class_word, village_key
from recommender.verbs.comparing.scope import Row, Scope, share
from recommender.verbs.comparing.village_years import COURSES, DECIDED, TURNS, Decided, VillageYears, class_slug

Groups = Sequence[tuple[Group, list[VillageYears]]]


def decisions(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
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


def courses(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
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


def turns(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
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


def classes(scope: Scope, groups: Groups, notes: Sequence[Phrase]) -> Frame:
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


def villages(scope: Scope, pairs: Iterable[VillageYears]) -> Frame:
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
                *(class_slug(plan) for plan in ends),
            )
        )
    return Frame("years_villages", columns, tuple(rows))


def indicators(scope: Scope, pairs: Iterable[VillageYears]) -> Frame:
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
