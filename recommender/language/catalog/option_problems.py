"""Problems of what a command is told: options, names, amounts, years, where results go."""

PROBLEMS = {
    "bad-setting": {
        "id": "'{value}' tidak terbaca; tulis NAMA=NILAI, misalnya toilet-access=1.",
        "en": "'{value}' cannot be read; write NAME=VALUE, as toilet-access=1.",
    },
    "unknown-setting": {
        "id": "'{value}' bukan indikator, fakta, atau parameter, jadi tidak ada yang berubah.{near} Semua: "
        "recommender list.",
        "en": "'{value}' is no indicator, fact or parameter, so nothing would change.{near} All: recommender list.",
    },
    "setting-twice": {
        "id": "'{value}' diberikan dua kali; beri satu nilai.",
        "en": "'{value}' is given twice; give one value.",
    },
    "ambiguous-setting": {
        "id": "'{value}' nama beberapa hal; tulis salah satu dari {known}.",
        "en": "'{value}' names several things; write one of {known}.",
    },
    "unknown-indicator.set": {
        "id": "indikator '{value}' tidak dikenal.{near} Semua: recommender list indicators.",
        "en": "the indicator '{value}' is not known.{near} All: recommender list indicators.",
    },
    "unknown-fact.set": {
        "id": "fakta '{value}' tidak dikenal.{near} Semua: recommender list facts.",
        "en": "the fact '{value}' is not known.{near} All: recommender list facts.",
    },
    "unknown-parameter.set": {
        "id": "parameter '{value}' tidak dikenal.{near} Semua: recommender list parameters.",
        "en": "the parameter '{value}' is not known.{near} All: recommender list parameters.",
    },
    "no-index-data": {
        "id": "desa ini tanpa data indeks, jadi '{name}' tidak dapat diberi nilai; beri fakta saja.",
        "en": "this village has no index data, so '{name}' has no ladder of values; give facts instead.",
    },
    "not-measured-here": {
        "id": "{framework} tidak mengukur '{name}', jadi nilainya tidak berarti; beri indikator dari indeks itu.",
        "en": "{framework} does not measure '{name}', so a value would mean nothing; give an indicator of that index.",
    },
    "not-on-ladder": {
        "id": "'{name}' tidak pernah bernilai {value}; tulis salah satu dari {levels}, atau unknown.",
        "en": "'{name}' is never {value}; write one of {levels}, or unknown.",
    },
    "unfit-answer": {
        "id": "'{name}' tidak dapat dijawab begitu; jawablah dengan {allowed}.",
        "en": "'{name}' cannot be answered so; answer {allowed}.",
    },
    "unfit-number": {
        "id": "{value} tidak dapat menjadi '{name}' (satuan {unit}); beri angka 0 atau lebih, paling banyak tiga "
        "desimal.",
        "en": "{value} cannot be '{name}' (unit {unit}); give a number of 0 or more, at most three decimals.",
    },
    "nothing-asked": {
        "id": "tidak ada yang diubah; beri --set NAMA=NILAI atau pilihan --then-….",
        "en": "nothing is changed; give --set NAME=VALUE or a --then-… option.",
    },
    "not-in-plan": {
        "id": "tahun '{value}' di luar rencana; tulis tahun {first} sampai {last}.",
        "en": "the year '{value}' is outside of the plan; write a year from {first} to {last}.",
    },
    "both-ways": {
        "id": "{one} dan {other} bertentangan; pilih salah satu.",
        "en": "{one} and {other} contradict each other; choose one.",
    },
    "not-in-then": {
        "id": "desa ini tidak ada dalam data yang dibaca dengan pengetahuan lain; periksa folder itu.",
        "en": "this village is not in the data as read with the other knowledge; check that folder.",
    },
    "unknown-framework.option": {
        "id": "indeks '{value}' tidak dikenal.{near} Yang dikenal: {known}.",
        "en": "the index '{value}' is not known.{near} Known: {known}.",
    },
    "bad-rows": {
        "id": "{value} bukan jumlah desa dari 1 sampai {most}.",
        "en": "{value} is no number of villages from 1 to {most}.",
    },
    "rows-and-data": {
        "id": "beri --rows atau data, bukan keduanya; baris kosong sudah tersedia di bawah desa yang terbaca.",
        "en": "give --rows or data, not both; there is room below the villages that were read.",
    },
    "unknown-code": {
        "id": "kode '{value}' tidak dikenal.{near} Semua: {known}.",
        "en": "the code '{value}' is not known.{near} All: {known}.",
    },
    "unknown-rule": {
        "id": "aturan '{value}' tidak ada.{near} Semua: recommender list rules.",
        "en": "there is no rule '{value}'.{near} All: recommender list rules.",
    },
    "filter-not-for": {
        "id": "{name} tidak berlaku untuk {kind}; pakai dengan {known}.",
        "en": "{name} does not fit {kind}; use it with {known}.",
    },
    "unknown-dimension-name": {
        "id": "dimensi '{value}' tidak ada.{near} Pilih dari: {known}.",
        "en": "there is no dimension '{value}'.{near} Choose from: {known}.",
    },
    "unknown-subject.option": {
        "id": "'{value}' bukan indikator.{near} Semua: recommender list indicators.",
        "en": "'{value}' is no indicator.{near} All: recommender list indicators.",
    },
    "new-exists": {"id": "sudah ada; pakai nama lain.", "en": "exists already; choose another name."},
    "new-name-taken": {
        "id": "'{value}' sudah ada ({place}); nama tidak dipakai dua kali.",
        "en": "'{value}' exists already ({place}); names are never reused.",
    },
    "new-bad-name": {
        "id": "'{value}' bukan nama: huruf kecil bahasa Inggris dengan tanda hubung, mis. unsafe-well.",
        "en": "'{value}' is no name: lower-case English with hyphens, as unsafe-well.",
    },
    "new-needs-dimension": {
        "id": "dimensi belum diberikan; tambahkan --dimension atau --about. Dimensi: {known}.",
        "en": "the dimension is missing; add --dimension or --about. Dimensions: {known}.",
    },
    "new-needs-into": {
        "id": "pengetahuan yang terpasang tidak untuk ditulisi; buat lapisan dengan 'recommender new overlay DIR', "
        "lalu tambahkan --into DIR.",
        "en": "the installed knowledge is not to be written into; make an overlay with 'recommender new overlay DIR', "
        "then add --into DIR.",
    },
    "new-no-folder": {
        "id": "folder ini tidak ada; buat dengan 'recommender new overlay {path}'.",
        "en": "there is no such folder; make it with 'recommender new overlay {path}'.",
    },
    "new-no-indicator": {
        "id": "dimensi '{value}' tidak punya indikator yang terukur; beri --about.",
        "en": "the dimension '{value}' has no indicator that is measured; give --about.",
    },
    "not-whole": {
        "id": "rupiah adalah bilangan bulat; hilangkan desimalnya: '{value}'.",
        "en": "rupiah are whole; leave the decimals out: '{value}'.",
    },
    "bare-m": {
        "id": "'{value}': 'M' bisa dibaca miliar atau juta; tulis 'jt' (juta) atau 'miliar'.",
        "en": "'{value}': a bare 'M' is miliar to one reader, million to the next; write 'jt' (10^6) or 'miliar' "
        "(10^9).",
    },
    "negative-amount": {
        "id": "'{value}': jumlah negatif tidak dapat dibelanjakan; beri 0 atau lebih.",
        "en": "'{value}': a negative amount cannot be spent; give 0 or more.",
    },
    "bad-amount": {
        "id": "'{value}' bukan jumlah rupiah; tulis misalnya 330000000, 330_000_000, 330.000.000, 330jt atau "
        "1,2miliar.",
        "en": "'{value}' is no amount of rupiah; write 330000000, 330_000_000, 330.000.000, 330jt or 1,2miliar.",
    },
    "huge-amount": {
        "id": "'{value}': lebih dari 1.000 triliun tentu salah tulis; periksa nolnya.",
        "en": "'{value}': more than 1.000 triliun is a slip of units; check the zeros.",
    },
    "unknown-source": {
        "id": "'{value}' bukan sumber uang desa.{near} Pilih dari: {known}.",
        "en": "'{value}' is no source of the village's money.{near} Choose from: {known}.",
    },
    "source-twice": {
        "id": "sumber dana '{value}' diberikan dua kali; berikan satu jumlah.",
        "en": "the source '{value}' is given twice; give one amount.",
    },
    "unknown-intervention.option": {
        "id": "kegiatan '{value}' tidak dikenal.{near} Semua: recommender list interventions.",
        "en": "the intervention '{value}' is not known.{near} All: recommender list interventions.",
    },
    "pinned-and-banned": {
        "id": "--pin dan --ban bersama untuk '{value}'; pilih salah satu.",
        "en": "both --pin and --ban for '{value}'; choose one.",
    },
    "bad-years": {
        "id": "rencana {value} tahun tidak dapat disusun; beri 1 sampai 10.",
        "en": "{value} years cannot be planned; give 1 to 10.",
    },
    "bad-start-year": {
        "id": "rencana tidak dapat mulai tahun {value}; beri 2000 sampai 2100.",
        "en": "{value} is no year to start in; give 2000 to 2100.",
    },
    "unknown-village": {
        "id": "desa '{value}' tidak ada dalam data.{near} Beri kode atau nama yang ada dalam data.",
        "en": "the village '{value}' is not in the data.{near} Give a code or a name that the data have.",
    },
    "ambiguous-village": {
        "id": "nama '{value}' dimiliki beberapa desa; beri kode: {codes}.",
        "en": "several villages are named '{value}'; give the code: {codes}.",
    },
    "which-village": {
        "id": "data memuat {count} desa; pilih satu dengan --village KODE-ATAU-NAMA.",
        "en": "the data hold {count} villages; choose one with --village CODE-OR-NAME.",
    },
    "no-villages": {
        "id": "tidak ada desa yang dapat dibaca dari data.",
        "en": "no village could be read from the data.",
    },
    "unknown-name": {
        "id": "'{value}' tidak ada dalam basis pengetahuan.{near} Lihat: recommender list.",
        "en": "'{value}' is not in the knowledge base.{near} See: recommender list.",
    },
    "no-such-path": {
        "id": "berkas atau folder ini tidak ada; periksa namanya.",
        "en": "there is no such file or folder; check the name.",
    },
    "not-in-knowledge": {
        "id": "tidak berada dalam folder rules/ atau catalog/.",
        "en": "does not stand in a rules/ or catalog/ folder.",
    },
    "output-exists": {
        "id": "sudah ada; pakai --force untuk menimpanya.",
        "en": "exists already; use --force to replace it.",
    },
    "output-folder": {"id": "ini folder; beri nama berkas di dalamnya.", "en": "this is a folder; name a file in it."},
    "output-parent": {
        "id": "folder induknya tidak ada; buat dulu folder itu.",
        "en": "its parent folder does not exist; make it first.",
    },
    "output-no-folder": {
        "id": "adalah berkas; hasil beberapa desa ditulis ke folder: sebutkan folder dengan -o.",
        "en": "is a file; the results of several villages go into a folder: name a folder with -o.",
    },
    "output-folder-wanted": {
        "id": "hasil beberapa desa ditulis ke folder: sebutkan folder dengan -o, atau pilih satu desa dengan "
        "--village.",
        "en": "the results of several villages go into a folder: name one with -o, or choose a village with --village.",
    },
    "output-binary": {
        "id": "bentuk ini bukan teks: sebutkan berkas dengan -o.",
        "en": "this format is no text: name a file with -o.",
    },
    "output-failed": {"id": "tidak dapat ditulis: {why}.", "en": "cannot be written: {why}."},
    "two-existing": {
        "id": "kegiatan rutin sudah ada dalam berkas anggaran; beri salah satu.",
        "en": "the budget file has existing programmes already; give one of the two.",
    },
    "bad-money-rules": {
        "id": "'{value}' bukan tahun dan bukan none; yang ada: {known}.",
        "en": "'{value}' is neither a year nor none; there are rules of {known}.",
    },
    "two-budgets": {
        "id": "beri --budget atau --budget-file, tidak keduanya.",
        "en": "give --budget or --budget-file, not both.",
    },
    "unknown-class": {
        "id": "'{value}' bukan status suatu indeks.{near} Yang dikenal: {known}.",
        "en": "'{value}' is no class of an index.{near} Known: {known}.",
    },
    "unknown-dimension.option": {
        "id": "'{value}' bukan nama dimensi.{near} Yang dikenal: {known}.",
        "en": "'{value}' is no dimension.{near} Known: {known}.",
    },
    "bad-target-score": {
        "id": "'{value}' bukan skor sasaran: tulis NAMA=SKOR dengan skor di atas 0 sampai 1, misalnya economy=0.6.",
        "en": "'{value}' is no target score: write NAME=SCORE with a score above 0 up to 1, such as economy=0.6.",
    },
    "two-targets": {
        "id": "beri --target atau --target-dimension, tidak keduanya.",
        "en": "give --target or --target-dimension, not both.",
    },
    "no-engine": {
        "id": "tidak ada mesin '{value}' di sini; pilih auto atau salah satu dari {known}.",
        "en": "there is no engine '{value}' here; choose auto or one of {known}.",
    },
    "no-durable-rules": {
        "id": "durable-rules tidak terpasang di sini; pakai --engine reference, yang memberi hasil sama.",
        "en": "durable-rules is not installed here; use --engine reference, which answers the same.",
    },
    "unknown-code-scheme": {"id": "'{value}' bukan salah satu dari {known}.", "en": "'{value}' is none of {known}."},
    "bad-year.option": {
        "id": "{value} bukan tahun data; tulis dengan empat angka.",
        "en": "{value} is no year of data; write it with four digits.",
    },
}
