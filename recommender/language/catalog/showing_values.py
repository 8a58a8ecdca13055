"""What `show` calls the values of an entry of the knowledge."""

TERMS = {
    "measure": {
        "work": {"id": "Dibangun atau dilakukan sekali", "en": "Done once"},
        "service": {"id": "Layanan setiap tahun", "en": "A service every year"},
        "act": {"id": "Surat, perjanjian, atau keputusan", "en": "A letter, an agreement or a decision"},
    },
    "work-kind": {
        "connectivity": {"id": "jaringan dan sambungan", "en": "connectivity"},
        "digital-service": {"id": "layanan digital", "en": "digital service"},
        "economic": {"id": "ekonomi", "en": "economy"},
        "basic-service": {"id": "layanan dasar", "en": "basic service"},
        "capacity": {"id": "kemampuan orang dan lembaga", "en": "skills and institutions"},
        "environment": {"id": "lingkungan", "en": "environment"},
    },
    "price-basis": {
        "sourced": {"id": "tertulis dalam sumber", "en": "stands in a source"},
        "derived": {"id": "dihitung dari sumber", "en": "derived from sources"},
        "partly": {"id": "sebagian dari sumber, sebagian penilaian penyusun", "en": "partly sourced, partly judgement"},
        "judgement": {"id": "penilaian penyusun", "en": "judgement of the authors"},
    },
    "believed": {
        "official": {"id": "menurut panduan resmi", "en": "official guidance"},
        "study": {"id": "menurut penelitian", "en": "a study"},
        "judgement": {"id": "penilaian penyusun", "en": "judgement of the authors"},
    },
    "confidence": {
        "high": {"id": "sangat dapat dipercaya", "en": "high confidence"},
        "medium": {"id": "cukup dapat dipercaya", "en": "medium confidence"},
        "low": {"id": "kurang dapat dipercaya", "en": "low confidence"},
        "estimate": {"id": "perkiraan penyusun", "en": "estimate of the authors"},
        "judgement": {"id": "penilaian penyusun", "en": "judgement of the authors"},
    },
    "actionable": {
        "yes": {"id": "ya", "en": "yes"},
        "partly": {"id": "sebagian: {reason}", "en": "partly: {reason}"},
        "no": {"id": "tidak: {reason}", "en": "no: {reason}"},
    },
    "example-outcome": {
        "finding": {"id": "berlaku", "en": "holds"},
        "none": {"id": "tidak berlaku", "en": "does not hold"},
        "undetermined": {"id": "belum dapat ditentukan", "en": "undetermined"},
        "assumed": {"id": "berlaku berdasarkan anggapan", "en": "holds by assumption"},
    },
    "parameter-unit": {
        "score": {"id": "skor {value}", "en": "score {value}"},
        "share": {"id": "{value}", "en": "{value}"},
        "factor": {"id": "pengali {value}", "en": "factor {value}"},
        "months": {"id": "{value} bulan", "en": "{value} months"},
        "count": {"id": "{value}", "en": "{value}"},
        "years": {"id": "{value} tahun", "en": "{value} years"},
        "km": {"id": "{value} km", "en": "{value} km"},
    },
    "rule-about": {
        "self": {"id": "di luar indeks", "en": "beyond the index"},
        "none": {"id": "keadaan desa", "en": "a state of the village"},
    },
    "can-change": {
        "yes": {"id": "dapat diubah", "en": "can be changed"},
        "partly": {"id": "sebagian dapat diubah", "en": "can be changed in part"},
        "no": {"id": "tidak dapat diubah", "en": "cannot be changed"},
    },
}
