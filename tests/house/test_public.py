"""What a stranger can see of an owner who agreed to the catalogue and to nothing else: the business, no person."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.template.base import FilterExpression, Node, NodeList, Template
from django.template.defaulttags import IfNode
from django.test import Client

from koperasi.models import Keanggotaan, Pengurus
from legalitas.choices import JenisSertifikat
from rumah_usaha.privacy import FIELDS, PERSONAL, PUBLIC
from tests.factories import KoperasiFactory, PemilikFactory, ProdukFactory, SertifikatFactory, UsahaFactory
from tests.house.repository import TEMPLATES, refuse
from umkm import actions
from umkm.models import DataTahunan, Usaha

pytestmark = pytest.mark.django_db
SECRETS = {
    "name": "Rahmatia Daeng Situju",
    "nik": "7209990303920007",
    "phone": "+6285241559077",
    "email": "rahmatia@contoh.id",
    "address": "Lorong Kamboja Nomor 77",
    "tempat_lahir": "Tanjung Api-api",
    "notes": "Catatan petugas tentang orangnya",
}
OF_BUSINESS = {
    "whatsapp": "+6285399001122",
    "address": "Dusun Melati Nomor 14",
    "npwp": "7209990303920008",
    "nib": "1234567890123",
    "notes": "Catatan petugas tentang usahanya",
}


@pytest.fixture
def usaha(tmp_path, settings) -> Usaha:
    """On the site, with everything filled in that a form asks, and consent to the catalogue only."""
    settings.MEDIA_ROOT = tmp_path
    pemilik = PemilikFactory(consents=("katalog",), **SECRETS)
    usaha = UsahaFactory(
        listed=True, pemilik=pemilik, name="Kacang Mete Pasir Putih", latitude="-0.87111", longitude="121.58222",
        photo=picture(), **OF_BUSINESS,
    )  # fmt: skip
    DataTahunan.objects.create(
        usaha=usaha, tahun=2025, penjualan_tahunan=987_654_321, modal_usaha=123_454_321
    )
    return usaha


def picture() -> SimpleUploadedFile:
    import io

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(buffer, "JPEG")
    return SimpleUploadedFile("foto-rumah-pemilik.jpg", buffer.getvalue(), "image/jpeg")


def everything_public(usaha: Usaha) -> str:
    """Every public page that this business, its product and its cooperative appear on, as one text."""
    produk = ProdukFactory(listed=True, usaha=usaha, name="Mete Panggang Uji")
    koperasi = KoperasiFactory(listed=True, name="Koperasi Uji Mete")
    Keanggotaan.objects.create(koperasi=koperasi, usaha=usaha)
    SertifikatFactory(usaha=usaha, verified=True, produk=[produk])
    client = Client()
    pages = [
        "/", "/produk/", "/produk/?q=mete", produk.get_absolute_url(), "/usaha/", "/usaha/?q=mete",
        usaha.get_absolute_url(), "/koperasi/", koperasi.get_absolute_url(),
        f"/produk/?kecamatan={usaha.desa.kecamatan.slug}",
    ]  # fmt: skip
    texts = []
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200, page
        texts.append(response.content.decode())
    text = "\n".join(texts)
    assert usaha.name in text
    assert produk.name in text
    return text


def traces(value: str) -> list[str]:
    """The value as stored, and a telephone number in the ways that it is written."""
    if not value.startswith("+62"):
        return [value]
    local = "0" + value[3:]
    return [value, value[1:], local, f"{local[:4]}-{local[4:8]}-{local[8:]}", value[-8:]]


def test_consent_to_the_catalogue_shows_no_person(usaha):
    text = everything_public(usaha)
    secrets = [*SECRETS.items(), *OF_BUSINESS.items()]
    refuse(f"{name}: {trace}" for name, value in secrets for trace in traces(value) if trace in text)


def test_consent_to_the_catalogue_shows_neither_place_nor_money_nor_photo(usaha):
    # Drawings and ids hold numbers of their own.
    drawings = r"<svg.*?</svg>|<script.*?</script>|\b(?:id|d)=\"[^\"]*\""
    text = re.sub(drawings, "", everything_public(usaha), flags=re.S)
    photo = Path(usaha.photo.name).stem
    refuse(
        trace
        for trace in ("0.87111", "0,87111", "121.58222", "121,58222", "987.654", "987654", "123.454", photo)
        if trace in text
    )


def test_consent_to_place_and_photo_shows_them(usaha):
    for purpose in ("lokasi", "foto"):
        actions.give_consent(pemilik=usaha.pemilik, purpose=purpose, channel="formulir", by=None)
    text = everything_public(usaha)
    assert OF_BUSINESS["address"] in text
    assert Path(usaha.photo.name).stem in text


def test_no_page_offers_a_telephone_that_was_not_agreed_to(usaha):
    links = re.findall(r"wa\.me/(\d+)", everything_public(usaha))
    assert not {"6285241559077", "6285399001122"} & set(links)


def test_consent_to_the_telephone_offers_it(usaha):
    actions.give_consent(pemilik=usaha.pemilik, purpose="telepon", channel="formulir", by=None)
    assert "wa.me/6285399001122" in everything_public(usaha)


def test_consent_to_the_name_shows_it(usaha):
    actions.give_consent(pemilik=usaha.pemilik, purpose="nama", channel="formulir", by=None)
    assert SECRETS["name"] in everything_public(usaha)


def test_withdrawing_the_catalogue_takes_business_and_products_off(usaha):
    produk = ProdukFactory(listed=True, usaha=usaha)
    client = Client()
    assert client.get(produk.get_absolute_url()).status_code == 200
    actions.withdraw_consent(consent=usaha.pemilik.persetujuan_set.get(), by=produk.verified_by)
    assert client.get(usaha.get_absolute_url()).status_code == 404
    assert client.get(produk.get_absolute_url()).status_code == 404
    for page in ("/", "/produk/", "/usaha/", "/produk/?q=mete"):
        assert usaha.name not in client.get(page).content.decode()


def test_the_number_of_a_land_title_is_nobodys_business(usaha):
    SertifikatFactory(
        usaha=usaha, verified=True, jenis=JenisSertifikat.SHAT, number_on_paper="19.05.000012345"
    )
    assert "19.05.000012345" not in everything_public(usaha)


def test_people_in_office_of_a_cooperative_are_not_shown(usaha):
    koperasi = KoperasiFactory(listed=True, phone="+6285211112222", email="ketua@contoh.id")
    Pengurus.objects.create(
        koperasi=koperasi, jabatan="ketua", name="Haji Lamakarate", phone="+6285233334444"
    )
    text = Client().get(koperasi.get_absolute_url()).content.decode()
    refuse(trace for trace in ("Lamakarate", "5233334444", "5211112222", "ketua@contoh.id") if trace in text)


# --- templates of the public site ------------------------------------------------------------------

PUBLIC_TEMPLATES = sorted(
    str(path.relative_to(TEMPLATES))
    for folder in ("produk", "umkm", "koperasi", "data_terbuka", "pages", "_partials")
    for path in (TEMPLATES / folder).rglob("*.html")
)
# Names that are personal wherever they occur, such as `nik`; `name` or `phone` need their owner to be known.
_ALWAYS_PERSONAL = {name for fields in FIELDS.values() for name in fields[PERSONAL]} - {
    name for fields in FIELDS.values() for name in fields[PUBLIC]
}
# Values that a view hands over only after it has looked at the consent.
_GUARDED = {"public_phone", "office"}


def lookups(nodes: NodeList | list[Node], *, guarded: bool = False):
    """(path, whether a condition on a consent stands around it) of every variable in a template."""
    for node in nodes:
        if isinstance(node, IfNode):
            for condition, inner in node.conditions_nodelists:
                asks = bool(condition) and any(
                    "consent" in path or "public_" in path for path in _paths(condition)
                )
                yield from lookups(inner, guarded=guarded or asks)
            continue
        for value in _expressions(node):
            yield from ((path, guarded) for path in _paths(value))
        for name in node.child_nodelists:
            yield from lookups(getattr(node, name, None) or [], guarded=guarded)


def _expressions(node: Node) -> list[FilterExpression]:
    """Those of the node itself and of its `with`."""
    values = [*vars(node).values(), *(getattr(node, "extra_context", None) or {}).values()]
    return [value for value in values if isinstance(value, FilterExpression)]


def _paths(thing) -> list[str]:
    if isinstance(thing, FilterExpression):
        return [".".join(getattr(thing.var, "lookups", None) or [])]
    return [
        path
        for part in ("first", "second", "value")
        if (inner := getattr(thing, part, None))
        for path in _paths(inner)
    ]


def personal_in(template: Template) -> list[str]:
    return [path for path, guarded in lookups(template.nodelist) if not guarded and _is_personal(path)]


def test_no_public_template_names_a_personal_field():
    engine = engines["django"].engine
    refuse(f"{name}: {path}" for name in PUBLIC_TEMPLATES for path in personal_in(engine.get_template(name)))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ usaha.pemilik.name }}", ["usaha.pemilik.name"]),
        ("{% for each in list %}{{ each.nik|upper }}{% endfor %}", ["each.nik"]),
        ("{% include 'a.html' with x=usaha.pemilik %}", ["usaha.pemilik"]),
        ("{% if usaha.public_phone %}{{ usaha.public_phone }}{% endif %}", []),
        ("{{ usaha.name }}{{ produk.price }}", []),
    ],
)
def test_the_look_at_templates_finds_what_it_looks_for(source, found):
    assert personal_in(engines["django"].engine.from_string(source)) == found


def _is_personal(path: str) -> bool:
    parts = path.split(".")
    if _GUARDED & set(parts):
        return False
    return "pemilik" in parts or "pengurus_set" in parts or parts[-1] in _ALWAYS_PERSONAL
