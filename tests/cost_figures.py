"""Amounts and sums as they stand in the words of sources and notes: `Rp17M`, `Rp30-40k`, `Rp4.4M x 12 = Rp52.8M`.

Rupiah are exact fractions; k, M, bn and T are a thousand, a million, a thousand million and a million million. `free`,
`no fee` and `lend` say that something costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from recommender.model.knowledge import Intervention

UNITS = {"k": 10**3, "M": 10**6, "bn": 10**9, "T": 10**12, "": 1, None: 1}
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
UNIT = r"(?:k|M|bn|T)(?![A-Za-z])"
AMOUNTS = re.compile(rf"Rp({NUMBER})({UNIT})?(?:\s?(?:-|to)\s?(?:Rp)?({NUMBER})({UNIT})?)?")
TERM = rf"(?:Rp)?{NUMBER}(?:{UNIT})?"
SUM = re.compile(rf"({TERM}(?: [x/+-] {TERM})+) = (Rp{NUMBER}(?:{UNIT})?)")
FREE = re.compile(r"\b(free|no fee|lend|lent)\b")
PERCENT = re.compile(r"(\d+(?:\.\d+)?)(?:\s?-\s?(\d+(?:\.\d+)?))? ?%")
TOLERANCE = Fraction(1, 100)  # sources round: Rp14.9M for Rp14.874M


@dataclass(frozen=True)
class Sum:
    """A sum written out: what is computed, of which rupiah, what is said to come out and what does."""

    text: str
    operands: tuple[Fraction, ...]
    stated: Fraction
    computed: Fraction


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def amounts(text: str) -> set[Fraction]:
    """Return the rupiah that stand in a text, both ends of a range; 0 where something is free."""
    found = {Fraction(0)} if FREE.search(text) else set()
    for first, unit, second, other in AMOUNTS.findall(text):
        found.add(_number(first) * UNITS[unit or (other if second else "")])
        if second:
            found.add(_number(second) * UNITS[other or unit])
    return found


def percentages(text: str) -> list[tuple[Fraction, Fraction]]:
    """Return the percentages of a text as shares, each with both its ends."""
    return [(Fraction(low) / 100, Fraction(high or low) / 100) for low, high in PERCENT.findall(text)]


def _term(text: str) -> Fraction:
    unit = re.search(rf"{UNIT}$", text)
    return _number(text.removeprefix("Rp").removesuffix(unit[0] if unit else "")) * UNITS[unit[0] if unit else ""]


def _product(text: str) -> Fraction:
    first, *rest = re.split(r" ([x/]) ", text)
    product = _term(first)
    for sign, factor in zip(rest[::2], rest[1::2], strict=True):
        product = product * _term(factor) if sign == "x" else product / _term(factor)
    return product


def sums(text: str) -> list[Sum]:
    """Return the sums of a text in their order; x and / bind closer than + and -."""
    found = []
    for left, right in SUM.findall(text):
        first, *rest = re.split(r" ([+-]) ", left)
        computed = _product(first)
        for sign, part in zip(rest[::2], rest[1::2], strict=True):
            computed += _product(part) if sign == "+" else -_product(part)
        operands = tuple(_term(term) for term in re.split(r" [x/+-] ", left) if term.startswith("Rp"))
        found.append(Sum(f"{left} = {right}", operands, _term(right), computed))
    return found


def near(amount: Fraction | int, known: Iterable[Fraction]) -> bool:
    """Return whether an amount is one of those known, as far as sources round."""
    return any(abs(amount - one) <= TOLERANCE * one for one in known)


def cited(work: Intervention) -> str:
    """Return all that the sources of a work say, in the catalog and where it cites them."""
    return "\n".join(f"{source.title}\n{source.locator or ''}" for source in work.sources)


def faults_of_sums(note: str, read: set[Fraction]) -> tuple[list[str], set[Fraction]]:
    """Return what is wrong with the sums of a note, and the amounts that they make of those that were read."""
    faults, made = [], set[Fraction]()
    for one in sums(note):
        faults += [f"{one.text}: Rp{float(o):,.0f} was not read" for o in one.operands if not near(o, read | made)]
        if not near(one.computed, [one.stated]):
            faults.append(f"{one.text}: makes Rp{float(one.computed):,.0f}")
        made.add(one.stated)
    return faults, made


def cost_faults(work: Intervention) -> list[str]:
    """Return what of a work's cost does not stand in its sources as its basis says; empty where all does."""
    cost, note = work.cost, work.cost.note or ""
    read = amounts(cited(work))
    faults, made = faults_of_sums(note, read)
    ends = {"low": cost.low, "high": cost.high}
    given = ends if cost.expected is None else {**ends, "expected": cost.expected}
    lost = [f"{end} {amount:_} stands nowhere" for end, amount in given.items() if not near(amount, read | made)]
    if cost.basis == "sourced":
        unread = [f"{end} {amount:_} was not read" for end, amount in ends.items() if not near(amount, read)]
        return faults + unread + [one for one in lost if one.startswith("expected")]
    if cost.basis == "derived":
        return faults + lost + ([] if made else ["the note does not say how it was computed"])
    judged = "judgement" in note or "JUDGEMENT" in {source.key for source in work.sources}
    if cost.basis == "partly":
        traced = len(lost) < len(given) or any(near(one, read | made) for one in amounts(note))
        faults += [] if traced else ["no part of it stands in a source"]
        return faults + ([] if "judgement" in note else ["the note does not say which part is judgement"])
    return faults + ([] if judged else ["a judgement that does not say so"])


def running_faults(work: Intervention) -> list[str]:
    """Return what of a work's yearly upkeep does not stand in its sources as its basis says."""
    upkeep, note = work.running_cost, work.running_cost.note or ""
    read = amounts(cited(work))
    faults, made = faults_of_sums(note, read)
    if upkeep.basis == "judgement":
        return faults
    if upkeep.share is not None:
        share = Fraction(upkeep.share, 1000)
        if not any(low <= share <= high for low, high in percentages(cited(work))):
            faults.append(f"share {float(share):g} was not read")
    elif not near(upkeep.amount or 0, read if upkeep.basis == "sourced" else read | made):
        faults.append(f"amount {upkeep.amount:_} stands nowhere")
    return faults + (["the note does not say how"] if upkeep.basis == "derived" and not made else [])
