"""What authors get wrong, planted into what ships by an overlay: kind -> (code, file, line or "", text of the file).

Explained in docs/knowledge.md, "What authors get wrong". A line is that of the overlay's file; no line: the problem
stands in the file, wherever. Where a place opens the text (`@rules/…`), the problem is told there instead.
"""

from __future__ import annotations

WORKS, RULES = "catalog/interventions", "rules"
WELL, LATRINE, POST, PAVING, CADRE, SITE, SID, KIOSKS, LIGHTS, POSYANDU = (
    f"{WORKS}/{name}.yaml"
    for name in (
        "living/borehole-well",
        "living/household-latrine",
        "living/village-health-post",
        "mobility/village-road-paving",
        "people/digital-cadre",
        "governance/village-website",
        "governance/sid-opensid",
        "economy/village-kiosks",
        "living/solar-street-lighting",
        "living/posyandu-building",
    )
)
CONNECTION, SPORTS, BARN, TOILET, DRAIN, BRIDGE, FIBRE = (
    f"{WORKS}/{name}.yaml"
    for name in (
        "living/house-water-connection",
        "living/sports-field",
        "economy/food-barn",
        "living/public-toilet",
        "mobility/road-drainage",
        "mobility/small-bridge",
        "mobility/fibre-backhaul",
    )
)
WATER, DOCTOR, BANK, SHOPS, DARK, OFFLINE_OFFICE = (
    f"{RULES}/{name}.yaml"
    for name in (
        "living/unsafe-drinking-water",
        "living/no-doctor-in-village",
        "economy/no-bank-office",
        "economy/few-shops",
        "mobility/dark-streets",
        "governance/office-without-internet",
    )
)
FACTS, PARAMETERS, SOURCES, INDICATORS, DIMENSIONS = (
    f"catalog/{kind}.yaml" for kind in ("facts", "parameters", "sources", "indicators", "dimensions")
)
UNITS, FUNDING, ADDRESSEES, FOCUSES, ACCEPTED = (
    f"catalog/{kind}.yaml" for kind in ("units", "funding", "addressees", "focuses", "accepted")
)
MONEY, PROGRAMMES = "catalog/money-rules.yaml", "catalog/existing-programmes.yaml"
IDM = "catalog/frameworks/idm.yaml"
INDEX, FUND, RATES = (f"catalog/codes/{name}.csv" for name in ("construction-index", "village-fund", "closing-rates"))
SOURCE = "sources: [JUDGEMENT]\n"


def cost(**said: object) -> str:
    return f"cost: {{{', '.join(f'{key}: {value}' for key, value in said.items())}}}\n"


def work(name: str, *more: str, of: str = "environment", **said: object) -> str:
    """Return a whole new work, plausible but for what `more` (whole lines) and `said` (keys) put in place."""
    keys: dict[str, object] = {
        "name": f'{{id: "{name} desa", en: "{name} of the village"}}',
        "kind": of,
        "cost": "{low: 20_000_000, high: 60_000_000, per: village, year: 2025, basis: judgement}",
        "running-cost": "{share: 0.1}",
        "months": 3,
        "lifetime-years": 5,
        "executors": "[village]",
        "focus": "[focus-2]",
        "sources": "[JUDGEMENT]",
    }
    keys |= {key.replace("_", "-"): value for key, value in said.items()}
    return "".join(f"{line}\n" for line in (*(f"{key}: {value}" for key, value in keys.items()), *more))


def rule(name: str, when: str, about: str, calls: str, reason: str = "", examples: str = "") -> str:
    """Return a whole new rule."""
    told = reason or f'{{id: "{name} belum terlayani.", en: "{name} is not served yet."}}'
    return (
        f'name: {{id: "{name} kurang", en: "{name} is lacking"}}\nstatus: active\nwhen: {when}\nabout: {about}\n'
        f"need: other\ncalls: {calls}\nreason: {told}\nsources: [JUDGEMENT]\n{examples}"
    )


