"""Joint money of a document -> blocks: what there is, what it is worth, what is shared, what more would do."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.language.numbers import number
from recommender.model.joint_money import JointPlan, JointWork
from recommender.outputs.blocks import BULLET, Block, Column, Entry, Heading, Paragraph, Table
from recommender.outputs.words import Words

UNIT = 10**9  # worths are told in this many units of the search
CODES_SHOWN = 8


def joint_blocks(joint: JointPlan, words: Words) -> Iterator[Block]:
    """Yield what is told of the joint money of a district."""
    place = f"{joint.name} ({joint.district})" if joint.name else joint.district
    yield Heading(words.say("section.joint", district=place.upper()))
    yield Paragraph(words.say("joint-amounts", count=len(joint.villages)))
    yield _money(joint, words)
    yield Paragraph(words.say("joint-values", unit=number(UNIT, words.lang)))
    yield _values(joint, words)
    if joint.shared:
        yield Paragraph(words.say("joint-shared"))
        for work in joint.shared:
            price = words.money(sum(work.by_year.values()))
            title = f"{words.name(work.intervention)} · {work.place} · {work.year}"
            yield Entry(title, BULLET, price, (_codes(work.villages, words),))
    yield from _floor(joint, words)
    yield from _more(joint, words)


def _money(joint: JointPlan, words: Words) -> Table:
    titles = (words.say("column.joint-amount"), words.say("column.joint-planned"))
    columns = (
        Column(words.say("column.source")),
        Column(words.say("column.year"), "code"),
        *(Column(title, "money") for title in titles),
        Column(words.say("column.joint-price"), "money"),
    )
    price: dict[tuple[str, str], str] = {}  # in the first tier that more money would still help
    for entry in joint.prices:
        for year, of in entry.by_year.items():
            if round(of / UNIT):
                price.setdefault((entry.source, year), f"{_worth(of, words)} ({words.term('tier', entry.tier)})")
    rows = [
        (
            words.source(source),
            year,
            words.money(amount),
            words.money(joint.planned[source][year]),
            price.get((source, year), "0"),
        )
        for source, amounts in joint.amounts.items()
        for year, amount in amounts.items()
    ]
    return Table(columns, tuple(rows))


def _values(joint: JointPlan, words: Words) -> Table:
    columns = (
        Column(words.say("column.joint-serves")),
        Column(words.say("column.joint-nothing"), "money"),
        Column(words.say("column.joint-pro-rata"), "money"),
        Column(words.say("column.joint-value"), "money"),
        Column(words.say("column.joint-bound"), "money"),
    )
    rows = zip(joint.tiers, joint.nothing, joint.pro_rata, joint.value, joint.bound, strict=True)
    return Table(
        columns,
        tuple((words.term("tier", tier), *(_worth(of, words) for of in worths)) for tier, *worths in rows),
    )


def _worth(worth: int, words: Words) -> str:
    return number(round(worth / UNIT), words.lang)


def _codes(codes: list[str], words: Words) -> str:
    shown = ", ".join(codes[:CODES_SHOWN]) + (", …" if len(codes) > CODES_SHOWN else "")
    return words.say("joint-in-villages", count=len(codes), codes=shown)


def _floor(joint: JointPlan, words: Words) -> Iterator[Block]:
    floor = joint.floor
    if floor is None:
        return
    without = "; ".join(
        f"{words.term('tier', tier)} {_worth(of, words)}" for tier, of in zip(joint.tiers, floor.without, strict=True)
    )
    yield Paragraph(words.say("joint-floor", amount=words.money(floor.amount), without=without))
    if floor.short:
        yield Paragraph(words.say("joint-floor-short", codes=", ".join(sorted(floor.short))))


def _more(joint: JointPlan, words: Words) -> Iterator[Block]:
    for more in joint.more:
        said = {"amount": words.money(more.amount), "source": words.source(more.source)}
        if not more.comes and not more.goes:
            yield Paragraph(words.say("joint-more-none", **said))
            continue
        yield Paragraph(words.say("joint-more", **said))
        for work in more.comes:
            yield _entry(work, words)
        for work in more.goes:
            gone = words.say("joint-goes", codes=_codes(work.villages, words))
            yield Entry(words.name(work.intervention), BULLET, lines=(gone,))


def _entry(work: JointWork, words: Words) -> Entry:
    return Entry(words.name(work.intervention), BULLET, lines=(_codes(work.villages, words),))
