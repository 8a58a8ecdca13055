"""The commands as click sees them: imported on demand, helped and refused in the reader's language."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from recommender.language.wording import LANGUAGES, Key, did_you_mean, say, term

# Command -> module of recommender.cli that holds it under its own name
_MODULES = {
    "plan": "planning",
    "findings": "planning",
    "explain": "planning",
    "compare": "comparing",
    "what-if": "what_if",
    "template": "templating",
    "verify": "checking",
    "solve": "solving",
    "check": "checking",
    "list": "browsing",
    "show": "browsing",
    "table": "browsing",
    "new": "authoring",
    "graph": "browsing",
    "schema": "browsing",
}


@dataclass(frozen=True, slots=True)
class Session:
    """One run: the reader's language; what is said besides the result goes to stderr, a line each."""

    lang: str

    def say(self, key: Key, /, **values: object) -> str:
        return say(self.lang, key, **values)

    def term(self, group: str, value: str, /) -> str:
        return term(self.lang, group, value)

    def complain(self, line: str) -> None:
        from recommender.language.harmless import plain

        sys.stderr.write(plain(line) + "\n")


class Refusal(click.UsageError):
    """A mistake of use, by its key in the message catalog."""

    def __init__(self, key: Key, ctx: click.Context | None = None, **values: object) -> None:
        super().__init__(key, ctx)
        self.key = key
        self.values = values


def session_of(ctx: click.Context) -> Session:
    session = ctx.find_root().obj
    return session if isinstance(session, Session) else Session(LANGUAGES[0])


class Option(click.Option):
    """An option whose `help` is a term of the catalog's group `option`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], session_of(ctx).term("option", self.help or ""))


class _Helped(click.Command):
    """What commands and their group share: `--help` in the reader's language."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
            if wanted and not ctx.resilient_parsing:
                click.echo(ctx.get_help(), color=ctx.color)
                ctx.exit()

        return Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=show, help="help")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        session = session_of(ctx)
        pieces = [
            session.say("help.options-word") if piece == "[OPTIONS]" else piece
            for piece in self.collect_usage_pieces(ctx)
        ]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=session.say("help.usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        session = session_of(ctx)
        name = str(self.name) if ctx.parent else "main"
        for text in (session.term("command", name), session.term("command-example", name)):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(text)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section(session_of(ctx).say("help.options").rstrip(":")):
            formatter.write_dl(records)


class Command(_Helped):
    """A command; an argument too many is refused in the reader's language."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise Refusal("extra-argument", ctx, name=ctx.args[0])
        return rest


class Commands(_Helped, click.Group):
    """The group of all commands; a command's module is imported when the command is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        command = getattr(
            import_module(f"recommender.cli.{_MODULES[cmd_name]}"), f"{cmd_name.replace('-', '_')}_command"
        )
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _MODULES:
            raise Refusal("no-such-command", ctx, name=args[0], near=did_you_mean(args[0], _MODULES))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        session = session_of(ctx)
        with formatter.section(session.say("help.commands").rstrip(":")):
            formatter.write_dl([(name, session.term("command", name)) for name in _MODULES])


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            click.echo(f"recommender {version('recommender')}")
        except PackageNotFoundError:
            click.echo("recommender 0")
        ctx.exit()


class Word(click.ParamType[str]):
    """One of some words; another is refused with the nearest."""

    def __init__(self, *words: str) -> None:
        self.name = "word"
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value in self.words:
            return value
        name = param.opts[-1] if isinstance(param, click.Option) else (param.human_readable_name if param else "")
        near = did_you_mean(str(value), self.words)
        raise Refusal("bad-choice", ctx, name=name, value=value, near=near, known=", ".join(self.words))


class Whole(click.ParamType[int]):
    """A whole number; its range is the library's to judge."""

    name = "integer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return int(value)
        except ValueError:
            name = param.opts[-1] if param else ""
            raise Refusal("needs-number", ctx, name=name, value=value) from None


LANG = Option(["--lang"], type=Word(*LANGUAGES), expose_value=False, help="lang")
COMMANDS = Commands(
    "recommender",
    params=[
        Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="version"),
        LANG,
    ],
    no_args_is_help=True,
    context_settings={"max_content_width": 100},
)


def option(*names: str, **settings: Any) -> Option:
    """Return an option whose help is the catalog's term for its name, unless another term is given."""
    return Option(list(names), help=settings.pop("help", names[-1].lstrip("-")), **settings)


def command(name: str, callback: Callable[..., Any], *params: click.Parameter) -> Command:
    """Return a command with the shared `--lang` behind its own parameters."""
    return Command(name, callback=callback, params=[*params, LANG])
