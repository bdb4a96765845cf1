"""Names of cooperatives made comparable, to know one again however a list writes it. Never shown, never stored."""

from common.text import fold, fold_spelling

# Words of kind and their short forms; the longer phrase first.
_KINDS = (
    ("koperasi simpan pinjam dan pembiayaan syariah", "kspps"),
    ("koperasi simpan pinjam pembiayaan syariah", "kspps"),
    ("koperasi simpan pinjam", "ksp"),
    ("koperasi serba usaha", "ksu"),
    ("koperasi unit desa", "kud"),
    ("koperasi pegawai republik indonesia", "kpri"),
    ("koperasi pegawai negeri", "kpri"),
    ("koperasi karyawan", "kopkar"),
    ("koperasi wanita", "kopwan"),
    ("koperasi pondok pesantren", "koppontren"),
    ("merah putih", "merahputih"),
    ("kdmp", "merahputih"),
    ("kkmp", "merahputih"),
    ("kdkmp", "merahputih"),
)
_PLAIN = frozenset({"koperasi", "kop", "primer"})
# Every desa has one Koperasi Merah Putih; these words stand around its name or are left out.
_AROUND_MERAH_PUTIH = _PLAIN | {"desa", "kelurahan", "kel", "kopdes", "kopkel", "kopdeskel"}


def contracted_koperasi(name: str) -> str:
    """The whole name in its short form: "Koperasi Serba Usaha Maju" and "KSU. Maju" compare equal, "KUD Maju" not."""
    text = f" {fold(name)} "
    for phrase, short in _KINDS:
        text = text.replace(f" {phrase} ", f" {short} ")
    words = list(dict.fromkeys(text.split()))
    left_out = _AROUND_MERAH_PUTIH if "merahputih" in words else _PLAIN
    return fold_spelling(" ".join([word for word in words if word not in left_out] or words))
