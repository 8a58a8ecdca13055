"""The command line: reads options, calls the library once, prints what `outputs` words. Decides nothing.

In: arguments. Out: results on standard output or in files, the rest on standard error, an exit code. `--help` must
answer at once, so nothing here imports pydantic, networkx, numpy or yaml before a command runs.
Imports: knowledge, language, model, outputs, parsing, pipeline, request, verbs, villages.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    from recommender.cli.running import run

    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
