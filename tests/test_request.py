"""What is asked for one village: the request, with what the village carries over from its last plan."""

from __future__ import annotations

from support_knowledge import knowledge

from recommender.model.village import Village
from recommender.request.options import Budget, Carried, Options
from recommender.request.request import make_request

CARRIED = Carried(
    start_year=2024,
    done=("well",),
    under_way=("spring",),
    rejected={"pipes": "no land", "water-group": "no people"},
    instalments={2025: 30, 2026: 10},
    running=5,
)


def test_a_village_is_asked_for_what_is_its_own(tmp_path):
    kb = knowledge(tmp_path)
    there, elsewhere = Village("1.1", "unknown"), Village("12", "unknown")
    options = Options(
        start_year=2025, years=3, budget=Budget({"village-fund": 100}), carried={there.key: CARRIED},
        bans=("water-group",), reasons={"water-group": "later"},
    )  # fmt: skip
    request = make_request(options, kb)
    asked, other = request.of(there), request.of(elsewhere)
    assert asked.there == ("well", "spring")
    assert asked.bans == {"pipes": "no land", "water-group": "later"}
    assert asked.money.totals == (65, 85, 95)
    assert (other.there, other.bans, other.money) == ((), {"water-group": "later"}, request.money)
