"""Templates -> HTML: the one door to Jinja2. Everything is escaped, a name that is missing is an error.

A page holds no script and loads nothing: its content-security policy allows the one style sheet by its hash and
nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from recommender.outputs.pictures.svg import Safe, clean

_TEMPLATES = ("base.html", "blocks.html", "village.html", "index.html", "comparison.html")
_STYLE = "page.css"


def render(template: str, **values: Any) -> bytes:
    """Return the page of a template, UTF-8, ending in a newline.

    Raises
    ------
    jinja2.UndefinedError
        If the template names something that is not given: a bug.
    """
    text = _environment().get_template(template).render(style=_style(), policy=policy(), **values)
    return text.encode("utf-8", "replace")


def policy() -> str:
    """Return the content-security policy: the style sheet by its hash, nothing else, from nowhere."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _read(name) for name in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def _harmless(value: Any) -> Any:
    """Return what a template writes: markup as it is, text without controls and marks that turn its direction."""
    if value is None:
        raise ValueError("a template writes None")
    return clean(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@cache
def _style() -> Safe:
    return Safe("\n" + _read(_STYLE))


def _read(name: str) -> str:
    """Return a file of the templates, which travel inside the package, also in a zip."""
    return (files("recommender.outputs.page") / "templates" / name).read_text(encoding="utf-8")
