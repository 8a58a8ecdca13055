"""Formats of results: the folder is the register, so that a new format is a new file and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recommender.cli import planning
from recommender.cli.running import run
from recommender.outputs import formats
from recommender.outputs.registry import Format, Later, format_named, format_names

SAMPLES = Path(__file__).parents[1] / "examples" / "districts" / "teluk-kerama"
TOY = '''"""toy: the names of the works of each village, a line a village."""

from recommender.outputs.registry import Format


def _plans(plans):
    for result in plans.results:
        yield " ".join([result.plan.village.code, *(step.intervention for step in result.plan.steps)]) + "\\n"
    plans.note("toys were made")


FORMAT = Format(plans=_plans)
'''
EACH = '''"""each: a file a village, and an index."""

from recommender.outputs.registry import Format

FORMAT = Format(
    plan=lambda plan, options, words: f"{plan.village.code} {options['start_year']} {words.lang}".encode(),
    index=lambda plans, names, options, words: "\\n".join(names).encode(),
)
'''


@pytest.fixture
def toys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two files in a folder that stands beside the formats of the package: all that a new format is."""
    folder = tmp_path / "formats"
    folder.mkdir()
    (folder / "toy.py").write_text(TOY, encoding="utf-8")
    (folder / "each.py").write_text(EACH, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(formats, "__path__", [*formats.__path__, str(folder)])
        importlib.reload(planning)  # its options are made when it is imported
        yield
    for name in ("toy", "each"):
        sys.modules.pop(f"{formats.__name__}.{name}", None)
    importlib.reload(planning)


@pytest.mark.usefixtures("toys")
def test_a_new_file_is_a_new_format_that_help_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "--help"]) == 0
    assert "[table|csv|each|html|json|md|ndjson|toy|xlsx]" in capsys.readouterr().out
    chosen = ["--village", "99.01.01.2004", "--start-year", "2027", "--method", "fast"]
    assert run(["plan", str(SAMPLES), *chosen, "--format", "toy"]) == 0
    told = capsys.readouterr()
    code, *works = told.out.split()
    assert code == "99.01.01.2004"
    assert "restore-internet-service" in works
    assert "toys were made" in told.err
    assert run(["plan", str(SAMPLES), *chosen, "--format", "tyo"]) == 2
    assert "toy" in capsys.readouterr().err


@pytest.mark.usefixtures("toys")
def test_a_format_of_a_file_each_makes_a_folder_with_its_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = [
        *("plan", str(SAMPLES), "--village", "99.01.01.2004", "--start-year", "2027", "--method", "fast"),
        *("--format", "each", "--lang", "en"),
    ]
    assert run(chosen) == 0
    assert capsys.readouterr().out == "99.01.01.2004 2027 en"
    place = tmp_path / "out"
    assert run([*chosen, "--village", "99.01.01.2001", "-o", str(place)]) == 0
    names = {file.name for file in place.iterdir()}
    assert "index.each" in names
    assert (place / "index.each").read_text(encoding="utf-8").split() == sorted(names - {"index.each"})
    assert len(names) == 3


def test_formats_do_not_outlive_their_files() -> None:
    assert format_names("plans") == ["csv", "html", "json", "md", "ndjson", "table", "xlsx"]
    assert format_names("reports") == ["json", "md", "table"]
    assert format_names("graphs") == ["dot", "mermaid", "svg"]


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(formats.__path__)])
def test_every_format_says_what_it_writes_and_with_what(name: str) -> None:
    form = format_named(name)
    writers = [form.reports, form.graphs, form.plans, form.plan, form.index]
    writers += [form.comparison, form.comparison_file, form.comparison_folder]
    assert any(writers)
    assert not (form.plans and form.plan), "plans go into one text or into a file each"
    assert form.plan or not form.index
    for place in filter(None, (getattr(writer, "place", None) for writer in writers)):
        module, function = place.split(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_a_place_that_is_written_later_is_imported_when_called() -> None:
    assert Later("recommender.outputs.wrapping:wrap")("a b", 1) == ["a", "b"]
    with pytest.raises(ModuleNotFoundError):
        Later("recommender.outputs.nowhere:wrap")("a b", 1)
    assert not any(Format().writes(subject) for subject in ("reports", "plans", "graphs"))
