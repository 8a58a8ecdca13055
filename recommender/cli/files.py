"""Formats of one file a village: one file for one village; for several a folder of safe names, and an index."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from recommender.cli.output import Output

if TYPE_CHECKING:
    from recommender.model.plan import PlanDocument
    from recommender.outputs.words import Words

# Format -> module and function that make the file of one plan: (plan, options, words) -> bytes
_MAKERS: dict[str, tuple[str, str]] = {
    "xlsx": ("recommender.outputs.workbook.maker", "make_workbook"),
    "html": ("recommender.outputs.page.village_page", "make_page"),
}
# Format -> what makes the page that opens the files of a folder: (plans, file names, options, words) -> bytes
_INDEXES: dict[str, tuple[str, str]] = {
    "html": ("recommender.outputs.page.index_page", "make_index"),
}
_TEXT = frozenset({"html"})  # may go to a terminal
_INDEX = "index"
FILES_EACH = frozenset(_MAKERS)


def write_files(form: str, document: PlanDocument, words: Words, output: Output) -> None:
    """Write the plans: into the file for one village, else each into a file of its own in the folder.

    Raises
    ------
    OutputError
        If something cannot be written.
    """
    from recommender.outputs.file_names import file_stems

    if len(document.plans) == 1:
        ((_, content),) = _contents(form, document, ["plan"], words)
        if form in _TEXT:
            output.write([content.decode()])
        else:
            output.write_bytes(content)
    else:
        stems = file_stems([plan.village for plan in document.plans], reserved=[_INDEX])
        output.write_folder(_contents(form, document, stems, words))


def _contents(form: str, document: PlanDocument, stems: list[str], words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file; of several, last the index, where the format has one."""
    make = _function(_MAKERS[form])
    names = [f"{stem}.{form}" for stem in stems]
    for name, plan in zip(names, document.plans, strict=True):
        yield name, make(plan, document.options, words)
    if form in _INDEXES and len(names) > 1:
        yield f"{_INDEX}.{form}", _function(_INDEXES[form])(document.plans, names, document.options, words)


def _function(place: tuple[str, str]) -> Any:
    module, function = place
    return getattr(import_module(module), function)
