"""What a plan document was made from, read back from the document: options, the village, what it carried over."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from recommender.model.plan import Plan, PlanDocument
from recommender.model.village import PublishedIndex, Village, YearData, fact_value, thousandths
from recommender.request.ongoing import OngoingProgramme
from recommender.request.options import Budget, Carried, Earmark, Grant, Joint, Options, PlainOptions, Target


def options_of(document: PlanDocument) -> Options:
    """Return the options as the document states them; the engine is the reference, which all others equal.

    Raises
    ------
    KeyError, TypeError, ValueError, AttributeError
        If one is missing or of the wrong kind.
    """
    stated = document.options
    return Options(
        start_year=int(stated["start_year"]),
        years=int(stated["years"]),
        budget=_budget(stated) if stated["budget_given"] else None,
        data_year=stated["data_year"],
        objective=stated["objective"],
        pins=tuple(stated["pins"]),
        bans=tuple(stated["bans"]),
        existing=tuple(map(OngoingProgramme.restored, stated.get("existing", []))),
        money_rules=stated.get("money_rules", "none"),
        reasons=stated.get("reasons", {}),
        **{field.name: stated[field.name] for field in fields(PlainOptions) if field.name in stated}
        | {"engine": "reference"},
        target=_target(stated["target"]),
        joint=None if "joint" not in stated else Joint(**stated["joint"]),
        granted=_granted(document),
        carried={village_of(plan).key: found for plan in document.plans if (found := started_from(plan)) is not None},
    )


def _granted(document: PlanDocument) -> dict[tuple[str, str], Grant]:
    """Return what each village may use of joint money."""
    start_year, years = int(document.options["start_year"]), int(document.options["years"])
    horizon = [str(year) for year in range(start_year, start_year + years)]
    return {
        (village.code.replace(".", ""), village.code_scheme): Grant(
            {source: tuple(by_year.get(year, 0) for year in horizon) for source, by_year in village.granted.items()},
            {name: year - start_year for name, year in village.joined.items()},
        )
        for joint in document.joint
        for village in joint.villages
    }


def _target(stated: dict[str, Any] | None) -> Target | None:
    if stated is None:
        return None
    if "class" in stated:
        return Target(class_slug=stated["class"])
    return Target(dimension=stated["dimension"], score=thousandths(stated["score"]))


def _budget(stated: dict[str, Any]) -> Budget:
    """Return the money as the document states it: a number a source, or a number a year."""
    return Budget(
        amounts={name: amount for name, amount in stated["budget"].items() if isinstance(amount, int)},
        by_year={
            name: {int(year): amount for year, amount in years.items()}
            for name, years in stated["budget"].items()
            if isinstance(years, dict)
        },
        spoken_for={
            name: {int(year): amount for year, amount in years.items()} for name, years in stated["spoken_for"].items()
        },
        reserve=thousandths(stated["reserve"]),
        earmarks=tuple(
            Earmark(
                source=given["source"],
                focus=tuple(given["focus"]),
                at_least=None if given["at_least"] is None else thousandths(given["at_least"]),
                at_most=None if given["at_most"] is None else thousandths(given["at_most"]),
                reason=given["reason"],
            )
            for given in stated["earmarks"]
        ),
        carry_over=bool(stated["carry_over"]),
    )


def started_from(plan: Plan) -> Carried | None:
    """Return what the plan started from; None if from nothing."""
    if plan.carried is None:
        return None
    return Carried(
        start_year=plan.carried.from_,
        done=tuple(plan.carried.done),
        under_way=tuple(plan.carried.under_way),
        rejected={entry.intervention: entry.reason for entry in plan.carried.rejected},
        open=tuple(sorted({*plan.carried.again, *plan.carried.dropped})),
        instalments={int(year): amount for year, amount in plan.carried.instalments.items()},
        running=plan.carried.running,
        due={name: {int(year): amount for year, amount in by.items()} for name, by in plan.carried.due.items()},
        kept_up=dict(plan.carried.kept_up),
    )


def village_of(plan: Plan) -> Village:
    """Return the village as the plan states it: its values, last year's, and its facts."""
    years = []
    framework = plan.data.framework
    if framework is not None and plan.data.year is not None:
        if plan.previous is not None:
            years.append(YearData(framework, plan.previous.year, plan.previous.values))
        confirmed = frozenset(plan.data.confirmed)
        years.append(YearData(framework, plan.data.year, plan.values, PublishedIndex(), plan.data.recovered, confirmed))
    identity = plan.village
    return Village(
        code=identity.code,
        code_scheme=identity.code_scheme,
        name=identity.name,
        years=tuple(years),
        facts={name: fact_value(value) for name, value in plan.facts.items()},
    )
