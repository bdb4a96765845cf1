"""Events at the office: registered like every noun; participants, the door and the closing on pages of their own."""

from kegiatan.admin.kegiatan import KegiatanAdmin
from kegiatan.admin.peserta import PesertaAdmin

__all__ = ["KegiatanAdmin", "PesertaAdmin"]
