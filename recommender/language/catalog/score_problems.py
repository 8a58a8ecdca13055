"""Problems that scoring finds in a village's values: mended, carried over, not as published."""

PROBLEMS = {
    "no-such-year": {
        "id": "tidak ada nilai tahun {year}; data memuat {held}. Pilih dengan --year.",
        "en": "there are no values of {year}; the data hold {held}. Choose one with --year.",
    },
    "recovered-value.unnamed": {
        "severity": "warning",
        "id": "{item} tidak terbaca; indeks terbit dikurangi nilai lainnya memberi {value}: itu dipakai.",
        "en": "{item} cannot be read; the published index less all other values shows {value}, so used.",
    },
    "recovered-value.copy": {
        "severity": "warning",
        "id": "{item} tercetak {was}, salinan {copy_of}; dari total terbit nilainya {value}: nilai itu dipakai dan "
        "ditandai diragukan. Tanyakan ke desa.",
        "en": "{item} is printed as {was}, a copy of {copy_of}; the published total shows {value}, which is used and "
        "marked doubtful. Ask the village.",
    },
    "confirmed-value": {
        "severity": "warning",
        "id": "nilai ini semula diragukan, tetapi desa sudah memeriksanya: dihitung penuh.",
        "en": "this value would be doubtful, but the village has checked it: it counts in full.",
    },
    "unverified-rubrics": {
        "severity": "warning",
        "id": "arti setiap poin belum dibaca dari panduan resmi: dari {count} nilai, {medium} menurut kutipan pihak "
        "lain, {low} menurut sebagian kutipan, {none} tanpa keterangan arti. Poin dipakai seperti terbit; cocokkan "
        "temuan dengan panduan.",
        "en": "what earns which points was not read in the official guide: of {count} values {medium} rest on a "
        "second-hand copy, {low} on fragments of it, {none} on none. Points are used as published; check the findings "
        "against the guide.",
    },
    "index-not-recomputed": {
        "severity": "warning",
        "id": "{known} dari {total} nilai diketahui dan {items} tidak dapat dibaca, jadi indeks tidak dihitung ulang; "
        "sertakan indeks terbit agar dihitung.",
        "en": "{known} of {total} values are known and {items} cannot be read, so the index is not recomputed; give "
        "the published index and it is.",
    },
    "index-differs": {
        "severity": "warning",
        "id": "indeks terbit {published} tahun {year} tidak sama dengan {value} dari {count} nilainya; periksa nilai "
        "bersama desa.",
        "en": "the published index {published} of {year} is not the {value} that its {count} values give; check the "
        "values with the village.",
    },
    "class-differs": {
        "severity": "warning",
        "id": "status terbit '{published}' bukan '{value}' menurut indeks; periksa nilai.",
        "en": "the published class '{published}' is not the '{value}' of the index; check the values.",
    },
    "carried-over": {
        "severity": "warning",
        "id": "semua {count} nilai tahun {year} sama dengan {before}: mungkin disalin, bukan didata ulang.",
        "en": "all {count} values of {year} equal those of {before}: probably carried over, not measured anew.",
    },
}
