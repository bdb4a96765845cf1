"""Owners and businesses that may be registered twice (domain rule 11.6), and what a merge of two has to heed."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone

from common.text import fold
from duplicates.choices import Reason
from duplicates.kind import MOST_SHARING, Alike, Equal, TwinKind, written
from umkm import actions
from umkm.duplicates import detail
from umkm.models import Pemilik, Persetujuan, Usaha
from umkm.nama import comparable_pemilik, comparable_usaha

# Two NIK KTP are two people, and so are two dates of birth.
_ONE_PERSON = "(a.nik = '' OR b.nik = '' OR a.nik = b.nik)"
_ONE_BIRTH = f"{_ONE_PERSON} AND (a.born IS NULL OR b.born IS NULL OR a.born = b.born)"
# "Dusun II" is in every desa.
_ONE_ADDRESS = "(a.address <> '' AND a.address = b.address AND a.desa_id = b.desa_id)"
_TWO_OWNERS = "a.pemilik_id <> b.pemilik_id"
_TWO_DESA = "a.desa_id IS DISTINCT FROM b.desa_id"
_NEAR = f"{_TWO_OWNERS} AND {_ONE_PERSON} AND {_TWO_DESA}"


class PemilikTwins(TwinKind):
    slug = "pemilik"
    model = Pemilik
    documents = frozenset({"umkm.Persetujuan"})
    columns = {
        "desa_id": "bigint", "kecamatan_id": "bigint", "nik": "text", "phone": "text", "born": "date", "name": "text",
    }  # fmt: skip
    rules = (
        Equal(Reason.PHONE, ("phone",), _ONE_PERSON, MOST_SHARING),
        Equal(Reason.SAME_NAME, ("name", "desa_id"), _ONE_BIRTH),
        Alike(Reason.NAME_AND_BIRTH, "name", "born", _ONE_PERSON),
        Alike(Reason.SIMILAR_IN_DESA, "name", "desa_id", f"{_ONE_BIRTH} AND a.name <> b.name"),
        # A whole kecamatan has many people of nearly one name.
        Equal(Reason.SIMILAR_IN_KECAMATAN, ("name", "kecamatan_id"), f"{_ONE_BIRTH} AND {_TWO_DESA}"),
    )

    def rows(self) -> models.QuerySet:
        return Pemilik.objects.active().values_list(
            "pk", "desa_id", "desa__kecamatan_id", "nik_index", "phone", "tanggal_lahir", "name"
        )

    def told(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        return (*values[:-1], comparable_pemilik(values[-1]))

    def fields(self) -> list[models.Field]:
        """Also the account: no form shows it, and it goes where the businesses go."""
        return [*super().fields(), Pemilik._meta.get_field("account")]

    def detail(self, record: Pemilik) -> str:
        return detail(record)

    def for_list(self, rows: models.QuerySet) -> models.QuerySet:
        return rows.select_related("desa__kecamatan")

    def warnings(self, first: Pemilik, second: Pemilik) -> list[str]:
        found = []
        if first.nik and second.nik:
            found.append("NIK KTP keduanya berbeda. Dua NIK biasanya dua orang; cocokkan dahulu dengan KTP.")
        if first.tanggal_lahir and second.tanggal_lahir and first.tanggal_lahir != second.tanggal_lahir:
            found.append("Tanggal lahir keduanya berbeda.")
        return found

    def after_merge(self, survivor: Pemilik, by: Any) -> list[Persetujuan]:
        """An owner's last word counts: a yes given before a later withdrawal no longer stands."""
        words: dict[str, list[Persetujuan]] = defaultdict(list)
        withdrawn = []
        for consent in survivor.persetujuan_set.all():
            words[consent.purpose].append(consent)
        for said in words.values():
            taken_back = [timezone.localdate(word.withdrawn_at) for word in said if word.withdrawn_at]
            for consent in said:
                if consent.is_active and taken_back and consent.given_on < max(taken_back):
                    actions.withdraw_consent(consent=consent, by=by)
                    withdrawn.append(consent)
        return withdrawn


class UsahaTwins(TwinKind):
    slug = "usaha"
    model = Usaha
    together = {"nib": ("nib_issued_on",), "latitude": ("longitude",)}
    columns = {
        "desa_id": "bigint", "kecamatan_id": "bigint", "pemilik_id": "bigint", "nik": "text", "nib": "text",
        "kbli_id": "bigint", "address": "text", "phone": "text", "name": "text", "owner": "text",
    }  # fmt: skip
    # One person may have many businesses under one NIB and one number, so the owner alone says nothing.
    rules = (
        Equal(Reason.OWNER_AND_NAME, ("pemilik_id",), "similarity(a.name, b.name) >= 0.5"),
        Equal(Reason.NIB_AND_KBLI, ("nib", "kbli_id"), f"{_TWO_OWNERS} OR {_ONE_ADDRESS}", MOST_SHARING),
        Equal(Reason.NIB_AND_ADDRESS, ("nib", "address", "desa_id"), _TWO_OWNERS, MOST_SHARING),
        Equal(Reason.NIB, ("nib",), _TWO_OWNERS, MOST_SHARING),
        Equal(Reason.PHONE, ("phone",), _TWO_OWNERS, MOST_SHARING),
        Equal(Reason.SAME_NAME, ("name", "desa_id"), _TWO_OWNERS),
        Alike(
            Reason.SIMILAR_IN_DESA, "name", "desa_id", f"{_TWO_OWNERS} AND {_ONE_PERSON} AND a.name <> b.name"
        ),
        # A whole kecamatan has many stalls of nearly one name; that their owners' names are alike too tells.
        Equal(
            Reason.SIMILAR_IN_KECAMATAN,
            ("name", "kecamatan_id"),
            f"{_NEAR} AND similarity(a.owner, b.owner) >= 0.5",
        ),
        Equal(
            Reason.SIMILAR_IN_KECAMATAN,
            ("owner", "kecamatan_id"),
            f"{_NEAR} AND similarity(a.name, b.name) >= 0.5",
        ),
    )

    def rows(self) -> models.QuerySet:
        return Usaha.objects.active().values_list(
            "pk", "desa_id", "desa__kecamatan_id", "pemilik_id", "pemilik__nik_index", "nib", "kbli_id",
            "address", "whatsapp", "pemilik__phone", "name", "pemilik__name",
        )  # fmt: skip

    def told(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        *plain, address, whatsapp, phone, name, owner = values
        return (*plain, fold(address), whatsapp or phone, comparable_usaha(name), comparable_pemilik(owner))

    def changed(self, since: datetime) -> list[models.QuerySet]:
        """Also the businesses of an owner whose name, number or NIK was written."""
        owners = written(Pemilik, since).values("pgh_obj_id")
        return [*super().changed(since), Usaha._base_manager.filter(pemilik__in=owners).values_list("pk")]

    def detail(self, record: Usaha) -> str:
        return detail(record)

    def for_list(self, rows: models.QuerySet) -> models.QuerySet:
        return rows.select_related("pemilik", "desa__kecamatan")

    def warnings(self, first: Usaha, second: Usaha) -> list[str]:
        if first.pemilik_id == second.pemilik_id:
            return []
        found = ["Pemilik keduanya berbeda. Pemilik yang tidak dipilih tetap tercatat, tanpa usaha ini."]
        if first.pemilik.nik and second.pemilik.nik:
            found = ["Pemilik keduanya dua orang: NIK KTP mereka berbeda. Pastikan usahanya memang satu."]
        return found

    def after_merge(self, survivor: Usaha, by: Any) -> tuple[()]:
        actions.compute_skala(usaha=survivor)
        return ()
