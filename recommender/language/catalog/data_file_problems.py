"""Problems of the files that village data come in, and of workbooks (docs/data-formats.md)."""

PROBLEMS = {
    "not-found": {
        "id": "berkas atau folder ini tidak ada; periksa ejaannya.",
        "en": "there is no such file or folder; check the spelling.",
    },
    "unreadable": {
        "id": "tidak dapat dibaca ({reason}); periksa hak aksesnya, atau salin ulang.",
        "en": "cannot be read ({reason}); check its rights, or copy it again.",
    },
    "no-files": {
        "id": "tidak berisi .json, .csv, .tsv, .txt, .xlsx atau .tar.gz; sebut folder yang berisi data desa.",
        "en": "holds no .json, .csv, .tsv, .txt, .xlsx or .tar.gz; name the folder with the village data.",
    },
    "empty-file.data": {
        "id": "berkas ini kosong; ambil atau simpan ulang datanya.",
        "en": "there is nothing in it; fetch or save the data again.",
    },
    "file-too-large.data": {
        "id": "lebih dari {limit} MB setelah dibuka sehingga tidak dibaca; pecah berkasnya.",
        "en": "has more than {limit} MB unpacked and is not read; split it.",
    },
    "bad-archive": {
        "id": "arsip rusak atau terpotong ({reason}); isi sebelumnya sudah dibaca. Salin ulang arsipnya.",
        "en": "the archive is damaged or breaks off ({reason}); what came before was read. Copy it again.",
    },
    "unsupported-file": {
        "id": "adalah {kind} yang tidak dibaca; simpan lembarnya sebagai CSV (UTF-8) atau buka arsipnya, lalu berikan "
        "itu.",
        "en": "is {kind}, which is not read; save the sheet as CSV (UTF-8) or unpack it, and give that.",
    },
    "not-utf8.data": {
        "severity": "warning",
        "id": "bukan UTF-8; dibaca sebagai Windows-1252, jadi periksa nama-namanya. Sebaiknya simpan sebagai UTF-8.",
        "en": "is no UTF-8; read as Windows-1252, so check the names. Better save it as UTF-8.",
    },
    "nul-bytes": {
        "severity": "warning",
        "id": "berisi {count} karakter NUL yang dibuang; simpan ulang sebagai teks UTF-8.",
        "en": "holds {count} NUL characters, which were dropped; save it again as UTF-8 text.",
    },
    "binary-file": {
        "id": "bukan teks (penuh karakter NUL); simpan sebagai teks UTF-8.",
        "en": "is no text (it holds NUL characters throughout); save it as UTF-8 text.",
    },
    # Workbooks
    "bad-workbook": {
        "id": "buku kerja rusak ({reason}); buka dengan program lembar kerja lalu simpan ulang sebagai .xlsx.",
        "en": "the workbook is damaged ({reason}); open it in a spreadsheet program and save it again as .xlsx.",
    },
    "no-workbook": {
        "id": "bukan buku kerja, apa pun namanya; berikan berkas .xlsx atau CSV.",
        "en": "is no workbook, whatever its name says; give an .xlsx or a CSV file.",
    },
    "workbook-too-large": {
        "id": "buku kerja berisi {what} dan tidak dibaca: lebih dari yang diperlukan data desa. Hapus baris, kolom, "
        "dan gambar yang tak perlu, atau pecah berkasnya.",
        "en": "the workbook has {what}, and is not read: that is more than village data needs. Delete empty rows, "
        "columns and pictures, or split it.",
    },
    "workbook-too-heavy": {
        "id": "membaca buku kerja ini melebihi batas memori atau waktu sehingga dihentikan; simpan hanya lembar "
        "datanya, sebagai .xlsx atau CSV.",
        "en": "reading the workbook took more memory or time than allowed, so it was stopped; save only the sheet "
        "with the data, as .xlsx or CSV.",
    },
    "encrypted-workbook": {
        "id": "dilindungi kata sandi sehingga tidak terbaca; simpan tanpa kata sandi.",
        "en": "is protected by a password and cannot be read; save it without a password.",
    },
    "old-workbook": {
        "id": "adalah buku kerja bentuk lama (.xls), apa pun namanya; buka lalu simpan sebagai .xlsx.",
        "en": "is a workbook of the old kind (.xls), whatever its name says; open it and save it as .xlsx.",
    },
    "binary-workbook": {
        "id": "adalah buku kerja biner (.xlsb) yang tidak dibaca; buka lalu simpan sebagai .xlsx.",
        "en": "is a binary workbook (.xlsb), which is not read; open it and save it as .xlsx.",
    },
    "open-document": {
        "id": "adalah berkas OpenDocument (.ods) yang tidak dibaca; buka lalu simpan sebagai .xlsx.",
        "en": "is an OpenDocument file (.ods), which is not read; open it and save it as .xlsx.",
    },
    "web-page": {
        "id": "adalah halaman web dengan nama buku kerja; buka dengan program lembar kerja lalu simpan sebagai .xlsx.",
        "en": "is a web page under a workbook's name; open it in a spreadsheet program and save it as .xlsx.",
    },
    "renamed-text": {
        "severity": "warning",
        "id": "adalah tabel teks dengan nama buku kerja; dibaca sebagai teks. Beri nama .csv.",
        "en": "is a table of text under a workbook's name; read as such. Name it .csv.",
    },
    "macros": {
        "severity": "warning",
        "id": "buku kerja berisi makro; makro tidak dijalankan dan hanya isi sel yang dibaca.",
        "en": "the workbook holds macros; they are not run and only what the cells show is read.",
    },
    "no-known-sheet": {
        "id": "tidak ada lembar dengan kolom kode desa beserta indikator atau fakta yang dikenal, jadi rencana tak "
        "berdasar; buat buku kerja isian dengan `recommender template`.",
        "en": "no sheet has a column of village codes beside known indicators or facts, so there is nothing to plan "
        "from; make a fillable workbook with `recommender template`.",
    },
    "unread-sheets": {
        "severity": "warning",
        "id": "lembar tanpa kode desa dan kolom yang dikenal tidak dibaca: {names}.",
        "en": "sheets without village codes and known columns were not read: {names}.",
    },
    "hidden-sheet": {
        "severity": "warning",
        "id": "lembar ini tersembunyi dan tidak dibaca; tampilkan bila datanya berlaku.",
        "en": "the sheet is hidden and not read; show it if its data count.",
    },
    "hidden-cells": {
        "severity": "warning",
        "id": "{rows} baris dan {columns} kolom tersembunyi ({how}); tetap dibaca seperti yang lain.",
        "en": "{rows} rows and {columns} columns are hidden ({how}); they were read like the others.",
    },
    "error-cell": {
        "id": "sel menampilkan {value}, kesalahan rumusnya; dianggap tidak diketahui. Perbaiki rumusnya atau tulis "
        "nilainya.",
        "en": "the cell shows {value}, an error of its formula; it counts as unknown. Correct it or write the value.",
    },
    "formula-without-value": {
        "id": "sel berisi rumus yang hasilnya tak pernah disimpan; dianggap tidak diketahui. Buka dan simpan buku "
        "kerjanya di program lembar kerja, atau tulis nilainya.",
        "en": "the cell holds a formula whose result was never saved; it counts as unknown. Open the workbook in a "
        "spreadsheet program and save it, or write the value.",
    },
    "merged-values": {
        "id": "sel-sel ini digabung sehingga hanya yang pertama bernilai; sisanya dianggap tidak diketahui. Pisahkan "
        "selnya.",
        "en": "the cells are merged, so that only the first has a value; the others count as unknown. Split them.",
    },
    "ignored-rows": {
        "severity": "warning",
        "id": "{count} baris tanpa kode desa dan nilai, misalnya jumlah dan catatan, tidak dibaca (pertama: baris "
        "{first}).",
        "en": "{count} rows without village code and values, such as totals and notes, were not read (first: row "
        "{first}).",
    },
    "bad-checked": {
        "id": "'{value}' bukan indikator indeks ini, jadi tidak menegaskan nilai apa pun; tulis kode seperti "
        "{example}.",
        "en": "'{value}' names no indicator of this index, so it confirms no value; write codes such as {example}.",
    },
    # Money in a workbook
    "unknown-money": {
        "id": "{value} bukan sumber uang desa, jadi jumlahnya tidak dipakai. Yang dikenal: {known}.",
        "en": "{value} is no source of the village's money, so its amount is not used. Known: {known}.",
    },
    "bad-money": {
        "id": "{value} bukan jumlah rupiah yang utuh, jadi tidak dipakai; tulis 330000000 atau 330jt.",
        "en": "{value} is no whole amount of rupiah, so it is not used; write 330000000 or 330jt.",
    },
    "bad-money-year": {
        "id": "{value} bukan tahun, jadi jumlahnya tidak dipakai; tulis empat angka, atau kosongkan untuk setiap "
        "tahun.",
        "en": "{value} is no year, so its amount is not used; write four digits, or leave it empty for every year.",
    },
    "bad-code.sheet": {
        "id": "{value} bukan kode APBDes, jadi barisnya tidak dipakai; tulis misalnya 2.02.02.",
        "en": "{value} is no code of the village budget, so the row is not used; write as 2.02.02.",
    },
    "no-programme-name": {
        "id": "kegiatan ini tanpa nama, jadi barisnya tidak dipakai; isi namanya.",
        "en": "this programme has no name, so the row is not used; give it one.",
    },
    "unknown-work.sheet": {
        "id": "{name} bukan kegiatan dalam katalog, jadi barisnya tidak dipakai.{near}",
        "en": "{name} is no work of the catalog, so the row is not used.{near}",
    },
    "existing-twice.sheet": {
        "id": "{name} sudah tertulis di {others}; kegiatan rutin dari buku kerja tidak dipakai. Sisakan satu baris.",
        "en": "{name} stands at {others} already; the programmes of the workbooks are not used. Keep one line.",
    },
    "money-twice": {
        "id": "sumber dan tahun yang sama punya jumlah lain di {others}; uang dari buku kerja tidak dipakai. Sisakan "
        "satu.",
        "en": "the same source and year has another amount at {others}; the money of the workbooks is not used. Keep "
        "one.",
    },
}
