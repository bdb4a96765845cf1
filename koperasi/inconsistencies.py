"""What may be wrong with cooperatives though every rule of the database holds."""

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from common.inconsistencies import Inconsistency, odd_rows
from koperasi.choices import BentukKerjaSama, PeranUsaha
from koperasi.keaktifan import disagreement
from koperasi.models import Keanggotaan, KerjaSama, Koperasi, RapatAnggota

# What a role says in one word, and the dealing that tells it whole.
_DEALING_OF = {
    PeranUsaha.PEMASOK: BentukKerjaSama.MEMBELI,
    PeranUsaha.DIPASARKAN: BentukKerjaSama.MENJUALKAN,
}


def _word_against_rule() -> Q:
    newest = RapatAnggota.objects.filter(koperasi=OuterRef("pk"), held_on__isnull=False).order_by(
        "-tahun_buku"
    )
    declared = (
        Koperasi.objects.active()
        .exclude(is_active_declared=None)
        .annotate(last_book_year=Subquery(newest.values("tahun_buku")[:1]))
        .only("is_active_declared", "tanggal_badan_hukum")
    )
    today = timezone.localdate()
    return odd_rows(
        declared,
        lambda koperasi: disagreement(
            declared=koperasi.is_active_declared,
            last_book_year=koperasi.last_book_year,
            on=today,
            founded_on=koperasi.tanggal_badan_hukum,
        ),
    )


def _unbalanced() -> Q:
    meetings = RapatAnggota.objects.filter(koperasi=OuterRef("pk"))
    known = meetings.exclude(aset=None).exclude(modal_sendiri=None).exclude(modal_luar=None)
    return Q(Exists(known.exclude(aset=F("modal_sendiri") + F("modal_luar"))))


def _more_present_than_members() -> Q:
    meetings = RapatAnggota.objects.filter(koperasi=OuterRef("pk"))
    return Q(Exists(meetings.filter(hadir__gt=F("anggota_l") + F("anggota_p"))))


def _role_without_dealing() -> Q:
    members = Keanggotaan.objects.current().filter(koperasi=OuterRef("pk"))
    return Q(
        *(
            Exists(
                members.filter(peran=peran).exclude(
                    Exists(
                        KerjaSama.objects.current().filter(
                            koperasi=OuterRef("koperasi"), usaha=OuterRef("usaha"), bentuk=bentuk
                        )
                    )
                )
            )
            for peran, bentuk in _DEALING_OF.items()
        ),
        _connector=Q.OR,
    )


KOPERASI_CHECKS = (
    Inconsistency(
        "aktif-berbeda",
        "Keaktifan menurut petugas berbeda dari aturan RAT",
        "Lengkapi RAT yang sudah diadakan, atau ubah pernyataan keaktifannya.",
        _word_against_rule,
        is_slow=True,
    ),
    Inconsistency(
        "neraca-tidak-sama",
        "Aset tidak sama dengan modal sendiri ditambah modal luar",
        "Cocokkan angka RAT dengan neraca koperasi.",
        _unbalanced,
    ),
    Inconsistency(
        "peran-tanpa-kerja-sama",
        "Usaha berperan pemasok atau dipasarkan, tetapi kerja samanya belum dicatat",
        "Catat pada bagian Kerja sama apa yang dibeli atau dijualkan; laporan sinergi menghitung dari sana.",
        _role_without_dealing,
    ),
    Inconsistency(
        "hadir-melebihi-anggota",
        "Yang hadir di RAT lebih banyak daripada anggota",
        "Periksa jumlah hadir dan jumlah anggota pada RAT itu.",
        _more_present_than_members,
    ),
)
