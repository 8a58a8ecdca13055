"""The catalog of wording: literal data, both languages, every key used and every used key there, none put together."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

from recommender.cli.commands import COMMANDS
from recommender.language.catalog import problem_file_problems
from recommender.language.problems import PROBLEMS
from recommender.language.wording import MESSAGES, TERMS, say
from recommender.model.conditions import Reads, Word
from recommender.model.facts import Fact
from recommender.model.knowledge import Basis, RunningBasis
from recommender.model.nouns import EXECUTORS
from recommender.model.plan import DeferredReason, Status
from recommender.outputs.input_form.fields import IDENTITY
from recommender.verbs.asking.asking import Why
from recommender.verbs.checking.coverage import OUTCOMES
from recommender.verbs.explaining.obstacles import Standing
from recommender.verbs.explaining.why_not import HeldBack
from recommender.verbs.what_if.bounds import Bound
from recommender.verbs.what_if.changes import ChangeKind
from recommender.verbs.what_if.reasons import BecauseKey

PACKAGE = Path(__file__).parent.parent / "recommender"
CATALOG = PACKAGE / "language" / "catalog"
FILES = sorted(file for file in CATALOG.glob("*.py") if file.name != "__init__.py")
LANGUAGES = ["id", "en"]
MEANING = ["what", "why", "mend", "example"]
# Groups whose values the code declares elsewhere, exactly these.
DECLARED: dict[str, set[str]] = {
    "answer-unit": set(get_args(Fact.model_fields["type"].annotation)),
    "ask-why": set(get_args(Why)),
    "why-moved": set(get_args(BecauseKey)) - {"more-room"},  # which has a group of its own
    "bound": set(get_args(Bound)),
    "change-kind": set(get_args(ChangeKind)),
    "cost-basis": set(get_args(Basis)),
    "command": {*COMMANDS.list_commands(None), "main"},  # type: ignore[arg-type]
    "command-example": {*COMMANDS.list_commands(None), "main"},  # type: ignore[arg-type]
    "executor": set(EXECUTORS),
    "held-back": set(get_args(HeldBack)),
    "identity": set(IDENTITY),
    "plan-status": set(get_args(Status)),
    "read": set(get_args(Reads)),
    "reason": set(get_args(DeferredReason)),
    "running-basis": set(get_args(RunningBasis)),
    "standing": set(get_args(Standing)),
    "status": set(get_args(Status)),
    "word": set(get_args(Word)),
}


def literal(file: Path) -> tuple[str, ast.Dict]:
    """Return the name of a file's dictionary and the dictionary as it is written."""
    docstring, only = ast.parse(file.read_text(encoding="utf-8")).body
    assert isinstance(docstring, ast.Expr)
    assert isinstance(only, ast.Assign), f"{file.name} holds more than one dictionary"
    assert isinstance(only.targets[0], ast.Name)
    assert isinstance(only.value, ast.Dict)
    return only.targets[0].id, only.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_the_catalog_is_data_only(file: Path) -> None:
    name, table = literal(file)
    assert name in ("MESSAGES", "TERMS", "PROBLEMS")
    for node in ast.walk(table):
        assert isinstance(node, ast.Dict | ast.Constant | ast.expr_context), f"line {node.lineno}: no literal"  # type: ignore[attr-defined]
        if isinstance(node, ast.Constant):
            assert isinstance(node.value, str)
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            assert len(keys) == len(set(keys)) == len(node.keys), f"line {node.lineno}: a key stands twice"
            languages = [key for key in keys if key in LANGUAGES]
            assert languages in ([], LANGUAGES), f"line {node.lineno}: Indonesian, then English"


def test_no_key_stands_in_two_files() -> None:
    """Codes of problems are names for other programs: they may be words that a message or a group has too."""
    owner: dict[tuple[object, ...], str] = {}
    for file in FILES:
        name, table = literal(file)
        for node in table.keys:
            assert isinstance(node, ast.Constant)
            key = name == "PROBLEMS", str(node.value)
            below = table.values[table.keys.index(node)]
            assert isinstance(below, ast.Dict)
            # A group of terms may go on in another file: there its values are what stands once.
            keys = [(*key, ast.literal_eval(value)) for value in below.keys if value] if name == "TERMS" else [key]
            for one in keys:
                assert one not in owner, f"'{one[1:]}' stands in {owner[one]} and in {file.name}"
                owner[one] = file.name


def test_every_file_of_the_catalog_is_read() -> None:
    modules = [importlib.import_module(f"recommender.language.catalog.{file.stem}") for file in FILES]
    read = {"MESSAGES": MESSAGES, "TERMS": TERMS, "PROBLEMS": PROBLEMS}
    for name, table in read.items():
        if name == "TERMS":
            parts = [terms for module in modules for terms in getattr(module, name, {}).values()]
            assert sum(map(len, parts)) == sum(map(len, TERMS.values()))
        else:
            assert sum(len(getattr(module, name, ())) for module in modules) == len(table)


