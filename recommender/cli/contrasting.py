"""compare with one more option: against a policy, over scenarios, or with last year's plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recommender.cli.documents import is_document, read_documents
from recommender.cli.inputs import read
from recommender.cli.job import Job
from recommender.cli.output import Progress
from recommender.language.errors import UsageError, problem

if TYPE_CHECKING:
    from recommender.model.plan import Plan, PlanDocument
    from recommender.pipeline.documents import Result
    from recommender.request.policies import Policy
    from recommender.verbs.comparing.contrast import Contrast

OPTIONS = ("--against", "--scenarios", "--last-plan")


def contrast_asked(job: Job) -> str | None:
    """Return the option of `OPTIONS` that is given.

    Raises
    ------
    UsageError
        If several are.
    """
    given = [name for name in OPTIONS if job[name.removeprefix("--").replace("-", "_")]]
    if len(given) > 1:
        raise UsageError([problem("", "several-contrasts", names=", ".join(given))])
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
    results = list(job.planned(job.villages()))
    return rec.compare_policies(
        results,
        _under(job, policy, results),
        job.kb,
        job["by"],
        name=policy.name,
        filters=filters,
        data_year=job["data_year"],
    )


def _under(job: Job, policy: Policy, before: Sequence[Result]) -> list[Result]:
    """Return the plans of the same villages under the policy, read again where its knowledge is other."""
    import recommender as rec

    villages = [result.village for result in before]
    if policy.kb is not job.kb:
        wanted = {village.key for village in villages}
        villages = [one for one in read(policy.kb, job["data"], job.given).villages if one.key in wanted]
    progress, found = Progress(job.session, len(villages)), []
    for result in rec.plans_under(policy, sorted(villages, key=lambda one: one.key), job.options):
        progress.step()
        found.append(result)
    return found


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
