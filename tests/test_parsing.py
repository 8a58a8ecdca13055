"""YAML and JSON as parsed: where every key stands, and what a model refuses, told in both languages at its line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from recommender.language.errors import problem
from recommender.parsing import shape
from recommender.parsing.json_text import NotJson, json_lines, parse_json
from recommender.parsing.parsed_file import Fault, KeyPath, ParsedFile
from recommender.parsing.shape import each, said_as, shaped, unfit
from recommender.parsing.yaml_text import read_yaml

# Lines of JSON


def paths(value: Any, above: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield the path of every value inside a value, and the value."""
    yield above, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from paths(one, (*above, key))


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(ANYTHING, st.booleans())
def test_every_key_and_item_of_a_json_text_has_the_line_that_it_stands_in(value: Any, spread: bool) -> None:
    text = json.dumps(value, indent=1 if spread else None)
    lines = json_lines(text)
    assert lines.keys() == {path for path, _ in paths(value)}
    for path, one in paths(value):
        line = text.split("\n")[lines[path] - 1]
        if path and isinstance(path[-1], str):
            assert json.dumps(path[-1]) in line
        elif not isinstance(one, dict | list):
            assert json.dumps(one) in line
    assert spread or set(lines.values()) == {1}


def test_lines_are_counted_from_where_the_text_begins_in_its_file() -> None:
    assert json_lines('{"a":\n\n[1, {"b": "}"}]}', 7) == {
        (): 7,
        ("a",): 7,
        ("a", 0): 9,
        ("a", 1): 9,
        ("a", 1, "b"): 9,
    }


def test_infinity_passes_only_where_it_is_to_be_refused_in_its_place() -> None:
    assert parse_json("[-Infinity]", with_nan=True) == [float("-inf")]
    with pytest.raises(NotJson) as refused:
        parse_json("[1,\n-Infinity]")
    assert (refused.value.line, refused.value.where("a.json")) == (2, "a.json:2")


# Models


class Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


def of_the_context(name: str, info: ValidationInfo[set[str]]) -> str:
    if name not in info.context:
        raise unfit("unknown-id", value=name)
    return name


def all_even(numbers: list[int], _: ValidationInfo) -> Iterator[Fault]:
    yield from (((n,), problem("", "unknown-id", value=one)) for n, one in enumerate(numbers) if one % 2)


class Inner(Part):
    name_of_it: Annotated[str, AfterValidator(of_the_context)]
    count: Annotated[int, Field(gt=0, le=9)] = 1


class Outer(Part):
    inner: list[Inner]
    plain: Annotated[Inner, said_as("bad-shape.list", key="plain")] | None = None
    even: Annotated[list[int], each(all_even)] = []
    word: Literal["a", "b"] = "a"
    flag: bool = False
    least: Annotated[int, Field(ge=3)] = 3
    mapping: dict[str, int] = {}
    twos: Annotated[int, Field(multiple_of=2)] = 2
    either: int | bool = 1


def told(text: str) -> list[str]:
    """Return the problems of a YAML text against `Outer`, each with the line before it."""
    parsed = read_yaml(text.encode(), "f")
    assert not parsed.problems
    found, faults = shaped(Outer, parsed.value, {"known"})
    assert (found is None) == bool(faults)
    return [one.line() for one in parsed.placed(faults)]


SOUND = "inner: [{name-of-it: known}]\n"
# what is added to the sound text -> the line, the code, a word of the sentence
FAULTS = {
    "inner2: 1": (2, "unknown-key", "Did you mean 'inner'?"),
    "plain: {name-of-it: known, cuont: 1}": (2, "unknown-key", "Did you mean 'count'?"),
    "plain: {count: 1}": (2, "bad-shape", "'plain' holds a list."),
    "plain: 5": (2, "bad-shape", "'plain' holds a list."),
    "plain:\n  name-of-it: other": (3, "unknown-id", "other"),
    "even: [2,\n 3, 4,\n 5]": (3, "unknown-id", "3 "),
    "word: c": (2, "bad-value", "'a' or 'b'"),
    "flag: 1": (2, "bad-value", "true or false"),
    "least: 2": (2, "bad-value", "at least 3"),
    "least: '4'": (2, "bad-value", "a whole number"),
    "mapping: [1]": (2, "bad-value", "a mapping"),
    "mapping:\n  k: x": (3, "bad-value", "'k': a whole number"),
    "either: x": (2, "bad-value", "a whole number"),
    "twos: 3": (2, "bad-value", "a multiple of 2"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_at_its_line(text: str) -> None:
    line, code, said = FAULTS[text]
    found = told(SOUND + text)
    assert found[0].startswith(f"f:{line}: {code}: ")
    assert said in found[0]


def test_every_fault_is_told_not_only_the_first() -> None:
    found = told("inner:\n- {count: 0}\n- {name-of-it: x, count: 10}\n- 7\neven: [1, 3]\n")
    assert [line.split(": ")[:2] for line in found] == [
        ["f:2", "missing-key"],
        ["f:2", "bad-value"],
        ["f:3", "unknown-id"],
        ["f:3", "bad-value"],
        ["f:4", "bad-value"],
        ["f:5", "unknown-id"],
        ["f:5", "unknown-id"],
    ]


def test_what_is_needed_is_told_in_both_languages_for_every_kind_that_has_words() -> None:
    class Needs(Part):
        int_type: int
        int_from_float: Annotated[int, Field(strict=False)]
        bool_type: bool
        string_type: str
        list_type: list[int]
        tuple_type: tuple[int, ...]
        dict_type: dict[str, int]
        model_type: Inner
        literal_error: Literal["x"]
        greater_than: Annotated[int, Field(gt=5)]
        greater_than_equal: Annotated[int, Field(ge=5)]
        less_than_equal: Annotated[int, Field(le=5)]
        string_too_short: Annotated[str, Field(min_length=1)]
        too_short: Annotated[list[int], Field(min_length=1)]
        date_type: datetime.date
        float_type: float

    bad: dict[str, object] = {"greater-than": 5, "greater-than-equal": 4, "less-than-equal": 6, "int-from-float": 1.5}
    bad |= {"string-too-short": "", "too-short": []}
    _, faults = shaped(Needs, {field.alias: bad.get(str(field.alias)) for field in Needs.model_fields.values()})
    assert len(faults) == len(Needs.model_fields) == len(shape._NEEDED)
    for (key,), one in faults:
        assert one.code == "bad-value"
        assert "perlu " in one.message_id, key
        assert "Input" not in one.message + one.message_id, key


def test_a_file_without_a_line_for_a_path_names_the_nearest_above_it() -> None:
    parsed = ParsedFile("f", None, lambda: {(): 1, ("a",): 4})
    assert parsed.where(("a", 3, "b")) == "f:4"
    assert parsed.where(("c",)) == "f:1"
    assert ParsedFile("f").where(("c",)) == "f"