def sentences() -> Iterator[tuple[str, dict[str, str]]]:
    yield from MESSAGES.items()
    yield from ((f"{group}: {value}", said) for group, terms in TERMS.items() for value, said in terms.items())
    yield from ((key, entry) for key, entry in PROBLEMS.items() if "en" in entry)


def fields(text: str) -> set[str]:
    """Return the names that a sentence is filled with, with conversion and format."""
    return {f"{name}!{conversion}:{form}" for _, name, form, conversion in Formatter().parse(text) if name is not None}


def test_both_languages_fill_the_same_values() -> None:
    for key, said in sentences():
        assert all(said[lang].strip() for lang in LANGUAGES), key
        assert fields(said["id"]) == fields(said["en"]), key


def test_every_problem_is_whole() -> None:
    """It has a sentence, or says what a code means (under the code itself), or both; one code has one severity."""
    for key, entry in PROBLEMS.items():
        code, _, variant = key.partition(".")
        assert set(entry) <= {"severity", *LANGUAGES, *MEANING}, key
        assert entry.get("severity", "warning") == "warning", f"{key}: an error is what no severity says"
        explained = [part for part in MEANING if part in entry]
        assert explained in ([], MEANING), key
        assert (explained and key == code) or "en" in entry, key
        named = [entry[part] for part in ("why", "mend") if isinstance(entry.get(part), str)]
        assert set(named) <= set(TERMS["meaning"]), key
        if variant not in OTHER_INPUTS and code in PROBLEMS:
            assert entry.get("severity") == PROBLEMS[code].get("severity"), key
    said = {key.partition(".")[0] for key, entry in PROBLEMS.items() if "en" in entry}
    assert {key for key, entry in PROBLEMS.items() if "what" in entry} <= said, "a code that nothing says"


# Variants of a code that another part of the program says than the check of knowledge.
OTHER_INPUTS = {"data", "published"}


def code_files() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        if CATALOG not in file.parents:
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def templates() -> Iterator[str]:
    for file in PACKAGE.rglob("templates/*.html"):
        yield from re.findall(r"""\bsay\(["']([^"']+)["']""", file.read_text(encoding="utf-8"))


# Function -> (place of the key among its arguments, the table that it looks in). A method's place may be another.
SAYING: dict[str, tuple[dict[str, int], Any]] = {
    "say": ({"function": 1, "method": 0}, MESSAGES),
    "phrase": ({"function": 0, "method": 0}, MESSAGES),
    "Refusal": ({"function": 0, "method": 0}, MESSAGES),
    "problem": ({"function": 1, "method": 0}, PROBLEMS),  # the method: `Inspection.problem`
    "add": ({"function": 9, "method": 1}, PROBLEMS),  # `ParsedFile.add`
    "unfit": ({"function": 0, "method": 9}, PROBLEMS),
    "said_as": ({"function": 0, "method": 9}, PROBLEMS),
    "_names_item": ({"function": 0, "method": 9}, PROBLEMS),
    "_numbers": ({"function": 0, "method": 9}, PROBLEMS),
    "report": ({"function": 1, "method": 1}, PROBLEMS),
    "_broken": ({"function": 0, "method": 9}, PROBLEMS),  # in the planner's judge
    "_refuse": ({"function": 9, "method": 0}, PROBLEMS),
    "refuse": ({"function": 9, "method": 1}, PROBLEMS),
    "term": ({"function": 1, "method": 0}, TERMS),
    "has_term": ({"function": 0, "method": 0}, TERMS),
}
# Values that the function itself adds.
OWN_VALUES = {
    "Refusal": ("command",),
    "_refuse": ("example",),
    "said_as": ("value",),
    "_names_item": ("value",),
    "_numbers": ("years", "rows", "sources"),
}


def said_keys() -> Iterator[tuple[str, str, ast.expr, ast.Call, Any]]:
    """Yield (place, function, key as it is written, call, table) of every call that takes a key."""
    for file, tree in code_files():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            is_method = isinstance(node.func, ast.Attribute)
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in SAYING:
                continue
            places, table = SAYING[name]
            place = places["method" if is_method else "function"]
            if name == "say" and file.parts[-2:] == ("workbook", file.name) and not is_method:
                place = 0  # there `say` is `words.say`
            if len(node.args) > place and not (name == "add" and len(node.args) < 2):
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", name, node.args[place], node, table


def chosen(key: ast.expr) -> list[ast.expr]:
    """Return the keys between which a condition chooses."""
    if isinstance(key, ast.IfExp):
        return [*chosen(key.body), *chosen(key.orelse)]
    return [key]


