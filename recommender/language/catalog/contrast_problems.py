"""What is wrong with policies, scenarios and years that `compare` is given."""

PROBLEMS = {
    "unreadable-file.policy": {"id": "Tidak dapat dibaca: {reason}.", "en": "Cannot be read: {reason}."},
    "bad-shape.policy": {
        "id": "Berkas kebijakan memuat kunci seperti start-year, budget, overlays; lihat docs/compare-policies.md.",
        "en": "A policy file holds keys such as start-year, budget, overlays; see docs/compare-policies.md.",
    },
    "bad-shape.scenarios": {
        "id": "Berkas skenario memuat kunci scenarios, draws, atau questions; lihat docs/compare-policies.md.",
        "en": "A file of scenarios holds the keys scenarios, draws or questions; see docs/compare-policies.md.",
    },
    "bad-factor": {
        "id": "{value} bukan faktor; tulis angka di atas 0 sampai {most}, misalnya 0.8.",
        "en": "{value} is no factor; write a number above 0 up to {most}, such as 0.8.",
    },
    "bad-cost-level": {
        "id": "{value} bukan tingkat biaya; tulis low, expected, high, atau faktor di atas 0 sampai {most}.",
        "en": "{value} is no level of costs; write low, expected, high, or a factor above 0 up to {most}.",
    },
    "bad-draws": {
        "id": "Biaya diundi dari tingkat rendah ke tingkat tinggi; tukar from dan to.",
        "en": "Costs are drawn from a low level to a high one; swap from and to.",
    },
    "unfit-answer.policy": {
        "id": "'{name}' tidak dapat dijawab {value}; yang dapat: {allowed}.",
        "en": "'{name}' cannot be answered {value}; it takes: {allowed}.",
    },
    "no-policy-folder": {
        "id": "Tidak ada folder {names}, dicari di samping berkas ini; perbaiki jalurnya.",
        "en": "There is no folder {names}, looked for beside this file; mend the path.",
    },
    "two-budgets.policy": {
        "id": "Budget dan budget-file tertulis keduanya; pilih satu.",
        "en": "Both budget and budget-file are given; keep one.",
    },
    "scenario-twice": {
        "id": "Nama '{name}' dipakai {count} skenario; beri nama yang berbeda.",
        "en": "{count} scenarios are called '{name}'; give each its own name.",
    },
    "no-scenarios": {
        "id": "Tidak ada skenario; tulis daftar scenarios, atau draws: {{costs: 50, seed: 7}}.",
        "en": "There is no scenario; write a list of scenarios, or draws: {{costs: 50, seed: 7}}.",
    },
    "no-common-villages": {
        "id": "Tidak ada desa yang sama: {one} desa di satu pihak, {other} di pihak lain; periksa kode dan "
        "--code-scheme.",
        "en": "No village is in both: {one} villages on one side, {other} on the other; check codes and --code-scheme.",
    },
    "contrast-format": {
        "id": "{value} tidak memuat perbandingan kebijakan, skenario, atau tahun; pakai {known}.",
        "en": "{value} does not write comparisons of policies, scenarios or years; use {known}.",
    },
    "several-contrasts": {
        "id": "Beri satu saja dari {names}.",
        "en": "Give only one of {names}.",
    },
    "contrast-needs-data": {
        "id": "Rencana di bawah kebijakan atau skenario dibuat dari data desa, bukan dari dokumen rencana; "
        "beri datanya, "
        "atau dokumen rencana sebagai kebijakan kedua.",
        "en": "Plans under a policy or scenario are made from village data, not from plan documents; give the "
        "data, or a "
        "plan document as the second policy.",
    },
    "last-plan-no-document": {
        "id": "Ini bukan dokumen rencana; beri JSON dari recommender plan --format json yang diisi keputusan.",
        "en": "This is no plan document; give the JSON of recommender plan --format json with decisions filled in.",
    },
}
