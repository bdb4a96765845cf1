"""Writes on batches: a case takes its place under the quota, or is told how many are left."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from common import states
from fasilitasi.langkah import EXITS
from fasilitasi.models import Angkatan, Fasilitasi


@transaction.atomic
def join(*, fasilitasi: Fasilitasi, angkatan: Angkatan | None) -> Fasilitasi:
    """Into a batch, or out of any."""
    fasilitasi = Fasilitasi.objects.select_for_update(of=("self",)).get(pk=fasilitasi.pk)
    if fasilitasi.archived_at:
        raise ValidationError(f"{fasilitasi.nomor} sudah diarsipkan. Kembalikan dahulu dari arsip.")
    fasilitasi.angkatan = angkatan
    hold_place(fasilitasi)
    fasilitasi.save(update_fields=["angkatan", "updated_at"])
    return fasilitasi


@transaction.atomic
def restore(*, fasilitasi: Fasilitasi, by: Any) -> Fasilitasi:
    """A case back from the archive needs its place in the batch again."""
    fasilitasi = states.restore(record=fasilitasi, by=by)
    hold_place(fasilitasi)
    return fasilitasi


def hold_place(fasilitasi: Fasilitasi) -> None:
    """Before saving, inside the same transaction: the batch's row makes a second clerk wait for the first."""
    if not fasilitasi.angkatan_id or fasilitasi.status in EXITS:
        return
    angkatan = (
        Angkatan.objects.select_for_update(of=("self",))
        .select_related("jenis")
        .get(pk=fasilitasi.angkatan_id)
    )
    if angkatan.archived_at:
        raise ValidationError({"angkatan": f"{angkatan} sudah diarsipkan. Pilih angkatan lain."})
    if angkatan.jenis_id != fasilitasi.jenis_id:
        raise ValidationError({"angkatan": f"{angkatan} untuk {angkatan.jenis}. Pilih angkatan lain."})
    if angkatan.kuota is None:
        return
    mine = Fasilitasi.objects.active().filter(pk=fasilitasi.pk, angkatan=angkatan).exclude(status__in=EXITS)
    left = angkatan.kuota - angkatan.taken() + sum(mine.values_list("jumlah_unit", flat=True))
    if fasilitasi.jumlah_unit > left:
        unit = angkatan.jenis.get_satuan_display().lower()
        told = f"tinggal {left} {unit}" if left > 0 else "sudah penuh"
        raise ValidationError(
            {
                "angkatan": (
                    f"Kuota {angkatan} ({angkatan.kuota} {unit}) {told}. Pilih angkatan lain atau kurangi jumlahnya."
                )
            }
        )
