"""Problems of village data: answers of an index service, tables, codes, years, values (docs/data-formats.md)."""

PROBLEMS = {
    # Answers of an index service
    "bad-json.data": {
        "id": "bukan JSON yang sah: {reason}. Ambil ulang jawabannya.",
        "en": "is no valid JSON: {reason}. Fetch the answer again.",
    },
    "service-error": {
        "id": "ini pesan kesalahan dari layanan indeks, bukan jawaban: '{reason}'. Periksa kode desa dan tahun, lalu "
        "ambil ulang.",
        "en": "is an error of the index service, not an answer: '{reason}'. Check village code and year and fetch it "
        "again.",
    },
    "wrong-shape.answer": {
        "id": "bukan jawaban layanan indeks: {reason}. Ambil ulang, atau berikan berkas lain.",
        "en": "is no answer of the index service: {reason}. Fetch it again, or give another file.",
    },
    "bad-row": {
        "id": "baris ini tidak punya nama indikator sehingga tidak terbaca; ambil ulang jawabannya.",
        "en": "the row has no indicator name, so it cannot be read; fetch the answer again.",
    },
    "no-known-rows": {
        "id": "tidak ada baris dengan indikator yang dikenal, jadi rencana tak berdasar; berikan jawaban indeks "
        "({known}).",
        "en": "no row names a known indicator, so there is nothing to plan from; give an answer of a known index "
        "({known}).",
    },
    "unknown-rows": {
        "severity": "warning",
        "id": "bukan indikator yang dikenal, jadi tidak dibaca: {names}.{near}",
        "en": "no known indicators, so not read: {names}.{near}",
    },
    "conflicting-rows": {
        "id": "'{name}' ada di dua baris dengan nilai berbeda ({values}); dianggap tidak diketahui. Ambil ulang "
        "jawabannya.",
        "en": "'{name}' stands in two rows with different values ({values}); it counts as unknown. Fetch the answer "
        "again.",
    },
    "missing-rows": {
        "id": "{count} dari {total} indikator tidak bernilai di sini: {names}. Dianggap tak diketahui; ambil ulang.",
        "en": "{count} of {total} indicators have no value here: {names}. They count as unknown; fetch the answer "
        "again.",
    },
    "missing-total": {
        "severity": "warning",
        "id": "baris '{name}' tidak ada, jadi bagian indeks ini tidak dapat diperiksa.",
        "en": "the row '{name}' is missing, so this part of the index cannot be checked.",
    },
    "bad-total": {
        "severity": "warning",
        "id": "'{name}' yang diterbitkan adalah {value}, bukan angka 0 sampai {highest}; indeks tak dapat diperiksa.",
        "en": "the published '{name}' is {value}, no number from 0 to {highest}; the index cannot be checked against "
        "it.",
    },
    "impossible-total": {
        "severity": "warning",
        "id": "'{name}' terbit {value}; indeks ini paling rendah {lowest}. Mungkin kode status; tidak dipakai.",
        "en": "the published '{name}' is {value}; this index is {lowest} at least. Perhaps a status code; not used.",
    },
    "unknown-class.published": {
        "severity": "warning",
        "id": "kelas terbitan {value} bukan salah satu dari {known}; tidak dipakai.{near}",
        "en": "the published class {value} is none of {known}; it is not used.{near}",
    },
    "text-numbers": {
        "severity": "warning",
        "id": "skor tertulis sebagai teks ('5', bukan 5); dibaca sebagai angka.",
        "en": "scores stand as text ('5' instead of 5); they were read as numbers.",
    },
    # Years
    "assumed-year": {
        "severity": "warning",
        "id": "tidak menyebut tahun; dianggap {year}, tahun terbaru {framework}. Ubah dengan kolom 'tahun' atau "
        "--year.",
        "en": "names no year; taken as {year}, the newest of {framework}. Say otherwise with a column 'tahun' or "
        "--year.",
    },
    "bad-year.data": {
        "id": "{value} bukan tahun {first} sampai 2100 dan tidak dipakai; tulis dengan empat angka.",
        "en": "{value} is no year from {first} to 2100 and is not used; write it with four digits.",
    },
    "year-conflict": {
        "severity": "warning",
        "id": "bertahun {year} menurut ringkasannya, tetapi barisnya {others}; dipakai {year}. Periksa mana yang "
        "benar.",
        "en": "is of {year} by its summary, but its rows say {others}; {year} is used. Check which is right.",
    },
    "year-after-framework": {
        "severity": "warning",
        "id": "{year} sesudah {last}, tahun terakhir {framework}; nilainya tetap dibaca menurut jenjangnya.",
        "en": "{year} is after {last}, the last year of {framework}; the values are read by its ladders all the same.",
    },
    # Village codes
    "no-code": {
        "id": "tidak punya kode desa, jadi tidak jelas nilai ini milik desa mana; tambahkan.",
        "en": "has no village code, so nobody knows whose values these are; add it.",
    },
    "bad-code": {
        "id": "{value} bukan kode desa: kode desa sepuluh angka, misalnya 64.01.01.2010 atau 6401012010. Perbaiki.",
        "en": "{value} is no village code: that has ten digits, such as 64.01.01.2010 or 6401012010. Correct it.",
    },
    "lost-digit": {
        "id": "{value} hanya sembilan angka, kode desa sepuluh: nol di depan hilang. Format kolom sebagai teks dan "
        "tulis kode lengkap.",
        "en": "{value} has nine digits, a village code ten: a leading zero was lost. Format the column as text and "
        "enter the code in full.",
    },
    "code-as-number": {
        "id": "{value} adalah kode yang diubah lembar kerja menjadi angka dan dibulatkan; format kolom sebagai teks "
        "dan tulis kode lengkap.",
        "en": "{value} is a code that a spreadsheet turned into a number and rounded; format the column as text and "
        "enter the code in full.",
    },
    "mended-codes": {
        "severity": "warning",
        "id": "{count} kode seperti {value} diubah lembar kerja menjadi angka; dibaca tanpa '.0'. Format kolom "
        "sebagai teks.",
        "en": "{count} codes such as {value} were turned into numbers by a spreadsheet; read without the '.0'. Format "
        "the column as text.",
    },
    "unknown-scheme": {
        "severity": "warning",
        "id": "{count} kode tanpa titik (misalnya {value}) bisa kode BPS atau Kemendagri dari desa yang berbeda; "
        "disimpan sebagai 'unknown'. Sebutkan dengan --code-scheme, atau tulis 64.01.01.2010.",
        "en": "{count} codes without dots (such as {value}) can be BPS or Kemendagri codes of different villages; "
        "kept as 'unknown'. Say which with --code-scheme, or write 64.01.01.2010.",
    },
    "same-digits": {
        "severity": "warning",
        "id": "{count} kode (misalnya {value}) juga ada di masukan lain dengan jenis kode berbeda dan nama lain, dan "
        "tidak digabung; bila desanya sama, sebutkan dengan --code-scheme.",
        "en": "{count} codes (such as {value}) also stand in other input under another scheme and another name, and "
        "were kept apart; if they are the same villages, say so with --code-scheme.",
    },
    "scheme-taken": {
        "severity": "warning",
        "id": "{count} kode tanpa titik (misalnya {value}) dianggap kode {scheme} seperti di masukan lain: satu desa, "
        "satu rencana. Bila bukan, sebutkan dengan --code-scheme.",
        "en": "{count} codes without dots (such as {value}) are taken as {scheme} codes like those beside them: one "
        "village, one plan. If they are not, say so with --code-scheme.",
    },
    "old-data": {
        "severity": "warning",
        "id": "data tahun {year} dipakai untuk rencana mulai {start}: {age} tahun lebih tua. Ambil data terbaru "
        "sebelum rencana diputuskan.",
        "en": "data of {year} make a plan from {start}: {age} years old. Fetch newer data before the plan is decided.",
    },
    "no-such-district": {
        "severity": "warning",
        "id": "kode {value}: tidak ada kabupaten/kota {district} dalam daftar 2024; mungkin kode lama atau salah "
        "ketik. Harga dan dana desa setempat tidak diketahui; pakai kode yang berlaku.",
        "en": "code {value}: no district {district} stands in the list of 2024; it may be abolished or mistyped. "
        "Local prices and village fund are unknown; use the code in force.",
    },
    # Tables
    "no-rows": {
        "id": "hanya berisi judul kolom tanpa baris; tambahkan desanya.",
        "en": "has a header but no rows; add the villages.",
    },
    "no-code-column": {
        "id": "tidak ada kolom kode desa; beri nama 'kode_desa'.{near}",
        "en": "no column holds the village code; name it 'kode_desa'.{near}",
    },
    "no-known-columns": {
        "id": "tidak ada kolom indikator atau fakta yang dikenal, jadi tidak ada dasar rencana; beri judul kolom "
        "dengan nama atau kode resmi ({example}).{near}",
        "en": "no column is an indicator or a fact that is known, so there is nothing to plan from; head the columns "
        "with official names or codes ({example}).{near}",
    },
    "unknown-columns": {
        "severity": "warning",
        "id": "kolom tidak dikenal dan tidak dibaca: {names}.{near}",
        "en": "columns not known and not read: {names}.{near}",
    },
    "duplicate-column": {
        "id": "{names} adalah kolom yang sama; semuanya tidak dibaca. Sisakan satu.",
        "en": "{names} are the same column; none of them is read. Keep one.",
    },
    "ambiguous-column": {
        "id": "'{name}' bisa berarti {targets}; tidak dibaca. Beri judul kolom salah satu nama itu.",
        "en": "'{name}' can be {targets}; it is not read. Head the column with one of these names.",
    },
    "ambiguous-framework": {
        "id": "kolomnya cocok untuk {names} sekaligus, jadi indikator tidak dibaca; tambah kolom 'tahun' atau pakai "
        "kode resmi.",
        "en": "the columns fit {names} alike, so no indicator is read; add a column 'tahun' or use official codes.",
    },
    "mixed-frameworks": {
        "id": "{names} milik indeks lain, sedangkan tabel dibaca sebagai {framework}; pisahkan berkas tiap indeks.",
        "en": "{names} belong to another index than {framework}, as which the table is read; give each index a file.",
    },
    "column-mismatch": {
        "id": "'{name}' berkode '{first}' tetapi bernama '{second}'; tidak dibaca. Perbaiki judul kolomnya.",
        "en": "'{name}' has the code of '{first}' and the name of '{second}'; it is not read. Correct the header.",
    },
    "bad-quotes": {
        "id": "tanda kutip tidak ditutup sehingga selnya tidak dapat dipisahkan; baris ini tidak dibaca. Tutup "
        "kutipnya.",
        "en": "a quotation mark is never closed, so its cells cannot be told apart; the row is not read. Close it.",
    },
    "stray-quotes": {
        "severity": "warning",
        "id": "ada tanda kutip di dalam sel pada {count} baris; dibaca apa adanya, jadi periksa namanya.",
        "en": "quotation marks stand inside cells of {count} rows; read as they stand, so check the names.",
    },
    "long-row": {
        "id": "berisi {found} sel untuk {expected} kolom, jadi nilai mungkin bergeser; baris ini tidak dibaca. Beri "
        "tanda kutip pada sel yang memuat pemisah.",
        "en": "has {found} cells under {expected} columns, so values may have moved; the row is not read. Quote cells "
        "that hold the separator.",
    },
    "short-row": {
        "id": "terputus setelah {found} dari {expected} sel; sisanya dianggap tidak diketahui. Lengkapi.",
        "en": "breaks off after {found} of {expected} cells; the rest counts as unknown. Complete it.",
    },
    "no-values": {
        "id": "tidak ada kolom dikenal yang terisi, jadi tidak ada dasar rencana; isi atau hapus barisnya.",
        "en": "no known column has a value here, so there is nothing to plan from; fill it or delete the row.",
    },
    # Values
    "bad-value.data": {
        "id": "{value} bukan bilangan bulat {lowest} sampai {highest} untuk '{name}'; dianggap tidak diketahui. "
        "Perbaiki.",
        "en": "{value} is no whole number from {lowest} to {highest} for '{name}'; it counts as unknown. Correct it.",
    },
    "out-of-scale": {
        "id": "{value} di luar skala {lowest} sampai {highest} untuk '{name}'; dianggap tidak diketahui. Perbaiki.",
        "en": "{value} is off the scale {lowest} to {highest} of '{name}'; it counts as unknown. Correct it.",
    },
    "off-ladder": {
        "id": "'{name}' tidak pernah bernilai {value}, hanya {levels}; dianggap tidak diketahui. Perbaiki.",
        "en": "'{name}' is never {value}, only {levels}; it counts as unknown. Correct it.",
    },
    "bad-fact": {
        "id": "{value} bukan {kind} untuk '{name}'; dianggap tidak diketahui. {cure}",
        "en": "{value} is no {kind} for '{name}'; it counts as unknown. {cure}",
    },
    "fact-out-of-range": {
        "id": "{value} tidak mungkin untuk '{name}', yang berkisar {range}; dianggap tidak diketahui. Perbaiki.",
        "en": "{value} cannot be '{name}', which lies {range}; it counts as unknown. Correct it.",
    },
    "bare-shares": {
        "severity": "warning",
        "id": "{count} kali tertulis 1 tanpa tanda % di tempat persentase; dibaca 100 %. Satu persen ditulis 1 %.",
        "en": "1 is written {count} times without % where a share belongs; read as 100 %. Write one per cent as 1 %.",
    },
    "bare-shares.mixed": {
        "severity": "warning",
        "id": "persentase tertulis {small} dan {large} tanpa tanda %; sampai 1 dibaca sebagai bagian (0,35 = 35 %, "
        "1 = 100 %), di atas 1 sebagai persen (35 = 35 %). Tulis tanda %.",
        "en": "shares are written {small} and {large} without %; up to 1 they are read as parts (0.35 = 35 %, 1 = "
        "100 %), above 1 as per cent (35 = 35 %). Write the sign %.",
    },
    "ambiguous-number": {
        "id": "{value} bisa berarti {first} atau {second} untuk '{name}'; dianggap tidak diketahui. Tulis tanpa "
        "pemisah, atau dengan jumlah desimal lain.",
        "en": "{value} can be {first} or {second} for '{name}'; it counts as unknown. Write it without the separator, "
        "or with another number of decimals.",
    },
    # The same village more than once
    "conflicting-values": {
        "id": "{village} {year} bernilai lain di {others}: {names}. Dianggap tidak diketahui; sisakan yang benar.",
        "en": "{village} {year} has other values in {others}: {names}. They count as unknown; keep the right ones.",
    },
    "conflicting-facts": {
        "id": "{village} punya fakta lain di {others}: {names}. Dianggap tidak diketahui; sisakan yang benar.",
        "en": "{village} has other facts in {others}: {names}. They count as unknown; keep the right ones.",
    },
    "conflicting-index": {
        "severity": "warning",
        "id": "{village} {year} punya indeks terbitan lain di {others}: {names}. {kept}",
        "en": "{village} {year} has another published index in {others}: {names}. {kept}",
    },
    "place-differs": {
        "severity": "warning",
        "id": "{code} dalam daftar resmi bernama '{name}', di data '{names}' ({count} desa); nama dari data yang "
        "dipakai. Periksa apakah kodenya benar.",
        "en": "{code} is '{name}' in the official list and '{names}' in the data ({count} villages); the data's name "
        "is kept. Check the codes.",
    },
    "name-differs": {
        "severity": "warning",
        "id": "{village} bernama '{first}' di sini dan '{second}' di {others}; periksa apakah kodenya milik desa yang "
        "sama.",
        "en": "{village} is '{first}' here and '{second}' in {others}; check that both codes mean the same village.",
    },
}
