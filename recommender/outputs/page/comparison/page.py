"""Comparison -> one page, by itself or in a folder with the page of every village.

In: a comparison with the options of its plans, and boundaries where a map is wanted. Out: bytes. The page runs no
script and loads nothing; same input, same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recommender.language.wording import Key
from recommender.outputs.page.comparison import money, standing, wants
from recommender.outputs.page.comparison.places import map_section
from recommender.outputs.page.comparison.tables import PageTable, frame_table, village_table
from recommender.outputs.page.comparison.view import Figure, View
from recommender.outputs.page.templating import render
from recommender.outputs.page.village_page import make_page
from recommender.outputs.plan_files import file_stems
from recommender.outputs.registry import Compared
from recommender.pipeline.documents import NAME, program_version
from recommender.verbs.comparing.grouping import village_key

_INDEX = "index"


@dataclass(frozen=True, slots=True)
class _Question:
    """How a table is asked for, what is seen in it in a sentence, how it is drawn."""

    ask: Key
    seen: Callable[[View], str]
    drawn: Callable[[View], Iterator[Figure]] | None = None


_QUESTIONS: Mapping[str, _Question] = {
    "known": _Question("ask-known", standing.known_seen),
    "classes": _Question("ask-classes", standing.classes_seen, standing.classes_drawn),
    "dimensions": _Question("ask-dimensions", standing.dimensions_seen, standing.dimensions_drawn),
    "peers": _Question("ask-peers", standing.peers_seen),
    "problems": _Question("ask-problems", wants.problems_seen, wants.problems_drawn),
    "states": _Question("ask-states", wants.states_seen, wants.states_drawn),
    "first": _Question("ask-first", wants.first_seen, wants.first_drawn),
    "money": _Question("ask-money", money.money_seen, money.money_drawn),
    "binding": _Question("ask-binding", money.binding_seen, money.binding_drawn),
    "asked": _Question("ask-asked", wants.asked_seen, wants.asked_drawn),
    "unmet": _Question("ask-unmet", wants.unmet_seen, wants.unmet_drawn),
    "transitions": _Question("ask-transitions", standing.transitions_seen, standing.transitions_drawn),
    "outlook_lines": _Question("ask-outlook", standing.outlook_seen, standing.outlook_drawn),
    "gains": _Question("ask-gains", money.gains_seen, money.gains_drawn),
}


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    question: str
    seen: str
    figures: tuple[Figure, ...]
    table: PageTable
    notes: tuple[str, ...]


def comparison_page(compared: Compared) -> bytes:
    """Return the page by itself.

    Raises
    ------
    MissingExtraError
        If the extra `charts` is not installed.
    """
    return _page(compared, {})


def comparison_folder(compared: Compared) -> Iterable[tuple[str, bytes]]:
    """Return the page as `index.html` and the plan page of every village, to which it links.

    Raises
    ------
    MissingExtraError
        If the extra `charts` is not installed: before anything is written.
    """
    plans = compared.found.scope.plans
    names = [f"{stem}.html" for stem in file_stems([plan.village for plan in plans], [_INDEX])]
    pages = {village_key(plan): name for plan, name in zip(plans, names, strict=True)}
    index = _page(compared, pages)

    def files() -> Iterator[tuple[str, bytes]]:
        for plan, name in zip(plans, names, strict=True):
            yield name, make_page(plan, compared.options, compared.words)
        yield f"{_INDEX}.html", index

    return files()


def _page(compared: Compared, pages: Mapping[tuple[str, str], str]) -> bytes:
    words = compared.words
    view = View(compared.found, words, pages, bool(compared.options.get("carry_over")))
    levels = ", ".join(words.term("level", level) for level in view.by)
    count = len(view.found.scope.plans)
    title = (
        words.say("compare-title-by", count=count, levels=levels) if levels else words.say("compare-title", count=count)
    )
    return render(
        "comparison.html",
        lang=words.lang,
        say=words.say,
        title=title,
        notes=[note.in_language(words.lang) for note in view.found.notes],
        where=map_section(view, compared.boundaries) if compared.boundaries is not None else None,
        sections=list(_sections(view)),
        villages=village_table(view),
        linked=bool(pages),
        provenance=list(_provenance(compared)),
    )


def _sections(view: View) -> Iterator[_Section]:
    """Yield a section for each table of the comparison that has rows, in its order."""
    lang, common = view.words.lang, set(view.found.notes)
    for name, frame in view.found.answers.items():
        if not frame.rows:
            continue
        asked = _QUESTIONS.get(name)
        question = view.words.say(asked.ask) if asked else view.words.term("frame", name)
        figures = tuple(asked.drawn(view)) if asked and asked.drawn else ()
        notes = tuple(note.in_language(lang) for note in frame.notes if note not in common)
        yield _Section(name, question, asked.seen(view) if asked else "", figures, frame_table(view, frame), notes)


def _provenance(compared: Compared) -> Iterator[tuple[str, str]]:
    words, kb = compared.words, compared.kb
    indexes: Sequence[str] = sorted({plan.data.framework for plan in compared.found.scope.plans if plan.data.framework})
    told = ", ".join(words.framework(name) for name in indexes) or words.say("provenance.none")
    yield words.say("provenance.data"), told
    yield words.say("provenance.knowledge"), f"{kb.about.version} · sha256 {kb.sha256}"
    for overlay in kb.overlays:
        yield words.say("provenance.overlay"), f"{overlay.name} · sha256 {overlay.sha256}"
    yield words.say("provenance.program"), f"{NAME} {program_version()}"
