"""Mutation testing: which small faults in the modules that decide would no test notice?

    python benchmarks/mutation.py [--limit 60] [--seed 1] [--only needs]

Each mutant is one changed operator, number, boolean or dropped statement, written into a copy of the package in a
temporary folder; the module's own tests run against it, two mutants at a time. A mutant that no test fails on survives
and is printed. A mutant that was looked at and changes nothing that can be seen stands in `EQUIVALENT` with the reason.

mutmut and cosmic-ray were weighed: both run the whole of a test command in the work tree, and know no map from a module
to its tests, without which a round takes hours here.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 240  # after which a mutant counts as noticed: it made a loop endless
# Module of recommender/ -> the tests that answer for it.
TESTS = {
    "pipeline/needs.py": ("test_needs.py",),
    "pipeline/candidates.py": ("test_candidates.py",),
    "pipeline/planning/evaluation.py": ("test_planning_limits.py", "test_planning_laws.py", "test_planning_exact.py"),
    "pipeline/assembling/purse.py": ("test_purse.py",),
    "verbs/what_if/comparing.py": ("test_reasons.py", "test_what_if.py"),
    "verbs/what_if/reasons.py": ("test_reasons.py", "test_what_if.py"),
    "verbs/what_if/bounds.py": ("test_reasons.py", "test_what_if.py"),
    "outputs/pictures/layout.py": ("test_graph_svg.py",),
}
# (module, mutant as printed) -> why it is no fault.
EQUIVALENT: dict[tuple[str, str], str] = {}

COMPARE = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult}
CALLS = {"min": "max", "max": "min", "all": "any", "any": "all"}


@dataclass(frozen=True)
class Mutant:
    """A changed module: its whole text, and what was changed in which line."""

    module: str
    line: int
    said: str
    text: str


def mutants(module: str) -> Iterator[Mutant]:
    """Yield every mutant of the module, in the order of its lines."""
    tree = ast.parse((ROOT / "recommender" / module).read_text(encoding="utf-8"))
    decorators = [other for node in ast.walk(tree) for other in getattr(node, "decorator_list", ())]
    beside = {id(part) for other in decorators for part in ast.walk(other)}  # slots, frozen: no behaviour of ours
    for number, node in enumerate(ast.walk(tree)):
        for change in () if id(node) in beside else changes(node):
            mutated = copy.deepcopy(tree)
            target = next(other for place, other in enumerate(ast.walk(mutated)) if place == number)
            before = ast.unparse(target)
            after = change(target)
            line = getattr(node, "lineno", 0)
            yield Mutant(
                module, line, f"{before[:70]} -> {after[:70]}", ast.unparse(ast.fix_missing_locations(mutated))
            )


def changes(node: ast.AST) -> Iterator:
    """Yield functions that change such a node in place and return its new text."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARE:
        yield lambda n: _set(n, "ops", [COMPARE[type(n.ops[0])](), *n.ops[1:]])
    elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        yield lambda n: _set(n, "op", ARITHMETIC[type(n.op)]())
    elif isinstance(node, ast.BoolOp):
        yield lambda n: _set(n, "op", ast.Or() if isinstance(n.op, ast.And) else ast.And())
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield lambda n: _set(n, "value", n.value + 1)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield lambda n: _set(n, "value", not n.value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda n: _set(n, "operand", ast.UnaryOp(ast.Not(), n.operand))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield lambda n: _set(n, "func", ast.Name(CALLS[n.func.id], ast.Load()))
    elif isinstance(node, ast.If | ast.IfExp):
        yield lambda n: _set(n, "test", ast.Constant(False))
    elif isinstance(node, ast.AugAssign | ast.Continue):
        yield _drop


def _set(node: ast.AST, field: str, value: object) -> str:
    setattr(node, field, value)
    return ast.unparse(node).split("\n")[0]


def _drop(node: ast.AST) -> str:
    """Make the statement do nothing."""
    node.__class__ = ast.Pass
    return "nothing"


def survives(mutant: Mutant, copies: Path) -> bool:
    """Return whether the module's tests pass on the mutant."""
    folder = Path(tempfile.mkdtemp(dir=copies))
    for part in ("recommender", "tests"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("rules", "catalog", "docs", "examples", "benchmarks", "pyproject.toml", "README.md"):
        (folder / part).symlink_to(ROOT / part)
    (folder.parent / "shared").exists() or (folder.parent / "shared").symlink_to(ROOT.parent / "shared")
    (folder / "recommender" / mutant.module).write_text(mutant.text, encoding="utf-8")
    tests = [f"tests/{name}" for name in TESTS[mutant.module]]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=SECONDS, env={**os.environ, "PYTHONPATH": str(folder)}
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return done.returncode == 0


def main() -> None:
    """Run the round and print the score by module, then each survivor."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--limit", type=int, default=60, help="mutants of a module, drawn by the seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only modules whose name holds this")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as copies, ThreadPoolExecutor(os.cpu_count()) as pool:
        for module in (module for module in TESTS if given.only in module):
            every = [m for m in mutants(module) if (m.module, m.said) not in EQUIVALENT]
            drawn = random.Random(given.seed).sample(every, min(given.limit, len(every)))
            alive = list(pool.map(lambda mutant: survives(mutant, Path(copies)), drawn))
            left = [mutant for mutant, lives in zip(drawn, alive, strict=True) if lives]
            print(f"{module}: {len(drawn) - len(left)} of {len(drawn)} noticed ({len(every)} in all)", flush=True)
            for mutant in sorted(left, key=lambda m: (m.line, m.said)):
                print(f"  {module}:{mutant.line}: {mutant.said}", flush=True)


if __name__ == "__main__":
    main()
