"""What a village pays every year whatever is planned: programmes that go on, as its budget or the catalog has them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recommender.model.knowledge import KnowledgeBase
from recommender.model.nouns import Text
from recommender.model.village_money import BUDGET_CODE


@dataclass(frozen=True, slots=True)
class OngoingProgramme:
    """A line of the village budget, with its source of money and rupiah by calendar year (None: in every year).

    `meets` are works that are there where it goes on, `focus` the uses of village money that it counts for. A `typical`
    one is the catalog's, not the village's own.

    >>> posts = OngoingProgramme("2.02.02", Text(id="Posyandu", en="Posyandu"), "village-fund", {None: 5, 2028: 7})
    >>> posts.in_year(2027), posts.in_year(2028)
    (5, 7)
    """

    code: str
    name: Text
    source: str
    amounts: Mapping[int | None, int]
    meets: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    typical: bool = False

    def in_year(self, year: int) -> int:
        """Return its rupiah in a calendar year; 0 where it does not go on."""
        return self.amounts.get(year, self.amounts.get(None, 0))

    def counts_for(self, focus: Collection[str], codes: Collection[str]) -> bool:
        """Return whether it is for one of the uses, or stands under one of the codes of the village budget."""
        return bool(set(self.focus) & set(focus)) or any(is_under(self.code, code) for code in codes)

    def stated(self) -> dict[str, Any]:
        """Return it as the options of a plan document state it; `every` stands for every year."""
        amounts = sorted(self.amounts.items(), key=lambda entry: entry[0] or 0)
        return {
            "code": self.code,
            "name": {"id": self.name.id, "en": self.name.en},
            "source": self.source,
            "amounts": {"every" if year is None else str(year): amount for year, amount in amounts},
            "meets": list(self.meets),
            "focus": list(self.focus),
            "typical": self.typical,
        }

    @classmethod
    def restored(cls, stated: Mapping[str, Any]) -> OngoingProgramme:
        """Return what `stated` states."""
        return cls(
            code=stated["code"],
            name=Text(id=stated["name"]["id"], en=stated["name"]["en"]),
            source=stated["source"],
            amounts={None if year == "every" else int(year): amount for year, amount in stated["amounts"].items()},
            meets=tuple(stated["meets"]),
            focus=tuple(stated["focus"]),
            typical=stated["typical"],
        )


def is_under(code: str, above: str) -> bool:
    """Return whether a code of the village budget is another, or stands below it.

    >>> is_under("1.01.08", "1.01"), is_under("1.01.08", "1.01.08"), is_under("1.010", "1.01")
    (True, True, False)
    """
    return code == above or code.startswith(f"{above}.")


def is_budget_code(code: str, kb: KnowledgeBase) -> bool:
    """Return whether it is a code of the village budget, of a field that the catalog knows."""
    return bool(BUDGET_CODE.fullmatch(code)) and "." in code and (not kb.codes or code.split(".")[0] in kb.codes)


def typical_programmes(kb: KnowledgeBase) -> tuple[OngoingProgramme, ...]:
    """Return the catalog's programmes at their typical amounts, by code."""
    found = (
        OngoingProgramme(one.code, one.name, one.funding, {None: one.typical}, one.meets, focus_of(one.code, kb), True)
        for one in kb.existing_programmes.values()
    )
    return tuple(sorted(found, key=lambda one: one.code))


def focus_of(code: str, kb: KnowledgeBase, meets: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the uses that a programme counts for: those of the works that it meets, else the catalog's of its code."""
    works = {focus for name in meets for focus in kb.interventions[name].focus}
    known = {focus for one in kb.existing_programmes.values() if one.code == code for focus in one.focus}
    return tuple(sorted(works or known))
