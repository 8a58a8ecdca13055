"""A value from a file against a pydantic model -> the model, or every fault with its path, told in both languages.

The model says the shape: keys, types, bounds. What a shape cannot say (a name that the catalog has, an amount of
rupiah) its validators refuse with `Unfit`; where general words would not help, `said_as` gives a field a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ValidationError, ValidationInfo, WrapValidator

from recommender.language.errors import Problem, UsageError, problem
from recommender.language.money import parse_rupiah
from recommender.language.wording import Key, Phrase, did_you_mean, phrase
from recommender.parsing.parsed_file import Fault, KeyPath

Model = TypeVar("Model", bound=BaseModel)
# What pydantic calls a fault -> how we say what is needed instead. The rest is told in pydantic's words.
_NEEDED: dict[str, Key] = {
    "int_type": "needed.whole-number",
    "int_from_float": "needed.whole-number",
    "bool_type": "needed.true-or-false",
    "string_type": "needed.text",
    "list_type": "needed.list",
    "tuple_type": "needed.list",
    "dict_type": "needed.mapping",
    "model_type": "needed.mapping",
    "literal_error": "needed.one-of",
    "greater_than": "needed.above",
    "greater_than_equal": "needed.at-least",
    "less_than_equal": "needed.at-most",
    "string_too_short": "needed.letters",
    "too_short": "needed.entries",
    "date_type": "needed.date",
    "float_type": "needed.a-number",
}
_UNION_TAGS = {"bool", "int", "float", "str", "[key]"}  # pydantic puts them into places; files have no such keys


class Unfit(ValueError):
    """Raised by a validator of a model: what is wrong with its value, or below it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(found.message for _, found in faults))
        self.faults = faults


def unfit(key: Key, /, **values: object) -> Unfit:
    """Return the refusal of a value by one sentence."""
    return Unfit(((), problem("", key, **values)))


def in_file(value: object) -> str:
    """Return a value of a file as a problem shows it."""
    return f"{value!r:.60}"


def said_as(key: Key, /, **values: object) -> WrapValidator:
    """Return what makes a field tell its faults by one sentence, filled from the `value` found in it.

    What is told better already stays: refusals of validators inside, and unknown keys.
    """

    def check(value: Any, validate: Callable[[Any], Any]) -> Any:
        try:
            return validate(value)
        except ValidationError as error:
            if any(one["type"] == "extra_forbidden" or _refusal(one) for one in error.errors(include_url=False)):
                raise
            raise unfit(key, value=in_file(value), **values) from None

    return WrapValidator(check)


def each(check: Callable[[Any, ValidationInfo], Iterable[Fault]]) -> AfterValidator:
    """Return what makes a field refuse every fault that the check finds in its sound value."""

    def run(value: Any, info: ValidationInfo) -> Any:
        faults = list(check(value, info))
        if faults:
            raise Unfit(*faults)
        return value

    return AfterValidator(run)


def shaped(model: type[Model], value: object, context: object = None) -> tuple[Model | None, list[Fault]]:
    """Return the model of a value, or None and every fault of it; `context` is what validators may ask."""
    try:
        return model.model_validate(value, context=context), []
    except ValidationError as error:
        return None, [fault for found in error.errors(include_url=False) for fault in _faults(found, model)]


def _faults(found: Any, model: type[BaseModel]) -> Iterator[Fault]:
    """Yield what a fault that pydantic found is to us: what a validator of ours refused, or our words for it."""
    path = tuple(part for part in found["loc"] if part not in _UNION_TAGS)
    refusal = _refusal(found)
    if refusal is None:
        yield path, _general(found, path, model)
    else:
        yield from (((*path, *below), fault) for below, fault in refusal.faults)


def _refusal(found: Any) -> Unfit | None:
    raised = found.get("ctx", {}).get("error")
    return raised if isinstance(raised, Unfit) else None


def _general(found: Any, path: KeyPath, model: type[BaseModel]) -> Problem:
    """Return our problem for a fault that pydantic found."""
    key = str(path[-1]) if path else ""
    if found["type"] == "extra_forbidden":
        near = did_you_mean(key, _keys(model) if len(path) == 1 else _keys_inside(model))
        return problem("", "unknown-key", key=key, near=near)
    if found["type"] == "invalid_key" and isinstance(found["input"], int):
        return problem("", "unknown-key.number", key=key)
    if found["type"] == "missing":
        return problem("", "missing-key", key=key)
    why, given = _why(found), in_file(found["input"])
    if not path:
        return problem("", "bad-value.whole", why=why, found=given)
    return problem("", "bad-value", key=key, why=why, found=given)


def _why(found: Any) -> Phrase | str:
    """Return what a value lacks: what a validator of ours says in both languages, our words, else pydantic's own."""
    context = found.get("ctx", {})
    raised = getattr(context.get("error"), "args", ())
    if raised and isinstance(raised[0], Phrase):
        return raised[0]
    meant = _whole_number(found["input"]) if found["type"] in ("int_type", "int_from_float") else None
    if meant is not None:
        return meant
    needed = _NEEDED.get(found["type"])
    return phrase(needed, **context) if needed is not None else str(found["msg"]).removeprefix("Value error, ")


def _whole_number(given: object) -> Phrase | None:
    """Return what is needed in place of a value that is no whole number, where it shows which number was meant."""
    if isinstance(given, float) and given.is_integer() and given >= 1:
        return phrase("needed.whole-number-no-point", meant=f"{int(given)}", thousands=f"{int(given) * 1000:_d}")
    if isinstance(given, str):
        for text in (given, given.replace(",", "."), given.replace(".", ",")):
            with suppress(UsageError):
                return phrase("needed.whole-number-as", meant=f"{parse_rupiah(text):_d}")
    return None


def _keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _keys_inside(model: type[BaseModel]) -> set[str]:
    """Return the keys of every model inside this one: what a key that is misspelt further down may have meant."""
    found: set[str] = set()
    for field in model.model_fields.values():
        waiting = [field.annotation]
        while waiting:
            part = waiting.pop()
            waiting += get_args(part)
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= _keys(part) | _keys_inside(part)
    return found
