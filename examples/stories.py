"""The thirty invented villages, as stories: what each has otherwise than a usual village of its class.

`changes` and `facts` are `name=value` words: values as the index publishes them (0 to 5), facts as a village head
answers them. `past` gives for an earlier year what was different then; `make_examples.py` adds the usual small steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PROVINCE = "PROVINSI CONTOH (REKAAN)"
DISTRICTS = {"99.01": "TELUK KERAMA (REKAAN)", "99.02": "HULU KELAM (REKAAN)", "99.03": "LINGKAR NUSA (REKAAN)"}
SUBDISTRICTS = {
    "99.01.01": "PESISIR KERAMA",
    "99.01.02": "KEPULAUAN KERAMA",
    "99.02.01": "KELAM ILIR",
    "99.02.02": "KELAM HULU",
    "99.03.01": "GERBANG NUSA",
    "99.03.02": "TEPI HUTAN",
}


@dataclass(frozen=True)
class Village:
    """A story. `usual` is the class it must come out as; `unanswered` names indicators that its table leaves empty."""

    code: str
    name: str
    usual: str
    changes: str = ""
    facts: str = ""
    past: Mapping[int, str] = field(default_factory=dict)
    unanswered: str = ""


ISLAND = "public-transport=1 road-passability=1 upper-secondary-access=1 drinking-water=2 washing-water=4 hazard-free=4"
RIVER = "public-transport=3 road-passability=1 drinking-water=2 washing-water=2 hazard-free=4"

# Coast and islands: answers of the index service, and what the heads know beside them.
TELUK_KERAMA = [
    Village(  # the harbour town: little is left to do by the index
        "99.01.01.2001",
        "Muara Kerama",
        "mandiri",
        "hazard-free=4 waste-disposal=4 skills-courses=1",
        "households=1240 population=4650 coastal=ya fishing-main=tidak agriculture-main=tidak fibre-distance-km=0"
        " signal-4g=ya has-sid=ya has-website=ya has-digital-cadre=ya has-bank-agent=ya flood-prone=tidak",
        {2022: "", 2023: ""},
    ),
    Village(  # fishers; the office has a satellite link, the houses have none: the fault of 2024 hides the link
        "99.01.01.2002",
        "Tanjung Selasih",
        "maju",
        "residents-internet=1 phone-signal=3 disaster-facilities=4 hazard-free=4",
        "households=486 population=1790 coastal=ya fishing-main=ya agriculture-main=tidak fibre-distance-km=14"
        " signal-4g=tidak has-sid=ya has-website=tidak has-digital-cadre=tidak has-bank-agent=ya flood-prone=tidak",
        {2023: "village-office-internet=5 residents-internet=1"},
    ),
    Village(  # fish and copra, no bank, no logistics
        "99.01.01.2003",
        "Pasir Mendawai",
        "berkembang",
        "hazard-free=4 waste-disposal=1",
        "households=352 population=1310 coastal=ya fishing-main=ya agriculture-main=tidak fibre-distance-km=9"
        " signal-4g=ya has-sid=tidak has-website=tidak has-digital-cadre=tidak has-bank-agent=tidak flood-prone=ya",
    ),
    Village(  # the office subscription lapsed in 2024
        "99.01.01.2004",
        "Karang Bulan",
        "berkembang",
        "village-office-internet=1 residents-internet=1 hazard-free=5",
        "households=298 population=1060 coastal=ya fishing-main=ya agriculture-main=tidak fibre-distance-km=17"
        " signal-4g=ya has-sid=ya has-website=tidak has-digital-cadre=tidak has-bank-agent=tidak flood-prone=tidak",
        {2022: "village-office-internet=1", 2023: "village-office-internet=5"},
    ),
    Village(  # mangrove shore: waste goes into the sea, toilets stand over the water
        "99.01.01.2005",
        "Bakau Rimbun",
        "berkembang",
        "waste-disposal=1 toilet-access=3 pollution-free=4 hazard-free=4 disaster-facilities=3 public-transport=3",
        "households=417 population=1580 coastal=ya fishing-main=ya agriculture-main=tidak fibre-distance-km=6"
        " signal-4g=ya has-sid=ya has-website=ya has-digital-cadre=tidak has-bank-agent=tidak flood-prone=ya",
    ),
    Village(  # electricity fell by three points in one year: to be checked, not built
        "99.01.01.2006",
        "Labuan Teduh",
        "maju",
        "household-electricity=2 early-childhood-education=1",
        "households=640 population=2330 coastal=ya fishing-main=tidak agriculture-main=ya fibre-distance-km=2"
        " signal-4g=ya has-sid=ya has-website=tidak has-digital-cadre=ya has-bank-agent=ya flood-prone=tidak",
        {2023: "household-electricity=5"},
    ),
    Village(  # an island with guests on weekends
        "99.01.02.2001",
        "Pulau Senja",
        "maju",
        "drinking-water=4 upper-secondary-access=1 road-passability=3 eateries-lodging=5 waste-disposal=1 hazard-free=4"
        " disaster-facilities=4",
        "households=268 population=930 coastal=ya fishing-main=tidak agriculture-main=tidak fibre-distance-km=38"
        " signal-4g=ya has-sid=ya has-website=ya has-digital-cadre=ya has-bank-agent=ya flood-prone=tidak",
    ),
    Village(  # no cars, weak signal, school by boat
        "99.01.02.2002",
        "Merak Kecil",
        "tertinggal",
        f"{ISLAND} disaster-facilities=3",
        "households=154 population=560 coastal=ya fishing-main=ya agriculture-main=tidak fibre-distance-km=52"
        " signal-4g=tidak has-sid=tidak has-website=tidak has-digital-cadre=tidak has-bank-agent=tidak"
        " flood-prone=tidak",
        {2023: ""},
    ),
    Village(  # a sand bank that lives on diesel and rain
        "99.01.02.2003",
        "Gosong Mutiara",
        "tertinggal",
        f"{ISLAND} household-electricity=2 phone-signal=0 village-reading-room=5 permanent-market=3 credit-facilities=2"
        " disaster-facilities=3",
        "households=121 population=410 coastal=ya fishing-main=ya agriculture-main=tidak fibre-distance-km=61",
    ),
    Village(  # the farthest island
        "99.01.02.2004",
        "Batu Layar Jauh",
        "sangat-tertinggal",
        f"{ISLAND} health-post-access=5 mutual-help-frequency=0",
        "households=88 population=315 coastal=ya fishing-main=ya fibre-distance-km=94 has-digital-cadre=tidak",
        {2022: "", 2023: ""},
    ),
]

# Coal, oil palm and the upper river: a table with official names, index data alone.
HULU_KELAM = [
    Village(
        "99.02.01.2001", "Simpang Arang", "mandiri", "pollution-free=3 waste-disposal=5", past={2023: ""}
    ),  # market
    Village("99.02.01.2002", "Lubuk Bara", "maju", "pollution-free=2 disaster-facilities=5 drinking-water=3"),  # pits
    Village("99.02.01.2003", "Mukti Sawit", "maju", "washing-water=4 drinking-water=4 permanent-market=3 banks=3"),
    Village(  # oil palm on peat: the road is cut off in the wet months
        "99.02.01.2004",
        "Kebun Lestari",
        "berkembang",
        "road-passability=3 road-surface=3 village-office-internet=1 residents-internet=1 hazard-free=5",
        past={2023: "village-office-internet=1"},
    ),
    Village(  # flooded twice a year
        "99.02.01.2005",
        "Rantau Temedak",
        "berkembang",
        "hazard-free=4 disaster-facilities=3 drinking-water=2 washing-water=2 waste-disposal=1",
    ),
    Village(  # lake fishers, an idle cooperative
        "99.02.01.2006",
        "Danau Keladan",
        "berkembang",
        "economic-institutions=1 eateries-lodging=0 product-diversity=3 hazard-free=5 disaster-facilities=3",
    ),
    Village("99.02.02.2001", "Muara Lengkuas", "tertinggal", f"{RIVER} disaster-facilities=3"),  # by boat only
    Village(  # forest edge; nobody gathers for common work any more
        "99.02.02.2002",
        "Tebing Garam",
        "tertinggal",
        "mutual-help-habit=1 mutual-help-frequency=0 early-childhood-education=1 hazard-free=5 disaster-facilities=3",
    ),
    Village("99.02.02.2003", "Riam Sunyi", "sangat-tertinggal", RIVER, past={2023: ""}),  # above the rapids, no power
    Village("99.02.02.2004", "Long Tebuan", "sangat-tertinggal", "doctor=0 midwife=1 hazard-free=4 night-watch=5"),
]

# Round the new capital: a table with our own names and facts. A blank is unknown, not zero.
LINGKAR_NUSA = [
    Village(  # digital services in place: what the index cannot see is what is asked
        "99.03.01.2001",
        "Gerbang Rimba",
        "mandiri",
        "",
        "households=1510 population=5620 coastal=no near-large-employer=yes fibre-distance-km=0 has-sid=yes"
        " has-website=yes has-digital-cadre=yes has-rkdd=no digital-literacy=medium stunting-prevalence=0.09"
        " out-of-school-youth=6 blt-recipients=31 school-age-population=1130",
    ),
    Village(
        "99.03.01.2002",
        "Bukit Harapan Baru",
        "mandiri",
        "household-electricity=4 disaster-facilities=5",
        "households=902 population=3240 coastal=no near-large-employer=yes fibre-distance-km=1 has-sid=yes"
        " has-website=no has-digital-cadre=no has-rkdd=no digital-literacy=low stunting-prevalence=0.12"
        " out-of-school-youth=14 blt-recipients=45 school-age-population=690",
    ),
    Village(  # workers' lodgings have doubled the waste
        "99.03.01.2003",
        "Mekar Bakti",
        "maju",
        "waste-disposal=0 pollution-free=4 eateries-lodging=5 social-welfare-problems=3 disaster-facilities=4",
        "households=1105 population=4480 coastal=no near-large-employer=yes fibre-distance-km=0 has-sid=no"
        " has-website=no has-digital-cadre=no has-rkdd=no digital-literacy=medium stunting-prevalence=0.16"
        " out-of-school-youth=22 blt-recipients=60 school-age-population=810",
    ),
    Village(  # vegetables for the capital
        "99.03.01.2004",
        "Sumber Palawija",
        "maju",
        "permanent-market=3 credit-facilities=4 pollution-free=5",
        "households=734 population=2710 coastal=no near-large-employer=no fibre-distance-km=4 has-sid=yes"
        " has-website=yes has-digital-cadre=yes has-rkdd=no digital-literacy=low stunting-prevalence=0.11"
        " out-of-school-youth=9 blt-recipients=52 school-age-population=560",
    ),
    Village(
        "99.03.01.2005",
        "Tirta Wening",
        "maju",
        "drinking-water=2 washing-water=4",
        "households=588 population=2060 coastal=no near-large-employer=no fibre-distance-km=3 has-sid=yes"
        " has-website=no has-digital-cadre=no has-rkdd=no digital-literacy=medium stunting-prevalence=0.21"
        " out-of-school-youth=11 blt-recipients=48 school-age-population=430",
    ),
    Village(
        "99.03.01.2006",
        "Teluk Semayang",
        "berkembang",
        "waste-disposal=1 toilet-access=4 early-childhood-education=1",
        "households=395 population=1450 coastal=yes near-large-employer=no fibre-distance-km=8 has-sid=no"
        " has-website=no has-digital-cadre=no has-rkdd=no digital-literacy=low stunting-prevalence=0.19"
        " out-of-school-youth=17 blt-recipients=57 school-age-population=330",
    ),
    Village(
        "99.03.02.2001",
        "Rawa Seminung",
        "berkembang",
        "road-surface=3 road-passability=3 toilet-access=3 disaster-facilities=3",
        "households=441 population=1620 coastal=no near-large-employer=yes fibre-distance-km=11 has-sid=no"
        " has-digital-cadre=no stunting-prevalence=0.23 blt-recipients=66",
    ),
    Village(  # the head has not answered the questions on credit and sport
        "99.03.02.2002",
        "Hilir Mahakarya",
        "berkembang",
        "phone-signal=5 upper-secondary-access=3 public-transport=3",
        "households=326 population=1175 coastal=no near-large-employer=no fibre-distance-km=16 has-sid=yes",
        unanswered="credit-facilities sports-groups sports-activities social-welfare-problems",
    ),
    Village(
        "99.03.02.2003",
        "Adat Sentosa",
        "tertinggal",
        "phone-signal=0 household-electricity=1 pollution-free=5 hazard-free=4 disaster-facilities=3",
        "households=142 population=505 coastal=no near-large-employer=no fibre-distance-km=33 has-sid=no"
        " has-digital-cadre=no digital-literacy=low stunting-prevalence=0.28 blt-recipients=70",
    ),
    Village(  # a new village with half a questionnaire and no facts
        "99.03.02.2004",
        "Ujung Tapak",
        "sangat-tertinggal",
        "upper-secondary-access=1 mutual-help-habit=1 mutual-help-frequency=5 hazard-free=4",
        "households=97",
        unanswered="health-insurance posyandu-activity household-electricity residents-internet toilet-access"
        " drinking-water post-logistics road-surface disaster-facilities",
    ),
]
