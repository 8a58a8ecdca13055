"""Problems of plan documents: read, checked again by `verify`, carried into the next plan."""

PROBLEMS = {
    "other-knowledge": {
        "id": "rencana dibuat dengan pengetahuan {version} ({sha}), ini {here} ({here_sha}); beri folder yang dipakai "
        "membuatnya (--knowledge).",
        "en": "the plan was made with knowledge {version} ({sha}), this is {here} ({here_sha}); give the folder that "
        "it was made with (--knowledge).",
    },
    "other-knowledge.not-given": {
        "id": "rencana dibuat dengan lapisan '{name}' ({sha}), yang tidak diberikan; tambahkan --overlay dengan "
        "folder itu.",
        "en": "the plan was made with the overlay '{name}' ({sha}), which is not given; add --overlay with that "
        "folder.",
    },
    "other-knowledge.not-used": {
        "id": "rencana dibuat tanpa lapisan '{name}'; jalankan lagi tanpa --overlay itu.",
        "en": "the plan was made without the overlay '{name}'; run again without that --overlay.",
    },
    "other-knowledge.differs": {
        "id": "isi lapisan '{name}' berubah sejak rencana dibuat ({sha}, kini {here_sha}); beri versi yang lama.",
        "en": "the overlay '{name}' has changed since the plan was made ({sha}, now {here_sha}); give the old version.",
    },
    "other-knowledge.order": {
        "id": "rencana dibuat dengan urutan lapisan {names}; beri --overlay menurut urutan itu.",
        "en": "the plan was made with the overlays in the order {names}; give --overlay in that order.",
    },
    "document-unreadable": {"id": "tidak dapat dibaca: {why}.", "en": "cannot be read: {why}."},
    "document-empty": {
        "id": "kosong; beri dokumen dari plan --format json atau ndjson.",
        "en": "is empty; give a document of plan --format json or ndjson.",
    },
    "document-not-json": {
        "id": "bukan JSON yang utuh ({why}); buat lagi dengan plan --format json.",
        "en": "is not whole JSON ({why}); make it again with plan --format json.",
    },
    "document-schema-version": {
        "id": "schema_version {value} tidak dikenal; program ini membaca versi {known}.",
        "en": "schema_version {value} is not known; this program reads version {known}.",
    },
    "document-bad": {"id": "bukan dokumen rencana: {place}: {why}.", "en": "is no plan document: {place}: {why}."},
    # Last year's plan, with what people decided on its steps
    "unknown-step": {
        "id": "'{name}' bukan langkah rencana ini.{near}",
        "en": "'{name}' was no step of this plan.{near}",
    },
    "no-reason": {
        "id": "'{name}' ditolak: tulis sebabnya pada 'reason'.",
        "en": "'{name}' was rejected: say why in 'reason'.",
    },
}
