"""What a village's plan is limited by: money, upkeep and services, starts of each class, earmarks.

A village starts so many physical works and other lines of its budget a year, and asks each addressee for so many
buildings; acts, and what others deliver without building, take no place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from recommender.language.wording import Phrase, phrase
from recommender.model.knowledge import Intervention, KnowledgeBase
from recommender.model.needs import Choice
from recommender.model.nouns import VILLAGE
from recommender.model.settings import Settings
from recommender.pipeline.planning.limits import Cap, Capacity, Limits
from recommender.pipeline.planning.works import FULL
from recommender.request.options import Money

PHYSICAL, LINES = "physical", "lines"  # capacities of a village; those of whom it asks have the addressee's name
WorksOf = Callable[[tuple[str, ...]], frozenset[int]]  # focus classes -> the works that fall under one of them


def capacities_taken(noun: Intervention, executor: str, kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the capacities of which a start takes a place: none where it is an act, or others pay without building."""
    if noun.measure == "act":
        return ()
    if executor == VILLAGE:
        return (PHYSICAL,) if noun.physical else (LINES,)
    return (addressee_of(noun, executor, kb),) if noun.physical else ()


def addressee_of(noun: Intervention, executor: str, kb: KnowledgeBase) -> str:
    """Return who is asked for a work that another builds: an entry of the addressees, the executor's own where the
    work names none of that executor."""
    named = kb.addressees.get(noun.addressee or "")
    return noun.addressee if named is not None and named.executor == executor and noun.addressee else executor


def village_capacities(kb: KnowledgeBase, years: int, settings: Settings) -> dict[str, Capacity]:
    """Return how many starts a year there are of each class, of the village and of each addressee."""
    own = {
        PHYSICAL: Capacity(phrase("starts.physical"), (settings.physical_works_per_year,) * years),
        LINES: Capacity(phrase("starts.lines"), (settings.lines_per_year,) * years),
    }
    asked = (settings.building_proposals_per_addressee,) * years
    return own | {
        name: Capacity(phrase("starts.proposals", addressee=Phrase(noun.name.id, noun.name.en)), asked)
        for name, noun in sorted(kb.addressees.items())
    }


def round_of(name: str) -> str:
    """Return the capacity of which each round of a work that repeats takes a place."""
    return f"round:{name}"


def capacities_of(choice: Choice, kb: KnowledgeBase, years: int, settings: Settings) -> dict[str, Capacity]:
    """Return the capacities that some candidate takes of; of what is repeated one round a year."""
    taken = {
        name
        for c in choice.candidates.values()
        if c.pot is None
        for name in capacities_taken(kb.interventions[c.name], c.executor, kb)
    }
    found = {name: of for name, of in village_capacities(kb, years, settings).items() if name in taken}
    for name, candidate in sorted(choice.candidates.items()):
        if candidate.rounds:
            rounds = phrase(
                "starts.rounds", name=Phrase(kb.interventions[name].name.id, kb.interventions[name].name.en)
            )
            found[round_of(name)] = Capacity(rounds, (1,) * years)
    return found


def village_limits(
    money: Money, settings: Settings, capacities: tuple[Capacity, ...], index_class: str | None
) -> Limits:
    """Return the limits of every plan of a village of a class with this money, but for earmarks.

    What carries over is there from the first month; of the rest a part may come with the second instalment.
    """
    years = money.years
    gross = [money.gross(year) for year in range(years)]
    running = [max(0, total * settings.running_cost_share // FULL - money.running) for total in gross]
    services = [total * settings.service_share // FULL for total in gross]
    early = None if money.carries_over else money.early(index_class)
    return Limits(
        purses=("village",),
        usable=(tuple(sum(money.usable(source, year) for source in money.amounts) for year in range(years)),),
        carry_over=(money.carries_over,),
        running_cap=(*running, running[-1]),
        service_cap=(*services, services[-1]),
        capacities=capacities,
        works_at_once=settings.works_at_once,
        first_month=settings.first_month,
        early=(early,),
        second_month=settings.second_instalment_month,
    )


def lines_together(
    choice: Choice, kb: KnowledgeBase, numbers: Mapping[str, tuple[int, ...]]
) -> tuple[frozenset[int], ...]:
    """Return the works that are one line of a year however many of them start: soft measures of one package, and the
    phases of one work."""
    found: dict[str, set[int]] = {}
    for name, candidate in choice.candidates.items():
        noun = kb.interventions[name]
        soft = candidate.is_own and not noun.physical and noun.package is not None and not candidate.rounds
        if soft:
            found.setdefault(f"package:{noun.package}", set()).update(numbers[name])
        elif len(numbers[name]) > 1 and not candidate.rounds:
            found[name] = set(numbers[name])
    return tuple(frozenset(group) for _, group in sorted(found.items()) if len(group) > 1)


def earmark_caps(money: Money, works_of: WorksOf) -> tuple[Cap, ...]:
    """Return what the works of each capped focus may cost: the capped share of its source, and all of the others."""
    capped = sorted({earmark.focus for earmark in money.earmarks if earmark.at_most is not None})
    caps = []
    for classes in capped:
        amounts = [0] * money.years
        for source in money.amounts:
            for year in range(money.years):
                allowed = [money.most(e, year) for e in money.earmarks if (e.focus, e.source) == (classes, source)]
                amounts[year] += min([money.usable(source, year), *(most for most in allowed if most is not None)])
        caps.append(Cap(", ".join(classes), works_of(classes), tuple(amounts)))
    return tuple(caps)


def earmark_floors(money: Money, works_of: WorksOf) -> tuple[Cap, ...]:
    """Return what the works of each favoured focus shall cost at least in each year: of a source the most asked for."""
    favoured = sorted({earmark.focus for earmark in money.earmarks if earmark.at_least is not None})
    floors = []
    for classes in favoured:
        amounts = [0] * money.years
        for source in money.amounts:
            for year in range(money.years):
                asked = [money.least(e, year) for e in money.earmarks if (e.focus, e.source) == (classes, source)]
                amounts[year] += max(asked, default=0)
        floors.append(Cap(", ".join(classes), works_of(classes), tuple(amounts)))
    return tuple(floors)
