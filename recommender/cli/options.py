"""Arguments and options that several commands share, each said once.

A plain option of the library (`PlainOptions`) is an option of every command that plans, by its name and type alone.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args, get_type_hints

import click

from recommender.cli.commands import Whole, Word, option
from recommender.outputs.registry import Subject, format_names
from recommender.request.options import PlainOptions

OUTPUT = (
    option("-o", "--output", metavar="FILE"),
    option("--force", is_flag=True),
)
KNOWLEDGE = (
    option("--knowledge", metavar="DIR"),
    option("--overlay", metavar="DIR", multiple=True),
)
VILLAGES = option("--village", multiple=True, metavar="CODE-OR-NAME")
VILLAGE = option("--village", metavar="CODE-OR-NAME", help="one-village")


def data(metavar: str = "DATA...", required: bool = True) -> click.Argument:
    """Return the argument of files and folders."""
    return click.Argument(["data"], nargs=-1, required=required, metavar=metavar)


def format_option(subject: Subject, default: str = "table") -> click.Option:
    """Return `--format` with the formats that write such results, the default first."""
    others = (name for name in format_names(subject) if name != default)
    return option("--format", type=Word(default, *others), default=default)


def _plain(name: str, hint: Any, default: Any) -> click.Option:
    """Return the option of a plain field: a switch, one of the words that its type names, or a whole number."""
    key = f"--{name.replace('_', '-')}"
    if hint is bool:
        return option(key, is_flag=True)
    words = [word for part in (hint, *get_args(hint)) for word in get_args(part) if isinstance(word, str)]
    return option(key, type=Word(*words) if words else Whole(), default=default)


def _plain_options() -> list[click.Option]:
    hints = get_type_hints(PlainOptions)
    return [_plain(field.name, hints[field.name], field.default) for field in fields(PlainOptions)]


PLANNING = (
    option("--year", type=Whole()),
    option("--start-year", type=Whole()),
    option("--years", type=Whole()),
    option("--budget", multiple=True, metavar="[SOURCE=]AMOUNT"),
    option("--budget-file", metavar="FILE"),
    option("--existing", metavar="FILE|typical"),
    option("--money-rules", metavar="YEAR|none"),
    option("--objective", type=Word("smart", "index"), default="smart"),
    option("--target", metavar="CLASS"),
    option("--target-dimension", metavar="NAME=SCORE"),
    option("--reserve-from", metavar="PLAN"),
    option("--pin", multiple=True, metavar="ID[=WHY]"),
    option("--ban", multiple=True, metavar="ID[=WHY]"),
    *_plain_options(),
    *KNOWLEDGE,
)
