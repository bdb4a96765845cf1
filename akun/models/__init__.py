from akun.models.permintaan import PermintaanData
from akun.models.undangan import Undangan
from akun.models.usulan import OF_PRODUK, OF_USAHA, Usulan

__all__ = ["OF_PRODUK", "OF_USAHA", "PermintaanData", "Undangan", "Usulan"]
