"""Faults to plant into the small base of `checking_samples`: each breaks one thing and says where it must be found."""

from __future__ import annotations

import checking_samples as samples

INDICATORS, FACTS, PARAMETERS = "catalog/indicators.yaml", "catalog/facts.yaml", "catalog/parameters.yaml"
ACCEPTED, SOURCES = "catalog/accepted.yaml", "catalog/sources.yaml"
WELL, PIPED, DOCTOR = (
    f"catalog/interventions/living/{name}.yaml" for name in ("well", "piped-water", "doctor-contract")
)
COMMITTEE = "catalog/interventions/living/water-committee.yaml"
REASON = '{id: "Skor air {drinking-water}.", en: "Water score {drinking-water}."}'
SENTENCE = "The drinking-water score {drinking-water} is far too low for a village of this size."
SAME = f'{{id: "{SENTENCE}", en: "{SENTENCE}"}}'
PAVING, BOAT = (f"catalog/interventions/mobility/{name}.yaml" for name in ("paving", "boat"))
UNSAFE, UNPIPED, NO_DOCTOR = (f"rules/living/{name}.yaml" for name in ("unsafe-water", "unpiped-water", "no-doctor"))
CLOSED, ISOLATED, MANAGER, NO_BOAT = (
    f"rules/mobility/{name}.yaml" for name in ("road-closed", "isolated", "no-water-manager", "no-boat")
)
WHEN_UNSAFE = "when: {score: drinking-water, below: water-floor}"


def when(condition: str) -> tuple[str, str]:
    return WHEN_UNSAFE, f"when: {condition}"


