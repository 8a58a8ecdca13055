"""The command line: reads options, calls the library once, prints what `reports` words. Decides nothing.

`--help` must answer at once, so nothing here imports pydantic, networkx, numpy or yaml before a command runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    from recommender.cli.running import run

    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
