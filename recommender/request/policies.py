"""A policy: what is otherwise than in the plans at hand, for all villages alike; read from YAML.

    name: Half the money, no proposals
    start-year: 2028                       # also years, year (of the data), money-rules, prices, objective
    budget: {village-fund: 250jt}          # or budget-file: FILE; budget-factor: 0.8 of what each village has
    own-means: true                        # also measured-only
    pins: [posyandu-revitalization]        # also bans
    parameters: {physical-works-per-year: 2}
    answers: {coastal: true}               # of villages that have not answered
    costs: high                            # low, high, or a factor
    overlays: [../overlays/paser]          # also knowledge: FOLDER; places beside the file

What a key does not say stays as it is. Names are checked against the policy's own knowledge; every mistake comes at
once, with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from recommender.knowledge.loader import load_knowledge
from recommender.knowledge.money_rules import years_of_money_rules
from recommender.knowledge.possible_values import can_have
from recommender.language.errors import Problem, RecommenderError, UsageError, problem
from recommender.language.wording import did_you_mean
from recommender.model.conditions import SCALE
from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Noun
from recommender.model.village import FactValue, fact_value, thousandths
from recommender.parsing.parsed_file import Fault, KeyPath, ParsedFile
from recommender.parsing.shape import each, in_file, shaped, unfit
from recommender.request.budget_file import read_budget
from recommender.request.existing_file import read_existing
from recommender.request.file_values import Amounts, SourceName, WorkName, parsed_mapping
from recommender.request.ongoing import OngoingProgramme, typical_programmes
from recommender.request.options import Budget, Options

CostEnd = Literal["low", "expected", "high"]
COST_ENDS: tuple[CostEnd, ...] = ("low", "expected", "high")
LARGEST_FACTOR = 10  # of money or prices


def _factor(value: Any) -> int:
    """Return a factor as thousandths."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LARGEST_FACTOR:
        return thousandths(value)
    raise unfit("bad-factor", value=in_file(value), most=LARGEST_FACTOR)


def cost_level(value: Any) -> CostEnd | int:
    """Return an end of the catalog's costs, or a factor of the expected ones as thousandths."""
    if value in COST_ENDS:
        return value  # type: ignore[no-any-return]
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LARGEST_FACTOR:
        return thousandths(value)
    raise unfit("bad-cost-level", value=in_file(value), most=LARGEST_FACTOR)


def _money_rules(value: Any, info: ValidationInfo[KnowledgeBase]) -> Any:
    known = years_of_money_rules(info.context)
    if value is None or value == "none" or value in known:
        return value
    raise unfit("bad-money-rules", value=in_file(value), known=", ".join(map(str, known)))


def _parameters(found: Mapping[str, float], info: ValidationInfo[KnowledgeBase]) -> Iterator[Fault]:
    known = info.context.parameters
    for name, value in found.items():
        if name not in known:
            yield (name,), problem("", "unknown-parameter.set", value=name, near=did_you_mean(name, known))
        elif value < 0 or (known[name].is_whole and value != int(value)) or value * SCALE != thousandths(value):
            yield (name,), problem("", "unfit-number", name=name, value=value, unit=known[name].unit)


def _answers(found: Mapping[str, Any], info: ValidationInfo[KnowledgeBase]) -> Iterator[Fault]:
    known = info.context.facts
    for name, value in found.items():
        if name not in known:
            yield (name,), problem("", "unknown-fact.set", value=name, near=did_you_mean(name, known))
        elif not can_have(known[name], _meant(info.context, name, value)):
            words = ", ".join(known[name].words) or known[name].type
            yield (name,), problem("", "unfit-answer.policy", name=name, value=in_file(value), allowed=words)


def _meant(kb: KnowledgeBase, name: str, value: Any) -> Any:
    """Return a word of the fact by its name in a language; another value as it is."""
    return (kb.facts[name].word_meant(value) or value) if isinstance(value, str) else value


