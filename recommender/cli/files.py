"""Formats of one file a village: one file for one village, a folder of files with safe names for several."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from recommender.cli.output import Output

if TYPE_CHECKING:
    from recommender.model.plan import PlanDocument
    from recommender.reports.words import Words

# Format -> module and function that make the file of one plan: (plan, options, words) -> bytes
_MAKERS: dict[str, tuple[str, str]] = {
    "xlsx": ("recommender.reports.workbook.maker", "make_workbook"),
}
FILES_EACH = frozenset(_MAKERS)


def write_files(form: str, document: PlanDocument, words: Words, output: Output) -> None:
    """Write the plans: into the file for one village, else each into a file of its own in the folder.

    Raises
    ------
    OutputError
        If something cannot be written.
    """
    from recommender.reports.file_names import file_stems

    if len(document.plans) == 1:
        ((_, content),) = _contents(form, document, ["plan"], words)
        output.write_bytes(content)
    else:
        stems = file_stems([plan.village for plan in document.plans])
        output.write_folder(_contents(form, document, stems, words))


def _contents(form: str, document: PlanDocument, stems: list[str], words: Words) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file."""
    module, function = _MAKERS[form]
    make = getattr(import_module(module), function)
    for stem, plan in zip(stems, document.plans, strict=True):
        yield f"{stem}.{form}", make(plan, document.options, words)
