"""Problems of overlays: what they are for, what they lie on, what they change."""

PROBLEMS = {
    "no-overlay": {
        "id": "lapisan adalah folder yang memuat rules/ atau catalog/; 'recommender new overlay DIR' menulisnya.",
        "en": "an overlay is a folder with rules/ or catalog/ in it; 'recommender new overlay DIR' writes one.",
        "what": {"id": "Folder itu bukan lapisan.", "en": "That folder is no overlay."},
        "why": {
            "id": "Tanpa rules/ atau catalog/ tidak ada yang dilapiskan.",
            "en": "Without rules/ or catalog/ there is nothing to lay over.",
        },
        "mend": {
            "id": "Beri folder yang memuat salah satunya, atau tulis dengan 'recommender new overlay DIR'.",
            "en": "Name the folder that holds one of them, or write one with 'recommender new overlay DIR'.",
        },
        "example": "--overlay kutai/catalog instead of --overlay kutai",
    },
    "overlay-twice": {
        "id": "dua lapisan bernama '{name}'; rencana menyebut lapisan menurut foldernya, jadi ganti nama satu atau "
        "beri sekali saja.",
        "en": "two overlays are named '{name}'; plans name them by their folders, so rename one or give it once.",
        "what": {"id": "Dua lapisan bernama sama.", "en": "Two overlays bear the same name."},
        "why": {
            "id": "Rencana menyebut lapisan menurut nama foldernya.",
            "en": "A plan names overlays by their folders.",
        },
        "mend": {"id": "Ganti nama satu folder, atau beri sekali saja.", "en": "Rename one folder, or give it once."},
        "example": "--overlay a/kutai --overlay b/kutai",
    },
    "overlay-of-other-version": {
        "id": "lapisan ini ditulis untuk basis pengetahuan {written}, sedangkan ini {version}; periksa isinya terhadap "
        "yang sekarang, lalu ubah 'base'.",
        "en": "the overlay was written for knowledge {written}, this is {version}; hold it against what there is now, "
        "then change 'base'.",
        "what": {"id": "Lapisan untuk versi lain.", "en": "An overlay of another version."},
        "why": {
            "id": "Yang diubahnya mungkin sudah lain, jadi tidak ada yang direncanakan dengannya.",
            "en": "What it changes may be another by now, so nothing is planned with it.",
        },
        "mend": {
            "id": "Jalankan 'recommender check --overlay DIR', baca perubahannya, lalu tulis versi yang sekarang.",
            "en": "Run 'recommender check --overlay DIR', read what it changes, then write the version of now.",
        },
        "example": 'base: "2025.03" over knowledge 2026.11',
    },
    "overlay-without-ground": {
        "id": "lapisan ini terletak di atas '{name}', yang tidak diberikan sebelumnya.{near} Beri --overlay {name} "
        "lebih dulu.",
        "en": "the overlay lies on '{name}', which is not given before it.{near} Give --overlay {name} first.",
        "what": {"id": "Lapisan di bawahnya tidak ada.", "en": "The overlay below it is missing."},
        "why": {
            "id": "Ia mengubah hal yang ditambahkan lapisan itu.",
            "en": "It changes what that overlay adds.",
        },
        "mend": {
            "id": "Beri lapisan yang disebut 'lies-on' lebih dulu, menurut urutannya.",
            "en": "Give the overlays that 'lies-on' names first, in order.",
        },
        "example": "--overlay paser without --overlay kalimantan-timur before it",
    },
    "bad-overlay-place": {
        "id": "'{value}' bukan kode wilayah Kemendagri; tulis provinsi 64, kabupaten 64.01, kecamatan 64.01.02 atau "
        "desa 64.01.02.2004, dalam tanda petik.",
        "en": "'{value}' is no code of the home ministry; write a province 64, district 64.01, subdistrict 64.01.02 or "
        "village 64.01.02.2004, quoted.",
        "what": {"id": "Kode wilayah lapisan keliru.", "en": "A code of the overlay's region is wrong."},
        "why": {
            "id": "Dari kode itu diketahui desa mana yang boleh direncanakan dengannya.",
            "en": "The codes say which villages may be planned with it.",
        },
        "mend": {"id": "Tulis kode bertitik dalam tanda petik.", "en": "Write the dotted code in quotes."},
        "example": 'villages: ["6401"]',
    },
    "broken-chain": {
        "id": "lapisan ini menghentikan '{name}', padahal masih diperlukan oleh: {by}. Ubah mereka juga, atau biarkan "
        "'{name}' aktif.",
        "en": "the overlay retires '{name}', on which these still rest: {by}. Change them too, or leave '{name}' "
        "active.",
        "what": {"id": "Lapisan memutus rantai prasyarat.", "en": "The overlay breaks a chain of prerequisites."},
        "why": {
            "id": "Yang bertumpu padanya tidak akan pernah dapat direncanakan.",
            "en": "What rests on it could never be planned.",
        },
        "mend": {
            "id": "Ganti prasyarat atau 'calls' mereka dalam lapisan yang sama.",
            "en": "Replace it in their prerequisites or calls within the same overlay.",
        },
        "example": "retire the village information system on which the online letters rest",
    },
    "outside-overlay": {
        "id": "lapisan ini untuk {places}; {count} dari {all} desa yang dibaca di luar itu dan tidak direncanakan: "
        "{codes}. Hapus --overlay {name}, beri data desa di {places}, atau beri --code-scheme bila kode tanpa titik.",
        "en": "the overlay is for {places}; {count} of the {all} villages read lie outside and are not planned: "
        "{codes}. Leave out --overlay {name}, give villages of {places}, or --code-scheme for codes without dots.",
        "what": {"id": "Lapisan untuk desa lain.", "en": "An overlay for other villages."},
        "why": {
            "id": "Harga, nama kantor dan aturan setempatnya tidak berlaku di sana.",
            "en": "Its prices, offices and local rules do not hold there.",
        },
        "mend": {
            "id": "Pisahkan data menurut kabupaten; kode BPS atau yang tidak dikenal juga dianggap di luar.",
            "en": "Separate the data by district; codes of BPS or of an unknown list count as outside too.",
        },
        "example": "--overlay paser with villages of another regency",
    },
    "unknown-in-overlay": {
        "id": "tidak ada '{name}' di bawah {kind} yang dapat diubah lapisan ini.{near} Yang baru memerlukan {keys}.",
        "en": "there is no '{name}' under {kind} for this overlay to change.{near} A new one needs {keys}.",
        "what": {
            "id": "Yang hendak diubah tidak ada, dan yang baru tidak lengkap.",
            "en": "What is to be changed does not exist, and for a new one keys are missing.",
        },
        "why": "unseen",
        "mend": {"id": "Perbaiki namanya, atau lengkapi kuncinya.", "en": "Correct the name, or write all its keys."},
        "example": "catalog/parameters.yaml of an overlay: {cutoff-living: {values: {2026-01-01: 0.7}}}",
    },
    "other-dimension": {
        "id": "'{name}' berada di '{dimension}' ({place}); pindahkan berkas ini ke dimensi itu.",
        "en": "'{name}' stands in '{dimension}' ({place}); put this file into that dimension.",
        "what": {
            "id": "Berkas lapisan berada di dimensi lain.",
            "en": "A file of the overlay stands in another dimension.",
        },
        "why": {"id": "Foldernya menentukan dimensi.", "en": "The folder says the dimension."},
        "mend": {
            "id": "Pindahkan ke folder dimensi aslinya.",
            "en": "Move it into the folder of the dimension that it has below.",
        },
        "example": "rules/people/open-defecation.yaml over rules/living/open-defecation.yaml",
    },
    "removes-nothing": {
        "id": "'{key}' tidak ada, jadi null tidak menghapus apa pun.{near} Perbaiki kuncinya atau hapus barisnya.",
        "en": "'{key}' is not there, so null removes nothing.{near} Correct the key or drop the line.",
        "what": {"id": "null menghapus kunci yang tidak ada.", "en": "null removes a key that is not there."},
        "why": "unseen",
        "mend": {"id": "Perbaiki nama kuncinya, atau hapus barisnya.", "en": "Correct the key, or drop the line."},
        "example": "{cost: {expectd: null}}",
    },
    "retired-without-reason": {
        "id": "'{name}' dipensiunkan tanpa alasan; tulis alasannya pada 'note'.",
        "en": "'{name}' is retired without a reason; say why under 'note'.",
        "what": {
            "id": "Lapisan memensiunkan sesuatu tanpa alasan.",
            "en": "The overlay retires something without a reason.",
        },
        "why": {
            "id": "Yang dipensiunkan tetap tersimpan agar alasannya terbaca.",
            "en": "What is retired stays, so that the reason can be read.",
        },
        "mend": {"id": "Tulis alasannya pada kunci 'note'.", "en": "Say why under 'note'."},
        "example": "{status: retired}",
    },
    "changes-nothing": {
        "severity": "warning",
        "id": "'{name}' sudah begitu di bawah lapisan ini; hapus yang tidak mengubah apa pun.",
        "en": "'{name}' is so already below this overlay; drop what changes nothing.",
        "what": {"id": "Lapisan menulis yang sudah berlaku.", "en": "The overlay says what holds already."},
        "why": "unseen",
        "mend": {"id": "Hapus yang tidak mengubah apa pun.", "en": "Drop what changes nothing."},
        "example": "{cost: {low: 900_000}} where the cost below is 900_000",
    },
    "empty-overlay": {
        "severity": "warning",
        "id": "lapisan ini belum mengubah apa pun: setiap barisnya komentar, atau tidak ada berkas.",
        "en": "the overlay changes nothing yet: every line in it is a comment, or there is no file.",
        "what": {"id": "Lapisan belum mengubah apa pun.", "en": "The overlay changes nothing yet."},
        "why": "unseen",
        "mend": {
            "id": "Buka komentar pada baris yang diperlukan.",
            "en": "Take the comment sign from the lines that you need.",
        },
        "example": "a folder just written by 'recommender new overlay'",
    },
}
