"""Prices against the sources that they cite: amounts that these state, and whether anybody but the authors says them.

In: `Inspection`. Out: warnings. Amounts are read from the titles of sources and from what a work says that it read
there (`Rp244M`, `Rp15-20 million`, `Rp2,5 juta`); of a source that states none nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recommender.language.errors import Problem
from recommender.model.knowledge import Intervention
from recommender.model.nouns import Citation
from recommender.verbs.checking.inspection import Inspection
from recommender.verbs.checking.written import rupiah_of

_SIZES = {
    "k": 10**3, "rb": 10**3, "ribu": 10**3, "thousand": 10**3,
    "M": 10**6, "jt": 10**6, "juta": 10**6, "million": 10**6,
    "T": 10**12, "trillion": 10**12, "triliun": 10**12,
    "B": 10**9, "bn": 10**9, "miliar": 10**9, "billion": 10**9,
}  # fmt: skip
_NUMBER = r"\d[\d.,_]*"
_SIZE = rf"(?: ?({'|'.join(_SIZES)})\b)?"
_AMOUNT = re.compile(rf"Rp\.? ?({_NUMBER}){_SIZE}(?: ?(?:-|–|to|and|sampai) ?(?:Rp ?)?({_NUMBER}){_SIZE})?")
_GROUPED = re.compile(r"\d{1,3}([.,_]\d{3})+$")
_NEAR = 0.1  # share of an end within which a stated amount is that end
_OWN = ("judgement", "estimate")  # confidence of what the authors say themselves


def check_prices(given: Inspection) -> Iterator[Problem]:
    """Yield prices that none of their sources states, or that nobody but the authors stands for."""
    for name, work in sorted(given.kb.interventions.items()):
        if work.status != "active" or any(source.title == source.key for source in work.sources):
            continue  # of a source that could not be read nothing is known
        basis, theirs = work.cost.basis, [source for source in work.sources if source.confidence not in _OWN]
        if basis != "judgement" and not theirs and work.sources:
            yield given.problem("unsupported-basis.price", "interventions", name, "cost", "basis", basis=basis)
        yield from _unstated(given, name, work, theirs)
        yield from _unspoken(given, name, work, theirs)
        cited = {source.key for source in work.sources}
        keys = {*work.evidence} & given.kb.sources.keys() - cited if _says_evidence(given, name) else set[str]()
        for key in sorted(keys):
            yield given.problem("unsupported-basis.evidence", "interventions", name, "evidence", name=key)


def _says_evidence(given: Inspection, name: str) -> bool:
    """Return whether evidence and sources were written together: an overlay may replace the sources alone."""
    overlays = given.kb.overlays
    return not overlays or any(
        (change.kind, change.name, change.key) in (("interventions", name, ""), ("interventions", name, "evidence"))
        for overlay in overlays
        for change in overlay.changes
    )


def _unstated(given: Inspection, name: str, work: Intervention, theirs: list[Citation]) -> Iterator[Problem]:
    """Yield ends of a sourced price that are no amount of its sources; of one partly sourced, both."""
    texts = [f"{source.title} {source.locator or ''}" for source in theirs]
    stated = sorted({amount for text in (*texts, work.cost.note or "") for amount in amounts_in(text)})
    ends = [(end, amount) for end, amount in (("low", work.cost.low), ("high", work.cost.high)) if amount]
    if not stated:
        return
    told = {"basis": work.cost.basis, "stated": ", ".join(map(rupiah_of, stated))}
    if work.cost.basis == "sourced":
        for end, amount in ends:
            if not any(abs(one - amount) <= _NEAR * amount for one in stated):
                yield given.problem(
                    "unstated-price.end", "interventions", name, "cost", end, amount=rupiah_of(amount), **told
                )
    elif work.cost.basis == "partly" and not any(amounts_in(work.cost.note or "")):  # else the note says how
        low, high = (work.cost.low * (1 - _NEAR), work.cost.high * (1 + _NEAR))
        if not any(low <= one <= high for one in stated):
            yield given.problem("unstated-price.none", "interventions", name, "cost", **told)


def _unspoken(given: Inspection, name: str, work: Intervention, theirs: list[Citation]) -> Iterator[Problem]:
    """Yield effects that are said to be official or studied where only the authors are cited."""
    keys = {key for key in work.evidence if key in given.kb.sources}
    others = [key for key in keys if given.kb.sources[key].confidence not in _OWN]
    for indicator, effect in work.improves.items():
        for key, said in (("evidence", effect.evidence), ("size", effect.size)):
            lacks = not others and ((said == "study" and "study" not in work.evidence) or not theirs)
            if said != "judgement" and work.sources and lacks:
                yield given.problem(
                    "unsupported-basis.effect", "interventions", name, "improves", indicator, key, basis=said
                )


def amounts_in(text: str) -> Iterator[float]:
    """Yield the amounts of rupiah that a text states, in rupiah.

    >>> list(amounts_in("kit Rp4M, link Rp750,000 a month; Rp1.0-2.8bn elsewhere"))
    [4000000.0, 750000.0, 1000000000.0, 2800000000.0]
    """
    for first, size, second, second_size in _AMOUNT.findall(text):
        for one, own in ((first, size or second_size), (second, second_size or size)):
            if one:
                yield _number(one, bool(own)) * _SIZES.get(own, 1)


def _number(text: str, is_part: bool) -> float:
    """Return a number; before a size `1.658` has decimals, without one groups of three."""
    plain = text.rstrip(".,_")
    if _GROUPED.fullmatch(plain) and not (is_part and "." in plain):
        return float(re.sub(r"[.,_]", "", plain))
    return float(plain.replace("_", "").replace(",", ".", 1).replace(",", ""))
