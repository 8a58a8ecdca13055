"""What is wrong with what `compare` is given."""

PROBLEMS = {
    "unknown-level": {
        "id": "'{value}' bukan tingkat pengelompokan.{near} Yang ada: {known}.",
        "en": "'{value}' is nothing to group by.{near} There are: {known}.",
    },
    "compare-other-knowledge": {
        "id": "Rencana dibuat dengan pengetahuan yang berbeda: {versions}. Susun ulang dengan satu pengetahuan, atau "
        "pakai --against untuk melihat bedanya.",
        "en": "The plans were made with different knowledge: {versions}. Plan them again with one, or see by "
        "--against what differs.",
    },
    "compare-village-twice": {
        "id": "{count} desa muncul lebih dari satu kali: {codes}. Keluarkan salah satu berkasnya.",
        "en": "{count} villages stand there more than once: {codes}. Leave one of their files out.",
    },
    "nothing-to-compare": {
        "id": "Tidak ada desa yang tersisa dari {count}: longgarkan --filter atau --data-year.",
        "en": "None of {count} villages is left: loosen --filter or --data-year.",
    },
    "bad-filter": {
        "id": "'{value}' bukan saringan; tulis NAMA=NILAI, misalnya class=tertinggal atau district=64.01.",
        "en": "'{value}' is no filter; write NAME=VALUE, such as class=tertinggal or district=64.01.",
    },
    "unknown-filter": {
        "id": "Tidak ada saringan '{value}'.{near} Yang ada: {known}.",
        "en": "There is no filter '{value}'.{near} There are: {known}.",
    },
    "unknown-filter-value": {
        "id": "'{value}' tidak dikenal untuk saringan {name}.{near}",
        "en": "'{value}' is unknown to the filter {name}.{near}",
    },
    "no-extra": {
        "id": "Diperlukan paket {package}: pasang dengan pip install 'recommender[{extra}]'.",
        "en": "The package {package} is needed: pip install 'recommender[{extra}]'.",
    },
}
