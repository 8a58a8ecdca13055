"""plan, findings, explain: from village data to a plan, where the village stands, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from recommender.cli.commands import Session, Whole, Word, command, option
from recommender.cli.files import FILES_EACH, write_files
from recommender.cli.inputs import PLANNING_OPTIONS
from recommender.cli.job import FORMAT_OPTION, Job, began, begin
from recommender.cli.output import OUTPUT_OPTIONS, Output, opened
from recommender.language.errors import UsageError, problem
from recommender.language.wording import did_you_mean

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.village import Village
    from recommender.outputs.blocks import Block
    from recommender.outputs.words import Words
    from recommender.pipeline.documents import Result
    from recommender.request.options import Options


def _data() -> click.Argument:
    return click.Argument(["data"], nargs=-1, required=True, metavar="DATA...")


def _plan(**given: Any) -> int:
    """Print or write the plan of every village asked for."""
    from recommender.outputs.words import Words
    from recommender.pipeline.documents import document

    form = given["format"]
    job = begin(given, check=form not in FILES_EACH)
    villages, words, wishes = job.villages(given["village"]), Words(job.kb, job.session.lang), Wishes()
    results = wishes.watched(job.planned(villages))
    if form in FILES_EACH:
        job.output.check(folder=len(villages) > 1)
        write_files(form, document(results, job.kb, job.options), words, job.output)
    else:
        job.output.write(_formatted(results, job.kb, job.options, words, form, job.output))
    return max(wishes.complain(words, job.session), job.problems())


@dataclass(slots=True)
class Wishes:
    """Pinned works that had no place in a plan: said at the end, and a reason to end with 1."""

    unmet: list[tuple[str, list[str]]] = field(default_factory=list)

    def watched(self, results: Iterator[Result]) -> Iterator[Result]:
        """Yield the results, keeping what each lacks of its pins."""
        from recommender.outputs.sections.wishes import impossible_pins

        for result in results:
            lacking = impossible_pins(result.plan, {"pins": result.settled.options.pins})
            if lacking:
                self.unmet.append((result.village.code, lacking))
            yield result

    def complain(self, words: Words, session: Session) -> int:
        """Say of each village which pins have no place; return 1 if there is one, else 0."""
        for code, lacking in self.unmet:
            session.complain(f"{code}: {session.say('pins-without-place', names=words.names(lacking))}")
        return 1 if self.unmet else 0


def _formatted(
    results: Iterator[Result], kb: KnowledgeBase, options: Options, words: Words, form: str, output: Output
) -> Iterator[str]:
    """Yield the results as text; one line or row after the other where the format allows."""
    from recommender.outputs import csv_text as csv_report
    from recommender.outputs.markdown import render_markdown
    from recommender.outputs.sections import plan as plan_report
    from recommender.outputs.sections import summary as summary_report
    from recommender.outputs.terminal import render
    from recommender.pipeline.documents import document, to_json

    if form == "ndjson":
        for result in results:
            yield to_json(document([result], kb, options), indent=None)
    elif form == "csv":
        yield csv_report.csv_header()
        empty = 0
        for result in results:
            empty += not result.plan.steps
            yield from csv_report.csv_rows(result.plan, words)
        if empty:
            output.session.complain(output.session.say("no-steps-in-csv", count=empty))
    else:
        plans = document(results, kb, options)
        if form == "json":
            yield to_json(plans)
        elif form == "md":
            yield render_markdown(list(plan_report.document_blocks(plans, words)))
        elif len(plans.plans) > summary_report.FULL_PLANS:
            yield render(list(summary_report.summary_blocks(plans, words)), output.look())
        else:
            yield render(list(plan_report.document_blocks(plans, words)), output.look())


def _findings(**given: Any) -> int:
    """Print or write where each village stands."""
    from recommender.outputs.sections.findings import findings_blocks, findings_data
    from recommender.outputs.words import Words
    from recommender.pipeline.documents import document

    job = begin(given)
    villages = job.villages(given["village"])
    if given["ask"]:
        return _ask(job, villages, given)
    plans = document(job.planned(villages), job.kb, job.options)
    words = Words(job.kb, job.session.lang)
    return job.write(given["format"], lambda: findings_data(plans), lambda: findings_blocks(plans, words))


def _ask(job: Job, villages: Sequence[Village], given: dict[str, Any]) -> int:
    """Print or write the questions that matter most: of each village, or of many together."""
    from recommender.outputs.sections.questions import asking_blocks, asking_data, often_blocks
    from recommender.outputs.sections.summary import FULL_PLANS
    from recommender.outputs.words import Words
    from recommender.verbs.asking.asking import ask
    from recommender.verbs.asking.district import often

    words, top = Words(job.kb, job.session.lang), max(1, given["top"])
    askings = [ask(result) for result in job.planned(villages)]

    def blocks() -> Iterator[Block]:
        if len(askings) <= FULL_PLANS:
            return asking_blocks(askings, words, top)
        return often_blocks(often(askings), len(askings), words, top)

    return job.write(given["format"], lambda: asking_data(askings, words, top), blocks)


def _explain(**given: Any) -> int:
    """Print why a work is in the plan of one village and why there, or why not."""
    import recommender as rec
    from recommender.outputs.sections.explanation import explanation_blocks
    from recommender.outputs.sections.explanation_data import explanation_data
    from recommender.outputs.words import Words
    from recommender.verbs.explaining.why import explain

    output, kb = opened(given), rec.load_knowledge(given["knowledge"], given["overlay"])
    data, intervention = _split(kb, given["data"])
    job = began(output, kb, {**given, "data": data})
    (result,) = job.planned([job.village(given["village"])])
    told, words = explain(result, intervention), Words(kb, job.session.lang)
    return job.write(
        given["format"],
        lambda: explanation_data(told, result.settled),
        lambda: explanation_blocks(told, words, result.settled),
    )


def _split(kb: KnowledgeBase, data: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Return the data and the intervention: the last argument, if it names one or else is no file at all."""
    last = data[-1]
    if len(data) == 1 or last == "-" or (os.path.exists(last) and last not in kb.interventions):
        return data, None
    if last not in kb.interventions:
        raise UsageError(
            [
                problem(
                    "INTERVENTION", "unknown-intervention.option", near=did_you_mean(last, kb.interventions), value=last
                )
            ]
        )
    return data[:-1], last


plan_command = command(
    "plan",
    _plan,
    _data(),
    option("--village", multiple=True, metavar="CODE-OR-NAME"),
    *PLANNING_OPTIONS,
    option("--format", type=Word("table", "json", "ndjson", "csv", "md", "xlsx", "html"), default="table"),
    *OUTPUT_OPTIONS,
)
findings_command = command(
    "findings",
    _findings,
    _data(),
    option("--village", multiple=True, metavar="CODE-OR-NAME"),
    option("--ask", is_flag=True),
    option("--top", type=Whole(), default=10, metavar="N"),
    *PLANNING_OPTIONS,
    FORMAT_OPTION,
    *OUTPUT_OPTIONS,
)
explain_command = command(
    "explain",
    _explain,
    click.Argument(["data"], nargs=-1, required=True, metavar="DATA... [INTERVENTION]"),
    option("--village", metavar="CODE-OR-NAME", help="one-village"),
    *PLANNING_OPTIONS,
    FORMAT_OPTION,
    *OUTPUT_OPTIONS,
)
