"""A plain option is a field: what it takes to be asked for, stated in the document and read back follows from it."""

from __future__ import annotations

from dataclasses import fields

import click
import pytest

import recommender as rec
from recommender.cli.options import PLANNING
from recommender.cli.what_if import what_if_command
from recommender.language.wording import has_term
from recommender.request.options import PlainOptions
from recommender.verbs.verifying.restoring import options_of

START = 2027
OTHER = {
    "own_means": True,
    "measured_only": True,
    "method": "fast",
    "engine": "reference",
    "code_scheme": "bps",
    "branches": "never",
    "prices": "nominal",
}
NAMES = [field.name for field in fields(PlainOptions)]


@pytest.mark.parametrize("name", NAMES)
def test_every_plain_option_is_asked_for_by_its_own_name(name: str) -> None:
    (option,) = (option for option in PLANNING if option.name == name)
    assert option.opts == [f"--{name.replace('_', '-')}"]
    assert has_term("option", option.opts[0].lstrip("-"))
    assert option in what_if_command.params
    default = getattr(rec.Options(START), name)
    context = click.Context(click.Command("plan", params=[option]))
    assert option.get_default(context) == default


@pytest.mark.parametrize("name", NAMES)
def test_every_plain_option_is_stated_in_the_document_and_read_back(name: str, kb: rec.KnowledgeBase) -> None:
    options = rec.Options(START, **{name: OTHER[name]})  # type: ignore[arg-type]
    assert getattr(options, name) != getattr(rec.Options(START), name)
    document = rec.document([], kb, options)
    assert document.options[name] == OTHER[name]
    assert getattr(options_of(document), name) == OTHER[name]


def test_a_document_from_before_an_option_is_read_with_its_default(kb: rec.KnowledgeBase) -> None:
    document = rec.document([], kb, rec.Options(START, own_means=True))
    before = {name: value for name, value in document.options.items() if name != "own_means"}
    assert options_of(document.model_copy(update={"options": before})).own_means is False
