"""What the problems of overlays mean: folders laid over the knowledge base.

Code -> (what, why it matters, how to mend), each (Indonesian, English), and an example of the mistake.
"""

from __future__ import annotations

from recommender.verbs.checking.codes_files import Row

_UNSEEN = (
    "Perubahan yang tidak berlaku menyesatkan pembacanya.",
    "A change that does not hold misleads who reads it.",
)

OVERLAYS: dict[str, Row] = {
    "no-overlay": (
        ("Folder itu bukan lapisan.", "That folder is no overlay."),
        (
            "Tanpa rules/ atau catalog/ tidak ada yang dilapiskan.",
            "Without rules/ or catalog/ there is nothing to lay over.",
        ),
        (
            "Beri folder yang memuat salah satunya, atau tulis dengan 'recommender new overlay DIR'.",
            "Name the folder that holds one of them, or write one with 'recommender new overlay DIR'.",
        ),
        "--overlay kutai/catalog instead of --overlay kutai",
    ),
    "overlay-twice": (
        ("Dua lapisan bernama sama.", "Two overlays bear the same name."),
        ("Rencana menyebut lapisan menurut nama foldernya.", "A plan names overlays by their folders."),
        ("Ganti nama satu folder, atau beri sekali saja.", "Rename one folder, or give it once."),
        "--overlay a/kutai --overlay b/kutai",
    ),
    "unknown-in-overlay": (
        (
            "Yang hendak diubah tidak ada, dan yang baru tidak lengkap.",
            "What is to be changed does not exist, and for a new one keys are missing.",
        ),
        _UNSEEN,
        ("Perbaiki namanya, atau lengkapi kuncinya.", "Correct the name, or write all its keys."),
        "catalog/parameters.yaml of an overlay: {cutoff-living: {values: {2026-01-01: 0.7}}}",
    ),
    "other-dimension": (
        ("Berkas lapisan berada di dimensi lain.", "A file of the overlay stands in another dimension."),
        ("Foldernya menentukan dimensi.", "The folder says the dimension."),
        ("Pindahkan ke folder dimensi aslinya.", "Move it into the folder of the dimension that it has below."),
        "rules/people/open-defecation.yaml over rules/living/open-defecation.yaml",
    ),
    "removes-nothing": (
        ("null menghapus kunci yang tidak ada.", "null removes a key that is not there."),
        _UNSEEN,
        ("Perbaiki nama kuncinya, atau hapus barisnya.", "Correct the key, or drop the line."),
        "{cost: {expectd: null}}",
    ),
    "retired-without-reason": (
        ("Lapisan memensiunkan sesuatu tanpa alasan.", "The overlay retires something without a reason."),
        (
            "Yang dipensiunkan tetap tersimpan agar alasannya terbaca.",
            "What is retired stays, so that the reason can be read.",
        ),
        ("Tulis alasannya pada kunci 'note'.", "Say why under 'note'."),
        "{status: retired}",
    ),
    "changes-nothing": (
        ("Lapisan menulis yang sudah berlaku.", "The overlay says what holds already."),
        _UNSEEN,
        ("Hapus yang tidak mengubah apa pun.", "Drop what changes nothing."),
        "{cost: {low: 900_000}} where the cost below is 900_000",
    ),
    "empty-overlay": (
        ("Lapisan belum mengubah apa pun.", "The overlay changes nothing yet."),
        _UNSEEN,
        ("Buka komentar pada baris yang diperlukan.", "Take the comment sign from the lines that you need."),
        "a folder just written by 'recommender new overlay'",
    ),
}
