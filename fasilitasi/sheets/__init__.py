"""Who received what, from the office's sheets: recipients of a kind and year, participants of trainings."""

from fasilitasi.sheets.pelatihan import PelatihanSheet
from fasilitasi.sheets.penerima import PenerimaSheet

__all__ = ["PelatihanSheet", "PenerimaSheet"]
