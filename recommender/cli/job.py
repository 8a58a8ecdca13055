"""What every planning command begins and ends with: knowledge, options, villages read, a place for the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recommender.cli.commands import Session, Word, option
from recommender.cli.inputs import choose, every_problem, options_of, read, report_problems, with_money
from recommender.cli.output import Output, Progress, opened
from recommender.language.errors import UsageError, problem

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.outputs.blocks import Block
    from recommender.pipeline.documents import Result
    from recommender.request.options import Options
    from recommender.villages.reader import VillageSet

FORMAT_OPTION = option("--format", type=Word("table", "json", "md"), default="table")


@dataclass(frozen=True, slots=True)
class Job:
    """One planning command at work: where its result goes, and what it was given."""

    output: Output
    kb: KnowledgeBase
    options: Options
    found: VillageSet

    @property
    def session(self) -> Session:
        return self.output.session

    def villages(self, wanted: Sequence[str]) -> list[Village]:
        """Return the villages asked for, by code; all without a wish (see `choose`)."""
        return choose(self.found.villages, wanted)

    def village(self, wanted: str | None) -> Village:
        """Return the village asked for, or the only one.

        Raises
        ------
        UsageError
            If there are several and none, or several, are meant.
        """
        chosen = self.villages([wanted] if wanted else [])
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

    def write(self, form: str, data: Callable[[], Any], blocks: Callable[[], Iterable[Block]]) -> int:
        """Write the result as JSON of the data, or as Markdown or a table of the blocks; return the exit code."""
        from recommender.outputs.json_text import dump
        from recommender.outputs.markdown import render_markdown
        from recommender.outputs.terminal import render

        if form == "json":
            text = dump(data())
        else:
            text = render_markdown(list(blocks())) if form == "md" else render(list(blocks()), self.output.look())
        self.output.write([text])
        return self.problems()

    def problems(self) -> int:
        """Say what was wrong with the data; return 1 if there was an error, else 0."""
        return report_problems(self.session, every_problem(self.found))


def begin(given: dict[str, Any], check: bool = True) -> Job:
    """Return the job of a command's arguments; `check` as in `opened`.

    Raises
    ------
    RecommenderError
        If the place, the knowledge, an option or the data cannot be used.
    """
    import recommender as rec

    output = opened(given, check)
    return began(output, rec.load_knowledge(given["knowledge"], given["overlay"]), given)


def began(output: Output, kb: KnowledgeBase, given: dict[str, Any]) -> Job:
    """Return the job where the place and the knowledge are at hand already."""
    options = options_of(kb, given)
    found = read(kb, given["data"], given)
    return Job(output, kb, with_money(output.session, options, found, kb), found)
