"""One command at work: what its arguments name, opened and read when it is first asked for, and where results go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Command, Session, command, session_of
from recommender.cli.inputs import choose, options_of, read, report_problems, with_money
from recommender.cli.output import Output, Progress
from recommender.language.errors import UsageError, problem
from recommender.outputs.registry import Format, Report, format_named

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.outputs.blocks import Block
    from recommender.outputs.words import Words
    from recommender.pipeline.documents import Result
    from recommender.request.options import Options
    from recommender.villages.reader import VillageSet


class Job:
    """A command's arguments, with what they stand for.

    Every property raises the `RecommenderError` of its kind where it cannot be read. A place that cannot be written is
    refused at once; only where plans take a file each the command checks it, which knows how many there are.
    """

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.format = format_named(given["format"]) if "format" in given else Format()
        self.output = Output(session_of(click.get_current_context()), given.get("output"), given.get("force", False))
        if self.format.plan is None:
            self.output.check()

    def __getitem__(self, name: str) -> Any:
        return self.given[name]

    @property
    def session(self) -> Session:
        return self.output.session

    @cached_property
    def kb(self) -> KnowledgeBase:
        import recommender as rec

        return rec.load_knowledge(self["knowledge"], self["overlay"])

    @cached_property
    def words(self) -> Words:
        from recommender.outputs.words import Words

        return Words(self.kb, self.session.lang)

    # Villages and their plans

    @property
    def options(self) -> Options:
        """The options of planning, with the money that the data states where none was given."""
        return self._read[0]

    @property
    def found(self) -> VillageSet:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[Options, VillageSet]:
        options = options_of(self.kb, self.given)
        found = read(self.kb, self["data"], self.given)
        return with_money(self.session, options, found, self.kb), found

    def villages(self) -> list[Village]:
        """Return the villages asked for, by code; all without a wish (see `choose`)."""
        return choose(self.found.villages, self["village"])

    def village(self) -> Village:
        """Return the one village asked for, or the only one.

        Raises
        ------
        UsageError
            If there are several and none, or several, are meant.
        """
        chosen = choose(self.found.villages, [self["village"]] if self["village"] else [])
        if len(chosen) > 1:
            raise UsageError([problem("--village", "which-village", count=len(chosen))])
        return chosen[0]

    def planned(self, villages: Sequence[Village]) -> Iterator[Result]:
        """Yield the plan of each village, counting on a terminal."""
        import recommender as rec

        progress = Progress(self.session, len(villages))
        for result in rec.recommend_all(villages, self.kb, self.options):
            progress.step()
            yield result

    # The end

    def write_report(self, blocks: Callable[[], Iterable[Block]], data: Callable[[], Any]) -> None:
        """Write the answer in the format asked for."""
        assert self.format.reports is not None, "the format is one of those that write reports"
        self.output.write([self.format.reports(Report(blocks, data), self.output.screen())])

    def problems(self) -> int:
        """Say what was wrong with the data; return 1 if there was an error, else 0."""
        return report_problems(self.session, self.found.problems)


def job_command(name: str, work: Callable[[Job], int], *params: click.Parameter) -> Command:
    """Return the command that does some work on its arguments."""
    return command(name, lambda **given: work(Job(given)), *params)
