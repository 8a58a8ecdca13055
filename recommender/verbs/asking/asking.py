"""A result -> its open questions, ranked by what their answers change; each answer was tried and made a plan.

A question is a fact that nobody gave (assumed, known within bounds only, or unknown) and that some rule or work reads,
or a value that is doubtful. Questions whose answers leave the planning problem as it is are told apart without a
search, so that hundreds of answers cost a few seconds. Carries out docs/questions.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from recommender.model.conditions import Interval
from recommender.model.findings import Finding
from recommender.model.knowledge import KnowledgeBase
from recommender.model.plan import Plan, Step
from recommender.model.settings import data_date
from recommender.model.village import FactValue, Village
from recommender.pipeline.assembling.assembly import assemble
from recommender.pipeline.assembling.steps import build_steps
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import prepare, schedule
from recommender.pipeline.matching.matcher import compile_rules
from recommender.pipeline.prepared import Prepared
from recommender.request.request import Request, make_request
from recommender.verbs.asking.answers import answers_to, readers_of

FIRST = 5  # steps that a village meeting speaks about
# A search takes longer the more works there are to choose from: above `LARGE` candidate works the fast search compares
# the plans, and only so many questions are tried that questions x works stay below `MOST_TRIED`; others are counted.
LARGE = 8
MOST_QUESTIONS = 60
MOST_TRIED = 700
Why = Literal["doubtful", "assumed", "bounded", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and the plan under it.

    `value` is a fact's (numbers in thousandths), or an indicator's on its scale; `confirms` a doubtful value. `comes`
    and `goes` are works that only this plan has, or no longer has, in their order; `first` is how many of the first
    five steps are others; `stake` the share (thousandths) of a plan's value in the steps that come or go. `cost` is
    what the village pays for the steps of this plan.
    """

    value: FactValue
    confirms: bool
    comes: tuple[str, ...]
    goes: tuple[str, ...]
    first: int
    stake: int
    cost: int

    @property
    def whole(self) -> int:
        return len(self.comes) + len(self.goes)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers; `current` is what the plan takes the fact to be, None where it takes nothing."""

    name: str
    why: Why
    current: FactValue | None
    answers: tuple[Answer, ...]

    @property
    def first(self) -> int:
        """Most steps of the first five that an answer changes."""
        return max(answer.first for answer in self.answers)

    @property
    def whole(self) -> int:
        """Most steps of the whole plan that come or go by an answer."""
        return max(answer.whole for answer in self.answers)

    @property
    def stake(self) -> int:
        return max(answer.stake for answer in self.answers)

    @property
    def cost_span(self) -> int:
        """Rupiah between the cheapest and the dearest plan."""
        return max(answer.cost for answer in self.answers) - min(answer.cost for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions of a village that change its plan, most first.

    Ranked by the first five steps, then the whole plan, the stake, the cost, the name. `open` counts all questions,
    `tried` those with a search; `passed_over` those that might change the plan but came after the most that are tried.
    `plan` is what the answers are compared with: made by the fast search where the village is `is_large`.
    """

    village: Village
    plan: Plan
    is_large: bool
    questions: tuple[Asked, ...]
    open: int
    tried: int
    passed_over: int


def ask(result: Result, most: int | None = None) -> Asking:
    """Return what to ask of the village first.

    Parameters
    ----------
    result
        The village's plan as it stands.
    most
        Questions to be tried with a search at most; those before the others whose answers touch more works. Left out,
        as many as take a few seconds.
    """
    trial = Trial(result)
    asked = trial.asked(most)
    return Asking(
        result.village,
        trial.plan,
        trial.is_large,
        tuple(asked),
        trial.open,
        trial.tried,
        len(trial.drafts) - trial.tried,
    )


@dataclass(frozen=True, slots=True)
class _Variant:
    """The village with one answer."""

    value: FactValue
    confirms: bool
    village: Village


@dataclass(frozen=True, slots=True)
class _Draft:
    """A question that may change the plan: its variants, prepared where they differ from the plan as it stands."""

    name: str
    why: Why
    current: FactValue | None
    variants: tuple[tuple[_Variant, Prepared | None], ...]
    touched: int  # works that become candidates or cease to be, and needs that change: a bound for ordering


