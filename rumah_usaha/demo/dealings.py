"""What the invented cooperatives buy from, sell for, lend to and supply to their member businesses."""

import random
from collections.abc import Iterator
from functools import cache

from rumah_usaha.demo.businesses import MILLION, businesses
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.days import SEED
from rumah_usaha.demo.records import Cooperative, Dealing, Membership

# By kind of cooperative: what it does for a member, and for how many of a hundred.
_USUAL = {
    "produsen": (("membeli", 80), ("memasok", 40)),
    "pemasaran": (("menjualkan", 90), ("meminjami", 15)),
    "konsumen": (("menjualkan", 60), ("memasok", 30), ("meminjami", 35)),
    "jasa": (("memasok", 50),),
}
_GOODS = {"memasok": "bahan baku dan kemasan", "meminjami": "modal kerja"}
# In millions a year; a loan is given once.
_AMOUNTS = {"membeli": (6, 48), "menjualkan": (3, 30), "memasok": (2, 12), "meminjami": (1, 10)}


@cache
def dealings() -> tuple[Dealing, ...]:
    rng = random.Random(f"{SEED} kerja sama")
    makes = {business.key: business.kegiatan_utama for business in businesses()}
    return tuple(
        dealing
        for cooperative in cooperatives()
        for member in cooperative.members
        for dealing in _of_member(rng, cooperative, member, makes[member.usaha])
    )


def _of_member(
    rng: random.Random, cooperative: Cooperative, member: Membership, makes: str
) -> Iterator[Dealing]:
    for bentuk, percent in _USUAL[cooperative.jenis]:
        if rng.randrange(100) >= percent:
            continue
        lowest, highest = _AMOUNTS[bentuk]
        amount = rng.randint(lowest, highest) * MILLION
        yield Dealing(
            koperasi=cooperative.key,
            usaha=member.usaha,
            bentuk=bentuk,
            barang=_GOODS.get(bentuk, makes),
            # Some are known without their amount, as in the office's own files.
            nilai=amount if rng.random() < 0.85 else None,
            sifat_nilai="sekali" if bentuk == "meminjami" else "per_tahun",
            started_on=member.started_on,
        )
