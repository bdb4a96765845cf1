"""Who received what, from the sheets of the office: recipients, participants of trainings, results of cases."""

from fasilitasi.sheets.hasil import HasilSheet
from fasilitasi.sheets.pelatihan import PelatihanSheet
from fasilitasi.sheets.penerima import PenerimaSheet

__all__ = ["HasilSheet", "PelatihanSheet", "PenerimaSheet"]