def test_every_key_that_is_said_exists_and_gets_its_values() -> None:
    count = 0
    for place, name, written, call, table in said_keys():
        for key in chosen(written):
            if isinstance(key, ast.Constant):
                count += 1
                assert key.value in table, f"{place}: no key '{key.value}'"
                given = {keyword.arg for keyword in call.keywords}
                if table is TERMS or None in given:  # a term's sentence depends on its value; ** is not followed
                    continue
                for lang in LANGUAGES:
                    wanted = {field[1] for field in Formatter().parse(table[key.value][lang])} - {
                        None,
                        *OWN_VALUES.get(name, ()),
                    }
                    assert wanted <= given, f"{place}: '{key.value}' lacks {wanted - given}"
    assert count > 700


def test_no_key_is_put_together() -> None:
    """A key is written out, chosen between two, or taken from a variable or table that says that it holds keys."""
    for place, name, written, _, _ in said_keys():
        for key in chosen(written):
            assert isinstance(key, ast.Constant | ast.Name | ast.Attribute | ast.Subscript), f"{place}: {name}"


def keys_in_tables() -> Iterator[tuple[str, str]]:
    """Yield (place, key) of every text in an assignment whose type says `Key`; of a mapping, on that side alone."""
    for file, tree in code_files():
        for node in ast.walk(tree):
            if not isinstance(node, ast.AnnAssign) or node.value is None:
                continue
            kind = ast.unparse(node.annotation)
            if not re.search(r"\bKey\b", kind) or ("Literal" in kind and "Key" not in kind):
                continue
            values: list[ast.expr] = [node.value]
            if isinstance(node.value, ast.Dict):
                on_left = kind.startswith("dict[Key")
                values = [key for key in node.value.keys if key is not None] if on_left else list(node.value.values)
            if kind.startswith("tuple[tuple[Key") or "tuple[Key, Collection" in kind:
                values = [row.elts[0] for value in values for row in _rows(value)]
            for value in values:
                for text in _texts(value):
                    yield f"{file.relative_to(PACKAGE)}:{node.lineno}", text


def _rows(value: ast.expr) -> list[ast.Tuple]:
    if isinstance(value, ast.Tuple) and value.elts and all(isinstance(row, ast.Tuple) for row in value.elts):
        return [row for row in value.elts if isinstance(row, ast.Tuple)]
    return [value] if isinstance(value, ast.Tuple) else []


def _texts(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from (*_texts(value.body), *_texts(value.orelse))
    elif isinstance(value, ast.Tuple | ast.List):
        for item in value.elts:
            yield from _texts(item)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value


def test_every_key_in_a_table_exists() -> None:
    found = list(keys_in_tables())
    assert len(found) > 40
    assert [(place, key) for place, key in found if key not in MESSAGES and key not in PROBLEMS] == []


def test_every_key_is_used() -> None:
    texts: set[str] = set(templates())
    for _, tree in code_files():
        texts |= {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    said = [*MESSAGES, *TERMS, *(key for key, entry in PROBLEMS.items() if "en" in entry)]
    assert [key for key in said if key not in texts] == []
    values = [(group, value) for group, terms in TERMS.items() for value in terms if group not in ("option", "meaning")]
    hidden = [one for one in values if one[1] not in texts and one[1].replace("-", "_") not in texts]
    assert [(group, value) for group, value in hidden if value not in DECLARED.get(group, ())] == []
    assert [key for key in templates() if key not in MESSAGES] == []


def test_groups_hold_what_the_code_declares() -> None:
    for group, values in DECLARED.items():
        assert set(TERMS[group]) == values, group
    assert set(TERMS["outcome"]) == {"true", "false", "undetermined"}
    assert len(OUTCOMES) == len(TERMS["outcome"])
    reasons = {
        entry[part] for entry in PROBLEMS.values() for part in ("why", "mend") if isinstance(entry.get(part), str)
    }
    assert set(TERMS["meaning"]) == reasons


def test_every_option_has_a_term_and_every_term_an_option() -> None:
    commands = [COMMANDS, *(COMMANDS.get_command(None, name) for name in COMMANDS.list_commands(None))]  # type: ignore[arg-type]
    used = {getattr(option, "help", None) for command in commands if command for option in command.params} - {None}
    assert used | {"help"} == set(TERMS["option"])


def test_problems_are_made_from_the_catalog_alone() -> None:
    for file, tree in code_files():
        names = _problem_names(tree)
        made = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names
        ]
        assert made == [], f"{file.relative_to(PACKAGE)} makes a problem with words of its own"


def _problem_names(tree: ast.Module) -> set[str]:
    """Return the names under which a module imports the class of problems."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [name for node in imports if node.module == "recommender.language.errors" for name in node.names]
    return {name.asname or name.name for name in names if name.name == "Problem"}


def test_the_page_on_problem_files_lists_their_codes() -> None:
    page = (PACKAGE.parent / "docs" / "problem-file.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`", page.partition("## What can be wrong")[2]))
    codes = {key.partition(".")[0] for key in problem_file_problems.PROBLEMS}
    assert codes <= listed
    assert listed <= {key.partition(".")[0] for key in PROBLEMS}


def test_month_names_are_twelve_in_both_languages() -> None:
    assert [len(say(lang, "month-names").split()) for lang in LANGUAGES] == [12, 12]
