"""Products of a business: added with the camera, their price and availability kept by the seller."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from akun import actions
from akun.forms.produk import ProdukForm
from akun.reach import business_of, once_of, products_of, sent
from common.uploads import undone_on_error
from produk.actions import move
from produk.models import Produk
from umkm.doors import owners_only

_FULL_DISK = (
    "Foto tidak dapat disimpan sekarang. Isian lain masih ada; coba lagi nanti atau simpan tanpa foto."
)


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def add(request: HttpRequest, slug: str) -> HttpResponseBase:
    usaha = business_of(request, slug)
    once = once_of(request)
    form = ProdukForm(**sent(request), instance=Produk(usaha=usaha))
    if form.is_bound and form.is_valid():
        photo = form.cleaned_data["new_photo"]
        try:
            with undone_on_error():
                actions.add_product(usaha=usaha, values=form.values(), photo=photo, once=once)
        except OSError:
            form.add_error(None, _FULL_DISK)
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        else:
            messages.success(request, "Produk tersimpan. Petugas memeriksanya sebelum tampil di situs.")
            return redirect("akun:business", slug)
    return render(request, "akun/product.html", {"form": form, "usaha": usaha, "once": once})


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    usaha, produk = _found(request, slug, pk)
    form = ProdukForm(**sent(request), instance=produk)
    if form.is_bound and form.is_valid():
        try:
            with undone_on_error():
                proposed = actions.write_product(
                    produk=produk,
                    values=form.values(),
                    photo=form.cleaned_data["new_photo"],
                    by=request.user,
                )
        except OSError:
            form.add_error(None, _FULL_DISK)
        else:
            told = "Nama atau kategori yang baru menunggu petugas." if proposed else ""
            messages.success(request, f"Perubahan produk tersimpan. {told}".strip())
            return redirect("akun:business", slug)
    context = {"form": form, "usaha": usaha, "produk": produk, "photos": list(produk.foto_set.all())}
    return render(request, "akun/product.html", context)


@require_POST
@owners_only
def availability(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """Sold out, or there again: one press from the list."""
    _, produk = _found(request, slug, pk)
    is_available = request.POST.get("tersedia") == "ya"
    actions.change_product(produk=produk, values={"is_available": is_available})
    messages.success(request, f"{produk} ditandai {'tersedia' if is_available else 'habis'}.")
    return redirect("akun:business", slug)


@require_POST
@owners_only
def place(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """One place up or down on the public page; back to where the product now stands in the list."""
    _, produk = _found(request, slug, pk)
    try:
        number = move(produk=produk, is_up=request.POST.get("ke") == "naik")
    except ValidationError as error:
        messages.info(request, " ".join(error.messages))
    else:
        messages.success(request, f"{produk} kini di urutan ke-{number}.")
    return redirect(f"{reverse('akun:business', args=[slug])}#produk-{produk.pk}")


@require_POST
@owners_only
def photo(request: HttpRequest, slug: str, pk: int, foto: int) -> HttpResponseBase:
    _, produk = _found(request, slug, pk)
    found = get_object_or_404(produk.foto_set, pk=foto)
    if request.POST.get("lakukan") == "utama":
        actions.put_first(foto=found)
        messages.success(request, "Foto ini kini tampil di daftar.")
    else:
        actions.drop_photo(foto=found)
        messages.success(request, "Foto dihapus.")
    return redirect("akun:product", slug, pk)


def _found(request: HttpRequest, slug: str, pk: int) -> tuple[Any, Produk]:
    usaha = business_of(request, slug)
    return usaha, get_object_or_404(products_of(usaha), pk=pk)
