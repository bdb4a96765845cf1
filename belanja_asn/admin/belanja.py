"""Purchases that wait for a yes: what was bought where, the photo of the receipt, what is odd about it."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from belanja_asn.actions import confirm, refuse, reopen
from belanja_asn.choices import KeadaanBelanja
from belanja_asn.exports import BELANJA
from belanja_asn.models import Belanja
from common.admin import ConditionFilter
from common.admin.deeds import AdminWithDeeds, Deed
from common.templatetags.indonesia import nip, rupiah, tanggal, tanggal_pendek, tanggal_waktu
from spreadsheets.export import Exporting
from wilayah.admin import KecamatanFilter

_BADGES: dict[str, str] = {
    KeadaanBelanja.MENUNGGU: "badge-waiting",
    KeadaanBelanja.DIKONFIRMASI: "badge-published",
    KeadaanBelanja.DITOLAK: "badge-archived",
}
_ACTIVE = Q(archived_at=None)


class KeadaanFilter(ConditionFilter):
    title = "keadaan"
    parameter_name = "keadaan"
    everything = "Semua kecuali arsip"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*KeadaanBelanja.choices, ("arsip", "Arsip")]

    def condition(self, value: str) -> Q:
        return ~_ACTIVE if value == "arsip" else _ACTIVE & Q(keadaan=value)

    def unfiltered(self) -> Q:
        return _ACTIVE


@admin.display(description="keadaan", ordering="keadaan")
def keadaan_badge(belanja: Belanja) -> str:
    kind = "badge-archived" if belanja.archived_at else _BADGES[belanja.keadaan]
    label = "Arsip" if belanja.archived_at else belanja.get_keadaan_display()
    return format_html('<span class="badge {}">{}</span>', kind, label)


@admin.display(description="penjual")
def seller(belanja: Belanja) -> str:
    return str(belanja.seller)


@admin.display(description="tanggal", ordering="bought_on")
def day(belanja: Belanja) -> str:
    return tanggal_pendek(belanja.bought_on)


@admin.display(description="nilai", ordering="nilai")
def amount(belanja: Belanja) -> str:
    return rupiah(belanja.nilai)


@admin.display(description="perangkat daerah", ordering="opd__singkatan")
def opd(belanja: Belanja) -> str:
    return belanja.opd.singkatan


@admin.register(Belanja)
class BelanjaAdmin(Exporting, AdminWithDeeds):
    layouts = (BELANJA,)
    list_display = [seller, opd, day, amount, keadaan_badge]
    list_filter = [KeadaanFilter, "opd", "channel", KecamatanFilter]
    search_fields = ["code", "nomor_nota", "usaha__name", "koperasi__name", "opd__name"]
    readonly_fields = [
        "what", "where", "told_day", "told_amount", "goods", "nomor_nota", "photo", "who", "who_nip", "odd", "told_path"
    ]  # fmt: skip
    # Names are for the recap officer of that OPD; the office confirms without them.
    personal_fields = ["who", "who_nip"]
    personal_permission = full_number_permission = "belanja_asn.view_pembeli"
    fieldsets = [
        ("Belanja", {"fields": ["what", "where", ("told_day", "told_amount"), "goods"]}),
        ("Bukti", {"fields": ["nomor_nota", "photo", "odd"]}),
        ("ASN", {"fields": ["who", "who_nip"]}),
        ("Keputusan", {"fields": ["told_path", "notes"]}),
    ]
    empty_hint = "Belanja ASN datang dari ponsel ASN, petugas rekap perangkat daerah, dan lembar."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """ASN, recap officers and sheets bring them in."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.with_parties()

    def own_deeds(self, request: HttpRequest, obj: Belanja) -> list[Deed]:
        if not obj.is_waiting:
            words = "Belanja ini menunggu lagi."
            return [Deed("reopen", "Buka kembali", words, lambda belanja, by: reopen(belanja=belanja))]
        yes = Deed(
            "confirm",
            "Konfirmasi",
            "Belanja ini dikonfirmasi dan masuk rekap.",
            lambda belanja, by: confirm(belanja=belanja, by=by),
        )
        no = Deed(
            "refuse",
            "Tolak",
            "Belanja ini ditolak.",
            lambda belanja, by: refuse(belanja=belanja, by=by, notes=""),
        )
        return [yes, no]

    @admin.display(description="perangkat daerah")
    def what(self, belanja: Belanja) -> str:
        return belanja.opd.name

    @admin.display(description="penjual")
    def where(self, belanja: Belanja) -> str:
        record: Any = belanja.seller
        url = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
        return format_html('<a href="{}">{}</a>', url, record)

    @admin.display(description="tanggal belanja")
    def told_day(self, belanja: Belanja) -> str:
        return tanggal(belanja.bought_on)

    @admin.display(description="nilai belanja")
    def told_amount(self, belanja: Belanja) -> str:
        return rupiah(belanja.nilai)

    @admin.display(description="barang")
    def goods(self, belanja: Belanja) -> str:
        return format_html_join(", ", "{}", ((str(item),) for item in belanja.itembelanja_set.all())) or "-"

    @admin.display(description="foto nota")
    def photo(self, belanja: Belanja) -> str:
        if not belanja.nota:
            return "Tidak dilampirkan"
        url = reverse("belanja_asn:office_nota", args=[belanja.pk])
        return format_html('<a href="{}" target="_blank" rel="noopener">Lihat foto nota</a>', url)

    @admin.display(description="nama ASN")
    def who(self, belanja: Belanja) -> str:
        return belanja.pembeli or "-"

    @admin.display(description="NIP")
    def who_nip(self, belanja: Belanja) -> str:
        return nip(belanja.nip) or "-"

    @admin.display(description="yang perlu diperiksa")
    def odd(self, belanja: Belanja) -> str:
        return " ".join(belanja.suspicions()) or "Tidak ada"

    @admin.display(description="perjalanan")
    def told_path(self, belanja: Belanja) -> str:
        told = [f"{belanja.get_channel_display()}, {tanggal_waktu(belanja.created_at)}"]
        if belanja.recorded_by:
            told.append(f"dicatat {belanja.recorded_by}")
        if belanja.decided_at:
            decided = belanja.get_keadaan_display().lower()
            told.append(f"{decided} oleh {belanja.decided_by}, {tanggal_waktu(belanja.decided_at)}")
        return "; ".join(told)
