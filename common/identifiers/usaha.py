"""Numbers of a business or cooperative: NIB, NPWP, NITKU, KBLI, NIK Koperasi."""

from common.identifiers.cleaning import compact, is_digits, require_digits


def normalise_nib(raw: str) -> str:
    """NIB without separators or label."""
    return compact(raw, "NIB")


def validate_nib(value: str) -> None:
    """13 digits. Other lengths are usually another number written in this column."""
    hints = {14: " Nomor 14 angka biasanya NIB tanah.", 16: " Nomor 16 angka biasanya NIK KTP."}
    advice = "Periksa kembali pada NIB dari OSS." + hints.get(len(value), "")
    require_digits(value, (13,), label="NIB", advice=advice)


def normalise_npwp(raw: str) -> str:
    """NPWP without dots, dashes or label."""
    return compact(raw, "NPWP")


def validate_npwp(value: str) -> None:
    """15 digits (old) or 16 (PMK 112/PMK.03/2022; for a resident the NIK itself)."""
    require_digits(value, (15, 16), label="NPWP", advice="Periksa kembali pada kartu atau laman pajak.")


def normalise_nitku(raw: str) -> str:
    """NITKU without separators or label."""
    return compact(raw, "NITKU")


def nitku_warnings(value: str) -> list[str]:
    """A NITKU has 22 digits."""
    if not value or is_digits(value, 22):
        return []
    return ["NITKU seharusnya 22 angka. Periksa kembali pada laman pajak."]


def normalise_kbli(raw: str) -> str:
    """KBLI code without separators or label."""
    return compact(raw, "KBLI")


def validate_kbli(value: str) -> None:
    """Five digits; whether the edition knows the code is for the register to say."""
    require_digits(
        value,
        (5,),
        label="Kode KBLI",
        advice="Jika kode berasal dari Excel dan diawali 0, tambahkan kembali angka 0 di depannya.",
    )


def normalise_nik_koperasi(raw: str) -> str:
    """NIK Koperasi without separators or label."""
    return compact(raw, "NIK", "KOPERASI")


def nik_koperasi_warnings(value: str, *, district_code: str) -> list[str]:
    """13 digits beginning with the district's code: so real sheets show, the ministry publishes no rule."""
    if not value:
        return []
    if is_digits(value, 16):
        return ["Nomor 16 angka biasanya NIK KTP; NIK Koperasi 13 angka. Periksa kembali sertifikatnya."]
    if not is_digits(value, 13):
        return ["NIK Koperasi seharusnya 13 angka. Periksa kembali pada sertifikat NIK Koperasi."]
    district = compact(district_code)
    if not value.startswith(district):
        return [f"NIK Koperasi tidak diawali kode kabupaten ini ({district}). Periksa kembali sertifikatnya."]
    return []
