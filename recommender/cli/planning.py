"""plan, findings, explain: from village data to a plan, where the village stands, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recommender.cli.commands import Session, Whole, option
from recommender.cli.job import Job, job_command
from recommender.cli.options import OUTPUT, PLANNING, VILLAGE, VILLAGES, data, format_option
from recommender.language.errors import UsageError, problem
from recommender.language.wording import did_you_mean
from recommender.outputs.registry import Plans

if TYPE_CHECKING:
    from recommender.model.village import Village
    from recommender.outputs.blocks import Block
    from recommender.outputs.words import Words
    from recommender.pipeline.documents import Result


def _plan(job: Job) -> int:
    """Print or write the plan of every village asked for."""
    from recommender.outputs.plan_files import plan_files

    villages, wishes = job.villages(), Wishes()
    results = wishes.watched(_branched(job, _planned(job, villages), len(villages)))
    plans = Plans(results, job.kb, job.options, job.words, job.output.screen(), job.session.complain)
    if job.format.plans is not None:
        job.output.write(job.format.plans(plans))
    elif len(villages) == 1:
        job.output.check()
        ((_, content),) = plan_files(job["format"], plans.document(), job.words)
        job.output.write_bytes(content, job.format.is_text)
    else:
        job.output.check(folder=True)
        job.output.write_folder(plan_files(job["format"], plans.document(), job.words))
    return max(wishes.complain(job.words, job.session), job.problems())


def _planned(job: Job, villages: Sequence[Village]) -> Iterator[Result]:
    """Return the plan of each village; under joint money those of a district together."""
    import recommender as rec

    if job.options.joint is None:
        return job.planned(villages)
    return iter(rec.recommend_jointly(villages, job.kb, job.options))


def _branched(job: Job, results: Iterator[Result], count: int) -> Iterator[Result]:
    """Yield the results with the branches of their plans, where they are asked for."""
    from recommender.verbs.asking.branching import branched

    asked = job.options.branches
    return map(branched, results) if asked == "always" or (asked == "auto" and count == 1) else results


@dataclass(slots=True)
class Wishes:
    """Pinned works that had no place in a plan: said at the end, and a reason to end with 1."""

    unmet: list[tuple[str, list[str]]] = field(default_factory=list)

    def watched(self, results: Iterator[Result]) -> Iterator[Result]:
        """Yield the results, keeping what each lacks of its pins."""
        from recommender.outputs.sections.wishes import impossible_pins

        for result in results:
            lacking = impossible_pins(result.plan, {"pins": result.request.options.pins})
            if lacking:
                self.unmet.append((result.village.code, lacking))
            yield result

    def complain(self, words: Words, session: Session) -> int:
        """Say of each village which pins have no place; return 1 if there is one, else 0."""
        for code, lacking in self.unmet:
            session.complain(f"{code}: {session.say('pins-without-place', names=words.names(lacking))}")
        return 1 if self.unmet else 0


def _findings(job: Job) -> int:
    """Print or write where each village stands."""
    from recommender.outputs.sections.findings import findings_blocks, findings_data
    from recommender.pipeline.documents import document

    if job["ask"]:
        return _ask(job)
    plans = document(job.planned(job.villages()), job.kb, job.options)
    job.write_report(lambda: findings_blocks(plans, job.words), lambda: findings_data(plans))
    return job.problems()


def _ask(job: Job) -> int:
    """Print or write the questions that matter most: of each village, or of many together."""
    from recommender.outputs.sections.questions import asking_blocks, asking_data, often_blocks
    from recommender.outputs.sections.summary import FULL_PLANS
    from recommender.verbs.asking.asking import ask
    from recommender.verbs.asking.district import often

    top = max(1, job["top"])
    askings = [ask(result) for result in job.planned(job.villages())]

    def blocks() -> Iterator[Block]:
        if len(askings) <= FULL_PLANS:
            return asking_blocks(askings, job.words, top)
        return often_blocks(often(askings), len(askings), job.words, top)

    job.write_report(blocks, lambda: asking_data(askings, job.words, top))
    return job.problems()


def _explain(job: Job) -> int:
    """Print why a work is in the plan of one village and why there, or why not."""
    from recommender.outputs.sections.explanation import explanation_blocks
    from recommender.outputs.sections.explanation_data import explanation_data
    from recommender.verbs.explaining.why import explain

    work = _taken_work(job)
    (result,) = job.planned([job.village()])
    told = explain(result, work)
    job.write_report(lambda: explanation_blocks(told, job.words), lambda: explanation_data(told))
    return job.problems()


def _taken_work(job: Job) -> str | None:
    """Return the intervention, taken off the data: the last argument, if it names one or else is no file at all."""
    *before, last = job["data"]
    if not before or last == "-" or (os.path.exists(last) and last not in job.kb.interventions):
        return None
    if last not in job.kb.interventions:
        near = did_you_mean(last, job.kb.interventions)
        raise UsageError([problem("INTERVENTION", "unknown-intervention.option", near=near, value=last)])
    job.given["data"] = tuple(before)
    return str(last)


plan_command = job_command(
    "plan",
    _plan,
    data(),
    VILLAGES,
    *PLANNING,
    option("--joint", multiple=True, metavar="SOURCE=AMOUNT"),
    option("--joint-floor", metavar="AMOUNT"),
    option("--joint-more", metavar="AMOUNT"),
    format_option("plans"),
    *OUTPUT,
)
findings_command = job_command(
    "findings",
    _findings,
    data(),
    VILLAGES,
    option("--ask", is_flag=True),
    option("--top", type=Whole(), default=10, metavar="N"),
    *PLANNING,
    format_option("reports"),
    *OUTPUT,
)
explain_command = job_command(
    "explain", _explain, data("DATA... [INTERVENTION]"), VILLAGE, *PLANNING, format_option("reports"), *OUTPUT
)
