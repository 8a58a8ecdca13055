"""Wording of the command line itself: parts of `--help`, mistakes in its use, what a run says beside its result."""

MESSAGES = {
    # Parts of --help
    "help.usage": {"id": "Pemakaian:", "en": "Usage:"},
    "help.options": {"id": "Pilihan:", "en": "Options:"},
    "help.commands": {"id": "Perintah:", "en": "Commands:"},
    "help.options-word": {"id": "[PILIHAN]", "en": "[OPTIONS]"},
    # Pieces of any message
    "listed-more": {"id": "{names} dan {count} lagi", "en": "{names} and {count} more"},
    "did-you-mean": {"id": " Maksud Anda '{near}'?", "en": " Did you mean '{near}'?"},
    # Mistakes in the use of commands and options
    "no-such-command": {
        "id": "tidak ada perintah '{name}'.{near} Daftar perintah: recommender --help.",
        "en": "there is no command '{name}'.{near} All commands: recommender --help.",
    },
    "no-such-option": {
        "id": "tidak ada pilihan '{name}'.{near} Daftar pilihan: {command} --help.",
        "en": "there is no option '{name}'.{near} All options: {command} --help.",
    },
    "needs-value": {
        "id": "pilihan {name} memerlukan nilai; tuliskan sesudahnya.",
        "en": "the option {name} needs a value; write it behind it.",
    },
    "takes-no-value": {"id": "pilihan {name} tidak menerima nilai.", "en": "the option {name} takes no value."},
    "missing-argument": {
        "id": "{name} belum diberikan. Lihat {command} --help.",
        "en": "{name} is missing. See {command} --help.",
    },
    "extra-argument": {
        "id": "'{name}' berlebih di sini. Lihat {command} --help.",
        "en": "'{name}' is one too many here. See {command} --help.",
    },
    "bad-choice": {
        "id": "{name}: '{value}' tidak dikenal.{near} Pilih dari: {known}.",
        "en": "{name}: '{value}' is not known.{near} Choose from: {known}.",
    },
    "needs-number": {
        "id": "{name}: '{value}' bukan bilangan bulat; tuliskan angka saja.",
        "en": "{name}: '{value}' is no whole number; write digits only.",
    },
    "bad-usage": {"id": "{message}", "en": "{message}"},
    # Said beside a result
    "pins-without-place": {
        "id": "diminta masuk, tetapi tidak dapat: {names}; rencana menyebut sebabnya.",
        "en": "asked for, but not possible: {names}; the plan says why.",
    },
    "no-steps-in-csv": {
        "id": "{count} desa tanpa langkah tidak punya baris dalam CSV; lihat --format table atau json.",
        "en": "{count} villages without steps have no row in the CSV; see --format table or json.",
    },
    "data-warnings": {
        "id": "{count} catatan data; lihat bagian CATATAN DATA pada rencana atau data.problems dalam JSON.",
        "en": "{count} notes on the data; see ABOUT THE DATA in the plan or data.problems in the JSON.",
    },
    "progress": {"id": "{done} dari {total} desa", "en": "{done} of {total} villages"},
    # What ends a run
    "missing-module": {
        "id": "paket '{name}' tidak terpasang; pasang lagi recommender dengan semua kebutuhannya.",
        "en": "the package '{name}' is not installed; install recommender again with all it needs.",
    },
    "bug": {
        "id": "kesalahan program: {kind}: {message} ({place}). Ulangi dengan RECOMMENDER_DEBUG=1 dan laporkan.",
        "en": "a bug in this program: {kind}: {message} ({place}). Run again with RECOMMENDER_DEBUG=1 and report the "
        "output.",
    },
    "out-of-memory": {
        "id": "memori tidak cukup; bagi data menjadi beberapa bagian.",
        "en": "out of memory; split the data into parts.",
    },
}
