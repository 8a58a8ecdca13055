"""One run of the command line: the language, the command, and what its end means as an exit code.

Exit codes: 0 done; 1 done, with problems; 2 usage; 3 data; 4 knowledge; 5 infeasible; 6 something is not installed;
7 output cannot be written; 70 a bug; 130 interrupted. One line a problem on stderr, no traceback but with
RECOMMENDER_DEBUG=1.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence

import click

from recommender.cli.commands import COMMANDS, Refusal, Session
from recommender.language import errors
from recommender.language.errors import RecommenderError
from recommender.language.wording import LANGUAGES, did_you_mean, say

_CODES: dict[type[RecommenderError], int] = {
    errors.UsageError: 2,
    errors.VillageDataError: 3,
    errors.KnowledgeError: 4,
    errors.InfeasibleError: 5,
    errors.MissingExtraError: 6,
    errors.OutputError: 7,
    errors.EngineError: 70,
}
INTERRUPTED, BUG, MISSING = 130, 70, 6


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of one command."""
    session = Session(language(arguments))
    # A command makes many lasting objects and little garbage: looking for cycles at every 700th of them costs a fifth.
    gc.set_threshold(200_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        # Documents are UTF-8 whatever the system's own encoding; what no encoding can write is shown as an escape.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(session, arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader has seen enough (`| head`): be quiet, and give the interpreter's last flush a place to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def language(arguments: Sequence[str]) -> str:
    """Return the language asked for by `--lang` or RECOMMENDER_LANG, which help and usage errors need too early."""
    wanted = os.environ.get("RECOMMENDER_LANG", LANGUAGES[0])
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        elif argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def _run(session: Session, arguments: Sequence[str]) -> int:
    try:
        code = COMMANDS.main(list(arguments), prog_name="recommender", standalone_mode=False, obj=session)
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        raise
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except click.ClickException as mistake:
        session.complain(_usage(mistake, session))
        return 2
    except RecommenderError as failure:
        for problem in failure.problems:
            session.complain(problem.line(session.lang))
        return next(code for kind, code in _CODES.items() if isinstance(failure, kind))
    except ModuleNotFoundError as failure:
        if (failure.name or "").startswith("recommender"):
            return _bug(session, failure)
        session.complain(say(session.lang, "missing-module", name=failure.name))
        return MISSING
    except MemoryError:
        session.complain(say(session.lang, "out-of-memory"))
        return BUG
    except Exception as failure:  # a bug of ours: the reader gets one line, the developer the traceback
        return _bug(session, failure)


def _bug(session: Session, failure: Exception) -> int:
    import traceback

    if os.environ.get("RECOMMENDER_DEBUG") == "1":
        traceback.print_exception(failure)
    frame = traceback.extract_tb(failure.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    kind = type(failure).__name__
    session.complain(say(session.lang, "bug", kind=kind, message=str(failure)[:200], place=place))
    return BUG


def _usage(mistake: click.ClickException, session: Session) -> str:
    """Return a mistake in the use of options and arguments as one line in the reader's language."""
    context = getattr(mistake, "ctx", None)
    command = context.command_path if context is not None else "recommender"
    if isinstance(mistake, Refusal):
        return say(session.lang, mistake.key, **{"command": command, **mistake.values})
    if isinstance(mistake, click.NoSuchOption):
        known = [
            name for parameter in (context.command.get_params(context) if context else []) for name in parameter.opts
        ]
        return say(
            session.lang,
            "no-such-option",
            name=mistake.option_name,
            near=did_you_mean(mistake.option_name, known),
            command=command,
        )
    if isinstance(mistake, click.MissingParameter):
        name = mistake.param.make_metavar(context) if mistake.param and context else str(mistake.param_hint)
        return say(session.lang, "missing-argument", name=name.strip(".[]"), command=command)
    if isinstance(mistake, click.BadOptionUsage):
        key = "takes-no-value" if "does not take" in mistake.format_message() else "needs-value"
        return say(session.lang, key, name=mistake.option_name)
    return say(session.lang, "bad-usage", message=mistake.format_message())
