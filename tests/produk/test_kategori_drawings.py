"""Every kategori and bidang usaha has a drawing: an unknown name would show the wrong one."""

import csv
import re

from django.conf import settings

from umkm.choices import BidangUsaha

DRAWINGS = set(re.findall(r'<view id="([^"]+)"', (settings.BASE_DIR / "static/img/kategori.svg").read_text()))


def test_every_kategori_has_a_drawing():
    with (settings.BASE_DIR / "produk/data/kategori.csv").open() as rows:
        assert {row["slug"] for row in csv.DictReader(rows)} <= DRAWINGS


def test_every_bidang_usaha_has_a_drawing():
    assert set(BidangUsaha.values) <= DRAWINGS
