"""compare_years(): last year's plans with their decisions against this year's data -> done, risen, gone, new.

In: a plan document with `decisions` filled in, and this year's plans. Out: a `Contrast`. A value that rose is no effect
of a step: what villages do, what others do and what surveys see cannot be told apart here, and the notes say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from recommender.language.errors import UsageError, problem
from recommender.language.wording import Phrase, phrase
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, PlanDocument
from recommender.request.last_plan import carried_of
from recommender.verbs.comparing import years_tables
from recommender.verbs.comparing.comparison import compare
from recommender.verbs.comparing.contrast import Contrast, by_key, codes_of
from recommender.verbs.comparing.grouping import Level, village_key
from recommender.verbs.comparing.village_years import Decided, VillageYears


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
    answers = [
        make(scope, groups, notes)
        for make in (years_tables.decisions, years_tables.courses, years_tables.turns, years_tables.classes)
    ]
    tidy = [years_tables.villages(scope, pairs.values()), years_tables.indicators(scope, pairs.values())]
    return Contrast(
        scope,
        phrase("years-title", count=len(scope.plans)),
        tuple(_told(list(pairs.values()), notes)),
        {frame.name: frame for frame in answers},
        {frame.name: frame for frame in tidy},
        kb,
    )


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
