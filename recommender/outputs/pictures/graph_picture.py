"""The prerequisites between works as Mermaid or DOT text: solid = all of, dashed = one of, dotted = better after."""

from __future__ import annotations

from collections.abc import Iterator

from recommender.knowledge.graph import FIRM, work_graph
from recommender.language.harmless import plain
from recommender.language.wording import say
from recommender.model.knowledge import KnowledgeBase

_MERMAID = {"all": "-->", "any": "-. {one} .->", "soft": "-..->", "excludes": "x--x"}
_DOT = {
    "all": "",
    "any": ' [style=dashed, label="{one}"]',
    "soft": " [style=dotted]",
    "excludes": " [dir=both, arrowhead=box, arrowtail=box, constraint=false]",
}


def works_shown(kb: KnowledgeBase, intervention: str | None) -> list[str]:
    """Return the works of the picture: all active ones, or one with everything that it may rest on."""
    if intervention is None:
        return sorted(name for name, work in kb.interventions.items() if work.status == "active")
    return sorted(work_graph(kb).closure([intervention]))


def edges(kb: KnowledgeBase, works: list[str]) -> list[tuple[str, str, str]]:
    """Return every edge (first, then, kind) between the works, sorted.

    The kind is as in `recommender.knowledge.graph`, or `excludes` (never both).
    """
    graph = work_graph(kb)
    apart = ((*sorted(pair), "excludes") for pair in graph.excluded.edges)
    every = (*graph.edges((*FIRM, "soft")), *apart)
    return sorted((first, then, kind) for first, then, kind in every if {first, then} <= set(works))


def mermaid(kb: KnowledgeBase, intervention: str | None, lang: str) -> str:
    """Return the picture as a Mermaid flowchart."""
    works = works_shown(kb, intervention)
    numbers = {name: f"n{number}" for number, name in enumerate(works)}
    lines = ["flowchart LR"]
    lines += [f'  {numbers[name]}["{_mermaid_text(_label(kb, name, lang))}"]' for name in works]
    lines += [
        f"  {numbers[first]} {_MERMAID[kind].format(one=say(lang, 'graph.one-of'))} {numbers[then]}"
        for first, then, kind in edges(kb, works)
    ]
    return "\n".join(lines) + "\n"


def dot(kb: KnowledgeBase, intervention: str | None, lang: str) -> str:
    """Return the picture as a DOT digraph, works of a dimension together."""
    works = works_shown(kb, intervention)
    return (
        "\n".join(
            ["digraph prerequisites {", "  rankdir=LR;", "  node [shape=box];", *_dot_lines(kb, works, lang), "}"]
        )
        + "\n"
    )


def _dot_lines(kb: KnowledgeBase, works: list[str], lang: str) -> Iterator[str]:
    for dimension in sorted({kb.interventions[name].dimension for name in works}):
        known = kb.dimensions.get(dimension)
        yield f'  subgraph "cluster_{_dot_text(dimension)}" {{'
        yield f'    label="{_dot_text(known.name.in_language(lang) if known else dimension)}";'
        for name in works:
            if kb.interventions[name].dimension == dimension:
                yield f'    "{_dot_text(name)}" [label="{_dot_text(_label(kb, name, lang))}"];'
        yield "  }"
    for first, then, kind in edges(kb, works):
        style = _DOT[kind].format(one=say(lang, "graph.one-of"))
        yield f'  "{_dot_text(first)}" -> "{_dot_text(then)}"{style};'


def _label(kb: KnowledgeBase, name: str, lang: str) -> str:
    return plain(kb.interventions[name].name.in_language(lang))


def _mermaid_text(text: str) -> str:
    """Return text for a quoted Mermaid label: its entities stand for what would end the label or start HTML."""
    for letter, entity in (("#", "#35;"), ("&", "#38;"), ('"', "#34;"), ("<", "#60;"), (">", "#62;"), ("`", "#96;")):
        text = text.replace(letter, entity)
    return text


def _dot_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
