"""compare with one more option: against a policy, over scenarios, or with last year's plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from recommender.cli.documents import is_document, read_documents
from recommender.cli.inputs import read
from recommender.cli.job import Job
from recommender.cli.output import Progress
from recommender.language.errors import UsageError, problem
from recommender.language.wording import phrase
from recommender.outputs.registry import format_named, format_names

if TYPE_CHECKING:
    from recommender.model.plan import Plan, PlanDocument
    from recommender.pipeline.documents import Result
    from recommender.verbs.comparing.contrast import Contrast

OPTIONS = ("--against", "--scenarios", "--last-plan")


def contrast_asked(job: Job) -> str | None:
    """Return the option of `OPTIONS` that is given.

    Raises
    ------
    UsageError
        If several are, or the format does not write what they answer.
    """
    given = [name for name in OPTIONS if job[name.removeprefix("--").replace("-", "_")]]
    if len(given) > 1:
        raise UsageError([problem("", "several-contrasts", names=", ".join(given))])
    if given and not job.format.contrasts:
        known = ", ".join(name for name in format_names("comparisons") if format_named(name).contrasts)
        raise UsageError([problem("--format", "contrast-format", value=job["format"], known=known)])
    return given[0] if given else None


def against(job: Job, documents: Sequence[PlanDocument], filters: Sequence[str]) -> Contrast:
    """Return what a policy, or a document made under one, makes of the plans."""
    import recommender as rec

    path = job["against"]
    if is_document(path):
        before = whole(documents) if documents else list(job.planned(job.villages()))
        after: PlanDocument | list[Result] = whole(list(read_documents(path)))
        return rec.compare_policies(
            before, after, job.kb, job["by"], name=path, filters=filters, data_year=job["data_year"]
        )
    _demand_data(documents, "--against")
    policy = rec.read_policy(path, job.kb, job["knowledge"])
    villages = {village.key: village for village in job.villages()}
    again = villages
    if policy.kb is not job.kb:  # read again: what a file says depends on the knowledge, and overlays are of places
        again = {one.key: one for one in read(policy.kb, job["data"], job.given).villages if one.key in villages}
    # Both are planned for the same villages, so by the same method.
    results = list(job.planned([village for key, village in villages.items() if key in again]))
    outside = [village.code for key, village in villages.items() if key not in again]
    said = [phrase("policy-only-before", count=len(outside), codes=outside)] if outside else []
    return rec.compare_policies(
        results,
        _counted(job, rec.plans_under(policy, list(again.values()), job.options), len(again)),
        job.kb,
        job["by"],
        name=policy.name,
        filters=filters,
        data_year=job["data_year"],
        said=said,
    )


def _counted(job: Job, results: Iterable[Result], count: int) -> Iterator[Result]:
    """Yield the results, counting on a terminal."""
    progress = Progress(job.session, count)
    for result in results:
        progress.step()
        yield result


def over_scenarios(job: Job, documents: Sequence[PlanDocument], filters: Sequence[str]) -> Contrast:
    """Return how firm the plans are over the scenarios of a file."""
    import recommender as rec

    _demand_data(documents, "--scenarios")
    scenarios = rec.read_scenarios(job["scenarios"], job.kb, job["knowledge"])
    return rec.compare_scenarios(
        job.villages(), job.kb, job.options, scenarios, job["by"], filters=filters, data_year=job["data_year"]
    )


def with_last(job: Job, plans: Sequence[Plan], filters: Sequence[str]) -> Contrast:
    """Return what became of last year's plans."""
    import recommender as rec

    path = job["last_plan"]
    if not is_document(path):
        raise UsageError([problem(path, "last-plan-no-document")])
    last = list(read_documents(path))
    return rec.compare_years(last, plans, job.kb, job["by"], filters=filters, data_year=job["data_year"])


def whole(documents: Sequence[PlanDocument]) -> PlanDocument:
    """Return documents of one knowledge as one.

    Raises
    ------
    UsageError
        If they were made with several.
    """
    first, *others = documents
    versions = {one.knowledge.sha256: one.knowledge.version for one in documents}
    if len(versions) > 1:
        told = [f"{version} ({sha256[:12]}…)" for sha256, version in sorted(versions.items())]
        raise UsageError([problem("", "compare-other-knowledge", versions=told)])
    plans = [*first.plans, *(plan for document in others for plan in document.plans)]
    return first.model_copy(update={"plans": plans})


def _demand_data(documents: Sequence[PlanDocument], option: str) -> None:
    if documents:
        raise UsageError([problem(option, "contrast-needs-data")])
