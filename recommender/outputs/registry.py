"""What a format of results is, and which there are: a format writes what it has a function for.

The folder `formats` is the register: a file a format, its name is what `--format` takes. `--help` reads them all, so a
format imports what it writes with only when it writes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from recommender.outputs import formats

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.plan import Plan, PlanDocument
    from recommender.outputs.blocks import Block
    from recommender.outputs.terminal import Screen
    from recommender.outputs.words import Words
    from recommender.pipeline.documents import Result
    from recommender.request.options import Options
    from recommender.verbs.comparing.comparison import Comparison

# What commands have to write
Subject = Literal["reports", "plans", "graphs", "comparisons"]


@dataclass(frozen=True, slots=True)
class Report:
    """The answer of a command, worded as blocks for people or as plain data for programs; made when a format asks."""

    blocks: Callable[[], Iterable[Block]]
    data: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of one or many villages, with what it takes to word them; `results` can be walked once.

    `note` takes a sentence that is said beside the result.
    """

    results: Iterable[Result]
    kb: KnowledgeBase
    options: Options
    words: Words
    screen: Screen
    note: Callable[[str], None]

    def document(self) -> PlanDocument:
        """Return all plans as one document."""
        from recommender.pipeline.documents import document

        return document(self.results, self.kb, self.options)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with what it takes to word it: the knowledge, the options of its plans as documents state them."""

    found: Comparison
    kb: KnowledgeBase
    options: Mapping[str, Any]
    words: Words
    screen: Screen


@dataclass(frozen=True, slots=True)
class Format:
    """How results are written: each function that is given says of which results.

    Plans are written all into one text (`plans`) or each into a file of its own (`plan`, and `index`, the file that
    opens the others).
    """

    reports: Callable[[Report, Screen], str] | None = None
    """(report, screen) -> text"""
    graphs: Callable[[KnowledgeBase, str | None, str], str] | None = None
    """(knowledge, one intervention or all, language) -> the picture of the prerequisites"""
    plans: Callable[[Plans], Iterable[str]] | None = None
    """plans -> text, in pieces that are written as they come"""
    plan: Callable[[Plan, Mapping[str, Any], Words], bytes] | None = None
    """(plan, the document's options, words) -> the content of its file"""
    index: Callable[[Sequence[Plan], Sequence[str], Mapping[str, Any], Words], bytes] | None = None
    """(plans, names of their files, the document's options, words) -> the content of the index"""
    comparison: Callable[[Compared], str] | None = None
    """comparison -> one text"""
    comparison_file: Callable[[Compared], bytes] | None = None
    """comparison -> the content of one file"""
    comparison_folder: Callable[[Compared], Iterable[tuple[str, bytes]]] | None = None
    """comparison -> names and contents of the files of a folder"""
    is_text: bool = True
    """Whether a terminal can show it."""

    def writes(self, subject: Subject) -> bool:
        """Return whether the format writes such results."""
        return any(getattr(self, name) is not None for name in _WRITERS[subject])


# What is written -> the functions of a format of which one must be given
_WRITERS: Mapping[Subject, tuple[str, ...]] = {
    "reports": ("reports",),
    "plans": ("plans", "plan"),
    "graphs": ("graphs",),
    "comparisons": ("comparison", "comparison_file", "comparison_folder"),
}


def format_named(name: str) -> Format:
    """Return the format of a file in the folder."""
    found = import_module(f"{formats.__name__}.{name}").FORMAT
    assert isinstance(found, Format), f"{name} declares no format"
    return found


def format_names(subject: Subject) -> list[str]:
    """Return the names of the formats that write such results, sorted."""
    names = (module.name for module in pkgutil.iter_modules(formats.__path__))
    return sorted(name for name in names if format_named(name).writes(subject))


@dataclass(frozen=True, slots=True)
class Later:
    """The function that `module:name` names, imported when it is called."""

    place: str

    def __call__(self, *arguments: Any) -> Any:
        module, name = self.place.split(":")
        return getattr(import_module(module), name)(*arguments)
