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
    jenis_caption: str = (
        "Jenis"  # what a kind is in this report: of facilitation, of business, of certificate
    )
    within: tuple[str, ...] = ()  # the codes an officer is kept to; empty means the whole district

    @property
    def codes(self) -> tuple[str, ...]:
        """Kecamatan to count, by code; empty means all."""
        return (self.kecamatan,) if self.kecamatan else self.within

    @property
    def kinds(self) -> tuple[str, ...]:
        """Several kinds of facilitation may be asked for at once, as one indicator counts them: "halal,pirt"."""
        return tuple(filter(None, self.jenis.split(",")))

    @property
    def subtitles(self) -> tuple[str, ...]:
        """Lines for under the title of the report."""
        lines = []
        if self.jenis_label:
            lines.append(f"{self.jenis_caption}: {self.jenis_label}")
        if self.kecamatan_label:
            lines.append(f"Kecamatan {self.kecamatan_label}")
        return tuple(lines)

    def file_name(self, name: str, period: Period) -> str:
        """`rekap-fasilitasi-halal-ampana-kota-2022`"""
        parts = (name, slugify(self.jenis_label), slugify(self.kecamatan_label), period.slug)
        return "-".join(filter(None, parts))
