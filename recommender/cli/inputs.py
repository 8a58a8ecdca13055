"""What a command works on: the knowledge base, the villages, the options; named in the reader's words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Literal

from recommender.cli.commands import Session
from recommender.language.errors import Problem, UsageError, VillageDataError, problem
from recommender.language.wording import NOTHING, nearest, phrase

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.request.ongoing import OngoingProgramme
    from recommender.request.options import Budget, Carried, Joint, Options, Target
    from recommender.villages.reader import VillageSet


def options_of(kb: KnowledgeBase, given: dict[str, Any]) -> Options:
    """Return the library's options from those of the command line; the start year defaults to the next calendar year.

    Raises
    ------
    UsageError
        If an amount cannot be read, or a source has two.
    """
    from recommender.language.money import parse_rupiah
    from recommender.request.options import Options, PlainOptions

    amounts: dict[str, int] = {}
    for text in given["budget"]:
        source, equals, amount = text.rpartition("=")
        name = source.strip() if equals else next(key for key, noun in kb.funding.items() if noun.default)
        if name in amounts:
            raise UsageError([problem("--budget", "source-twice", value=name)])
        amounts[name] = parse_rupiah(amount)
    budget = _budget(kb, amounts, given["budget_file"])
    return Options(
        start_year=given["start_year"] or datetime.date.today().year + 1,
        years=given["years"],
        budget=budget,
        existing=_existing(kb, given["existing"], budget),
        money_rules=_money_rules(kb, given["money_rules"]),
        data_year=given["year"],
        objective=given["objective"],
        pins=tuple(dict(map(_named, given["pin"]))),
        bans=tuple(dict(map(_named, given["ban"]))),
        reasons={name: why for name, why in map(_named, (*given["pin"], *given["ban"])) if why},
        **{field.name: given[field.name] for field in fields(PlainOptions)},
        joint=_joint(given),
        target=_target(given["target"], given["target_dimension"]),
        carried=_carried(kb, given["reserve_from"]),
    )


def _joint(given: dict[str, Any]) -> Joint | None:
    """Return the joint money that is asked for; None without any, as in commands that do not know of it.

    Raises
    ------
    UsageError
        If an amount cannot be read, a source has two, or only what goes with joint money is given.
    """
    from recommender.language.money import parse_rupiah
    from recommender.request.options import Joint

    amounts: dict[str, int] = {}
    for text in given.get("joint", ()):
        source, equals, amount = text.partition("=")
        name = source.strip()
        if not equals or not name:
            raise UsageError([problem("--joint", "joint-form", value=text)])
        if name in amounts:
            raise UsageError([problem("--joint", "source-twice", value=name)])
        amounts[name] = parse_rupiah(amount)
    beside = {name: parse_rupiah(given[f"joint_{name}"]) for name in ("floor", "more") if given.get(f"joint_{name}")}
    if not amounts:
        if beside:
            raise UsageError([problem(f"--joint-{next(iter(beside))}", "joint-missing")])
        return None
    return Joint(amounts, **beside)


def _named(text: str) -> tuple[str, str]:
    """Return the work and the reason of `ID=WHY`; the reason may be missing."""
    name, _, why = text.partition("=")
    return name.strip(), why.strip()


def _budget(kb: KnowledgeBase, amounts: dict[str, int], file: str | None) -> Budget | None:
    """Return the money of the budget file, or of the amounts.

    Raises
    ------
    UsageError
        If both are given, or the file has mistakes.
    """
    from recommender.request.budget_file import read_budget
    from recommender.request.options import Budget

    if file is None:
        return Budget(amounts) if amounts else None
    if amounts:
        raise UsageError([problem("--budget-file", "two-budgets")])
    return read_budget(file, kb)


def _existing(kb: KnowledgeBase, given: str | None, budget: Budget | None) -> tuple[OngoingProgramme, ...] | None:
    """Return the programmes of a file, or the catalog's typical ones; None if none were given.

    Raises
    ------
    UsageError
        If the budget file has some too, or the file has mistakes.
    """
    from recommender.request.existing_file import read_existing
    from recommender.request.ongoing import typical_programmes

    if given is None:
        return None
    if budget is not None and budget.existing:
        raise UsageError([problem("--existing", "two-existing")])
    return typical_programmes(kb) if given == "typical" else read_existing(given, kb)


def _money_rules(kb: KnowledgeBase, given: str | None) -> int | Literal["none"] | None:
    """Return the year whose rules hold, or that none do.

    Raises
    ------
    UsageError
        If it is neither; whether the year has rules is judged where the request is made.
    """
    from recommender.knowledge.money_rules import years_of_money_rules

    if given is None:
        return None
    if given.strip().lower() == "none":
        return "none"
    if not given.strip().isdecimal():
        known = ", ".join(map(str, years_of_money_rules(kb)))
        raise UsageError([problem("--money-rules", "bad-money-rules", value=given, known=known)])
    return int(given)


def _carried(kb: KnowledgeBase, path: str | None) -> dict[tuple[str, str], Carried]:
    """Return what each village carries over from the plan document with its decisions.

    Raises
    ------
    VillageDataError, UsageError
        If the document cannot be read, or a decision does not fit it.
    """
    from recommender.cli.documents import read_documents
    from recommender.request.last_plan import carried_of

    if path is None:
        return {}
    carried: dict[tuple[str, str], Carried] = {}
    for document in read_documents(path):
        carried |= carried_of(document, kb)
    return carried


def _target(class_slug: str | None, dimension: str | None) -> Target | None:
    """Return the target of `--target` or `--target-dimension NAME=SCORE`.

    Raises
    ------
    UsageError
        If both are given, or the score is no number.
    """
    from recommender.model.village import thousandths
    from recommender.request.options import Target

    if class_slug and dimension:
        raise UsageError([problem("--target", "two-targets")])
    if class_slug:
        return Target(class_slug=class_slug.strip().lower().replace(" ", "-"))
    if not dimension:
        return None
    name, _, score = dimension.partition("=")
    try:
        return Target(dimension=name.strip(), score=thousandths(float(score.replace(",", "."))))
    except (ValueError, OverflowError):
        raise UsageError([problem("--target-dimension", "bad-target-score", value=score)]) from None


def read(kb: KnowledgeBase, data: Sequence[str], given: dict[str, Any]) -> VillageSet:
    """Return the villages of the data and what was wrong with it.

    Raises
    ------
    VillageDataError
        If no village could be read; it carries every problem.
    """
    import recommender as rec

    found = rec.read_villages(data, kb, code_scheme=given["code_scheme"], year=given["year"])
    if not found.villages:
        raise VillageDataError(found.problems or [problem("", "no-villages")])
    return found


def with_money(session: Session, options: Options, found: VillageSet, kb: KnowledgeBase) -> Options:
    """Return the options with the money and programmes that a workbook of the data states, unless others were given.

    What is taken is said.
    """
    from recommender.language.money import format_rupiah

    budget = found.budget
    if options.budget is None and budget is not None:
        stated = [(name, "", amount) for name, amount in budget.amounts.items()]
        stated += [(name, f" {year}", amount) for name, by in budget.by_year.items() for year, amount in by.items()]
        amounts = [f"{kb.funding[name].label}{year} {format_rupiah(rp, session.lang)}" for name, year, rp in stated]
        session.complain(session.say("money-from-workbook", amounts=", ".join(amounts)))
        options = replace(options, budget=budget)
    if found.existing and options.existing is None and not (options.budget is not None and options.budget.existing):
        session.complain(session.say("existing-from-workbook", count=len(found.existing)))
        options = replace(options, existing=found.existing)
    return options


def report_problems(session: Session, problems: Iterable[Problem]) -> int:
    """Print each error on stderr and how many mere notes there are; return 1 if there was an error, else 0."""
    notes, failed = 0, 0
    for found in problems:
        if found.severity == "error":
            session.complain(found.line(session.lang))
            failed = 1
        else:
            notes += 1
    if notes:
        session.complain(session.say("data-warnings", count=notes))
    return failed


def choose(villages: Sequence[Village], wanted: Sequence[str]) -> list[Village]:
    """Return the villages asked for by code or name, by code; without a wish all of them.

    Raises
    ------
    UsageError
        If one is not in the data, or several bear the name.
    """
    ordered = sorted(villages, key=lambda village: village.key)
    if not wanted:
        return ordered
    chosen: dict[tuple[str, str], Village] = {}
    for text in wanted:
        for village in _matching(ordered, text):
            chosen[village.key] = village
    return [chosen[key] for key in sorted(chosen)]


def _matching(villages: Sequence[Village], wanted: str) -> list[Village]:
    """Return the villages with the code (both schemes, if two share its digits), else the one with the name."""
    text = wanted.strip()
    by_code = [village for village in villages if text.replace(".", "") == village.key[0]]
    if by_code:
        return by_code
    by_name = [village for village in villages if _folded(village.name) == _folded(text)]
    if len(by_name) > 1:
        codes = ", ".join(village.code for village in by_name)
        raise UsageError([problem("--village", "ambiguous-village", value=wanted, codes=codes)])
    if not by_name:
        known = {_folded(village.name): village.name for village in villages if village.name}
        known |= {village.code: village.code for village in villages}
        near = nearest(_folded(text), known)
        wish = phrase("did-you-mean", near=known[near]) if near else NOTHING
        raise UsageError([problem("--village", "unknown-village", near=wish, value=wanted)])
    return by_name


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