Factor = Annotated[int, BeforeValidator(_factor)]
Paths = Annotated[list[str], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class PolicyFile(Noun):
    """A policy as it is written."""

    name: Annotated[str, Field(min_length=1)] | None = None
    knowledge: str | None = None
    overlays: Paths | None = None
    start_year: Annotated[int, Field(ge=2000, le=2100)] | None = None
    years: Annotated[int, Field(ge=1, le=10)] | None = None
    year: int | None = None
    money_rules: Annotated[int | str | None, BeforeValidator(_money_rules)] = None
    budget: dict[SourceName, Amounts] | None = None
    budget_file: str | None = None
    budget_factor: Factor | None = None
    existing: str | None = None
    prices: Literal["level", "nominal"] | None = None
    objective: Literal["smart", "index"] | None = None
    own_means: bool | None = None
    measured_only: bool | None = None
    pins: list[WorkName] = Field(default_factory=list)
    bans: list[WorkName] = Field(default_factory=list)
    parameters: Annotated[dict[str, int | float], each(_parameters)] = Field(default_factory=dict)
    answers: Annotated[dict[str, bool | int | float | str], each(_answers)] = Field(default_factory=dict)
    costs: Annotated[Any, BeforeValidator(lambda value: None if value is None else cost_level(value))] = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What is otherwise. `kb` is the knowledge that holds, but for `parameters` (as files write them) and `costs` (an
    end of the catalog's, or a factor in thousandths); `changed` are options by name, `budget_factor` thousandths of
    what each village has."""

    name: str
    kb: KnowledgeBase
    changed: Mapping[str, Any] = field(default_factory=dict)
    pins: tuple[str, ...] = ()
    bans: tuple[str, ...] = ()
    budget_factor: int | None = None
    parameters: Mapping[str, int | float] = field(default_factory=dict)
    answers: Mapping[str, FactValue] = field(default_factory=dict)
    costs: CostEnd | int | None = None

    def options(self, base: Options) -> Options:
        """Return the options that hold under the policy; its pins and bans come to those of the base and overrule
        them."""
        pins = tuple(dict.fromkeys((*(name for name in base.pins if name not in self.bans), *self.pins)))
        bans = tuple(dict.fromkeys((*(name for name in base.bans if name not in self.pins), *self.bans)))
        return replace(base, pins=pins, bans=bans, **self.changed)


def read_policy(path: str | Path, kb: KnowledgeBase, folder: str | Path | None = None) -> Policy:
    """Return the policy of a file; without a name it is called as the file.

    Parameters
    ----------
    kb
        The knowledge that holds where the policy names none.
    folder
        Where that came from, for overlays that the policy lays over it; None: shipped with the program.

    Raises
    ------
    UsageError, KnowledgeError
        With every mistake, each with its line.
    """
    parsed = parsed_mapping(path, "unreadable-file.policy", "bad-shape.policy")
    made = policy_of(parsed, (), parsed.value, kb, folder)
    if isinstance(made, list):
        raise UsageError([*parsed.problems, *made])
    if parsed.problems:
        raise UsageError(parsed.problems)
    return replace(made, name=made.name or Path(path).stem)


def policy_of(
    parsed: ParsedFile, path: KeyPath, value: Any, kb: KnowledgeBase, folder: str | Path | None
) -> Policy | list[Problem]:
    """Return the policy that stands at a path of a file, or all that is wrong with it."""
    place = Path(parsed.file).parent
    own, problems = _knowledge(parsed, path, value, kb, folder)
    file, faults = shaped(PolicyFile, value, own)
    problems += parsed.placed(((*path, *below), found) for below, found in faults)
    if file is None:
        return problems
    changed = {
        name: given
        for name in ("start_year", "years", "money_rules", "prices", "objective", "own_means", "measured_only")
        if (given := getattr(file, name)) is not None
    }
    if file.year is not None:
        changed["data_year"] = file.year
    money = [key for key in ("budget", "budget-file") if getattr(file, key.replace("-", "_")) is not None]
    if len(money) > 1:
        problems.append(problem(parsed.where((*path, "budget-file")), "two-budgets.policy"))
    try:
        if money:
            changed["budget"] = _budget(file, place, own)
        if file.existing is not None:
            changed["existing"] = _existing(file.existing, place, own)
    except RecommenderError as refused:
        problems += refused.problems
    both = sorted(set(file.pins) & set(file.bans))
    problems += [problem(parsed.where((*path, "bans")), "pinned-and-banned", value=name) for name in both]
    if problems:
        return problems
    answers = {name: fact_value(_meant(own, name, given)) for name, given in sorted(file.answers.items())}
    return Policy(
        file.name or "",
        own,
        changed,
        tuple(file.pins),
        tuple(file.bans),
        file.budget_factor,
        dict(sorted(file.parameters.items())),
        answers,
        file.costs,
    )


def _knowledge(
    parsed: ParsedFile, path: KeyPath, value: Any, kb: KnowledgeBase, folder: str | Path | None
) -> tuple[KnowledgeBase, list[Problem]]:
    """Return the policy's own knowledge (that at hand where it names none, or cannot be used), and what is wrong."""
    given = value if isinstance(value, dict) else {}
    base, overlays = given.get("knowledge"), given.get("overlays")
    overlays = [overlays] if isinstance(overlays, str) else overlays
    named = [one for one in (base, *(overlays if isinstance(overlays, list) else ())) if isinstance(one, str)]
    if overlays is None and base is None:
        return kb, []
    place = Path(parsed.file).parent
    missing = [one for one in named if not (place / one).is_dir()]
    if missing:
        where = parsed.where((*path, "overlays" if overlays else "knowledge"))
        return kb, [problem(where, "no-policy-folder", names=missing)]
    try:
        own = load_knowledge(
            place / base if isinstance(base, str) else folder, [place / one for one in named if one != base]
        )
    except RecommenderError as refused:
        return kb, list(refused.problems)
    return (kb if own.sha256 == kb.sha256 else own), []


def _budget(file: PolicyFile, place: Path, kb: KnowledgeBase) -> Budget:
    if file.budget is None:
        return read_budget(place / str(file.budget_file), kb)
    every = {name: years[None] for name, years in file.budget.items() if None in years}
    single = {
        name: {year: amount for year, amount in years.items() if year is not None}
        for name, years in file.budget.items()
    }
    return Budget(every, {name: years for name, years in single.items() if years})


def _existing(given: str, place: Path, kb: KnowledgeBase) -> tuple[OngoingProgramme, ...]:
    return typical_programmes(kb) if given == "typical" else read_existing(place / given, kb)
