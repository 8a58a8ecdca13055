"""Many plans -> the page that opens them: a row a village, sums, villages by class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from recommender.language.money import format_short_rupiah
from recommender.model.plan import Plan
from recommender.outputs.blocks import Column, Table
from recommender.outputs.page.money import Sums, sums
from recommender.outputs.page.profile import small_profile
from recommender.outputs.page.templating import render
from recommender.outputs.page.village_page import plan_years, span
from recommender.outputs.pictures.svg import Safe
from recommender.outputs.words import Words
from recommender.pipeline.together import cost_together

_COLUMNS = (
    ("column.code", "code"),
    ("column.village", "text"),
    ("column.class", "text"),
    ("column.index", "text"),
    ("index.profile", "text"),
    ("column.plan-status", "text"),
    ("column.steps", "money"),
    ("column.own-money", "money"),
    ("column.proposals", "money"),
    ("column.asked", "money"),
)


@dataclass(frozen=True, slots=True)
class _VillageRow:
    code: str
    name: str
    link: str
    place: str
    class_name: str
    index: str
    profile: Safe
    status: str
    steps: int
    own: str
    proposals: int
    asked: str


@dataclass(frozen=True, slots=True)
class _LastRow:
    steps: int
    own: str
    proposals: int
    asked: str


def make_index(plans: Sequence[Plan], names: Sequence[str], options: Mapping[str, Any], words: Words) -> bytes:
    """Return the index page of plans whose pages are the files named, in the same order, in the same folder."""
    years = sorted({year for plan in plans for year in plan_years(plan, options)})
    of_plans = [sums(plan, options) for plan in plans]
    whole = Sums(
        *(sum(getattr(one, field) for one in of_plans) for field in ("available", "used", "works", "proposals"))
    )
    together = cost_together(plans, lambda work: work.executor != "village")
    steps = sum(len(plan.steps) for plan in plans)
    asked = sum(step.executor != "village" for plan in plans for step in plan.steps)
    dimensions = [words.dimension(name) for name in (plans[0].scores.dimensions if plans else ())]
    return render(
        "index.html",
        lang=words.lang,
        say=words.say,
        years=span(years),
        title=words.say("index.title", count=len(plans), years=span(years)),
        tiles=_tiles(replace(whole, proposals=together), steps - asked, asked, span(years), words),
        classes=_classes(plans, words),
        columns=[(words.say(key), kind) for key, kind in _COLUMNS],
        rows=[
            _row(plan, one, name, number, words)
            for number, (plan, one, name) in enumerate(zip(plans, of_plans, names, strict=True))
        ],
        total=_LastRow(steps, _short(whole.used, words), asked, _short(together, words)),
        profile_note=words.say("index.profile-note", names=", ".join(dimensions)),
        shared_note=words.say("index.shared-note", amount=_short(whole.proposals - together, words))
        if together < whole.proposals
        else "",
    )


def _row(plan: Plan, money: Sums, name: str, number: int, words: Words) -> _VillageRow:
    village, index = plan.village, plan.scores.index
    class_name = value = "–"
    if index is not None and index.value is not None:
        class_name = words.index_class(index.framework, index.class_)
        value = f"{words.index_value(index.value)} ({words.framework(index.framework)} {plan.data.year})"
    others = sum(step.executor != "village" for step in plan.steps)
    return _VillageRow(
        code=village.code,
        name=village.name.strip() or words.say("nameless"),
        link=name,
        place=" · ".join(filter(None, (village.subdistrict, village.district))),
        class_name=class_name or "–",
        index=value,
        profile=small_profile(plan, words, f"profile-{number}"),
        status=words.term("plan-status", plan.status),
        steps=len(plan.steps),
        own=_short(money.used, words),
        proposals=others,
        asked=_short(money.proposals, words),
    )


def _tiles(whole: Sums, own: int, asked: int, years: str, words: Words) -> list[tuple[str, str, str]]:
    share = words.percent(whole.used / whole.available) if whole.available else words.percent(0)
    of = words.say("tile.money-note", amount=_short(whole.available, words), years=years)
    worth = words.say("tile.proposals-note", amount=_short(whole.proposals, words))
    return [
        (words.say("tile.money"), share, of),
        (words.say("tile.steps"), str(own), words.say("tile.steps-note", amount=_short(whole.works, words))),
        (words.say("tile.proposals"), str(asked), worth),
    ]


def _classes(plans: Sequence[Plan], words: Words) -> Table:
    """Return how many villages each class has, by framework, from the lowest class up."""
    counted: Counter[tuple[str | None, str | None]] = Counter(
        (index.framework, index.class_) if (index := plan.scores.index) else (None, None) for plan in plans
    )
    rows = []
    for framework in [*words.kb.frameworks, None]:
        known = words.kb.frameworks[framework].classes if framework is not None else ()
        for slug in [*(one.slug for one in known), None]:
            count = counted.get((framework, slug), 0)
            if count:
                label = words.index_class(framework, slug) or words.say("index.no-class")
                rows.append((label, words.framework(framework) if framework else "–", str(count)))
    columns = (
        Column(words.say("column.class")),
        Column(words.say("column.index")),
        Column(words.say("column.village"), "money"),
    )
    return Table(columns, tuple(rows))


def _short(amount: int, words: Words) -> str:
    return format_short_rupiah(amount, words.lang)
