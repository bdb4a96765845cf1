"""An owner's writes on the own business and its products."""

from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from akun.actions.usulan import propose
from akun.models import OF_PRODUK, Usulan
from common.slugs import unique_slug
from common.uploads import delete_on_commit
from produk.actions import add_photos
from produk.models import Foto, Produk
from umkm.actions import give_consent, withdraw_consent
from umkm.choices import SaluranPersetujuan
from umkm.models import Pemilik, Persetujuan, Usaha
from umkm.naskah import VERSION


@transaction.atomic
def change_profile(*, usaha: Usaha, values: Mapping[str, Any]) -> Usaha:
    usaha = Usaha.objects.select_for_update(of=("self",)).get(pk=usaha.pk)
    if "photo" in values and usaha.photo:
        delete_on_commit(usaha.photo.storage, usaha.photo.name)
    for name, value in values.items():
        setattr(usaha, name, value)
    usaha.save(update_fields=[*values, "updated_at"])
    return usaha


@transaction.atomic
def set_consent(*, pemilik: Pemilik, purpose: str, is_given: bool, by: Any) -> None:
    """What the owner says here is the owner's own word: it counts at once."""
    # A press of two buttons at the same moment: the second waits for the first.
    Pemilik.objects.select_for_update(of=("self",)).get(pk=pemilik.pk)
    if is_given:
        give_consent(
            pemilik=pemilik, purpose=purpose, channel=SaluranPersetujuan.DARING, by=by, text_version=VERSION
        )
        return
    for consent in Persetujuan.objects.active().filter(pemilik=pemilik, purpose=purpose):
        withdraw_consent(consent=consent, by=by)


@transaction.atomic
def add_product(*, usaha: Usaha, values: Mapping[str, Any], photo: Any, once: str) -> Produk | None:
    """Waits for the office as every new product; None where this very form was stored before."""
    if not cache.add(f"akun.produk:{usaha.pk}:{once}", "", 24 * 60 * 60):
        return None
    produk = Produk(usaha=usaha, slug=unique_slug(Produk, values["name"]), **values)
    produk.full_clean()
    produk.save()
    add_photos(produk=produk, photos=[photo] if photo else [])
    return produk


@transaction.atomic
def change_product(*, produk: Produk, values: Mapping[str, Any], photo: Any = None) -> Produk:
    """Whoever writes price or availability vouches for them today."""
    produk = Produk.objects.select_for_update(of=("self",)).get(pk=produk.pk)
    for name, value in values.items():
        setattr(produk, name, value)
    produk.refreshed_on = timezone.localdate()
    produk.save(update_fields=[*values, "refreshed_on", "updated_at"])
    add_photos(produk=produk, photos=[photo] if photo else [])
    return produk


@transaction.atomic
def write_product(*, produk: Produk, values: Mapping[str, Any], photo: Any, by: Any) -> Usulan | None:
    """What an officer verified is proposed, the rest is changed at once."""
    vouched = {name: values[name] for name in OF_PRODUK}
    others = {name: value for name, value in values.items() if name not in OF_PRODUK}
    change_product(produk=produk, values=others, photo=photo)
    return propose(record=produk, values=vouched, by=by)


@transaction.atomic
def put_first(*, foto: Foto) -> None:
    """The picture that lists show."""
    Produk.objects.select_for_update(of=("self",)).get(pk=foto.produk_id)
    others = Foto.objects.filter(produk=foto.produk_id)
    for position, each in enumerate([foto, *others.exclude(pk=foto.pk).order_by("position", "id")]):
        Foto.objects.filter(pk=each.pk).update(position=position)


@transaction.atomic
def drop_photo(*, foto: Foto) -> None:
    delete_on_commit(foto.image.storage, foto.image.name)
    foto.delete()