# What is planted: (code, file and perhaps line where it must be found, file, old text, new text)
FAULTS: list[tuple[str, str, str, str, str]] = [
    # Names
    ("unknown-indicator", f"{UNSAFE}:3", UNSAFE, "score: drinking-water", "score: drinking-watr"),
    ("unknown-indicator", f"{UNSAFE}:4", UNSAFE, "about: drinking-water", "about: drinking-watr"),
    ("unknown-fact", f"{NO_BOAT}:3", NO_BOAT, "fact: coastal", "fact: costal"),
    ("unknown-finding", f"{MANAGER}:3", MANAGER, "finding: isolated", "finding: isolatd"),
    ("unknown-parameter", f"{UNSAFE}:3", UNSAFE, "water-floor", "water-flor"),
    ("unknown-intervention", f"{UNSAFE}:6", UNSAFE, "calls: [well", "calls: [wel"),
    ("unknown-intervention", PIPED, PIPED, "requires: [water-committee]", "requires: [water-comitee]"),
    ("unknown-subject", PIPED, PIPED, "  drinking-water: {score: drinking", "  prerequisit: {score: drinking"),
    (
        "unknown-component",
        "catalog/frameworks/idm.yaml",
        "catalog/frameworks/idm.yaml",
        "component: iks\n",
        "component: ikz\n",
    ),
    # Keys, types, ranges
    ("unknown-key", f"{UNSAFE}:5", UNSAFE, "need: basic", "ned: basic"),
    ("duplicate-key", f"{UNSAFE}:6", UNSAFE, "calls:", "about: doctor\ncalls:"),
    ("missing-key", UNSAFE, UNSAFE, ', en: "Water score {drinking-water}."', ""),
    ("bad-value", f"{UNSAFE}:6", UNSAFE, "need: basic", "need: basic\nurgency: 5"),
    ("bad-value", WELL, WELL, "months: 3", "months: 0"),
    ("bad-bound", f"{UNSAFE}:3", UNSAFE, *when("{score: drinking-water, below: 4}")),
    ("bad-comparison", f"{UNSAFE}:3", UNSAFE, *when("{fact: coastal, above: 3}")),
    ("bad-comparison", f"{MANAGER}:3", MANAGER, "is: fish", "is: wheat"),
    ("bad-condition", f"{UNSAFE}:3", UNSAFE, *when("{score: drinking-water}")),
    ("bad-cost", WELL, WELL, "low: 4_000_000", "low: 9_000_000"),
    ("bad-effect", WELL, WELL, "reaches: 0.8,", "reaches: 0.8, adds: 1,"),
    (
        "bad-parameter",
        PARAMETERS,
        PARAMETERS,
        "values: {2024-01-01: 0.5}\n  sources: [{title: Invented",
        "values: {2024-01-01: much}\n  sources: [{title: Invented",
    ),
    ("bad-yaml", UNSAFE, UNSAFE, "calls: [well, spring]", "calls: [well, spring"),
    ("ambiguous-word", INDICATORS, INDICATORS, 'actionable: "no"', "actionable: no"),
    ("leading-zero", WELL, WELL, "months: 3", "months: 3\nbudget-code: 02"),
    (
        "hard-assumption",
        FACTS,
        FACTS,
        "  hard: true",
        "  hard: true\n  assumption: {value: true, reason: {id: a, en: b}}",
    ),
    ("bad-assumption", FACTS, FACTS, "value: 600", "value: many"),
    ("assumption-near-bound", FACTS, FACTS, "value: 600", "value: 110"),
    ("unit-mismatch", f"{UNSAFE}:3", UNSAFE, "below: water-floor", "below: proposal-lead"),
    ("unit-mismatch", f"{ISOLATED}:3", ISOLATED, "at-least: crowd", "at-least: default-years"),
    ("bound-separates-nothing", f"{ISOLATED}:3", ISOLATED, "below: 0.2}", "at-most: 1.0}"),
    # Wording and sources
    ("unsourced", UNSAFE, UNSAFE, samples.SOURCE, "sources: []"),
    ("unsourced", INDICATORS, INDICATORS, f'actionable: "no", {samples.SOURCE}', 'actionable: "no", sources: []'),
    ("unknown-citation", f"{UNSAFE}:8", UNSAFE, samples.SOURCE, "sources: [SAMPEL]"),
    ("unknown-citation", f"{WELL}:2", WELL, "kind:", "evidence: SAMPEL\nkind:"),
    ("uncited-source", f"{SOURCES}:2", SOURCES, "judgement}\n", "judgement}\nLOST: {title: Read by nobody}\n"),
    ("unfinished-text", f"{SOURCES}:1", SOURCES, '"Invented for tests"', '"TODO"'),
    ("same-wording", f"{CLOSED}:7", CLOSED, 'id: "Jalan tertutup."', 'id: "The road is closed."'),
    ("unfinished-text", f"{CLOSED}:7", CLOSED, 'en: "The road is closed."', 'en: "TODO"'),
    ("unknown-placeholder", f"{UNSAFE}:7", UNSAFE, "Water score {drinking-water}", "Water score {drinking-watr}"),
    ("placeholders-differ", f"{UNSAFE}:7", UNSAFE, "Water score {drinking-water}", "The water score is low"),
    # Dates
    ("stale-value", f"{WELL}:4", WELL, "year: 2024", "year: 2009"),
    ("stale-value", PARAMETERS, PARAMETERS, "values: {2024-01-01: 0.7}", "values: {2010-01-01: 0.7}"),
    # Works
    ("retired-work", f"{UNSAFE}:6", UNSAFE, "calls: [well", "calls: [old-ferry"),
    ("retired-work", PIPED, PIPED, "requires: [water-committee]", "requires: [old-ferry]"),
    ("retired-work", PIPED, PIPED, "[[well, spring]]", "[[well, old-ferry]]"),
    ("impossible-group", PIPED, PIPED, "[[well, spring]]", "[[old-ferry]]"),
    ("impossible-group", PIPED, PIPED, "[[well, spring]]", "[[well]]\nexcludes: [well]"),
    ("alternative-excluded", PIPED, PIPED, "[[well, spring]]", "[[well, spring]]\nexcludes: [well]"),
    (
        "excludes-prerequisite",
        PIPED,
        PIPED,
        "requires: [water-committee]",
        "requires: [water-committee]\nexcludes: [water-committee]",
    ),
    ("excludes-prerequisite", PIPED, COMMITTEE, "months: 3", "months: 3\nexcludes: [piped-water]"),
    (
        "excludes-itself",
        PIPED,
        PIPED,
        "requires: [water-committee]",
        "requires: [water-committee]\nexcludes: [piped-water]",
    ),
    ("prerequisite-cycle", PIPED, COMMITTEE, "months: 3", "months: 3\nrequires: [piped-water]"),
    ("unreachable-intervention", DOCTOR, NO_DOCTOR, "status: active", "status: draft"),
    ("useless-intervention", BOAT, NO_BOAT, "about: self", "about: road"),
    ("effect-reaches-nothing", DOCTOR, DOCTOR, "adds: 1,", "adds: 0.5,"),
    ("effect-reaches-nothing", PAVING, PAVING, "reaches: 1.0", "reaches: 0.2"),
    ("effect-reaches-nothing", WELL, WELL, "reaches: 0.8,", "share: 0.2,"),
    ("idle-met-when", f"{PIPED}:7", PIPED, "  drinking-water: {score: drinking", "  doctor: {score: drinking"),
    (
        "never-holds",
        BOAT,
        BOAT,
        "{fact: coastal, is: true}",
        "{all: [{score: road, below: 0.4}, {score: road, above: 0}]}",
    ),
    ("inactive-finding", BOAT, BOAT, "{fact: coastal, is: true}", "{finding: road-closed}"),
    # One rule
    (
        "never-holds",
        f"{UNSAFE}:3",
        UNSAFE,
        *when("{all: [{score: drinking-water, below: 0.4}, {score: drinking-water, above: 0.2}]}"),
    ),
    ("never-holds", f"{UNSAFE}:3", UNSAFE, *when("{all: [{fact: crop, is: rice}, {fact: crop, is: fish}]}")),
    (
        "never-holds",
        f"{UNSAFE}:3",
        UNSAFE,
        *when("{all: [{fact: households, above: 3}, {fact: households, below: 4}]}"),
    ),
    ("never-holds", f"{UNSAFE}:3", UNSAFE, *when("{all: [{finding: isolated}, {score: road, above: 0}]}")),
    ("always-holds", f"{UNSAFE}:3", UNSAFE, *when("{any: [{fact: coastal, is: true}, {fact: coastal, is: false}]}")),
    ("always-holds", f"{UNSAFE}:3", UNSAFE, *when("{score: drinking-water, at-least: 0.2}")),
    (
        "bound-separates-nothing",
        f"{UNSAFE}:3",
        UNSAFE,
        *when("{all: [{fact: coastal, is: true}, {score: drinking-water, below: 0.1}]}"),
    ),
    (
        "bound-separates-nothing",
        f"{UNSAFE}:3",
        UNSAFE,
        *when("{any: [{fact: coastal, is: true}, {fact: piped-share, above: 1}]}"),
    ),
    (
        "idle-comparison",
        f"{UNSAFE}:3",
        UNSAFE,
        *when("{all: [{score: drinking-water, below: 0.5}, {score: drinking-water, below: 0.7}]}"),
    ),
    (
        "unmeasured-indicator",
        NO_BOAT,
        "catalog/frameworks/idm.yaml",
        "  A-4: {indicator: road",
        "  A-4: {indicator: roof",
    ),
    ("not-actionable", f"{UNSAFE}:4", UNSAFE, "about: drinking-water", "about: diversity"),
    ("makes-no-need", f"{UNPIPED}:7", UNPIPED, "below: sample-cut-off", "above: 0.6"),
    ("call-reaches-nothing", f"{UNPIPED}:9", UNPIPED, "calls: [piped-water]", "calls: [piped-water, spring]"),
    ("call-reaches-nothing", f"{UNSAFE}:6", UNSAFE, "calls: [well, spring]", "calls: [well, spring, water-committee]"),
    ("calls-nothing", NO_BOAT, NO_BOAT, "calls: [boat]\n", ""),
    ("calls-for-nothing", ISOLATED, ISOLATED, "about: none", "about: none\ncalls: [boat]"),
    ("closes-uncalled", f"{NO_BOAT}:7", NO_BOAT, "calls: [boat]", "calls: [boat]\ncloses: {well: 0.5}"),
    ("bad-share", f"{NO_BOAT}:7", NO_BOAT, "calls: [boat]", "calls: [boat]\ncloses: {boat: 1.5}"),
    ("idle-closes", f"{UNSAFE}:7", UNSAFE, "calls: [well, spring]", "calls: [well, spring]\ncloses: {well: 0.5}"),
    ("unread-finding", ISOLATED, MANAGER, "{not: {finding: isolated}}, ", ""),
    ("lack-as-state", ISOLATED, ISOLATED, "kind: problem\n", ""),
    ("state-is-need", f"{NO_BOAT}:5", NO_BOAT, "about: self", "about: self\nkind: state"),
    (
        "problem-without-need",
        f"{ISOLATED}:5",
        MANAGER,
        "about: self\nneed: other\ncalls: [water-committee]",
        "about: none",
    ),
    ("inactive-finding", MANAGER, ISOLATED, "status: active", "status: draft"),
    ("negation-cycle", ISOLATED, ISOLATED, "{score: road, below: 0.2}", "{not: {finding: no-water-manager}}"),
    ("finding-cycle", "rules/mobility", ISOLATED, "{score: road, below: 0.2}", "{finding: isolated}"),
    ("number-too-large", f"{ISOLATED}", ISOLATED, "at-least: crowd", "at-least: 3_000_000_000_000"),
    # Examples
    ("missing-example", f"{UNSAFE}:9", UNSAFE, "  - {name: not measured, given: {}, expect: undetermined}\n", ""),
    (
        "missing-example",
        f"{UNSAFE}:9",
        UNSAFE,
        "  - {name: above the floor, given: {drinking-water: 0.6}, expect: none}\n",
        "",
    ),
    ("duplicate-example", UNSAFE, UNSAFE, "given: {drinking-water: 0.6}", "given: {}"),
    ("example-fails", UNSAFE, UNSAFE, "given: {drinking-water: 0.4}", "given: {drinking-water: 0.5}"),
    ("bad-example", UNSAFE, UNSAFE, "given: {drinking-water: 0.4}", "given: {drinking-watr: 0.4}"),
    # Gaps
    ("gap", f"{INDICATORS}:1", UNSAFE, "below: water-floor", "below: 0.4"),
    (
        "gap",
        f"{INDICATORS}:2",
        NO_DOCTOR,
        "{score: doctor, below: sample-cut-off}",
        "{all: [{score: doctor, below: 0.7}, {score: road, above: 0}]}",
    ),
    (
        "gap",
        f"{INDICATORS}:2",
        NO_DOCTOR,
        "{score: doctor, below: sample-cut-off}",
        "{all: [{score: doctor, below: 0.7}, {fact: coastal, is: true}]}",
    ),
    ("gap", f"{INDICATORS}:4", PAVING, "reaches: 1.0", "reaches: 0.4"),
    ("gap", f"{INDICATORS}:2", DOCTOR, "months: 3", "months: 3\nmet-when: {doctor: {score: road, below: 0.5}}"),
    ("gap", f"{INDICATORS}:2", DOCTOR, "months: 3", "months: 3\napplies-when: {fact: households, at-least: 1000}"),
    (
        "gap-on-unsure-ladder",
        "catalog/frameworks/idm.yaml",
        "catalog/frameworks/idm.yaml",
        "A-2: {indicator: doctor,",
        "A-2: {indicator: doctor, rubric: low,",
    ),
]
