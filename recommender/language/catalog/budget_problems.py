"""Problems of a budget file and of existing programmes (docs/budget-file.md)."""

PROBLEMS = {
    "unreadable-file.budget": {"id": "tidak dapat dibaca: {reason}.", "en": "cannot be read: {reason}."},
    "bad-shape.budget": {
        "id": "berkas anggaran memuat pasangan kunci dengan 'sources'; lihat docs/budget-file.md.",
        "en": "a budget file is a mapping with 'sources'; see docs/budget-file.md.",
    },
    "missing-key.sources": {
        "id": "'sources' memuat sedikitnya satu sumber uang desa.",
        "en": "'sources' holds at least one source of the village's money.",
    },
    "unknown-source.budget": {
        "id": "'{name}' bukan sumber uang desa.{near}",
        "en": "'{name}' is no source of the village's money.{near}",
    },
    "bad-amount.two": {
        "id": "beri 'amount' (bebas untuk kegiatan) atau 'gross' (dengan 'spoken-for').",
        "en": "give either 'amount' (free for works) or 'gross' (with 'spoken-for').",
    },
    "bad-amount.spoken-for": {
        "id": "'amount' sudah bebas dari yang terpakai; tulis 'gross'.",
        "en": "'amount' is free of what is spoken for; write 'gross'.",
    },
    "bad-amount.no-rupiah": {
        "id": "{value} bukan jumlah rupiah yang utuh; tulis 330000000 atau 330jt.",
        "en": "{value} is no whole amount of rupiah; write 330000000 or 330jt.",
    },
    "bad-share.all": {
        "id": "lebih dari seluruh uangnya sudah terpakai.",
        "en": "more than all of the money is spoken for.",
    },
    "bad-share.budget": {
        "id": "{value} bukan bagian: angka 0 sampai 1.",
        "en": "{value} is no share: a number from 0 to 1.",
    },
    "bad-year.budget": {
        "id": "'{value}' bukan tahun; tulis {{2027: 330jt}}.",
        "en": "'{value}' is no year; write {{2027: 330jt}}.",
    },
    "earmarks-beyond": {
        "id": "bagian 'at-least' berjumlah {share} % dari uangnya; turunkan sampai 100 % atau kurang.",
        "en": "the 'at-least' shares add up to {share} % of the money; lower them to 100 % or less.",
    },
    "earmarks-beyond.most": {
        "id": "{focus}: 'at-least' di atas 'at-most'-nya; perbaiki salah satu.",
        "en": "{focus}: 'at-least' is above its 'at-most'; mend one.",
    },
    "bad-shape.spoken-for": {
        "id": "tulis {{share: 0.58, reason: sebabnya}}.",
        "en": "write {{share: 0.58, reason: why}}.",
    },
    "bad-shape.earmark": {
        "id": "tulis {{focus: [focus-4], at-least: 0.2, reason: sebabnya}}.",
        "en": "write {{focus: [focus-4], at-least: 0.2, reason: why}}.",
    },
    "bad-shape.list": {"id": "'{key}' memuat daftar.", "en": "'{key}' holds a list."},
    "unknown-focus": {
        "id": "'{name}' bukan fokus kegiatan mana pun.{near}",
        "en": "'{name}' is the focus of no work.{near}",
    },
    "bad-earmark": {
        "id": "alokasi wajib adalah bagian 'at-least' atau 'at-most', satu saja.",
        "en": "an earmark is either 'at-least' or 'at-most' a share.",
    },
    "replaced-key.price-level": {
        "id": "tingkat harga kini pilihan perintah: hapus baris ini; tanpa penyesuaian harga beri --prices nominal.",
        "en": "the price level is an option now: take the line out; for prices as they were read: --prices nominal.",
    },
    "earmarks-beyond.rule": {
        "id": "{source} {year}: {focus} paling sedikit {least} dan paling banyak {most} rupiah (aturan {name}); ubah "
        "alokasi wajib, atau beri --money-rules none.",
        "en": "{source} {year}: {focus} shall get at least {least} and at most {most} rupiah (rule {name}); change the "
        "earmark, or give --money-rules none.",
    },
    "unreadable-file.existing": {"id": "tidak dapat dibaca: {reason}.", "en": "cannot be read: {reason}."},
    "bad-shape.existing-file": {
        "id": "berkas ini memuat kunci 'existing' dengan daftar kegiatan rutin; lihat docs/budget-file.md.",
        "en": "this file holds the key 'existing' with a list of programmes; see docs/budget-file.md.",
    },
    "bad-shape.existing": {
        "id": "tulis {{code: 2.02.02, name: Posyandu, amount: 55jt, source: village-fund, meets: []}}.",
        "en": "write {{code: 2.02.02, name: Posyandu, amount: 55jt, source: village-fund, meets: []}}.",
    },
    "bad-code.existing": {
        "id": "{value} bukan kode APBDes; tulis misalnya 2.02.02 (kode dua angka dalam tanda kutip: '1.01').",
        "en": "{value} is no code of the village budget; write as 2.02.02 (codes of two numbers in quotes: '1.01').",
    },
    "bad-name.existing": {
        "id": "{value} bukan nama kegiatan; tulis teks.",
        "en": "{value} is no name of a programme; write a text.",
    },
    "existing-twice": {
        "id": "{code} {name} tertulis dua kali; beri satu baris.",
        "en": "{code} {name} stands twice; give it one line.",
    },
    "unknown-work.existing": {
        "id": "'{name}' bukan kegiatan dalam katalog.{near} Semua: recommender list interventions.",
        "en": "'{name}' is no work of the catalog.{near} All: recommender list interventions.",
    },
    "existing-overrun": {
        "id": "{source} {year}: kegiatan rutin memakai {taken} dari {there} rupiah, {over} terlalu banyak; kurangi "
        "kegiatannya, naikkan pagu, atau beri uang yang sudah bebas (amount, --budget).",
        "en": "{source} {year}: existing programmes take {taken} of {there} rupiah, {over} too much; lower them, raise "
        "the amount, or give what is free already (amount, --budget).",
    },
    "bad-value.flag": {
        "id": "'{key}' adalah true atau false, bukan {value}.",
        "en": "'{key}' is true or false, not {value}.",
    },
}
