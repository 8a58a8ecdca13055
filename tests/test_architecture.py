"""The rooms of the package, held by reading its imports: nothing imports upwards, nothing in a circle.

A room is a folder directly under `recommender/`; it may import from rooms below it and, inside, from itself. Imports
for type checking count: who needs a type depends on its home. Each third party has one door (pydantic, the shape of
files and documents, has several).
"""

from __future__ import annotations

import ast
import functools
import importlib
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import ModuleType

import pytest

import recommender

PACKAGE = Path(recommender.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400  # lines; a longer module usually holds two nouns
LONG_FOR_A_REASON = {"pipeline.planning.kernel": 750}  # numba's cache of a function knows only the function's own file

# Rooms from the ground up: the order in which data flows. A room may import from the rooms before it.
ROOMS = (
    "language",  # every sentence, problems, rupiah
    "sheets",  # bytes -> cells
    "parsing",  # YAML and JSON -> values with their lines, checked against a shape
    "model",  # frozen nouns
    "knowledge",  # rules/ and catalog/ -> the knowledge base; what a condition means; the graph
    "request",  # what the user decides: options, money, what last year's plan left
    "villages",  # files -> villages
    "pipeline",  # village and request -> plan
    "verbs",  # check, verify, explain, ask, what-if
    "outputs",  # results in words, files and pictures
    "cli",
    "__main__",
)
FLOOR = {room: floor for floor, room in enumerate(ROOMS)}
# Stages of the pipeline, of which none imports another; `engine` knows their order.
STAGES = ("scoring", "matching", "needs", "candidates", "planning")
# Third party -> the modules that may import it, by the start of their names.
DOORS = {
    "click": ("cli.",),
    "durable": ("pipeline.matching.durable",),
    "durable_rules_engine": ("pipeline.matching.durable",),
    "highspy": ("pipeline.planning.integer_program",),
    "jinja2": ("outputs.page.templating",),
    "networkx": ("knowledge.graph", "outputs.pictures.layout"),
    "numba": ("pipeline.planning.compiled_kernel",),
    "numpy": ("pipeline.planning.",),
    "pyarrow": ("model.arrow",),
    "pydantic": ("model.", "knowledge.", "parsing.shape", "request."),
    "vl_convert": ("outputs.charts.vega",),
    "xlsxwriter": ("outputs.xlsx_file",),
    "yaml": ("parsing.yaml_text",),
}


def name_of(file: Path) -> str:
    """Return a module's name below the package, `` for the package itself."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {name_of(file): file for file in FILES}


@functools.cache
def nodes(file: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def imported(file: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, anywhere in it; of a name, the module it comes from."""
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno}: imports are absolute here"
            for alias in node.names:
                module = f"{node.module}.{alias.name}"
                yield module if module.removeprefix("recommender.") in MODULES else str(node.module)


def own_imports(module: str) -> set[str]:
    """Return the modules of this package that a module imports; `` is the public API."""
    names = set(imported(MODULES[module]))
    return {name.removeprefix("recommender").removeprefix(".") for name in names if name.split(".")[0] == "recommender"}


def room_of(module: str) -> str:
    return module.split(".")[0]


@pytest.mark.parametrize("module", sorted(set(MODULES) - {""}))
def test_imports_go_downwards_only(module):
    room = room_of(module)
    assert room in FLOOR, f"{room} is no room: give it its place in ROOMS"
    for other in own_imports(module):
        if other == "":
            assert room == "cli", f"{module} imports the public API, which stands above it"
        elif room_of(other) != room:
            assert FLOOR[room_of(other)] < FLOOR[room], f"{module} imports {other}, which is not below it"


def test_rooms_are_those_that_exist():
    assert set(ROOMS) == {room_of(module) for module in MODULES} - {""}


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "__main__"])
def test_a_room_says_what_it_imports(room):
    said = ast.get_docstring(ast.parse(MODULES[room].read_text(encoding="utf-8"))) or ""
    *_, last = said.splitlines()
    named = last.removeprefix("Imports: ").removesuffix(".").split(",")
    others = {room_of(other) for module in MODULES if room_of(module) == room for other in own_imports(module)}
    assert {name.split()[0] for name in named} == (others - {room, ""} or {"nothing"})
    assert "In: " in said
    assert "Out: " in said


def test_no_stage_imports_another():
    stage = {module: module.split(".")[1] for module in MODULES if module.startswith("pipeline.")}
    for module in MODULES:
        if stage.get(module) in STAGES:
            others = {stage[other] for other in own_imports(module) if stage.get(other) in STAGES}
            assert others <= {stage[module]}, f"{module} imports {others}: stages do not know each other"


@pytest.mark.parametrize("room", sorted({name.rpartition(".")[0] for name in MODULES} - {""}))
def test_a_room_says_what_it_is_and_hands_nothing_on(room):
    init = PACKAGE.joinpath(*room.split("."), "__init__.py")
    assert init.is_file(), f"{room} has no __init__.py that says what comes in and what goes out"


def test_no_import_runs_in_a_circle():
    graph = {module: own_imports(module) - {""} for module in MODULES if module}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("third_party", sorted(DOORS))
def test_each_third_party_has_one_door(third_party):
    doors = DOORS[third_party]
    users = {name for name, file in MODULES.items() if third_party in {other.split(".")[0] for other in imported(file)}}
    assert {user for user in users if not user.startswith(doors)} == set()


def test_no_other_third_party_is_imported_and_nothing_that_talks_to_a_network():
    roots = {name.split(".")[0] for file in FILES for name in imported(file)}
    assert roots - set(sys.stdlib_module_names) - set(DOORS) == {"recommender"}
    assert (
        roots & {"asyncio", "ftplib", "http", "imaplib", "smtplib", "socket", "socketserver", "ssl", "urllib"} == set()
    )


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_is_short_and_opens_with_what_it_is(module):
    text = MODULES[module].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{module} has no docstring"
    assert text.count("\n") <= LONG_FOR_A_REASON.get(module, LONGEST), (
        f"{module} has {text.count(chr(10))} lines: two nouns in one file?"
    )


def test_public_names_are_sorted_and_none_is_a_module():
    assert recommender.__all__ == sorted(recommender.__all__)
    for module in filter(None, MODULES):
        if module != "__main__" and not module.startswith("pipeline.matching.durable"):
            importlib.import_module(f"recommender.{module}")
    # A submodule that bears a public name must not take its place, whatever was imported before.
    modules = [name for name in recommender.__all__ if isinstance(getattr(recommender, name), ModuleType)]
    assert modules == []


@pytest.mark.parametrize("arguments", [["--help"], ["plan", "--help"], ["--version"]], ids=" ".join)
def test_help_imports_nothing_heavy(arguments):
    program = "import sys\nfrom recommender.cli.running import run\nrun(sys.argv[1:])\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(run.stdout.splitlines()[-1].split())
    heavy = set(DOORS) - {"click"}
    assert loaded & heavy == set()
    assert "recommender.model.knowledge" not in loaded
