"""The README tells the truth: its commands run, its output is today's, its links lead somewhere, no command is missing.

Run as a program, this module writes today's output into the README.
"""

from __future__ import annotations

import io
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from recommender.cli.commands import COMMANDS
from recommender.cli.running import run

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "benchmarks/README.md", ROOT / "examples/README.md"]
)
EXPLAINING = ROOT / "docs" / "explaining.md"
CUT = "[…]"
SIX = re.compile(r"99\.?01\.?01\.?200[1-4]|99\.?0[23]\.?01\.?2001")  # four of one district, one of each other
PATHS = ("planners", "perencana", "integrators", "analysts")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in a language."""
    return [text for kind, text in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def lines_starting(word: str, page: Path = README) -> list[str]:
    """Return the shell lines of a page that start with a word, comments left out."""
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    return [line for line in lines if line.split(" ")[0] == word]


def output_of(line: str) -> tuple[int, str, str]:
    """Run a line `recommender …` in this process; return exit code, output, complaints."""
    out, complaints = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(complaints):
        code = run(shlex.split(line, comments=True)[1:])
    return code, out.getvalue(), complaints.getvalue()


def shown(output: str) -> str:
    """Return what the README shows of a plan: its first three steps, then money and outlook."""
    lines = output.splitlines(keepends=True)
    steps = [place for place, line in enumerate(lines) if re.match(r" {0,5}\d+\. ", line)]
    money = lines.index("VILLAGE MONEY\n")
    return "".join([*lines[: steps[3]], f"{CUT}\n", "\n", *lines[money:]])


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder with six of the thirty sample villages, where commands may write; `test_engine` plans all thirty."""
    for file in filter(Path.is_file, (ROOT / "examples" / "districts").rglob("*")):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".csv":
            header, *rows = text.splitlines(keepends=True)
            text = header + "".join(filter(SIX.match, rows))
        if file.suffix == ".csv" or SIX.match(file.parent.name):
            place = tmp_path / file.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RECOMMENDER_LANG", raising=False)
    return tmp_path


def test_readme_commands_run(workplace):
    commands = lines_starting("recommender")
    assert len(commands) >= 10
    for line in commands:
        code, _, complaints = output_of(line)
        assert code == 0, f"{line}\n{complaints}"


def test_readme_output_is_todays(workplace):
    (text,) = blocks(README, "text")
    code, output, _ = output_of(lines_starting("recommender")[0])
    assert code == 0
    assert text == shown(output), "renew it with: .venv/bin/python tests/test_docs.py"


def test_output_in_the_page_on_explaining_is_todays(workplace):
    commands, texts = blocks(EXPLAINING, "sh"), blocks(EXPLAINING, "text")
    assert len(commands) == len(texts) == 2
    for line, text in zip(commands, texts, strict=True):
        code, output, _ = output_of(line)
        assert code == 0
        assert text == output, "renew it with: .venv/bin/python tests/test_docs.py"


def test_python_of_the_page_on_explaining_runs(workplace, capsys):
    (program,) = blocks(EXPLAINING, "python")
    exec(compile(program, str(EXPLAINING), "exec"), {})
    assert "['waste-bank'" in capsys.readouterr().out


def test_readme_python_runs(workplace, capsys):
    (program,) = blocks(README, "python")
    exec(compile(program, str(README), "exec"), {})
    assert capsys.readouterr().out.startswith("['")


@pytest.mark.parametrize("name", ["README.id.md", *(f"docs/{page}.md" for page in PATHS)])
def test_commands_of_the_paths_run(name, workplace):
    """Each path runs from its first line to its last, the later lines on what the earlier ones wrote."""
    lines = [line for block in blocks(ROOT / name, "sh") for line in block.splitlines()]
    commands = [line for line in lines if line.startswith("recommender ")]
    assert commands or not lines
    for line in commands:
        code, _, complaints = output_of(line)
        assert code == 0, f"{line}\n{complaints}"


def test_python_of_the_integrators_path_runs(workplace, capsys):
    exec(compile("\n".join(blocks(ROOT / "docs/integrators.md", "python")), "integrators.md", "exec"), {})
    assert capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_make_targets_exist(page):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in lines_starting("make", page):
        assert re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE), line


@pytest.mark.parametrize("name", COMMANDS.list_commands(None))
def test_every_command_has_help_and_stands_in_the_readme(name):
    assert f"recommender {name} " in README.read_text(encoding="utf-8").replace("\n", " ")
    helps = {lang: output_of(f"recommender {name} --help --lang {lang}") for lang in ("id", "en")}
    for code, text, _ in helps.values():
        assert code == 0
        assert f"recommender {name}" in text.replace("\n", " ")
    assert helps["id"] != helps["en"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def renew_readme() -> None:
    """Write today's output of the README's first command into it."""
    code, output, complaints = output_of(lines_starting("recommender")[0])
    assert code == 0, complaints
    text = README.read_text(encoding="utf-8")
    before, after = text.split("```text\n")
    README.write_text(f"{before}```text\n{shown(output)}```{after.split('```', 1)[1]}", encoding="utf-8")


def renew_explaining() -> None:
    """Write today's output of each command of the page on explaining into the block below it."""
    pieces = EXPLAINING.read_text(encoding="utf-8").split("```text\n")
    for number, line in enumerate(blocks(EXPLAINING, "sh"), start=1):
        code, output, complaints = output_of(line)
        assert code == 0, complaints
        pieces[number] = f"{output}```{pieces[number].split('```', 1)[1]}"
    EXPLAINING.write_text("```text\n".join(pieces), encoding="utf-8")


if __name__ == "__main__":
    renew_readme()
    renew_explaining()
