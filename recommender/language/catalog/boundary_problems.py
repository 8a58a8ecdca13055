"""What is wrong with a file of boundaries for the map of `compare`."""

PROBLEMS = {
    "boundaries-several": {
        "id": "bukan satu berkas; peta dibuat dari satu: sebut berkas GeoJSON itu sendiri.",
        "en": "is not one file; a map is made of one: name the GeoJSON file itself.",
    },
    "boundaries-no-json": {
        "id": "bukan GeoJSON: {why}. Simpan batas wilayah sebagai GeoJSON.",
        "en": "is no GeoJSON: {why}. Save the boundaries as GeoJSON.",
    },
    "boundaries-no-geojson": {
        "id": "bukan kumpulan wilayah GeoJSON (di sini {kind}; diperlukan FeatureCollection dengan poligon). Simpan "
        "sebagai GeoJSON.",
        "en": "is no collection of GeoJSON features (here {kind}; a FeatureCollection with polygons is needed). Save "
        "it as GeoJSON.",
    },
    "boundaries-no-polygon": {
        "id": "{count} wilayah bukan poligon ({kinds}; yang pertama nomor {first}): peta mewarnai bidang. Pakai berkas "
        "batas, bukan titik atau garis.",
        "en": "{count} features are no polygons ({kinds}; the first are number {first}): a map colours areas. Use the "
        "file of boundaries, not of points or lines.",
    },
    "boundaries-no-degrees": {
        "id": "{count} wilayah berkoordinat bukan bujur dan lintang, atau bergaris kurang dari empat titik (yang "
        "pertama nomor {first}). Simpan dalam WGS 84 (EPSG:4326).",
        "en": "{count} features have coordinates that are no longitude and latitude, or an outline of fewer than four "
        "points (the first are number {first}). Save it as WGS 84 (EPSG:4326).",
    },
    "boundaries-no-codes": {
        "id": "tidak ada sifat yang berisi kode wilayah seperti {example}; yang ada: {names}. Tambahkan kodenya.",
        "en": "has no property with codes of places such as {example}; there are {names}. Add the codes.",
    },
    "boundaries-no-match": {
        "id": "tidak satu pun desa ditemukan: '{name}' berisi {values}, sedangkan desa berkode {example}. Pakai batas "
        "daerah yang sama, dengan daftar kode yang sama.",
        "en": "holds none of the villages: '{name}' has {values}, and a village's code is {example}. Use boundaries of "
        "the same region and of the same list of codes.",
    },
    "boundaries-twice": {
        "id": "kode dalam '{name}' muncul lebih dari satu kali: {codes}. Gabungkan wilayah itu menjadi satu.",
        "en": "codes in '{name}' stand there more than once: {codes}. Merge those features into one each.",
    },
    "boundaries-format": {
        "id": "peta hanya ada pada halaman; tambahkan --format html, atau hapus --boundaries.",
        "en": "a map is only on the page; add --format html, or drop --boundaries.",
    },
}