class Trial:
    """The answers of one village under trial."""

    def __init__(self, result: Result) -> None:
        self.drafts: list[_Draft] = []
        self.tried = 0
        # Engines give equal results; the reference one starts at once.
        options = replace(result.request.options, engine="reference", method=result.request.method)
        self.kb: KnowledgeBase = result.kb
        self.given: Request = replace(make_request(options, result.kb), method=result.request.method)
        self.request, self.result = self.given, result
        self.village, self.plan = result.village, result.plan
        self.base = prepare(self.village, self.kb, self.request)
        self.is_large = len(self.base.built.problem.works) > LARGE and self.base.goal is None
        if self.is_large and self.request.method != "fast":
            self.request = replace(self.request, method="fast")
            self.plan = _planned(_under(self.base, self.request))
        scored = self.base.judged.scored
        self.readers = readers_of(self.kb, data_date(scored.year))
        self.matcher = compile_rules(self.kb, scored.year or 9999, "reference")
        choice = self.base.choice
        near = {
            *choice.candidates,
            *choice.refused,
            *choice.met,
            *(w for works in choice.unknown.values() for w in works),
        }
        self.read_by_works = frozenset().union(*(self.readers.by_work.get(work, frozenset()) for work in near))
        self.open = 0

    def asked(self, most: int | None = None, among: Collection[str] | None = None) -> list[Asked]:
        """Return the questions that change the plan, most first; `most` of them, or as many as take a few seconds, are
        tried with a search, those before the others whose answers touch more works. `among` are names; None: all."""
        if most is None:
            most = min(MOST_QUESTIONS, MOST_TRIED // max(1, len(self.base.built.problem.works)))
        drafts = (self.draft(*question) for question in self.questions() if among is None or question[0] in among)
        self.drafts = sorted(
            (draft for draft in drafts if draft is not None), key=lambda draft: (-draft.touched, draft.name)
        )
        self.tried = min(most, len(self.drafts))
        found = [question for draft in self.drafts[:most] if (question := self.answered(draft))]
        return sorted(found, key=lambda q: (-q.first, -q.whole, -q.stake, -q.cost_span, q.name))

    def plans(self, name: str) -> list[tuple[FactValue, bool, Sequence[Step]]]:
        """Return the steps under each answer to a question that was tried, planned as the result was."""
        (draft,) = (draft for draft in self.drafts if draft.name == name)
        request = self.given
        return [
            (variant.value, variant.confirms, self.result.plan.steps if made is None else _steps(_under(made, request)))
            for variant, made in draft.variants
        ]

    def questions(self) -> Iterator[tuple[str, Why, FactValue | None, tuple[_Variant, ...]]]:
        """Yield every open question with its variants: doubtful values, then facts by name."""
        yield from self._doubts()
        observed = self.base.judged.observed
        for name, fact in sorted(self.kb.facts.items()):
            if name in self.village.facts or name not in self.readers.by_rules | self.read_by_works:
                continue
            known = observed.facts.get(name)
            within = known if isinstance(known, Interval) and known.low < known.high else None
            if known is not None and within is None:
                continue  # an indicator tells
            assumed = None if self.request.options.measured_only else observed.assumed.get(name)
            why: Why = "bounded" if within is not None else "assumed" if assumed is not None else "unknown"
            values = answers_to(fact, self.readers.bounds.get(name, ()), within)
            variants = tuple(_Variant(value, False, self._with_fact(name, value)) for value in values)
            if len(variants) > 1 or (variants and assumed is not None):
                self.open += 1
                yield name, why, assumed, variants

    def _doubts(self) -> Iterator[tuple[str, Why, FactValue | None, tuple[_Variant, ...]]]:
        """Yield the doubtful values: confirmed, or what they were last year, else the best level."""
        scored = self.base.judged.scored
        if scored.framework is None:
            return
        items = self.kb.frameworks[scored.framework].by_indicator
        before = scored.previous[1] if scored.previous is not None else {}
        for name in scored.doubtful:
            self.open += 1
            value = scored.values[name]
            other = before.get(name, value)
            values = (value, other if other != value else items[name].values[-1])
            variants = tuple(_Variant(v, v == value, self._with_value(name, v)) for v in dict.fromkeys(values))
            yield name, "doubtful", value, variants

    def _with_fact(self, name: str, value: FactValue) -> Village:
        return replace(self.village, facts={**self.village.facts, name: value})

    def _with_value(self, name: str, value: int) -> Village:
        scored = self.base.judged.scored
        years = tuple(
            replace(data, values={**data.values, name: value}, confirmed=data.confirmed | {name})
            if (data.framework, data.year) == (scored.framework, scored.year)
            else data
            for data in self.village.years
        )
        return replace(self.village, years=years)

    def draft(self, name: str, why: Why, current: FactValue | None, variants: tuple[_Variant, ...]) -> _Draft | None:
        """Return the question with its variants prepared, None if no answer can change the plan."""
        prepared: list[tuple[_Variant, Prepared | None]] = []
        touched = 0
        for variant in variants:
            if why != "doubtful" and name not in self.read_by_works and self._same_findings(name, variant.value):
                prepared.append((variant, None))
                continue
            made = prepare(variant.village, self.kb, self.request)
            same = made.built == self.base.built and made.goal == self.base.goal
            prepared.append((variant, None if same else made))
            if not same:
                works = made.choice.candidates.keys() ^ self.base.choice.candidates.keys()
                needs = set(made.judged.needs) ^ set(self.base.judged.needs)
                touched = max(touched, len(works) + len(needs) + 1)
        return _Draft(name, why, current, tuple(prepared), touched) if touched else None

    def _same_findings(self, name: str, value: FactValue) -> bool:
        """Return whether the rules find the same with the fact known, its marks included."""
        judged = self.base.judged
        observed = replace(judged.observed, facts={**judged.observed.facts, name: value})
        matched = self.matcher.match(observed, self.request.options.measured_only)
        return [_essence(f) for f in matched.findings] == [_essence(f) for f in judged.matched.findings]

    def answered(self, draft: _Draft) -> Asked | None:
        """Return the question with the plan under each answer, None if the plan never changes."""
        answers = tuple(
            self._answer(variant, self.plan.steps if made is None else _steps(made)) for variant, made in draft.variants
        )
        changes = any(answer.whole or answer.first for answer in answers)
        changes = changes or len({answer.cost for answer in answers}) > 1
        return Asked(draft.name, draft.why, draft.current, answers) if changes else None

    def _answer(self, variant: _Variant, steps: Sequence[Step]) -> Answer:
        before = [step.intervention for step in self.plan.steps]
        after = [step.intervention for step in steps]
        comes = tuple(name for name in after if name not in before)
        goes = tuple(name for name in before if name not in after)
        first, first_before = set(after[:FIRST]), set(before[:FIRST])
        return Answer(
            variant.value,
            variant.confirms,
            comes,
            goes,
            max(len(first - first_before), len(first_before - first)),
            max(_share(steps, comes), _share(self.plan.steps, goes)),
            sum(step.cost.total for step in steps if step.executor == "village"),
        )


def _essence(finding: Finding) -> tuple[str, bool, bool, tuple[str, ...]]:
    return finding.rule, finding.assumed, finding.doubtful, finding.assumes


def _share(steps: Sequence[Step], works: tuple[str, ...]) -> int:
    """Return the share (thousandths) of steps by value that are these works."""
    total = sum(step.value for step in steps)
    return 1000 * sum(step.value for step in steps if step.intervention in works) // total if total else 0


def _under(prepared: Prepared, request: Request) -> Prepared:
    """Return what is prepared with another method of search asked for."""
    return replace(prepared, asked=request.of(prepared.village))


def _planned(prepared: Prepared) -> Plan:
    return assemble(prepared, schedule(prepared))


def _steps(prepared: Prepared) -> Sequence[Step]:
    """Return the steps alone of what is prepared: all that answers are compared by."""
    return build_steps(prepared, schedule(prepared))[0]
