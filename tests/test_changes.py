"""Each kind of change once: read from what is typed, made, worded in both languages, written as data, typed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from support_cases import START, cases, knowledge

import recommender as rec
from recommender.language.errors import Problem
from recommender.model.conditions import Interval
from recommender.model.knowledge import KnowledgeBase
from recommender.outputs.sections.explanation_data import as_data
from recommender.outputs.sections.what_if import change_sentence
from recommender.outputs.words import Words
from recommender.pipeline.prices import localised
from recommender.request.request import make_request
from recommender.verbs.what_if import knowledge_changes, option_changes, village_changes
from recommender.verbs.what_if.changes import Case, CaseChange, applied, kind_of, options_of, order, size
from recommender.verbs.what_if.knowledge_changes import KnowledgeChange, ParameterChange
from recommender.verbs.what_if.option_changes import (
    SWITCHES,
    WORK_CHANGES,
    AllowChange,
    BanChange,
    BudgetChange,
    DoneChange,
    MoneyChange,
    PinChange,
    SwitchChange,
    WorkChange,
    YearsChange,
)
from recommender.verbs.what_if.typed import budget_with, settings_of
from recommender.verbs.what_if.village_changes import FactChange, ValueChange

HOMES = (village_changes, option_changes, knowledge_changes)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return knowledge(tmp_path_factory.mktemp("base"))


@pytest.fixture
def case(small: KnowledgeBase) -> Case:
    made = cases(small)["all is weak"]
    return replace(made, options=replace(made.options, bans=("market",)))


def read(option: str, case: Case) -> CaseChange:
    """Return the change that one option of `what-if` says, as it is typed."""
    name, _, value = option.removeprefix("--").partition(" ")
    works = {f"then-{make.word()}": make for make in WORK_CHANGES}
    switch = name.removeprefix("then-")
    found: CaseChange | Problem
    if name == "set":
        (found,) = settings_of([value], case)
    elif name in works:
        found = works[name].of(value, case)
    elif switch in SWITCHES:
        (found,) = SwitchChange.read([switch])
    elif name == "then-years":
        found = YearsChange.of(int(value), case)
    else:
        assert name == "then-budget"
        found = BudgetChange(budget_with([value], case))
    assert isinstance(found, CaseChange), found
    return found


def yearly(case: Case) -> tuple[int, ...]:
    return make_request(case.options, case.kb).amounts["village-fund"]


@dataclass(frozen=True)
class Told:
    """A change, what it makes of the case (before, after), its clause, its data; `kind`, `steps`, `rupiah`."""

    change: CaseChange
    does: Callable[[Case, Case], bool]
    english: str
    indonesian: str
    data: dict[str, Any]
    kind: str
    size: tuple[int, int] = (1, 0)
    typed: str | None = None  # None: it cannot be typed


ALL = 330_000_000
TOLD = [
    Told(
        ValueChange("water", 3, 0, 1),
        lambda before, after: after.village.years[0].values == {**before.village.years[0].values, "water": 3},
        "If Water were really 3 of 5 – b (now 0 of 5).",
        "Kalau Air ternyata 3 dari 5 – b (sekarang 0 dari 5).",
        {"change": "value", "indicator": "water", "value": 3, "was": 0, "rungs": 1},
        "data",
        typed="--set water=3",
    ),
    Told(
        ValueChange("power", None, 0, 1),
        lambda before, after: "power" not in after.village.years[0].values,
        "If Power were unknown (now 0 of 5).",
        "Kalau Listrik tidak diketahui (sekarang 0 dari 5).",
        {"change": "value", "indicator": "power", "value": None, "was": 0, "rungs": 1},
        "data",
        typed="--set power=unknown",
    ),
    Told(
        FactChange("households", 1_250_000),
        lambda before, after: after.village.facts["households"] == 1_250_000,
        "If the answer to “How many households?” were really 1,250 (now unknown).",
        "Kalau jawaban atas “Berapa keluarga?” ternyata 1.250 (sekarang tidak diketahui).",
        {"change": "fact", "fact": "households", "value": 1250, "was": None},
        "fact",
        typed="--set households=1250",
    ),
    Told(
        FactChange("coastal", None, False),
        lambda before, after: "coastal" in before.village.facts and "coastal" not in after.village.facts,
        "If the answer to “On the coast?” were really unknown (now no).",
        "Kalau jawaban atas “Di tepi laut?” ternyata tidak diketahui (sekarang tidak).",
        {"change": "fact", "fact": "coastal", "value": None, "was": False},
        "fact",
        typed="--set coastal=unknown",
    ),
    Told(
        MoneyChange("village-fund", 5_000_000, None, 3),
        lambda before, after: yearly(after) == (ALL + 5_000_000,) * 3,
        "If DDS had Rp5,000,000 more every year (then Rp335,000,000).",
        "Kalau DDS bertambah Rp5.000.000 setiap tahun (menjadi Rp335.000.000).",
        {"change": "money", "source": "village-fund", "extra": 5_000_000, "year": None, "years": 3},
        "money",
        (1, 15_000_000),
    ),
    Told(
        MoneyChange("village-fund", 5_000_000, START + 1, 3),
        lambda before, after: yearly(after) == (ALL, ALL + 5_000_000, ALL),
        f"If DDS had Rp5,000,000 more in {START + 1} (then Rp335,000,000).",
        f"Kalau DDS tahun {START + 1} bertambah Rp5.000.000 (menjadi Rp335.000.000).",
        {"change": "money", "source": "village-fund", "extra": 5_000_000, "year": START + 1, "years": 3},
        "money",
        (1, 5_000_000),
    ),
    Told(
        BudgetChange(rec.Budget({"village-fund": 7}, {"village-fund": {START: 9}})),
        lambda before, after: yearly(after) == (9, 7, 7),
        f"If the money were: DDS Rp7; DDS {START} Rp9.",
        f"Kalau uang desa menjadi: DDS Rp7; DDS {START} Rp9.",
        {"change": "budget", "amounts": {"village-fund": 7}, "by_year": {"village-fund": {str(START): 9}}},
        "money",
    ),
    Told(
        YearsChange(5, 3),
        lambda before, after: len(yearly(before)) == 3 and len(yearly(after)) == 5,
        "If the plan had 5 years (now 3).",
        "Kalau rencananya 5 tahun (sekarang 3).",
        {"change": "years", "years": 5, "was": 3},
        "years",
        (2, 0),
        "--then-years 5",
    ),
    Told(
        PinChange("stall"),
        lambda before, after: after.options.pins == ("stall",),
        "If Work were required.",
        "Kalau Kerja diwajibkan.",
        {"change": "pin", "work": "stall"},
        "pin",
        typed="--then-pin stall",
    ),
    Told(
        BanChange("stall"),
        lambda before, after: after.options.bans == ("market", "stall"),
        "If Work were left out.",
        "Kalau Kerja dikeluarkan.",
        {"change": "ban", "work": "stall"},
        "option",
        typed="--then-ban stall",
    ),
    Told(
        AllowChange("market"),
        lambda before, after: after.options.bans == (),
        "If Work were allowed.",
        "Kalau Kerja boleh masuk.",
        {"change": "allow", "work": "market"},
        "option",
        typed="--then-allow market",
    ),
    Told(
        DoneChange("spring"),
        lambda before, after: after.options.carried[after.village.key].done == ("spring",)
        and after.options.carried[after.village.key].start_year == 2024,
        "If Work were already there.",
        "Kalau Kerja sudah ada.",
        {"change": "done", "work": "spring"},
        "prerequisite",
        typed="--then-done spring",
    ),
    *(
        Told(
            SwitchChange(option, value),
            lambda before, after, option=option, value=value: getattr(after.options, option) is value,  # type: ignore[misc]
            english,
            indonesian,
            {"change": "switch", "option": option, "value": value},
            "option",
            typed=f"--then-{word}",
        )
        for word, option, value, english, indonesian in (
            ("own-means", "own_means", True,
             "If without proposals to others.", "Kalau tanpa usulan kepada pihak lain."),
            ("with-proposals", "own_means", False,
             "If proposals to others were allowed.", "Kalau usulan kepada pihak lain boleh."),
            ("measured-only", "measured_only", True, "If without assumptions.", "Kalau tanpa anggapan."),
            ("with-assumptions", "measured_only", False, "If assumptions were used.", "Kalau anggapan boleh dipakai."),
        )
    ),
    Told(
        ParameterChange("lines-per-year", 8, 11),
        lambda before, after: after.kb.number("lines-per-year", after.kb.about.date) == 8,
        "If a were 8 (now 11).",
        "Kalau a 8 (sekarang 11).",
        {"change": "parameter", "parameter": "lines-per-year", "value": 8, "was": 11},
        "limit",
        (3, 0),
        "--set lines-per-year=8",
    ),
]  # fmt: skip


def told_id(told: Told) -> str:
    return "-".join(str(value) for value in told.data.values() if isinstance(value, str | int))


def kinds_of_change() -> Iterator[type[CaseChange]]:
    """Yield every class that stands for one kind of change."""
    for home in HOMES:
        for noun in vars(home).values():
            if isinstance(noun, type) and issubclass(noun, CaseChange) and noun not in (CaseChange, WorkChange):
                yield noun


def test_every_kind_of_change_is_told_here() -> None:
    assert {type(told.change) for told in TOLD} | {KnowledgeChange} == set(kinds_of_change())


@pytest.mark.parametrize("told", TOLD, ids=told_id)
def test_a_change_is_made_and_nothing_else_is_otherwise(case: Case, told: Told) -> None:
    after = applied((told.change,), case)
    assert told.does(case, after)
    part = {"data": "village", "fact": "village", "limit": "kb"}.get(told.kind, "options")
    same = {name for name in ("village", "options", "kb") if getattr(after, name) is getattr(case, name)}
    assert same == {"village", "options", "kb"} - {part}


@pytest.mark.parametrize("told", TOLD, ids=told_id)
def test_a_change_is_worded_in_both_languages(case: Case, told: Told) -> None:
    assert change_sentence((told.change,), case, Words(case.kb, "en")) == told.english
    assert change_sentence((told.change,), case, Words(case.kb, "id")) == told.indonesian


@pytest.mark.parametrize("told", TOLD, ids=told_id)
def test_a_change_is_written_as_data_with_its_kind_and_size(told: Told) -> None:
    assert as_data(told.change) == told.data
    assert list(as_data(told.change)) == list(told.data)
    assert kind_of((told.change,)) == told.kind
    assert size((told.change,)) == (1, *told.size)


@pytest.mark.parametrize("told", [one for one in TOLD if one.typed is not None], ids=told_id)
def test_what_a_change_is_typed_as_reads_as_the_change(case: Case, told: Told) -> None:
    for lang in ("id", "en"):
        (option,) = options_of((told.change,), case, lang)
        assert option == told.typed
        assert read(option, case) == told.change


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(True, "ya", "yes"), (False, "tidak", "no"), (1_234, "1.2340", "1.2340"), (500, "0.5", "0.5"), (2000, "2", "2")],
)
def test_an_answer_is_typed_so_that_it_reads_as_itself(
    kb: KnowledgeBase, value: bool | int, indonesian: str, english: str
) -> None:
    name = "coastal" if isinstance(value, bool) else "distance-to-subdistrict-km"
    name = name if name in kb.facts else next(n for n, fact in kb.facts.items() if fact.type == "km")
    case = Case(rec.Village("1", "unknown"), rec.Options(START), kb)
    for lang, text in (("id", indonesian), ("en", english)):
        (option,) = options_of((FactChange(name, value),), case, lang)
        assert option == f"--set {name}={text}"
        found = read(option, case)
        assert isinstance(found, FactChange)
        assert found.value == value


@pytest.mark.parametrize("change", [one.change for one in TOLD if isinstance(one.change, MoneyChange)], ids=repr)
def test_more_money_is_typed_as_the_money_that_there_then_is(case: Case, change: MoneyChange) -> None:
    (option,) = options_of((change,), case, "en")
    assert yearly(applied((read(option, case),), case)) == yearly(applied((change,), case))


def test_years_that_differ_are_told_one_by_one(case: Case) -> None:
    """Where a source gives another amount every year, more of it every year is an amount a year."""
    uneven = replace(case.options, budget=rec.Budget({"village-fund": 5}, {"village-fund": {START: 9}}))
    case, change = replace(case, options=uneven), MoneyChange("village-fund", 1, None, 3)
    assert yearly(applied((change,), case)) == (10, 6, 6)
    assert options_of((change,), case, "en") == tuple(
        f"--then-budget village-fund@{START + offset}={amount}" for offset, amount in enumerate((10, 6, 6))
    )
    then = f"{START} Rp10; {START + 1} Rp6; {START + 2} Rp6"
    assert change_sentence((change,), case, Words(case.kb, "en")) == f"If DDS had Rp1 more every year (then {then})."


def test_knowledge_is_named_by_its_overlays_or_version_and_has_no_option(case: Case, kb: KnowledgeBase) -> None:
    change = KnowledgeChange(kb)
    assert applied((change,), case).kb is kb
    assert options_of((change,), case, "en") == ()
    assert as_data(change) == {"change": "knowledge", "version": kb.about.version, "sha256": kb.sha256}
    assert change_sentence((change,), case, Words(kb, "en")) == f"If other knowledge were used ({kb.about.version})."


def test_bounds_that_a_level_gave_are_told_by_both_ends(case: Case) -> None:
    change = FactChange("powered-share", 1000, Interval(500, 900))
    assert as_data(change)["was"] == [0.5, 0.9]
    assert "really 100 % (now 50 %–90 %)" in change_sentence((change,), case, Words(case.kb, "en"))


def test_changes_are_joined_in_one_sentence(case: Case) -> None:
    made, words = (YearsChange(4, 3), PinChange("stall")), Words(case.kb, "en")
    assert change_sentence(made, case, words) == "If the plan had 4 years (now 3) and if Work were required."


def test_a_switch_both_ways_contradicts_itself_and_others_stand() -> None:
    both, other = SwitchChange.read(["own-means", "with-proposals", "measured-only"])
    assert isinstance(both, Problem)
    assert (both.where, both.code) == ("--then-own-means", "both-ways")
    assert "--then-with-proposals" in both.message
    assert other == SwitchChange("measured_only", True)


def test_of_equal_size_what_is_known_of_the_village_comes_before_what_overrules() -> None:
    made: list[CaseChange] = [told.change for told in TOLD if size((told.change,)) == (1, 1, 0)]
    kinds = [kind_of((change,)) for change in sorted(made, key=lambda one: order((one,)))]
    assert list(dict.fromkeys(kinds)) == ["data", "fact", "prerequisite", "option", "money", "pin"]
    near, far = FactChange("households", 999_000, None, 1000), FactChange("households", 300_000, None, 300_000)
    assert order((near,)) < order((far,))
    assert kind_of((near, PinChange("stall"))) == "mixed"


def test_another_geometric_ratio_gives_other_expected_costs(kb: KnowledgeBase) -> None:
    """Expected costs are kept with a base, and rest on this one number of the planner's."""
    changed = knowledge_changes.with_parameter(kb, "geometric-ratio", 1)
    differ = [
        name
        for name, work in kb.interventions.items()
        if localised(work, kb, "", START).expected
        != localised(changed.interventions[name], changed, "", START).expected
    ]
    assert differ
