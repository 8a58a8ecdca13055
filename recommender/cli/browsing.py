"""list, show, table, graph, schema: what the knowledge base holds, its picture, and the form of documents."""

from __future__ import annotations

from collections.abc import Collection

import click

from recommender.cli.commands import Word, option
from recommender.cli.job import Job, job_command
from recommender.cli.options import KNOWLEDGE, OUTPUT, format_option
from recommender.language.errors import UsageError, problem
from recommender.language.wording import Key, did_you_mean

_KINDS = ("interventions", "rules", "indicators", "facts", "parameters", "sources")
# Filter of a list -> the kinds that have it
_FILTERS = {"dimension": ("interventions", "rules", "indicators"), "about": ("rules",), "calls": ("rules",)}


def _list(job: Job) -> int:
    """Print the entries of one kind."""
    from recommender.outputs.sections.knowledge import chosen, entries_data, list_blocks

    kind = job["kind"]
    names = chosen(job.kb, kind, _filters(job, kind))
    job.write_report(lambda: list_blocks(kind, job.words, names), lambda: entries_data(job.kb, kind, names))
    return 0


def _filters(job: Job, kind: str) -> dict[str, str]:
    """Return the filters given.

    Raises
    ------
    UsageError
        With each filter that the kind has not, or whose value is no name of the knowledge base.
    """
    kb = job.kb
    known: dict[str, tuple[Key, Collection[str]]] = {
        "dimension": ("unknown-dimension-name", kb.dimensions),
        "about": ("unknown-subject.option", [*kb.indicators, "self", "none"]),
        "calls": ("unknown-intervention.option", kb.interventions),
    }
    problems = []
    filters = {key: job[key] for key in known if job[key] is not None}
    for key, value in filters.items():
        unknown, names = known[key]
        if kind not in _FILTERS[key]:
            fits = ", ".join(_FILTERS[key])
            problems.append(problem("", "filter-not-for", name=f"--{key}", kind=kind, known=fits))
        elif value not in names:
            near = did_you_mean(value, names)
            problems.append(problem(f"--{key}", unknown, near=near, value=value, known=", ".join(names)))
    if problems:
        raise UsageError(problems)
    return filters


def _table(job: Job) -> int:
    """Print the rules of a dimension as a decision table."""
    from recommender.outputs.sections.decision_table import decision_table
    from recommender.outputs.sections.knowledge import chosen

    job.output.write(decision_table(chosen(job.kb, "rules", _filters(job, "rules")), job.words))
    return 0


def _show(job: Job) -> int:
    """Print every entry of the name, whatever its kind."""
    from recommender.outputs.sections.knowledge import show_blocks, show_data, table_of

    kb, name = job.kb, job["name"]
    asked = [job["kind"]] if job["kind"] else _KINDS
    kinds = [kind for kind in asked if name in table_of(kb, kind)]
    if not kinds:
        known = {entry for kind in asked for entry in table_of(kb, kind)}
        raise UsageError([problem("NAME", "unknown-name", near=did_you_mean(name, known), value=name)])
    job.write_report(
        lambda: [block for kind in kinds for block in show_blocks(kind, name, job.words)],
        lambda: [show_data(kind, name, kb) for kind in kinds],
    )
    return 0


def _graph(job: Job) -> int:
    """Print a picture of the prerequisites: its source, or the picture itself as SVG."""
    kb, name = job.kb, job["intervention"]
    if name is not None and name not in kb.interventions:
        near = did_you_mean(name, kb.interventions)
        raise UsageError([problem("--intervention", "unknown-intervention.option", near=near, value=name)])
    assert job.format.graphs is not None, "the format is one of those that draw graphs"
    job.output.write([job.format.graphs(kb, name, job.session.lang)])
    return 0


def _schema(job: Job) -> int:
    """Print a JSON Schema."""
    from recommender.outputs.json_text import dump
    from recommender.outputs.schema_page import plan_schema

    job.output.write([dump(plan_schema())])
    return 0


_CHOICE = (option("--about", metavar="INDICATOR"), option("--calls", metavar="ID"))
list_command = job_command(
    "list",
    _list,
    click.Argument(["kind"], type=Word(*_KINDS), metavar=f"[{'|'.join(_KINDS)}]"),
    option("--dimension", metavar="DIMENSION"),
    *_CHOICE,
    *KNOWLEDGE,
    format_option("reports"),
    *OUTPUT,
)
show_command = job_command(
    "show",
    _show,
    click.Argument(["name"]),
    option("--kind", type=Word(*_KINDS)),
    *KNOWLEDGE,
    format_option("reports"),
    *OUTPUT,
)
table_command = job_command(
    "table", _table, click.Argument(["dimension"], metavar="DIMENSION"), *_CHOICE, *KNOWLEDGE, *OUTPUT
)
graph_command = job_command(
    "graph",
    _graph,
    format_option("graphs", default="mermaid"),
    option("--intervention", metavar="ID"),
    *KNOWLEDGE,
    *OUTPUT,
)
schema_command = job_command(
    "schema", _schema, click.Argument(["document"], type=Word("plan"), metavar="plan"), *OUTPUT
)
