"""What is wrong with policies, scenarios and years that `compare` is given."""

PROBLEMS = {
    "unreadable-file.policy": {"id": "tidak dapat dibaca: {reason}.", "en": "cannot be read: {reason}."},
    "bad-shape.policy": {
        "id": "berkas kebijakan memuat kunci seperti start-year, budget, overlays; lihat docs/compare-policies.md.",
        "en": "a policy file holds keys such as start-year, budget, overlays; see docs/compare-policies.md.",
    },
    "bad-shape.scenarios": {
        "id": "berkas skenario memuat kunci scenarios, draws, atau questions; lihat docs/compare-policies.md.",
        "en": "a file of scenarios holds the keys scenarios, draws or questions; see docs/compare-policies.md.",
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
        "id": "biaya diundi dari tingkat rendah ke tingkat tinggi; tukar from dan to.",
        "en": "costs are drawn from a low level to a high one; swap from and to.",
    },
    "unfit-answer.policy": {
        "id": "'{name}' tidak dapat dijawab {value}; yang dapat: {allowed}.",
        "en": "'{name}' cannot be answered {value}; it takes: {allowed}.",
    },
    "no-policy-folder": {
        "id": "tidak ada folder {names}, dicari di samping berkas ini; perbaiki jalurnya.",
        "en": "there is no folder {names}, looked for beside this file; mend the path.",
    },
    "two-budgets.policy": {
        "id": "budget dan budget-file tertulis keduanya; pilih satu.",
        "en": "both budget and budget-file are given; keep one.",
    },
    "scenario-twice": {
        "id": "nama '{name}' dipakai {count} skenario; beri nama yang berbeda.",
        "en": "{count} scenarios are called '{name}'; give each its own name.",
    },
    "no-scenarios": {
        "id": "tidak ada skenario; tulis daftar scenarios, atau draws: {{costs: 50, seed: 7}}.",
        "en": "there is no scenario; write a list of scenarios, or draws: {{costs: 50, seed: 7}}.",
    },
    "no-common-villages": {
        "id": "tidak ada desa yang sama: {one} desa di satu pihak, {other} di pihak lain; periksa kode dan "
        "--code-scheme.",
        "en": "no village is in both: {one} villages on one side, {other} on the other; check codes and --code-scheme.",
    },
    "contrast-format": {
        "id": "{value} tidak memuat perbandingan kebijakan, skenario, atau tahun; pakai {known}.",
        "en": "{value} does not write comparisons of policies, scenarios or years; use {known}.",
    },
    "several-contrasts": {
        "id": "beri satu saja dari {names}.",
        "en": "give only one of {names}.",
    },
    "contrast-needs-data": {
        "id": "rencana di bawah kebijakan atau skenario dibuat dari data desa, bukan dari dokumen rencana; "
        "beri datanya, "
        "atau dokumen rencana sebagai kebijakan kedua.",
        "en": "plans under a policy or scenario are made from village data, not from plan documents; give the "
        "data, or a "
        "plan document as the second policy.",
    },
    "last-plan-no-document": {
        "id": "ini bukan dokumen rencana; beri JSON dari recommender plan --format json yang diisi keputusan.",
        "en": "this is no plan document; give the JSON of recommender plan --format json with decisions filled in.",
    },
}
