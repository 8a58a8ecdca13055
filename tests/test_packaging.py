"""The knowledge travels with the program: in the wheel, in a zip, unpacked, in the checkout; always the same."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRINT_HASH = (
    "import sys; sys.path.insert(0, sys.argv[1]); import recommender as rec; kb = rec.load_knowledge();"
    "assert rec.__file__.startswith(sys.argv[1]), rec.__file__; print(len(kb.rules), kb.sha256)"
)


def run(*arguments: str | Path, cwd: Path) -> str:
    """Run this interpreter with the arguments and return what it printed."""
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def knowledge_of(place: Path, cwd: Path) -> str:
    """Return the number of rules and the hash of the knowledge that the package at a place finds by itself."""
    return run("-c", PRINT_HASH, place, cwd=cwd)


def names_in(folder: Path) -> set[str]:
    """Return the knowledge files under a folder, relative to it."""
    files = (file for top in ("rules", "catalog") for file in (folder / top).rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in files if not file.name.startswith(".")}


def build(what: str, source: Path, target: Path) -> Path:
    """Build a `wheel` or `sdist` of a source folder; return the one file that comes out."""
    run("-m", "hatchling", "build", "-t", what, "-d", target, cwd=source)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: it builds the wheel (it comes with the extra `dev`)")
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def test_wheel_holds_the_program_and_all_knowledge(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    knowledge = {name.removeprefix("recommender/") for name in names if name.startswith("recommender/")}
    assert names_in(ROOT) <= knowledge
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "recommender").rglob("*.py")}
    assert modules | {"recommender/py.typed"} <= names
    templates = {file.relative_to(ROOT).as_posix() for file in (ROOT / "recommender").rglob("templates/*")}
    assert len(templates) >= 5
    assert templates <= names
    tops = {name.split("/")[0] for name in names}
    assert len(tops) == 2, f"only the package and its metadata, not {sorted(tops)}"
    metadata = zipfile.ZipFile(wheel).read(next(name for name in names if name.endswith("/entry_points.txt")))
    assert b"recommender = recommender.cli:main" in metadata
    assert {name.rsplit("/", 1)[1] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}


def test_knowledge_is_the_same_from_zip_from_an_installed_copy_and_from_the_checkout(wheel, tmp_path):
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    found = {place: knowledge_of(place, tmp_path) for place in (wheel, installed, ROOT)}
    assert len(set(found.values())) == 1, found


def test_wheel_from_the_source_archive_is_the_wheel_from_the_checkout(wheel, tmp_path):
    archive = build("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    again = build("wheel", tmp_path / archive.name.removesuffix(".tar.gz"), tmp_path / "again")
    assert contents(again) == contents(wheel)


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
