"""`manage.py seed_scale --produk 100000`: an invented district of any size, to measure the portal with.

Only for a scratch database: it refuses one that has a user, an owner or a cooperative, which every portal in use has,
and the demo's district, too. Its rows leave no audit trail, and all products share a few photos.
"""

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumah_usaha.demo.days import SEED
from rumah_usaha.demo.loading import district, photos
from rumah_usaha.demo.records import Picture
from rumah_usaha.demo.trades import trades
from rumah_usaha.scale.filling import fill, settle

_MOST = 5_000_000


class Command(BaseCommand):
    help = "Mengisi basis data kosong dengan kabupaten rekaan sebesar apa pun, untuk mengukur kecepatan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--produk", type=int, required=True, help="banyaknya produk, misalnya 100000")
        parser.add_argument("--seed", type=int, default=SEED, help=f"angka awal acak; bawaan: {SEED}")
        parser.add_argument("--foto", type=int, default=8, help="banyaknya gambar; bawaan: 8")

    def handle(self, *args: Any, produk: int, seed: int, foto: int, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Data rekaan tidak dimuat ke portal sungguhan (PRODUCTION=true).")
        if not 1 <= produk <= _MOST:
            raise CommandError(f"Isi --produk dengan 1 sampai {_MOST}.")
        district.refuse_if_in_use()
        self.began = time.monotonic()
        call_command("load_reference", stdout=self.stdout)
        made = fill(produk=produk, seed=seed, photos=_drawn(foto), say=self.say)
        settle()
        self.say(f"Selesai: {made.produk} produk dari {made.usaha} usaha dan {made.koperasi} koperasi.")

    def say(self, text: str) -> None:
        self.stdout.write(f"{time.monotonic() - self.began:6.1f} dtk  {text}")
        self.stdout.flush()


def _drawn(count: int) -> list[tuple[str, int, int]]:
    """Pictures of what is sold, with all their renditions."""
    motifs = list(dict.fromkeys(good.motif for trade in trades() for good in trade.goods))[:count]
    pictures = [Picture(motif, 1) for motif in motifs]
    with photos.drawing(pictures) as drawing:
        album = drawing.finish(lambda done, total: None)
        copies = [album.copy(picture, "produk") for picture in pictures]
    return [(copy.name, copy.width, copy.height) for copy in copies]
