"""What the files of a village's money have in common: rupiah, years, names of sources, works and focuses, each checked.

Validators are told the knowledge base as context, and refuse with the sentence that fits.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, ValidationInfo

from recommender.language.errors import UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import Key, did_you_mean
from recommender.model.knowledge import KnowledgeBase
from recommender.parsing.parsed_file import ParsedFile
from recommender.parsing.shape import Unfit, in_file, shaped, unfit
from recommender.parsing.yaml_text import read_yaml

Shape = TypeVar("Shape", bound=BaseModel)


def _amount(value: Any) -> int:
    if value is None or isinstance(value, bool | float):
        raise unfit("bad-amount.no-rupiah", value=in_file(value))
    try:
        return parse_rupiah(str(value))
    except UsageError as refused:
        raise Unfit(*(((), found) for found in refused.problems)) from None


def _year(value: Any) -> Any:
    if value is None or (isinstance(value, int) and 2000 <= value <= 2100):
        return value
    raise unfit("bad-year.budget", value=value)


def _source(name: Any, info: ValidationInfo[KnowledgeBase]) -> str:
    known = [key for key, source in info.context.funding.items() if source.executor == "village"]
    if name not in known:
        raise unfit("unknown-source.budget", name=name, near=did_you_mean(str(name), known))
    return str(name)


def _focus(name: Any, info: ValidationInfo[KnowledgeBase]) -> str:
    known = sorted({focus for work in info.context.interventions.values() for focus in work.focus})
    known = sorted({*known, *info.context.focuses})
    if name not in known:
        raise unfit("unknown-focus", name=name, near=did_you_mean(str(name), known))
    return str(name)


def _work(name: Any, info: ValidationInfo[KnowledgeBase]) -> str:
    known = info.context.interventions
    if name not in known:
        raise unfit("unknown-work.existing", name=name, near=did_you_mean(str(name), known))
    return str(name)


# Rupiah by year; by None where one amount holds for every year.
Amounts = Annotated[
    dict[Annotated[int | None, BeforeValidator(_year)], Annotated[int, BeforeValidator(_amount)]],
    Field(min_length=1),
    BeforeValidator(lambda value: value if isinstance(value, dict) else {None: value}),
]
SourceName = Annotated[str, BeforeValidator(_source)]
FocusName = Annotated[str, BeforeValidator(_focus)]
WorkName = Annotated[str, BeforeValidator(_work)]


def read_file(path: str | Path, shape: type[Shape], kb: KnowledgeBase, unreadable: Key, misshapen: Key) -> Shape:
    """Return a YAML file in its shape; the last two are the sentences for a file that cannot be read or is no mapping.

    Raises
    ------
    UsageError
        With every mistake, each with its line.
    """
    parsed = parsed_mapping(path, unreadable, misshapen)
    file, faults = shaped(shape, parsed.value, kb)
    if file is None or parsed.problems:
        raise UsageError([*parsed.problems, *parsed.placed(faults)])
    return file


def parsed_mapping(path: str | Path, unreadable: Key, misshapen: Key) -> ParsedFile:
    """Return a YAML file whose value is a mapping, with what else is wrong in it.

    Raises
    ------
    UsageError
        If it cannot be read, or is no mapping.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as failure:
        raise UsageError([problem(str(path), unreadable, reason=failure.strerror)]) from None
    parsed = read_yaml(content, str(path))
    if not isinstance(parsed.value, dict):
        if not parsed.problems:
            parsed.add((), misshapen)
        raise UsageError(parsed.problems)
    return parsed
