"""list, show, table, graph, schema: what the knowledge base holds, its picture, and the form of documents."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Word, command, option
from recommender.cli.inputs import KNOWLEDGE_OPTIONS
from recommender.cli.output import OUTPUT_OPTIONS, opened
from recommender.language.errors import UsageError, problem
from recommender.language.wording import Key, did_you_mean

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase

_KINDS = ("interventions", "rules", "indicators", "facts", "parameters", "sources")
# Filter of a list -> the kinds that have it
_FILTERS = {"dimension": ("interventions", "rules", "indicators"), "about": ("rules",), "calls": ("rules",)}


def _list(**given: Any) -> int:
    """Print one kind of entry as a table or as one JSON array."""
    import recommender as rec
    from recommender.outputs.json_text import dump
    from recommender.outputs.sections.knowledge import chosen, entries_data, list_blocks
    from recommender.outputs.terminal import render
    from recommender.outputs.words import Words

    output = opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    names = chosen(kb, given["kind"], _filters(kb, given))
    if given["format"] == "json":
        text = dump(entries_data(kb, given["kind"], names))
    else:
        text = render(list(list_blocks(given["kind"], Words(kb, output.session.lang), names)), output.look())
    output.write([text])
    return 0


def _filters(kb: KnowledgeBase, given: dict[str, Any]) -> dict[str, str | None]:
    """Return the filters given.

    Raises
    ------
    UsageError
        With each filter that the kind has not, or whose value is no name of the knowledge base.
    """
    known: dict[str, tuple[Key, Collection[str]]] = {
        "dimension": ("unknown-dimension-name", kb.dimensions),
        "about": ("unknown-subject.option", [*kb.indicators, "self", "none"]),
        "calls": ("unknown-intervention.option", kb.interventions),
    }
    problems = []
    filters = {key: given[key] for key in known if given[key] is not None}
    for key, value in filters.items():
        unknown, names = known[key]
        if given["kind"] not in _FILTERS[key]:
            fits = ", ".join(_FILTERS[key])
            problems.append(problem("", "filter-not-for", name=f"--{key}", kind=given["kind"], known=fits))
        elif value not in names:
            near = did_you_mean(value, names)
            problems.append(problem(f"--{key}", unknown, near=near, value=value, known=", ".join(names)))
    if problems:
        raise UsageError(problems)
    return filters


def _table(**given: Any) -> int:
    """Print the rules of a dimension as a decision table."""
    import recommender as rec
    from recommender.outputs.sections.decision_table import decision_table
    from recommender.outputs.sections.knowledge import chosen
    from recommender.outputs.words import Words

    output = opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    names = chosen(kb, "rules", _filters(kb, {**given, "kind": "rules"}))
    output.write(decision_table(names, Words(kb, output.session.lang)))
    return 0


def _show(**given: Any) -> int:
    """Print every entry of the name, whatever its kind."""
    import recommender as rec
    from recommender.outputs.json_text import dump
    from recommender.outputs.sections.knowledge import show_blocks, show_data, table_of
    from recommender.outputs.terminal import render
    from recommender.outputs.words import Words

    output = opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    name = given["name"]
    asked = [given["kind"]] if given["kind"] else _KINDS
    kinds = [kind for kind in asked if name in table_of(kb, kind)]
    if not kinds:
        known = {entry for kind in asked for entry in table_of(kb, kind)}
        raise UsageError([problem("NAME", "unknown-name", near=did_you_mean(name, known), value=name)])
    if given["format"] == "json":
        text = dump([show_data(kind, name, kb) for kind in kinds])
    else:
        words = Words(kb, output.session.lang)
        text = render([block for kind in kinds for block in show_blocks(kind, name, words)], output.look())
    output.write([text])
    return 0


def _graph(**given: Any) -> int:
    """Print a picture of the prerequisites: its source, or the picture itself as SVG."""
    import recommender as rec
    from recommender.outputs.pictures.graph_picture import dot, mermaid
    from recommender.outputs.pictures.graph_svg import svg

    output = opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    name = given["intervention"]
    if name is not None and name not in kb.interventions:
        raise UsageError(
            [
                problem(
                    "--intervention",
                    "unknown-intervention.option",
                    near=did_you_mean(name, kb.interventions),
                    value=name,
                )
            ]
        )
    draw = {"mermaid": mermaid, "dot": dot, "svg": svg}[given["format"]]
    output.write([draw(kb, name, output.session.lang)])
    return 0


def _schema(**given: Any) -> int:
    """Print a JSON Schema."""
    from recommender.outputs.json_text import dump
    from recommender.outputs.schema_page import plan_schema

    opened(given).write([dump(plan_schema())])
    return 0


list_command = command(
    "list",
    _list,
    click.Argument(["kind"], type=Word(*_KINDS), metavar=f"[{'|'.join(_KINDS)}]"),
    option("--dimension", metavar="DIMENSION"),
    option("--about", metavar="INDICATOR"),
    option("--calls", metavar="ID"),
    *KNOWLEDGE_OPTIONS,
    option("--format", type=Word("table", "json"), default="table"),
    *OUTPUT_OPTIONS,
)
show_command = command(
    "show",
    _show,
    click.Argument(["name"]),
    option("--kind", type=Word(*_KINDS)),
    *KNOWLEDGE_OPTIONS,
    option("--format", type=Word("table", "json"), default="table"),
    *OUTPUT_OPTIONS,
)
table_command = command(
    "table",
    _table,
    click.Argument(["dimension"], metavar="DIMENSION"),
    option("--about", metavar="INDICATOR"),
    option("--calls", metavar="ID"),
    *KNOWLEDGE_OPTIONS,
    *OUTPUT_OPTIONS,
)
graph_command = command(
    "graph",
    _graph,
    option("--format", type=Word("mermaid", "dot", "svg"), default="mermaid"),
    option("--intervention", metavar="ID"),
    *KNOWLEDGE_OPTIONS,
    *OUTPUT_OPTIONS,
)
schema_command = command(
    "schema",
    _schema,
    click.Argument(["document"], type=Word("plan"), metavar="plan"),
    *OUTPUT_OPTIONS,
)
