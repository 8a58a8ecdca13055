"""Every format of every command, for samples and real villages: to compare two versions byte by byte.

    python benchmarks/all_outputs.py OUT [DATA]      # with the old version's interpreter, then with the new one's
    diff -r OLD NEW

Only the command line is used, so that the script runs with any version. A command's output, errors and exit code stand
in one file.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

SAMPLES = "examples/districts"
VILLAGE = "99.01.01.2004"
EXPLAINED = ("village-public-wifi", "latrines", "road-improvement", "office-satellite-link", "waste-bank")
MISTAKES = (
    ("plan", SAMPLES, "--start-year", "99999"),
    ("plan", SAMPLES, "--years", "0"),
    ("plan", SAMPLES, "--budget", "330M"),
    ("plan", SAMPLES, "--budget", "village-fnd=1jt"),
    ("plan", SAMPLES, "--pin", "latrine", "--ban", "nothing"),
    ("plan", SAMPLES, "--village", "nowhere"),
    ("plan", SAMPLES, "--target", "rich"),
    ("plan", SAMPLES, "--format", "xml"),
    ("plan", SAMPLES, "--knowledge", "nope"),
    ("plan", "nowhere"),
    ("plan",),
    ("plann",),
    ("solve", "pyproject.toml"),
    ("verify", "pyproject.toml"),
    ("show", "latrine"),
    ("what-if", SAMPLES, "--village", VILLAGE, "--set", "toilet=1"),
)


def commands(data: str | None) -> dict[str, tuple[str, ...]]:
    """Return the commands by the name of the file that keeps what they print."""
    found: dict[str, tuple[str, ...]] = {}
    plan = ("plan", "--start-year", "2027")
    for form in ("table", "json", "ndjson", "csv", "md"):
        found[f"samples-plan.{form}"] = (*plan, SAMPLES, "--format", form)
        found[f"sample-plan.{form}"] = (*plan, SAMPLES, "--village", VILLAGE, "--format", form, "--method", "fast")
    for form in ("table", "json", "md"):
        one = (SAMPLES, "--start-year", "2027", "--village", VILLAGE, "--format", form)
        found[f"sample-findings.{form}"] = ("findings", *one)
        found[f"sample-questions.{form}"] = ("findings", "--ask", *one)
        found[f"sample-what-if.{form}"] = ("what-if", *one, "--budget", "500jt", "--set", "coastal=yes")
        found[f"sample-explain.{form}"] = ("explain", *one)
        for work in EXPLAINED:
            found[f"sample-explain-{work}.{form}"] = ("explain", *one, work)
    for kind in ("interventions", "rules", "indicators", "facts", "parameters", "sources", "overlays"):
        for form in ("table", "json"):
            found[f"list-{kind}.{form}"] = ("list", kind, "--format", form)
    for form in ("mermaid", "dot", "svg"):
        found[f"graph.{form}"] = ("graph", "--format", form)
    for name in ("latrines", "no-road-access", "toilet-access", "coastal", "village-fund", "target-score", "idm"):
        found[f"show-{name}"] = ("show", name)
    for dimension in ("people", "living"):
        found[f"table-{dimension}"] = ("table", dimension)
    found["schema"] = ("schema",)
    found["check"] = ("check",)
    found["check-coverage"] = ("check", "--coverage")
    for number, mistake in enumerate(MISTAKES):
        found[f"mistake-{number:02}"] = mistake
    for command in (
        "",
        "plan",
        "findings",
        "explain",
        "what-if",
        "template",
        "verify",
        "solve",
        "check",
        "list",
        "new",
    ):
        found[f"help-{command or 'all'}"] = tuple(filter(None, (command, "--help")))
    if data is not None:
        for form in ("table", "json", "csv", "md"):
            found[f"real-plan.{form}"] = (*plan, data, "--format", form)
        found["real-plan-fast.json"] = (*plan, data, "--format", "json", "--method", "fast")
        found["real-findings.json"] = ("findings", data, "--start-year", "2027", "--format", "json")
    return found


def main(out: str, data: str | None = None) -> None:
    """Write a file a command and language, and folders of pages and workbooks."""
    folder = Path(out)
    folder.mkdir(parents=True)
    for lang, (name, command) in itertools.product(("id", "en"), commands(data).items()):
        done = _run(lang, *command)
        text = done.stdout + b"\n--- errors, code %d\n" % done.returncode + done.stderr
        (folder / f"{name}.{lang}").write_bytes(text)
    for lang, form, source in itertools.product(("id", "en"), ("html", "xlsx"), filter(None, (SAMPLES, data))):
        kind = "samples" if source == SAMPLES else "real"
        place = folder / f"{kind}-{form}-{lang}"
        _run(lang, "plan", source, "--start-year", "2027", "--format", form, "-o", str(place), "--force")
    for lang in ("id", "en"):
        form = folder / f"template-{lang}.xlsx"
        _run(lang, "template", SAMPLES, "--village", VILLAGE, "-o", str(form))


def _run(lang: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "recommender", "--lang", lang, *command], capture_output=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
