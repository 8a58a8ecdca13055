"""The plan document's JSON Schema and its page in docs/: both made from the model, so that neither can lag behind.

Meanings come from the docstrings of the model of documents: of a class, and of a field where a text stands below it.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from recommender.model.plan import SCHEMA_VERSION, PlanDocument
from recommender.model.plan_parts import DocumentPart

_HEAD = """# The plan document

What `recommender plan --format json` writes and other programs may rely on, schema version {version}. This page is made
from the program's model (`recommender.outputs.schema_page`); a test holds the two together. JSON Schema:
`recommender schema plan`. Keys come in this order. Money is whole rupiah, scores are 0.000 to 1.000, codes are text.
"""
_PLAIN_TYPES = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan document, fields described by the texts below them in the model."""
    schema = PlanDocument.model_json_schema(by_alias=True)
    for name, definition in [("PlanDocument", schema), *schema["$defs"].items()]:
        for field, text in _meanings().get(name, {}).items():
            if field in definition["properties"]:
                definition["properties"][field]["description"] = text
    return schema


@cache
def _meanings() -> dict[str, dict[str, str]]:
    """Return class -> field as written in JSON -> the text that stands below the field in the model's source."""
    found: dict[str, dict[str, str]] = {}
    modules = sorted({part.__module__ for part in DocumentPart.__subclasses__()})
    for node in (node for name in modules for node in ast.parse(inspect.getsource(sys.modules[name])).body):
        if isinstance(node, ast.ClassDef):
            fields: dict[str, str] = {}
            for field, below in zip(node.body, node.body[1:], strict=False):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(below, ast.Expr)
                ):
                    text = ast.literal_eval(below.value)
                    fields[field.target.id.removesuffix("_")] = " ".join(text.split())
            found[node.name] = fields
    return found


def plan_page() -> str:
    """Return docs/plan-document.md: each object with its fields, types and meanings."""
    schema = plan_schema()
    lines = [_HEAD.format(version=SCHEMA_VERSION)]
    waiting, seen = ["PlanDocument"], {"PlanDocument"}
    definitions = {"PlanDocument": schema, **schema["$defs"]}
    while waiting:
        name = waiting.pop(0)
        lines += _object(name, definitions[name])
        for other in _referred(definitions[name]):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return "\n".join(lines).rstrip("\n") + "\n"


def main() -> None:
    """Print the page: `python -m recommender.outputs.schema_page > docs/plan-document.md`."""
    print(plan_page(), end="")


def _object(name: str, definition: dict[str, Any]) -> Iterator[str]:
    yield f"## {name}\n"
    text = " ".join(definition.get("description", "").split())
    if text:
        yield f"{text}\n"
    yield "| field | type | meaning |"
    yield "| --- | --- | --- |"
    for field, described in definition["properties"].items():
        meaning = described.get("description", "").replace("|", "\\|")
        yield f"| `{field}` | {_type(described)} | {meaning} |"
    yield ""


def _type(described: dict[str, Any]) -> str:
    """Return a field's type in words; objects link to their own table."""
    if "$ref" in described:
        name = described["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in described:
        return " or ".join(_type(part) for part in described["anyOf"])
    if "const" in described:
        return f"`{described['const']}`"
    if "enum" in described:
        return ", ".join(f"`{word}`" for word in described["enum"])
    kind = described.get("type", "any value")
    if kind == "array":
        return f"list of {_type(described['items'])}"
    if kind == "object":
        inside = described.get("additionalProperties")
        return f"mapping of names to {_type(inside)}" if isinstance(inside, dict) else "mapping of names to any value"
    return _PLAIN_TYPES.get(kind, str(kind))


def _referred(value: Any) -> Iterator[str]:
    """Yield the objects that a definition's fields refer to, in order."""
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rsplit("/", 1)[-1]
        for key, item in value.items():
            if key != "$defs":
                yield from _referred(item)
    elif isinstance(value, list):
        for item in value:
            yield from _referred(item)


if __name__ == "__main__":
    main()