def source(key: str, **said: object) -> str:
    keys = {"title": f'"{key}, read in a district office"', "publisher": '"BPS"', "year": 2024} | said
    return f"{key}:\n" + "".join(f"  {name}: {value}\n" for name, value in keys.items())


def fact(name: str, question: str = "") -> str:
    asked = question or f'{{id: "Adakah {name}?", en: "Is there {name}?"}}'
    lines = (f'name: {{id: "Ada {name}", en: "There is {name}"}}', f"question: {asked}", "type: yes-no", SOURCE)
    return f"{name}:\n" + "".join(f"  {line.rstrip()}\n" for line in lines)


def money_rule(name: str, **said: object) -> str:
    keys: dict[str, object] = {
        "name": f'{{id: "{name}", en: "{name} rule"}}',
        "year": 2027,
        "regulation": '"Perbup 12/2026"',
        "kind": "at-least",
        "share": 0.1,
        "base": "regular",
        "funding": "village-fund",
        "focus": "[focus-2]",
        "sources": "[JUDGEMENT]",
    } | said
    return f"{name}:\n" + "".join(f"  {key}: {value}\n" for key, value in keys.items())


def classes(*bounds: str) -> str:
    slugs = ("sangat-tertinggal", "tertinggal", "berkembang", "maju", "mandiri")
    lines = (
        f'  - {{slug: {slug}, name: {{id: "{slug}", en: "{slug} class"}}, above: "{bound}"}}\n'
        for slug, bound in zip(slugs, bounds, strict=True)
    )
    return "classes:\n" + "".join(lines)


