"""The sets of version 1, by name."""

from data_terbuka.data_set import DataSet
from data_terbuka.sets.fasilitasi import FASILITASI
from data_terbuka.sets.koperasi import KOPERASI
from data_terbuka.sets.produk import PRODUK
from data_terbuka.sets.usaha import USAHA

_SETS: tuple[DataSet, ...] = (PRODUK, USAHA, KOPERASI, FASILITASI)
DATA_SETS = {data_set.slug: data_set for data_set in _SETS}
