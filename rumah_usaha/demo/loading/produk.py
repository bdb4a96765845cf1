"""Products with their photos."""

from collections.abc import Iterator

from accounts.models import User
from koperasi.models import Koperasi
from produk.models import Foto, Kategori, Produk
from rumah_usaha.demo.loading.photos import Album
from rumah_usaha.demo.loading.stamps import Slugs, stamps
from rumah_usaha.demo.products import products
from rumah_usaha.demo.records import Product
from umkm.models import Usaha


def load_products(
    usaha: dict[str, Usaha], koperasi: dict[str, Koperasi], album: Album, verifikator: User
) -> dict[str, Produk]:
    """Products by key."""
    kategori = Kategori.objects.in_bulk(field_name="slug")
    slugs = Slugs()
    made = {
        product.key: Produk(
            usaha=usaha.get(product.seller),
            koperasi=koperasi.get(product.seller),
            kategori=kategori[product.kategori],
            name=product.name,
            slug=slugs.take(product.name),
            description=product.description,
            price=product.price,
            satuan=product.satuan,
            is_available=product.is_available,
            refreshed_on=product.refreshed_on,
            **stamps(
                product.key,
                product.state,
                product.created_on,
                product.published_on,
                verified_on=product.published_on,
                by=verifikator,
            ),
        )
        for product in products()
    }
    Produk.objects.bulk_create(made.values())
    Foto.objects.bulk_create(
        foto for product in products() for foto in _photos(product, made[product.key], album)
    )
    return made


def _photos(product: Product, produk: Produk, album: Album) -> Iterator[Foto]:
    for position, picture in enumerate(product.pictures):
        photo = album.copy(picture, "produk")
        yield Foto(
            produk=produk,
            image=photo.name,
            width=photo.width,
            height=photo.height,
            alt=picture.alt,
            position=position,
            created_at=produk.created_at,
            updated_at=produk.created_at,
        )