Fault = tuple[str, str, str, str]  # code, file, line, text
FAULTS: dict[str, list[Fault]] = {
    "magnitudes": [
        ("unusual-cost", PAVING, "1", cost(low="246_000_000_000", high="1_110_000_000_000")),
        ("unusual-cost", POST, "1", cost(low=139_000, high=400_000)),
        ("unusual-cost", KIOSKS, "1", cost(low=300, expected=7_500, high=150_000)),
        ("unusual-cost", SITE, "1", cost(low=1_050_000, high="790_000_000")),
        ("unusual-cost", BRIDGE, "1", cost(low=54_000, high="166_000_000")),
        ("unusual-cost", POSYANDU, "1", cost(low=0, high="358_000_000")),
        ("unusual-cost", TOILET, "1", cost(low=0, high=0)),
        ("unusual-cost", BARN, "1", cost(low="900_000_000", high="1_800_000_000") + "executors: [village]\n"),
        ("unstated-price", SPORTS, "1", cost(low="500_000_000", high="1_000_000_000")),
        ("unstated-price", f"{WORKS}/economy/kdmp-outlet-warehouse.yaml", "1", cost(low="165_800_000")),
        ("bad-cost", LATRINE, "", cost(low="16_000_000")),
        ("bad-cost", DRAIN, "", cost(expected="9_000_000_000")),
        ("unusual-running-cost", LATRINE, "1", "running-cost: {share: 2}\n"),
        ("unusual-running-cost", WELL, "1", "running-cost: {share: 8}\n"),
        ("unusual-running-cost", FIBRE, "1", "running-cost: {share: 0.7}\n"),
        ("unusual-running-cost", SID, "1", "running-cost: {amount: 100_000_000}\n"),
        ("bad-share", PAVING, "1", "running-cost: {share: -0.02}\n"),
        ("bad-number", PAVING, "1", cost(low="2_46_000_000")),
        ("bad-assumption", FACTS, "1", "grid-distance-km: {assumption: {value: -15}}\n"),
        ("unusual-bound", WELL, "1", "applies-when: {fact: households, at-least: 200_000}\n"),
        ("unusual-duration", PAVING, "1", "months: 50\n"),
        ("unusual-duration", CADRE, "1", "months: 24\n"),
        ("unusual-duration", f"{WORKS}/living/auxiliary-health-centre.yaml", "1", "lead-months: 240\n"),
        ("unusual-duration", POST, "1", "lifetime-years: 200\n"),
        ("unusual-duration", PAVING, "1", "lifetime-years: 1\n"),
        ("unusual-quantity", WELL, "1", "quantity: {number: 300}\n"),
        ("unusual-quantity", LIGHTS, "1", "quantity: {number: 60}\n"),
        ("implausible-year", POST, "1", cost(year=2204)),
        ("implausible-year", PAVING, "1", cost(year='"2024-2013"')),
        ("implausible-year", LATRINE, "1", cost(year=1920)),
        ("implausible-year", BRIDGE, "1", cost(year=20266)),
        ("undated-cost", TOILET, "1", cost(year=202)),
        ("stale-value", TOILET, "1", cost(year=2001)),
    ],
    "units": [
        ("bad-quantity", LATRINE, "1", "quantity: {fact: coastal}\n"),
        ("bad-quantity", LATRINE, "1", "quantity: {fact: digital-literacy}\n"),
        ("bad-quantity", LATRINE, "1", "quantity: {fact: street-lit-share}\n"),
        ("bad-quantity", LATRINE, "1", "quantity: {fact: bumdes-capital-idr}\n"),
        ("unit-misfit", LATRINE, "1", "quantity: {fact: road-gap-km}\n"),
        ("unit-misfit", PAVING, "1", "quantity: {fact: households}\n"),
        ("unit-misfit", LATRINE, "1", "quantity: {fact: population}\n"),
        ("unit-misfit", BARN, "1", "quantity: {number: 3}\n"),
        ("unit-misfit", f"{WORKS}/environment/mangrove-rehabilitation.yaml", "",
         f"@{WORKS}/environment/mangrove-rehabilitation.yaml\n" + cost(per="household")),
        ("unknown-unit", LATRINE, "1", cost(per="houshold")),
        ("unknown-unit", PAVING, "1", cost(per="metre")),
        ("bad-share", LATRINE, "1", "quantity: {share: 25}\n"),
        ("bad-assumption", FACTS, "1", "street-lit-share: {assumption: {value: 40, reason: {id: a, en: b}}}\n"),
        ("unit-mismatch", WELL, "1", "applies-when: {score: drinking-water, below: proposal-lead}\n"),
        ("bad-example", WATER, "", 'examples: [{name: "percent", given: {drinking-water: 40}, expect: finding}]\n'),
        ("bad-comparison", DARK, "1", "when: {fact: street-lit-share, is: dark}\n"),
        ("bound-separates-nothing", WELL, "1", "applies-when: {fact: street-lit-share, above: 60}\n"),
        ("unusual-bound", f"{RULES}/living/care-is-far.yaml", "1",
         "when: {all: [{score: health-facility-access, below: 1.0}, {fact: hospital-distance-km, above: 15_000}]}\n"),
    ],
    "effects": [
        ("bad-effect", WELL, "2", "improves:\n  drinking-water: {reaches: 8}\n"),
        ("bad-effect", LATRINE, "2", "improves:\n  toilet-access: {reaches: -0.5}\n"),
        ("bad-effect", WELL, "2", "improves:\n  drinking-water: {low: 0.9, high: 0.6}\n"),
        ("bad-effect", WELL, "2", "improves:\n  drinking-water: {low: 0.1, high: 0.2}\n"),
        ("bad-effect", f"{WORKS}/people/bpjs-enrolment.yaml", "2", "improves:\n  health-insurance: {share: 35}\n"),
        ("effect-misfit", KIOSKS, "2", "improves:\n  grocery-shops: {adds: 200}\n"),
        ("effect-misfit", f"{WORKS}/living/doctor-placement.yaml", "2", "improves:\n  doctor: {adds: 10}\n"),
        ("effect-reaches-nothing", WELL, "2", "improves:\n  drinking-water: {reaches: 0.1}\n"),
        ("effect-reaches-nothing", f"{WORKS}/environment/waste-bank.yaml", "2",
         "improves:\n  pollution-free: {adds: 0.1}\n"),
        ("unlinked-effect", WELL, "2", "improves:\n  banks: {adds: 1, evidence: judgement}\n"),
        ("unlinked-effect", PAVING, "2", "improves:\n  toilet-access: {reaches: 1.0, evidence: judgement}\n"),
        ("unsupported-basis", f"{WORKS}/people/mutual-help-day.yaml", "2",
         "improves:\n  mutual-help-frequency: {evidence: study}\nevidence: judgement\n"),
    ],
    "sources": [
        ("unfinished-text", SOURCES, "2", source("KUTAI-A", title='"todo"')),
        ("unfinished-text", SOURCES, "2", source("KUTAI-B", title='"tbd"')),
        ("unfinished-text", SOURCES, "2", source("KUTAI-C", title='"Source"')),
        ("unfinished-text", SOURCES, "2", source("KUTAI-D", title='"?"')),
        ("unfinished-text", SOURCES, "3", source("KUTAI-E", publisher='"xxx"')),
        ("unfinished-text", SOURCES, "5", source("KUTAI-F", document='"https://example.com/prices"')),
        ("unfinished-text", WATER, "1", 'sources: [JUDGEMENT: "TODO"]\n'),
        ("unfinished-text", WELL, "", 'note: "TBD: ask the district"\n'),
        ("unfinished-text", LATRINE, "1", cost(note='"xxx"')),
        ("bad-address", SOURCES, "5", source("KUTAI-G", document='"https:///prices.pdf"')),
        ("bad-address", SOURCES, "5", source("KUTAI-H", document='"htp://bps.go.id/x"')),
        ("implausible-year", SOURCES, "4", source("KUTAI-I", year=2204)),
        ("implausible-year", SOURCES, "4", source("KUTAI-J", year=204)),
        ("implausible-year", SOURCES, "4", source("KUTAI-K", year='"2024-2019"')),
        ("unsupported-basis", WELL, "2", f"{SOURCE}cost: {{basis: sourced}}\n"),
        ("unsupported-basis", POST, "2", f"{SOURCE}cost: {{basis: derived}}\n"),
        ("unsupported-basis", POST, "", f"{SOURCE}evidence: judgement\n"),
        ("unknown-citation", WATER, "1", "sources: [IDM-REKOMM]\n"),
        ("uncited-source", SOURCES, "1", source("KUTAI-L")),
        ("unsourced", WATER, "1", "sources: []\n"),
        ("unsupported-basis", WELL, "1", "evidence: IDM-REKOM\n"),
        ("said-twice", WATER, "", "sources: [IDM-REKOM, PAMSIMAS-BALI-2023, IDM-REKOM]\n"),
    ],
    "groups": [
        ("unlisted-code", WELL, "1", 'budget-code: "2.04.77"\n'),
        ("unlisted-code", PAVING, "1", 'budget-code: "2.3.10"\n'),
        ("unlisted-code", WELL, "1", 'budget-code: "2.04"\n'),
        ("unlisted-code", PROGRAMMES, "1", 'posyandu: {code: "2.02.99"}\n'),
        ("unlisted-code", MONEY, "", money_rule("road", codes='["2.03.79"]').replace("  focus: [focus-2]\n", "")),
        ("unknown-budget-code", LATRINE, "1", 'budget-code: "9.04.14"\n'),
        ("lone-package", SITE, "1", "package: open-vilage\n"),
        ("unknown-focus-class", WELL, "1", "focus: [focus-66]\n"),
        ("bad-value", WELL, "1", "kind: basic-servise\n"),
        ("unknown-addressee", LATRINE, "1", "addressee: helth-office\n"),
        ("bad-value", WELL, "1", "executors: [vilage]\n"),
        ("unknown-key", WELL, "1", "lifetime: 10\n"),
        ("unknown-key", WATER, "1", "urgncy: 2\n"),
        ("unknown-key", LATRINE, "1", cost(basiss="sourced")),
        ("unknown-dimension", f"{RULES}/livving/far-well.yaml", "",
         rule("Sumur", "{score: drinking-water, below: 0.4}", "drinking-water", "[borehole-well]")),
        ("unknown-class-name", FUNDING, "1", "village-fund: {first-instalment: {mandiry: first-instalment}}\n"),
        ("said-twice", WATER, "1", "calls: [borehole-well, pamsimas-water, borehole-well]\n"),
        ("said-twice", LATRINE, "1", "enhanced-by: [stbm-triggering]\n"),
        ("said-twice", WELL, "1", "enhanced-by: [borehole-well]\n"),
        ("said-twice", LATRINE, "1", "requires-any: [[borehole-well]]\n"),
        ("bad-accepted", ACCEPTED, "",
         "meant:\n  code: unusual-cots\n  at: interventions/borehole-well\n  reason: {id: begitu, en: it is so}\n"),
        ("retired-without-reason", WATER, "1", "status: retired\n"),
    ],
    "thresholds": [
        ("borrowed-cut-off", BANK, "1", "when: {score: banks, below: cut-off-living}\n"),
        ("borrowed-cut-off", OFFLINE_OFFICE, "1", "when: {score: village-office-internet, below: cut-off-economy}\n"),
        ("borrowed-cut-off", DIMENSIONS, "1", "living: {cut-off: cut-off-economy}\n"),
        ("bad-bound", BANK, "1", "when: {score: banks, below: 6}\n"),
        ("bad-bound", SHOPS, "1", "when: {score: grocery-shops, below: 60}\n"),
        ("never-holds", SHOPS, "1", "when: {score: grocery-shops, below: 0.0}\n"),
        ("always-holds", SHOPS, "1", "when: {score: grocery-shops, at-most: 1.0}\n"),
        ("unit-mismatch", SHOPS, "1", "when: {score: grocery-shops, below: proposal-lead}\n"),
        ("unit-mismatch", DIMENSIONS, "1", "living: {weight: typical-budget}\n"),
        ("unit-mismatch", WATER, "1", "target: default-years\n"),
        ("bad-parameter", PARAMETERS, "1", "cut-off-living: {values: {2024-01-01: 79}}\n"),
        ("bad-parameter", PARAMETERS, "1", "proposal-lead: {values: {2024-01-01: 12.5}}\n"),
        ("contradicting-parameters", PARAMETERS, "", "price-index: {values: {2025-12-31: 18.63}}\n"),
        ("contradicting-parameters", PARAMETERS, "", "need-weight-amenity: {values: {2024-01-01: 2.0}}\n"),
        ("contradicting-parameters", PARAMETERS, "", "first-month: {values: {2024-01-01: 22}}\n"),
        ("implausible-year", PARAMETERS, "", "cut-off-living: {values: {2204-01-01: 0.7}}\n"),
    ],
    "folders": [
        ("foreign-folder", f"{RULES}/economy/wells-bad.yaml", "4",
         rule("Sumur bor", "{score: drinking-water, at-most: 0.2}", "drinking-water", "[borehole-well]")),
        ("wrong-kind", f"{WORKS}/living/wells-bad.yaml", "",
         rule("Sumur bor", "{score: drinking-water, at-most: 0.2}", "drinking-water", "[borehole-well]")),
        ("wrong-kind", f"{RULES}/living/deep-well.yaml", "", work("Sumur dalam")),
        ("wrong-kind", FACTS, "1", "well-floor:\n  name: {id: a, en: b}\n  unit: score\n  values: {2024-01-01: 0.5}\n  "
         + SOURCE),
        ("stray-file", f"{RULES}/wells-bad.yaml", "",
         rule("Sumur bor", "{score: drinking-water, at-most: 0.2}", "drinking-water", "[borehole-well]")),
        ("stray-file", f"{RULES}/living/water/wells-bad.yaml", "",
         rule("Sumur bor", "{score: drinking-water, at-most: 0.2}", "drinking-water", "[borehole-well]")),
        ("stray-file", "catalog/fact.yaml", "", fact("pasar-malam")),
        ("stray-file", "catalog/codes/vilage-fund.csv", "", "code,name,amount\n64.02,Kutai,3\n"),
        ("unread-file", f"{RULES}/living/wells-bad.yaml.txt", "", "name: a\n"),
        ("unread-file", f"{RULES}/living/wells-bad", "", "name: a\n"),
        ("unread-file", f"{RULES}/living/wells-bad.YAML", "", "name: a\n"),
        ("unread-file", "rule/living/wells-bad.yaml", "", "@rule\nname: a\n"),
        ("unread-file", "wells-bad.yaml", "", "name: a\n"),
        ("other-dimension", f"{RULES}/mobility/no-doctor-in-village.yaml", "1", "urgency: 2\n"),
    ],
    "unused": [
        ("idle-noun", FACTS, "1", fact("pasar-malam")),
        ("idle-noun", PARAMETERS, "1",
         "wellhead-floor:\n  name: {id: Ambang, en: Floor}\n  unit: score\n  values: {2024-01-01: 0.5}\n  " + SOURCE),
        ("idle-noun", UNITS, "1", "well: {name: {id: sumur, en: wells}}\n"),
        ("idle-noun", ADDRESSEES, "1",
         "roads-desk:\n  name: {id: Meja jalan, en: Roads desk}\n  executor: district\n  office: Dinas\n  " + SOURCE),
        ("idle-noun", FOCUSES, "1", "focus-12:\n  name: {id: Lain, en: Something else}\n  " + SOURCE),
        ("idle-noun", INDICATORS, "1",
         "night-market:\n  name: {id: Pasar malam, en: Night market}\n  dimension: economy\n  actionable: \"no\"\n  "
         "reason: {id: tidak, en: none}\n  " + SOURCE),
        ("unreachable-intervention", f"{WORKS}/environment/tree-park.yaml", "", work("Taman pohon")),
        ("calls-nothing", DARK, "", "calls: []\ncloses: null\n"),
        ("calls-nothing", SHOPS, "", "calls: []\n"),
    ],
    "twins": [
        ("same-name", WATER, "1", 'name: {id: "Tidak ada dokter di desa", en: "No doctor in the village"}\n'),
        ("same-name", WELL, "", f'@{LATRINE}\nname: {{id: "Jamban sehat keluarga miskin"}}\n'),
        ("same-name", FACTS, "2", fact("pasar-malam").replace("There is pasar-malam", "Coastal village")),
        ("same-name", FACTS, "3", fact("pasar-malam", question='{id: "Apakah desa berada di tepi laut?", en: "Sea?"}')),
        ("same-wording", WATER, "", 'name: {id: "Unsafe drinking water", en: "Unsafe drinking water"}\n'),
        ("languages-swapped", DOCTOR, "",
         'name: {id: "The village is without a doctor", en: "Desa ini tidak ada dokter yang menetap"}\n'),
        ("same-wording", LATRINE, "1", 'beneficiaries: {id: "seluruh warga", en: "seluruh warga"}\n'),
        ("languages-swapped", LATRINE, "1", 'beneficiaries: {id: "all residents", en: "seluruh warga"}\n'),
        ("unfinished-text", FACTS, "3", fact("pasar-malam", question='{id: "Pasar malam", en: "A night market?"}')),
        ("unfinished-text", WATER, "", 'name: {id: "Air minum minum kotor"}\n'),
        ("unfinished-text", WATER, "", "name: {id: “Air kotor”}\n"),
        ("unfinished-text", WATER, "1", 'sources: [JUDGEMENT: "hal. xx"]\n'),
        ("unknown-placeholder", WATER, "", 'reason: {id: "Skor {drinking-watr}.", en: "Score {drinking-watr}."}\n'),
        ("placeholders-differ", WATER, "1", 'reason: {id: "Air minum tidak aman."}\n'),
        ("unknown-placeholder", WATER, "", 'name: {id: "Air {drinking-water}", en: "Water {drinking-water}"}\n'),
        ("duplicate-rule", f"{RULES}/living/wells-bad.yaml", "",
         rule("Sumur bor", "{score: drinking-water, at-most: 0.4}", "drinking-water",
              "[pamsimas-water, borehole-well]")),
    ],
    "callers": [
        ("never-applies", WELL, "1", "applies-when: {score: drinking-water, above: 0.6}\n"),
        ("never-applies", LIGHTS, "1", "applies-when: {fact: street-lit-share, above: 0.9}\n"),
        ("never-applies", WATER, "",
         f"@{WELL}\nwhen: {{all: [{{score: drinking-water, at-most: 0.4}}, {{fact: groundwater-ok, is: false}}]}}\n"),
        ("never-applies", f"{WORKS}/living/stbm-triggering.yaml", "",
         f"@{LATRINE}\napplies-when: {{score: toilet-access, at-least: 1.0}}\nmet-when: null\n"),
        ("already-met", BARN, "2", "met-when:\n  prerequisite: {fact: has-food-barn, is: false}\n"),
        ("already-met", WELL, "2", "met-when:\n  prerequisite: {not: {score: washing-water, at-least: 0.8}}\n"),
        ("already-met", WELL, "2", "met-when:\n  drinking-water: {score: drinking-water, below: 0.8}\n"),
        ("always-holds", WELL, "2",
         "met-when:\n  drinking-water: {any: [{fact: coastal, is: true}, {fact: coastal, is: false}]}\n"),
        ("never-holds", WELL, "1", "applies-when: {all: [{fact: coastal, is: true}, {fact: coastal, is: false}]}\n"),
        ("broken-chain", WELL, "1", "status: retired\nnote: no more\n"),
        ("excludes-prerequisite", LATRINE, "", "excludes: [stbm-triggering]\n"),
        ("excludes-itself", LATRINE, "1", "excludes: [household-latrine]\n"),
        ("impossible-group", LATRINE, "1", "requires-any: [[borehole-well]]\nexcludes: [borehole-well]\n"),
        ("prerequisite-cycle", f"{WORKS}/living/stbm-triggering.yaml", "",
         f"@{LATRINE}\nrequires: [household-latrine]\n"),
        ("call-reaches-nothing", WATER, "1", "calls: [borehole-well, pamsimas-water, sports-field]\n"),
        ("idle-met-when", WELL, "2", "met-when:\n  no-doctor-in-village: {score: drinking-water, above: 0.6}\n"),
    ],
    "gates": [
        ("gate", f"{RULES}/governance/no-village-website.yaml", "",
         "when: {all: [{fact: has-website, is: false}, {fact: has-sid, is: true}]}\n"),
        ("gate", f"{RULES}/economy/shops-with-cadre.yaml", "3",
         rule("Kios berkader", "{all: [{score: grocery-shops, at-most: 0.2}, {fact: has-digital-cadre, is: true}]}",
              "grocery-shops", "[village-kiosks]")),
    ],
    "sums": [
        ("wrong-sum", IDM, "1", "components: {iks: {divisor: 157}}\n"),
        ("wrong-sum", "catalog/frameworks/indeks-desa.yaml", "1", "components: {total: {divisor: 653}}\n"),
        ("bad-classes", IDM, "", classes("0", "0.6", "0.5", "0.7", "0.8")),
        ("bad-classes", IDM, "", classes("0", "0.5", "0.6", "0.7", "81.55")),
        ("bad-classes", IDM, "", classes("0", "0.5", "0.6", "0.7", "0.8").replace("mandiri", "maju")),
        ("bad-classes", IDM, "", "index-scale: 100\n"),
        ("bad-framework", IDM, "", "lowest: 5\n"),
        ("bad-ladder", IDM, "1", "items: {IKS-02: {levels: {0: {from: 9}}}}\n"),
        ("bad-ladder", IDM, "1", "items: {IKS-02: {levels: {5: null}}}\n"),
        ("bad-ladder", IDM, "1", "items: {IKS-01: {levels: {7: {id: tujuh, en: seven}}}}\n"),
        ("same-level", IDM, "", 'items: {IKS-01: {levels: {2: {id: "Waktu tempuh lebih dari 120 menit"}}}}\n'),
        ("ambiguous-label", IDM, "", 'items: {IKS-02: {label: "Akses sarana kesehatan"}}\n'),
        ("duplicate-indicator", IDM, "1", "items: {IKS-02: {indicator: health-facility-access}}\n"),
        ("bad-framework", IDM, "", "last-year: 2004\n"),
        ("bad-framework", IDM, "", "first-year: 20166\n"),
        ("unsteady-levels", FACTS, "1", "conflict-over-land: {from: {levels: {idm: {1: false}}}}\n"),
        ("bad-derived", FACTS, "1", "bumdes-active: {from: {levels: {idm: {4: true}}}}\n"),
    ],
    "money": [
        ("bad-share", MONEY, "6", money_rule("flood", share=1.1)),
        ("bad-share", MONEY, "6", money_rule("flood", share=-0.1)),
        ("implausible-year", MONEY, "3", money_rule("flood", year=2207)),
        ("implausible-year", MONEY, "3", money_rule("flood", year=2024)),
        ("bad-money-rule", MONEY, "",
         money_rule("flood", share=0.7) + money_rule("food", share=0.6, focus="[focus-4]")),
        ("bad-money-rule", MONEY, "",
         money_rule("flood", share=0.4) + money_rule("less", kind="at-most", share=0.2)),
        ("bad-money-rule", MONEY, "", money_rule("flood", codes='["1.01.08"]')),
        ("unknown-funding", MONEY, "8", money_rule("flood", funding="vilage-fund")),
        ("bad-cost", PROGRAMMES, "", "posyandu: {low: 900_000_000}\n"),
        ("unusual-figure", PROGRAMMES, "1", "posyandu: {low: 1000, typical: 2000, high: 3000}\n"),
        ("unusual-figure", PROGRAMMES, "1", "posyandu: {high: 9_000_000_000}\n"),
        ("unusual-figure", PARAMETERS, "", "typical-budget: {values: {2026-01-01: 3_300_000}}\n"),
        ("unusual-figure", INDEX, "2", "code,name,ratio\n64.01,Paser,95.0\n"),
        ("unusual-figure", FUND, "2", "code,name,amount\n64.01,Paser,300\n"),
        ("bad-table", INDEX, "2", "code,name,ratio\n6401,Paser,0.95\n"),
        ("bad-table", INDEX, "1", "code;name;ratio\n64.01;Paser;0.95\n"),
        ("bad-table", FUND, "3", "code,name,amount\n64.01,Paser,300000000\n64.01,Paser,310000000\n"),
        ("bad-table", FUND, "2", "code,name,amount\n64.01,Paser,-300000000\n"),
        ("bad-table", RATES, "2",
         "framework,indicator,score,class,n,n3,p1,p2,p3,low,high\nidm,doctor,0,,40,20,0.1,0.2,0.3,0.5,0.2\n"),
        ("bad-table", RATES, "2",
         "framework,indicator,score,class,n,n3,p1,p2,p3,low,high\nidm,doctor,0,,40,20,12,0.2,0.3,0.2,0.5\n"),
        ("unknown-citation", MONEY, "10", money_rule("flood", sources="[PERBUB-12-2026]")),
    ],
}  # fmt: skip
