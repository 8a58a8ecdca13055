"""The planner's tunable numbers by the names that the code uses: values live in catalog/parameters.yaml alone."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields

from recommender.model.knowledge import KnowledgeBase
from recommender.model.sharing import Group


@dataclass(frozen=True, slots=True)
class Settings:
    """Parameters resolved for a start year: shares, factors and scores in thousandths, money in rupiah."""

    target_score: int
    full_dimension: int  # measured indicators from which a dimension counts fully
    need_weight_basic: int
    need_weight_other: int
    need_weight_amenity: int
    gap_base: int  # the constant in (gap-base + gap)
    severe_factor: int  # urgency of a basic need at its lowest rungs
    severe_score: int  # scores at most this are severe
    doubt_factor: int
    assumption_factor: int
    doubtful_fall: int  # points on the published scale
    twice_low_score: int  # a contradicted value at most this in two successive years is believed
    data_age_limit: int  # years
    doubtful_cost_limit: int  # no work above this rests on a doubtful value
    discount: int  # each later year counts this share of the one before
    village_share_of_year: int  # a village work takes at most this share of a year's money
    phase_share_of_year: int  # an instalment of a divisible work
    own_work_limit: int  # never a proposal at or below this, if the village may pay
    proposal_lead: int  # months
    proposal_probability: int
    others_money_price: int
    advocacy_limit: int  # proposals above this are advocacy outside the plan
    physical_works_per_year: int
    lines_per_year: int  # of the village that are no physical works
    small_line: int  # rupiah up to which what is not built stands behind the other steps of its year
    building_proposals_per_addressee: int
    works_at_once: int
    first_month: int
    second_instalment_month: int
    running_cost_share: int
    service_share: int
    reserve_share: int
    low_value_share: int
    default_years: int
    typical_budget: int
    beyond_target_weight: int
    outlook_own: int
    outlook_proposal: int
    outlook_first_year: int  # of an effect that counts, what the survey of the year of completion sees
    outlook_second_year: int  # and the survey a year later; every one after it sees all
    neighbouring_villages: int  # that share what serves neighbours, where a work states no number of its own
    villages_per_subdistrict: int
    villages_per_district: int
    geometric_ratio: int  # high/low above which the expected cost is the geometric mean
    findings_shown: int
    small_group: int  # villages below which a group is said to be small

    def class_weight(self, need_class: str) -> int:
        """Return the weight of a need by its class, in thousandths."""
        return {
            "basic": self.need_weight_basic,
            "other": self.need_weight_other,
            "amenity": self.need_weight_amenity,
        }[need_class]

    def usual_villages(self, group: Group) -> int:
        """Return how many villages a group usually has."""
        return {
            "neighbours": self.neighbouring_villages,
            "subdistrict": self.villages_per_subdistrict,
            "district": self.villages_per_district,
        }[group]


PRICE_INDEX = "price-index"  # the price level by date; read at several dates
PARAMETER_NAMES = tuple(field.name.replace("_", "-") for field in fields(Settings))


def settings_for(base: KnowledgeBase, start_year: int) -> Settings:
    """Return the settings in force on the first day of the start year."""
    date = datetime.date(start_year, 1, 1)
    return Settings(**{name.replace("-", "_"): base.number(name, date) for name in PARAMETER_NAMES})


def data_date(year: int | None) -> datetime.date:
    """Return the day at which cut-offs are read: the last of the data's year (without data, the last of all days)."""
    return datetime.date(year or datetime.MAXYEAR, 12, 31)
