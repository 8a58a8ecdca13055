"""Problems of files and workbooks: see `wording.py`, which holds all others and fills the sentences."""

from __future__ import annotations

# code: (severity, English, Indonesian)
FILES: dict[str, tuple[str, str, str]] = {
    "not-found": (
        "error",
        "there is no such file or folder; check the spelling.",
        "berkas atau folder ini tidak ada; periksa ejaannya.",
    ),
    "unreadable": (
        "error",
        "cannot be read ({reason}); check its rights, or copy it again.",
        "tidak dapat dibaca ({reason}); periksa hak aksesnya, atau salin ulang.",
    ),
    "no-files": (
        "error",
        "holds no .json, .csv, .tsv, .txt, .xlsx or .tar.gz; name the folder with the village data.",
        "tidak berisi .json, .csv, .tsv, .txt, .xlsx atau .tar.gz; sebut folder yang berisi data desa.",
    ),
    "empty-file": (
        "error",
        "there is nothing in it; fetch or save the data again.",
        "berkas ini kosong; ambil atau simpan ulang datanya.",
    ),
    "file-too-large": (
        "error",
        "has more than {limit} MB unpacked and is not read; split it.",
        "lebih dari {limit} MB setelah dibuka sehingga tidak dibaca; pecah berkasnya.",
    ),
    "bad-archive": (
        "error",
        "the archive is damaged or breaks off ({reason}); what came before was read. Copy it again.",
        "arsip rusak atau terpotong ({reason}); isi sebelumnya sudah dibaca. Salin ulang arsipnya.",
    ),
    "unsupported-file": (
        "error",
        "is {kind}, which is not read; save the sheet as CSV (UTF-8) or unpack it, and give that.",
        "adalah {kind} yang tidak dibaca; simpan lembarnya sebagai CSV (UTF-8) atau buka arsipnya, lalu berikan itu.",
    ),
    "not-utf8": (
        "warning",
        "is no UTF-8; read as Windows-1252, so check the names. Better save it as UTF-8.",
        "bukan UTF-8; dibaca sebagai Windows-1252, jadi periksa nama-namanya. Sebaiknya simpan sebagai UTF-8.",
    ),
    "nul-bytes": (
        "warning",
        "holds {count} NUL characters, which were dropped; save it again as UTF-8 text.",
        "berisi {count} karakter NUL yang dibuang; simpan ulang sebagai teks UTF-8.",
    ),
    "binary-file": (
        "error",
        "is no text (it holds NUL characters throughout); save it as UTF-8 text.",
        "bukan teks (penuh karakter NUL); simpan sebagai teks UTF-8.",
    ),
    # workbooks
    "bad-workbook": (
        "error",
        "the workbook is damaged ({reason}); open it in a spreadsheet program and save it again as .xlsx.",
        "buku kerja rusak ({reason}); buka dengan program lembar kerja lalu simpan ulang sebagai .xlsx.",
    ),
    "no-workbook": (
        "error",
        "is no workbook, whatever its name says; give an .xlsx or a CSV file.",
        "bukan buku kerja, apa pun namanya; berikan berkas .xlsx atau CSV.",
    ),
    "workbook-too-large": (
        "error",
        "the workbook has {what}, and is not read: that is more than village data needs. Delete empty rows, columns "
        "and pictures, or split it.",
        "buku kerja berisi {what} dan tidak dibaca: lebih dari yang diperlukan data desa. Hapus baris, kolom, dan "
        "gambar yang tak perlu, atau pecah berkasnya.",
    ),
    "workbook-too-heavy": (
        "error",
        "reading the workbook took more memory or time than allowed, so it was stopped; save only the sheet with the "
        "data, as .xlsx or CSV.",
        "membaca buku kerja ini melebihi batas memori atau waktu sehingga dihentikan; simpan hanya lembar datanya, "
        "sebagai .xlsx atau CSV.",
    ),
    "encrypted-workbook": (
        "error",
        "is protected by a password and cannot be read; save it without a password.",
        "dilindungi kata sandi sehingga tidak terbaca; simpan tanpa kata sandi.",
    ),
    "old-workbook": (
        "error",
        "is a workbook of the old kind (.xls), whatever its name says; open it and save it as .xlsx.",
        "adalah buku kerja bentuk lama (.xls), apa pun namanya; buka lalu simpan sebagai .xlsx.",
    ),
    "binary-workbook": (
        "error",
        "is a binary workbook (.xlsb), which is not read; open it and save it as .xlsx.",
        "adalah buku kerja biner (.xlsb) yang tidak dibaca; buka lalu simpan sebagai .xlsx.",
    ),
    "open-document": (
        "error",
        "is an OpenDocument file (.ods), which is not read; open it and save it as .xlsx.",
        "adalah berkas OpenDocument (.ods) yang tidak dibaca; buka lalu simpan sebagai .xlsx.",
    ),
    "web-page": (
        "error",
        "is a web page under a workbook's name; open it in a spreadsheet program and save it as .xlsx.",
        "adalah halaman web dengan nama buku kerja; buka dengan program lembar kerja lalu simpan sebagai .xlsx.",
    ),
    "renamed-text": (
        "warning",
        "is a table of text under a workbook's name; read as such. Name it .csv.",
        "adalah tabel teks dengan nama buku kerja; dibaca sebagai teks. Beri nama .csv.",
    ),
    "macros": (
        "warning",
        "the workbook holds macros; they are not run and only what the cells show is read.",
        "buku kerja berisi makro; makro tidak dijalankan dan hanya isi sel yang dibaca.",
    ),
    "no-known-sheet": (
        "error",
        "no sheet has a column of village codes beside known indicators or facts, so there is nothing to plan from; "
        "make a fillable workbook with `recommender template`.",
        "tidak ada lembar dengan kolom kode desa beserta indikator atau fakta yang dikenal, jadi rencana tak berdasar; "
        "buat buku kerja isian dengan `recommender template`.",
    ),
    "unread-sheets": (
        "warning",
        "sheets without village codes and known columns were not read: {names}.",
        "lembar tanpa kode desa dan kolom yang dikenal tidak dibaca: {names}.",
    ),
    "hidden-sheet": (
        "warning",
        "the sheet is hidden and not read; show it if its data count.",
        "lembar ini tersembunyi dan tidak dibaca; tampilkan bila datanya berlaku.",
    ),
    "hidden-cells": (
        "warning",
        "{rows} rows and {columns} columns are hidden ({how}); they were read like the others.",
        "{rows} baris dan {columns} kolom tersembunyi ({how}); tetap dibaca seperti yang lain.",
    ),
    "error-cell": (
        "error",
        "the cell shows {value}, an error of its formula; it counts as unknown. Correct it or write the value.",
        "sel menampilkan {value}, galat rumusnya; dianggap tidak diketahui. Perbaiki rumusnya atau tulis nilainya.",
    ),
    "formula-without-value": (
        "error",
        "the cell holds a formula whose result was never saved; it counts as unknown. Open the workbook in a "
        "spreadsheet program and save it, or write the value.",
        "sel berisi rumus yang hasilnya tak pernah disimpan; dianggap tidak diketahui. Buka dan simpan buku kerjanya "
        "di program lembar kerja, atau tulis nilainya.",
    ),
    "merged-values": (
        "error",
        "the cells are merged, so that only the first has a value; the others count as unknown. Split them.",
        "sel-sel ini digabung sehingga hanya yang pertama bernilai; sisanya dianggap tidak diketahui. Pisahkan selnya.",
    ),
    "ignored-rows": (
        "warning",
        "{count} rows without village code and values, such as totals and notes, were not read (first: row {first}).",
        "{count} baris tanpa kode desa dan nilai, misalnya jumlah dan catatan, tidak dibaca (pertama: baris {first}).",
    ),
    "bad-checked": (
        "error",
        "'{value}' names no indicator of this index, so it confirms no value; write codes such as {example}.",
        "'{value}' bukan indikator indeks ini, jadi tidak menegaskan nilai apa pun; tulis kode seperti {example}.",
    ),
    # money in a workbook
    "unknown-money": (
        "error",
        "{value} is no source of the village's money, so its amount is not used. Known: {known}.",
        "{value} bukan sumber uang desa, jadi jumlahnya tidak dipakai. Yang dikenal: {known}.",
    ),
    "bad-money": (
        "error",
        "{value} is no whole amount of rupiah, so it is not used; write 330000000 or 330jt.",
        "{value} bukan jumlah rupiah yang utuh, jadi tidak dipakai; tulis 330000000 atau 330jt.",
    ),
    "bad-money-year": (
        "error",
        "{value} is no year, so its amount is not used; write four digits, or leave it empty for every year.",
        "{value} bukan tahun, jadi jumlahnya tidak dipakai; tulis empat angka, atau kosongkan untuk setiap tahun.",
    ),
    "money-twice": (
        "error",
        "the same source and year has another amount at {others}; the money of the workbooks is not used. Keep one.",
        "sumber dan tahun yang sama punya jumlah lain di {others}; uang dari buku kerja tidak dipakai. Sisakan satu.",
    ),
}
