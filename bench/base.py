"""What pages are compared with, a bare Django of its own: a constant page, and the ideal list page."""

from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["localhost"],
    SECRET_KEY="for measurements only",  # noqa: S106
    ROOT_URLCONF="bench.base",
    MIDDLEWARE=[],
    DATABASES={
        "default": {"ENGINE": "rumah_usaha.database", "NAME": "rumah_usaha", "CONN_MAX_AGE": 60},
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {})]},
        }
    ],
)

import django
from django.core.wsgi import get_wsgi_application
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template import Template
from django.template.context import Context
from django.urls import path

django.setup()

_CONSTANT = b"x" * 20_480
_FRAME = "<p>Rumah Usaha</p>" * 200
_PAGE = f"""<!doctype html><html lang="id"><head><title>Produk</title></head><body>{_FRAME}<ul>
{{% for produk in page %}}<li class="card"><a href="/produk/{{{{ produk.slug }}}}/">{{{{ produk.name }}}}</a>
<p class="price">Rp{{{{ produk.price }}}} <span>/ {{{{ produk.satuan }}}}</span></p>
<p class="by">{{{{ produk.published_at|date:"j F Y" }}}}</p></li>
{{% endfor %}}</ul>{_FRAME}</body></html>"""


class Produk(models.Model):
    """As much of a product as a card shows."""

    name = models.TextField()
    slug = models.TextField()
    price = models.BigIntegerField()
    satuan = models.TextField()
    published_at = models.DateTimeField()
    is_listed = models.BooleanField()

    class Meta:
        app_label = "bench"
        managed = False
        db_table = "produk_produk"

    def __str__(self) -> str:
        return self.name


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(_CONSTANT)


def ideal(request: HttpRequest) -> HttpResponse:
    listed = Produk._default_manager.filter(is_listed=True, published_at__isnull=False)
    page = listed.order_by("-published_at", "-id")[:24]
    return HttpResponse(_compiled.render(Context({"page": page})))


_compiled = Template(_PAGE)
urlpatterns = [path("konstan/", constant), path("ideal/", ideal)]
application = get_wsgi_application()
