"""compare: plans of many villages side by side, from data that are planned first or from plan documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from recommender.cli.commands import Whole, Word, option
from recommender.cli.documents import is_document, read_documents
from recommender.cli.job import Job, job_command
from recommender.cli.options import KNOWLEDGE, OUTPUT, PLANNING, VILLAGES, data, format_option
from recommender.language.errors import UsageError, problem
from recommender.language.wording import Phrase, phrase
from recommender.outputs.registry import Compared

if TYPE_CHECKING:
    from recommender.model.knowledge import KnowledgeBase
    from recommender.model.plan import Plan, PlanDocument

LEVELS = ("class", "subdistrict", "district", "province", "village")


def _compare(job: Job) -> int:
    """Print or write the villages side by side."""
    import recommender as rec

    documents, plans = _plans(job)
    said = list(_said(documents, job.kb)) if documents else []
    filters = [*job["filter"], *(["village=" + ",".join(job["village"])] if job["village"] else [])]
    found = rec.compare(plans, job.kb, job["by"], filters=filters, data_year=job["data_year"], said=said)
    _write(job, Compared(found, job.kb, _stated(job, documents), job.words, job.output.screen()))
    return job.problems() if job["data"] else 0


def _plans(job: Job) -> tuple[list[PlanDocument], list[Plan]]:
    """Return the plan documents among the data, and all plans: theirs, and those made of the other data.

    Raises
    ------
    UsageError
        If documents were made with other knowledge than each other, or than what is planned beside them.
    """
    paths = [path for path in job["data"] if is_document(path)]
    documents = [document for path in paths for document in read_documents(path)]
    plans = [plan for document in documents for plan in document.plans]
    job.given["data"] = tuple(path for path in job["data"] if path not in paths)
    _demand_same_knowledge(job, documents)
    idle = _idle_options(job) if documents else []
    if idle:
        job.session.complain(job.session.say("compare-idle-options", names=", ".join(idle)))
    if job["data"]:
        plans += [result.plan for result in job.planned(job.villages())]
    return documents, plans


def _idle_options(job: Job) -> list[str]:
    """Return the options of planning that are given although nothing is planned."""
    if job["data"]:
        return []
    context = click.get_current_context()
    without = {param.name for param in KNOWLEDGE}
    given = (
        param
        for param in PLANNING
        if param.name not in without and context.get_parameter_source(str(param.name)) is ParameterSource.COMMANDLINE
    )
    return [param.opts[0] for param in given]


def _demand_same_knowledge(job: Job, documents: list[PlanDocument]) -> None:
    """Refuse documents that were made with other knowledge than each other, or than what is planned beside them."""
    made = {document.knowledge.sha256: document.knowledge.version for document in documents}
    if job["data"]:
        made[job.kb.sha256] = job.kb.about.version
    if len(made) > 1:
        versions = [f"{version} ({sha256[:12]}…)" for sha256, version in sorted(made.items())]
        raise UsageError([problem("", "compare-other-knowledge", versions=versions)])


def _said(documents: list[PlanDocument], kb: KnowledgeBase) -> Iterator[Phrase]:
    """Yield what must be known of plans that were not all made with the same options, or not with this knowledge."""
    names = sorted({name for document in documents for name in document.options})
    differing = [name for name in names if len({repr(document.options.get(name)) for document in documents}) > 1]
    if differing:
        yield phrase("compare-options-mixed", names=differing)
    made = documents[0].knowledge
    if made.sha256 != kb.sha256:
        yield phrase("compare-names-of-other", version=made.version, hash=made.sha256[:12])


def _stated(job: Job, documents: list[PlanDocument]) -> dict[str, object]:
    """Return the options of planning as the documents state them, or as they are given."""
    if documents:
        return documents[0].options
    from recommender.pipeline.documents import document

    return document([], job.kb, job.options).options


def _write(job: Job, compared: Compared) -> None:
    """Write into one text, one file, or a folder, as the format and the place ask for."""
    form, path = job.format, str(job.output.path or "")
    if form.comparison is not None:
        job.output.check()
        job.output.write([form.comparison(compared)])
    elif form.comparison_file is not None and (
        form.comparison_folder is None or path.endswith(f".{job['format']}") or not job.output.is_file
    ):
        job.output.check()
        job.output.write_bytes(form.comparison_file(compared), form.is_text)
    else:
        assert form.comparison_folder is not None, "the format is one of those that write comparisons"
        job.output.check(folder=True)
        job.output.write_folder(form.comparison_folder(compared))


compare_command = job_command(
    "compare",
    _compare,
    data("DATA-OR-PLANS..."),
    option("--by", type=Word(*LEVELS), multiple=True),
    option("--filter", multiple=True, metavar="NAME=VALUE"),
    option("--data-year", type=Whole(), metavar="YEAR"),
    VILLAGES,
    *PLANNING,
    format_option("comparisons"),
    *OUTPUT,
)
