"""1 ASN 1 Produk: offices with a recap officer, the rule, purchases in every state, monthly reports."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.models import User
from belanja_asn.models import AturanBelanja, Belanja, ItemBelanja, JumlahAsn, LaporanOpd, Opd, PetugasRekap
from koperasi.models import Koperasi
from produk.models import Produk
from rumah_usaha.demo.loading.accounts import Login
from rumah_usaha.demo.loading.stamps import Slugs
from rumah_usaha.demo.loading.times import moment
from rumah_usaha.demo.programme import MINIMUM, MONTHS, OFFICES, Purchase, purchases, reports
from umkm.models import Usaha

# Reports for Dinas Kesehatan, and sees the names of nobody else's civil servants.
RECAP_LOGIN = Login("Petugas rekap", "rekap", "belanja tetangga sendiri", "Yusnita Marabu")
_OF = "Dinkes"
_SELLERS = 40


def load_programme(by: User) -> int:
    """How many purchases were recorded."""
    AturanBelanja.objects.create(
        name="Edaran Bupati tentang 1 ASN 1 Produk",
        dasar_hukum="Nomor 500.3/214/2026 tanggal 15 Juni 2026 (contoh)",
        valid_from=MONTHS[0],
        nilai_minimum=MINIMUM,
        identitas="nama",
        syarat_penjual="terverifikasi",
        description=(
            "Setiap ASN belanja sedikitnya satu produk usaha mikro atau koperasi setempat setiap bulan. "
            "Ajakan ini tidak mengurangi hak siapa pun dan tidak dikaitkan dengan tambahan penghasilan."
        ),
    )
    offices = _load_offices()
    officer = User.objects.create_user(
        RECAP_LOGIN.username, "rekap@contoh.id", RECAP_LOGIN.passphrase, name=RECAP_LOGIN.name
    )
    PetugasRekap.objects.create(opd=offices[_OF], account=officer)
    LaporanOpd.objects.bulk_create(
        LaporanOpd(
            opd=offices[each.office], bulan=each.month, jumlah_ikut=each.people, nilai=each.amount,
            reported_at=moment(each.month + datetime.timedelta(days=34), each.office), reported_by=officer,
        )
        for each in reports()
    )  # fmt: skip
    return _load_purchases(offices, officer, by)


def _load_offices() -> dict[str, Opd]:
    slugs, offices = Slugs(), {}
    for place, (name, short, staff, *_) in enumerate(OFFICES):
        office = offices[short] = Opd.objects.create(
            name=name, singkatan=short, slug=slugs.take(name), contact=f"Sekretaris {short}",
            phone=f"+62812000088{place:02}",
        )  # fmt: skip
        # Somebody retired in September.
        JumlahAsn.objects.create(opd=office, bulan=MONTHS[0], jumlah=staff)
        JumlahAsn.objects.create(opd=office, bulan=MONTHS[2], jumlah=staff - 1)
    return offices


def _load_purchases(offices: dict[str, Opd], officer: User, by: User) -> int:
    sellers: list[Any] = [
        *Usaha.objects.listed().order_by("pk")[:_SELLERS],
        *Koperasi.objects.listed().order_by("pk")[:5],
    ]
    goods = _goods(sellers)
    rows = [
        _purchase(each, offices[each.office], sellers[each.seller % len(sellers)], officer, by)
        for each in purchases()
    ]
    Belanja.objects.bulk_create(rows)
    ItemBelanja.objects.bulk_create(_item(row, goods) for row in rows)
    return len(rows)


def _goods(sellers: list[Any]) -> dict[Any, list[Produk]]:
    goods: dict[Any, list[Produk]] = {seller: [] for seller in sellers}
    by_key = {(type(seller), seller.pk): seller for seller in sellers}
    for produk in Produk.objects.listed().order_by("pk").only("name", "usaha", "koperasi"):
        key = (Usaha, produk.usaha_id) if produk.usaha_id else (Koperasi, produk.koperasi_id)
        if seller := by_key.get(key):
            goods[seller].append(produk)
    return goods


def _purchase(each: Purchase, office: Opd, seller: Any, officer: User, by: User) -> Belanja:
    is_decided = each.state != "menunggu"
    row = Belanja(
        opd=office, pembeli=each.buyer, bought_on=each.bought_on, nilai=each.amount,
        nomor_nota=f"{office.pk}-{each.nota}", channel=each.channel, keadaan=each.state,
        recorded_by=officer if each.channel == "rekap" and office.singkatan == _OF else None,
        notes="Tanggal pada nota berbeda dari yang dicatat." if each.state == "ditolak" else "",
        decided_at=timezone.now() if is_decided else None, decided_by=by if is_decided else None,
    )  # fmt: skip
    setattr(row, "usaha" if isinstance(seller, Usaha) else "koperasi", seller)
    return row


def _item(row: Belanja, goods: dict[Any, list[Produk]]) -> ItemBelanja:
    offered = goods[row.seller]
    if not offered:
        return ItemBelanja(belanja=row, name="Belanja sesuai nota")
    produk = offered[row.nilai // 1_000 % len(offered)]
    return ItemBelanja(belanja=row, produk=produk, name=produk.name, jumlah=1 + row.nilai // 60_000)
