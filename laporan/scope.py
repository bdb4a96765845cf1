"""What a report is narrowed to, besides its period. Values and labels only: it knows no model."""

from dataclasses import dataclass

from django.utils.text import slugify

from laporan.period import Period


@dataclass(frozen=True)
class Scope:
    kecamatan: str = ""  # the code, as in "72.09.01"; empty means all
    kecamatan_label: str = ""
    jenis: str = ""
    jenis_label: str = ""

    @property
    def subtitles(self) -> tuple[str, ...]:
        """Lines for under the title of the report."""
        lines = []
        if self.jenis_label:
            lines.append(f"JENIS: {self.jenis_label.upper()}")
        if self.kecamatan_label:
            lines.append(f"KECAMATAN {self.kecamatan_label.upper()}")
        return tuple(lines)

    def file_name(self, name: str, period: Period) -> str:
        """`rekap-fasilitasi-halal-ampana-kota-2022`"""
        parts = (name, slugify(self.jenis_label), slugify(self.kecamatan_label), period.slug)
        return "-".join(filter(None, parts))
