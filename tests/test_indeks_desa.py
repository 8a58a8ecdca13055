"""The index from 2025: its arithmetic against what was published, its crosswalk, its tables, and plans made on it."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

import recommender as rec
from recommender.knowledge.conditions import names_read
from recommender.model.frameworks import Framework
from recommender.pipeline.documents import Result
from recommender.pipeline.engine import judge
from recommender.pipeline.index import class_of, index_of
from recommender.pipeline.matching.matcher import available_engines
from recommender.request.request import make_request
from recommender.villages.reader import VillageSet

SLUG, CODE = "indeks-desa", "99.99.01.2001"
UNNAMED = "ID-LI-UNKNOWN"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "domain" / "indeks-desa-indicators.csv"
# Aspects per score of two villages of Cilacap, and the scores of twelve villages, as public pages print them.
KARANGGINTUNG = {5: 65, 4: 6, 3: 14, 2: 4, 1: 38}
GINTUNGREJA = {5: 74, 4: 6, 3: 18, 2: 5, 1: 24}
TWELVE = {445: "70.08", 495: "77.95", 551: "86.77", 474: "74.65", 534: "84.09", 531: "83.62"}
TWELVE |= {523: "82.36", 465: "73.23", 450: "70.87", 543: "85.51", 532: "83.78", 484: "76.22"}


@pytest.fixture(scope="module")
def framework(kb: rec.KnowledgeBase) -> Framework:
    return kb.frameworks[SLUG]


def with_points(framework: Framework, points: int) -> dict[str, int]:
    """Return values of all aspects, from 1 to 5, that sum up to the points."""
    values, left = {}, points
    for place, item in enumerate(framework.items.values()):
        others = len(framework.items) - place - 1
        values[item.indicator] = min(5, left - others)
        left -= values[item.indicator]
    assert left == 0
    return values


def profile(framework: Framework, counts: dict[int, int], seed: int = 0) -> dict[str, int]:
    """Return points by code in which every score occurs as often as told."""
    points = [score for score, count in counts.items() for _ in range(count)]
    random.Random(seed).shuffle(points)
    return dict(zip(framework.items, points, strict=True))


def read(kb: rec.KnowledgeBase, *tables: list[dict[str, object]], year: int | None = None) -> VillageSet:
    """Return what is read from tables, each a list of rows by heading."""
    files = []
    for number, rows in enumerate(tables):
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        file = io.BytesIO(text.getvalue().encode())
        file.name = f"{number}.csv"  # type: ignore[attr-defined]  # a name for messages, as files have
        files.append(file)
    return rec.read_villages(files, kb, year=year)


def row(values: dict[str, int], year: int = 2025, **more: object) -> dict[str, object]:
    return {"kode_desa": CODE, "nama_desa": "Contoh", "tahun": year, **values, **more}


def idm_row(kb: rec.KnowledgeBase, year: int = 2024) -> dict[str, object]:
    return row({code: item.values[0] for code, item in kb.frameworks["idm"].items.items()}, year)


# Arithmetic


@pytest.mark.parametrize(
    ("counts", "points", "printed", "slug"),
    [(KARANGGINTUNG, 437, "68.82", "berkembang"), (GINTUNGREJA, 482, "75.91", "maju")],
)
def test_two_published_villages_come_out_as_printed(framework, counts, points, printed, slug):
    values = {framework.items[code].indicator: point for code, point in profile(framework, counts).items()}
    assert sum(values.values()) == points
    index = index_of(framework, values)
    assert index == Fraction(printed)
    assert class_of(framework, index) == slug


@pytest.mark.parametrize(("points", "printed"), TWELVE.items())
def test_twelve_published_scores_come_out_as_printed(framework, points, printed):
    assert index_of(framework, with_points(framework, points)) == Fraction(printed)


@pytest.mark.parametrize(
    ("points", "slug"),
    [
        *((127, "sangat-tertinggal"), (314, "sangat-tertinggal"), (315, "tertinggal"), (364, "tertinggal")),
        *((365, "berkembang"), (440, "berkembang"), (441, "maju"), (505, "maju"), (506, "mandiri"), (635, "mandiri")),
    ],
)
def test_class_bounds_in_points(framework, points, slug):
    assert class_of(framework, index_of(framework, with_points(framework, points))) == slug


def test_a_village_has_a_fifth_of_the_points_at_least(framework):
    assert framework.least == 20


def test_outline_has_the_official_dimensions_and_their_maxima(framework):
    assert {key: section.highest for key, section in framework.outline.items()} == {
        "layanan-dasar": 170,
        "sosial": 85,
        "ekonomi": 160,
        "lingkungan": 90,
        "aksesibilitas": 50,
        "tata-kelola": 80,
    }
    parts = [part for section in framework.outline.values() for part in section.parts.values()]
    assert sum(part.highest for part in parts) == framework.components["total"].divisor == 635


def test_aspects_are_those_of_the_study_in_its_order(kb, framework):
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not here")
    with SHARED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [entry["code"] for entry in rows] == list(framework.items)
    for entry in rows:
        part = framework.items[entry["code"]].part
        names = {key: p.name.id for section in framework.outline.values() for key, p in section.parts.items()}
        assert names[part] == entry["sub_dimension"]


# Crosswalk


def test_an_indicator_has_one_aspect(framework):
    assert max(Counter(item.indicator for item in framework.items.values()).values()) == 1


def test_every_shared_indicator_says_why_and_no_other_does(kb, framework):
    shared = framework.by_indicator.keys() & kb.frameworks["idm"].by_indicator.keys()
    assert shared == {item.indicator for item in framework.items.values() if item.crosswalk}
    assert len(shared) == 17


def test_no_indicator_is_measured_by_nobody(kb):
    measured = {name for framework in kb.frameworks.values() for name in framework.by_indicator}
    assert measured == kb.indicators.keys()


def test_every_actionable_aspect_is_read_by_an_active_rule(kb, framework):
    read_by_rules = set().union(*(names_read(rule.when, "score") for rule in kb.active_rules.values()))
    aims = {name for name in framework.by_indicator if kb.indicators[name].actionable != "no"}
    assert aims - read_by_rules == set()


def test_every_aspect_says_how_sure_its_rubric_is(framework):
    marks = Counter(item.rubric for item in framework.items.values())
    assert marks["medium"] + marks["low"] + marks["unverified"] == 127
    assert marks["unverified"] == 84


def test_facts_are_derived_only_where_the_rubric_was_found(kb, framework):
    for fact in kb.facts.values():
        for level in fact.derived.levels.get(SLUG, {}) if fact.derived is not None else ():
            item = framework.by_indicator[fact.derived.indicator]
            assert item.rubric == "medium"
            assert "rubrik belum" not in item.levels[level].id


# Tables


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "ID-AK-432",
            "ID.AK.432",
            "id_ak_432",
            "IDAK432",
            "ID AK 432",
            "ID-AK-432 Akses internet",
            "residents-internet",
        ),
        *("Layanan telekomunikasi: Akses internet", "Layanan telekomunikasi - Akses internet", "Akses internet"),
        "Aksesibilitas > Kemudahan Akses > Layanan telekomunikasi > Akses internet",
    ],
)
def test_an_aspect_is_known_by_code_name_or_path(kb, heading):
    found = read(kb, [row({heading: 5, "ID-LD-081": 1})])
    assert found.problems == ()
    assert [(y.framework, y.year) for y in found[0].years] == [(SLUG, 2025)]
    assert found[0].years[0].values == {"doctor": 1, "residents-internet": 5}


@pytest.mark.parametrize(
    ("index", "status"), [("SKOR_ID_2025", "STATUS_ID_2025"), ("NILAI", "STATUS"), ("Skor Indeks Desa", "STATUS")]
)
def test_the_published_index_is_read(kb, index, status):
    found = read(kb, [row({"ID-LD-081": 1}, **{index: "68,82", status: "BERKEMBANG"})])
    published = found[0].years[0].published
    assert (found.problems, published.value, published.class_slug) == ((), 68.82, "berkembang")


def test_a_column_of_row_numbers_named_id_is_no_index(kb):
    assert read(kb, [row({"ID-LD-081": 1}, ID=30)])[0].years[0].published.value is None


def test_a_status_code_is_no_index(kb):
    found = read(kb, [row({"ID-LD-081": 1}, **{"NILAI ID 2025": 4})])
    assert [problem.code for problem in found.problems] == ["impossible-total"]
    assert found[0].years[0].published.value is None


def test_points_off_the_scale_are_refused_and_rungs_that_were_not_found_are_kept(kb):
    found = read(kb, [row({"ID-LD-071": 3, "ID-LD-081": 0, "ID-LD-091": 6})])
    assert found[0].years[0].values == {"posyandu-presence": 3}
    assert sorted(problem.code for problem in found.problems) == ["off-ladder", "out-of-scale"]


def test_a_year_before_the_index_is_refused(kb):
    assert "bad-year" in [problem.code for problem in read(kb, [row({"ID-LD-081": 1}, 2024)]).problems]


def test_columns_of_two_indices_are_refused(kb):
    found = read(kb, [row({"ID-LD-081": 1, "ID-LD-091": 5, "IKS-33": 5})])
    assert [problem.code for problem in found.problems] == ["mixed-frameworks"]
    assert found[0].years[0].values == {"doctor": 1, "midwife": 5}


def test_names_that_both_indices_have_go_by_the_year(kb):
    names = {"doctor": 5, "midwife": 5}
    by_year = {year: read(kb, [row(names, year)])[0].years[0].framework for year in (2024, 2025)}
    assert by_year == {2024: "idm", 2025: SLUG}
    undated = [{"kode_desa": CODE, **names}]
    assert read(kb, undated, year=2026)[0].years[0].framework == SLUG
    assert "ambiguous-framework" in [problem.code for problem in read(kb, undated).problems]


# Villages with one index, both, or facts alone


def planned(kb: rec.KnowledgeBase, village: rec.Village, **options: object) -> Result:
    return rec.recommend(village, kb, start_year=2027, **options)  # type: ignore[arg-type]


def test_a_village_gets_a_plan_by_the_same_rules(kb, framework):
    found = read(kb, [row(profile(framework, KARANGGINTUNG, 3), SKOR_ID_2025=68.82)])
    plan = planned(kb, found[0]).plan
    assert (plan.status, plan.data.framework, plan.data.year) == ("planned", SLUG, 2025)
    assert (plan.scores.index.value, plan.scores.index.class_) == (68.82, "berkembang")
    known_to_idm = kb.frameworks["idm"].by_indicator
    about = {finding.about for finding in plan.findings}
    assert about & known_to_idm.keys()
    assert about & framework.by_indicator.keys() - known_to_idm.keys()
    assert any(step.improves for step in plan.steps)
    assert all(year.trend.index is None for year in plan.outlook)
    assert [problem.code for problem in plan.data.problems] == ["unverified-rubrics"]


def test_the_newest_year_with_values_is_planned_on_whatever_its_index(kb, framework):
    both = read(kb, [row(profile(framework, GINTUNGREJA, 5))], [idm_row(kb)])
    assert [(y.framework, y.year) for y in both[0].years] == [("idm", 2024), (SLUG, 2025)]
    plan = planned(kb, both[0]).plan
    assert (plan.data.framework, plan.previous) == (SLUG, None)
    assert planned(kb, both[0], data_year=2024).plan.data.framework == "idm"
    only_index = read(kb, [row({"STATUS_ID_2025": "MAJU"})], [idm_row(kb)])
    assert planned(kb, only_index[0]).plan.data.framework == "idm"


def test_facts_alone_make_a_plan_without_an_index(kb):
    facts = [{"kode_desa": CODE, "has-website": "tidak", "office-online": "ya", "has-bumdes": "tidak"}]
    plan = planned(kb, read(kb, facts)[0]).plan
    assert (plan.data.framework, plan.scores.index, plan.outlook) == (None, None, [])
    assert "no-village-website" in {finding.rule for finding in plan.findings}


def test_the_unnamed_aspect_is_what_the_published_index_leaves(kb, framework):
    points = profile(framework, KARANGGINTUNG, 7)
    hidden = points.pop(UNNAMED)
    told = planned(kb, read(kb, [row(points, SKOR_ID_2025=68.82)])[0])
    assert told.plan.values[framework.items[UNNAMED].indicator] == hidden
    assert told.plan.scores.index.value == 68.82
    assert "recovered-value" in {problem.code for problem in told.plan.data.problems}
    assert rec.verify(rec.document([told], kb, told.request.options), kb) == []
    silent = planned(kb, read(kb, [row(points)])[0]).plan
    assert (silent.scores.index.value, silent.scores.index.published) == (None, None)
    assert "index-not-recomputed" in {problem.code for problem in silent.data.problems}


def test_a_published_index_that_the_values_do_not_give_is_named(kb, framework):
    plan = planned(kb, read(kb, [row(profile(framework, KARANGGINTUNG), SKOR_ID_2025=70.08)])[0]).plan
    assert "index-differs" in {problem.code for problem in plan.data.problems}


# What an index does not measure


def test_rules_that_an_index_cannot_feed_are_neither_listed_nor_asked(kb):
    plan = planned(kb, read(kb, [idm_row(kb)])[0]).plan
    only_here = kb.frameworks[SLUG].by_indicator.keys() - kb.frameworks["idm"].by_indicator.keys()
    assert not [rule for rule in plan.undetermined if set(rule.missing) <= only_here]
    open_rules = {rule.rule for rule in plan.undetermined}
    assert not open_rules & {"no-third-party-cooperation", "hazard-without-programme", "no-waste-site"}
    asked = {question.name for question in plan.questions}
    assert asked <= kb.facts.keys() | plan.values.keys()


def test_a_rule_that_a_fact_can_still_make_true_stays_listed(kb, framework):
    plan = planned(kb, read(kb, [row(profile(framework, KARANGGINTUNG, 3) | {"ID-LI-384": 1})])[0]).plan
    missing = {rule.rule: rule.missing for rule in plan.undetermined}
    assert missing["hazard-without-programme"] == ["flood-prone", "landslide-prone"]


@pytest.mark.skipif(len(available_engines()) < 2, reason="durable-rules does not import here")
@pytest.mark.seeds(12)
def test_engines_agree(kb, framework, seed):
    chosen = random.Random(seed)
    points = {code: chosen.choice(item.values) for code, item in framework.items.items() if chosen.random() < 0.9}
    facts = {name: chosen.choice(("ya", "tidak")) for name in ("flood-prone", "forest-village", "office-online")}
    village = read(kb, [row(points, **facts)])[0]
    judged = [
        judge(village, kb, make_request(rec.Options(start_year=2027, engine=engine), kb))
        for engine in available_engines()
    ]
    assert judged[0].matched == judged[1].matched
    assert judged[0].matched.findings
