"""list, show, graph, schema: what the knowledge base holds, its picture, and the form of documents."""

from __future__ import annotations

from typing import Any

import click

from recommender.cli.commands import Word, command, option, session_of
from recommender.cli.inputs import KNOWLEDGE_OPTIONS
from recommender.cli.output import OUTPUT_OPTIONS, Output
from recommender.errors import UsageError, worded

_KINDS = ("interventions", "rules", "indicators", "facts", "parameters", "sources")


def _opened(given: dict[str, Any]) -> Output:
    output = Output(session_of(click.get_current_context()), given["output"], given["force"])
    output.check()
    return output


def _list(**given: Any) -> int:
    """Print one kind of entry as a table or as one JSON array."""
    import recommender as rec
    from recommender.reports.json_report import dump
    from recommender.reports.knowledge_report import entries_data, list_blocks
    from recommender.reports.terminal import render
    from recommender.reports.words import Words

    output = _opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    if given["format"] == "json":
        text = dump(entries_data(kb, given["kind"]))
    else:
        text = render(list(list_blocks(given["kind"], Words(kb, output.session.lang))), output.look())
    output.write([text])
    return 0


def _show(**given: Any) -> int:
    """Print every entry of the name, whatever its kind."""
    import recommender as rec
    from recommender.reports.json_report import dump
    from recommender.reports.knowledge_report import entry_data, show_blocks, table_of
    from recommender.reports.terminal import render
    from recommender.reports.words import Words

    output = _opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    name = given["name"]
    asked = [given["kind"]] if given["kind"] else _KINDS
    kinds = [kind for kind in asked if name in table_of(kb, kind)]
    if not kinds:
        known = {entry for kind in asked for entry in table_of(kb, kind)}
        raise UsageError([worded("NAME", "unknown-name", near=(name, known), value=name)])
    if given["format"] == "json":
        text = dump([{"kind": kind, **entry_data(name, table_of(kb, kind)[name])} for kind in kinds])
    else:
        words = Words(kb, output.session.lang)
        text = render([block for kind in kinds for block in show_blocks(kind, name, words)], output.look())
    output.write([text])
    return 0


def _graph(**given: Any) -> int:
    """Print the source of a picture of the prerequisites."""
    import recommender as rec
    from recommender.reports.graph_picture import dot, mermaid

    output = _opened(given)
    kb = rec.load_knowledge(given["knowledge"], given["overlay"])
    name = given["intervention"]
    if name is not None and name not in kb.interventions:
        raise UsageError([worded("--intervention", "unknown-intervention", near=(name, kb.interventions), value=name)])
    draw = mermaid if given["format"] == "mermaid" else dot
    output.write([draw(kb, name, output.session.lang)])
    return 0


def _schema(**given: Any) -> int:
    """Print a JSON Schema."""
    from recommender.reports.json_report import dump
    from recommender.reports.schema_page import plan_schema

    _opened(given).write([dump(plan_schema())])
    return 0


list_command = command(
    "list",
    _list,
    click.Argument(["kind"], type=Word(*_KINDS), metavar=f"[{'|'.join(_KINDS)}]"),
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
graph_command = command(
    "graph",
    _graph,
    option("--format", type=Word("mermaid", "dot"), default="mermaid"),
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
