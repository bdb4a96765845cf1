"""Staff forms of participants and of what is handed out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from common.admin import OfficeForm
from common.admin.forms import ScopedForm
from common.formfields import RupiahFormField
from kegiatan.actions.pendaftaran import lock, refuse_ended
from kegiatan.models import Peserta
from legalitas.scans import ScanFormField


class PesertaForm(OfficeForm):
    def _post_clean(self) -> None:
        super()._post_clean()
        # Only who could be saved asks for a place; the event stays locked until it is given.
        if not self.errors and not self.instance.pk:
            try:
                refuse_ended(lock(self.instance.kegiatan))
            except ValidationError as error:
                self._update_errors(error)


class MateriForm(ScopedForm):
    file = ScanFormField(label="Berkas", required=False, help_text="PDF atau foto, paling besar 10 MB.")

    def clean_file(self) -> Any:
        """A row that is saved again keeps its file."""
        return self.cleaned_data.get("file") or self.instance.file


class TurnoverForm(forms.Form):
    """One box for each participant of a bazaar; an empty one says that nothing is known yet."""

    def __init__(self, data: Any, *, participants: list[Peserta]) -> None:
        super().__init__(data)
        self.participants = participants
        for peserta in participants:
            self.fields[box(peserta)] = RupiahFormField(
                label=str(peserta), required=False, initial=peserta.penjualan
            )

    def changed(self) -> list[tuple[Peserta, int | None]]:
        answers = ((peserta, self.cleaned_data[box(peserta)]) for peserta in self.participants)
        return [(peserta, amount) for peserta, amount in answers if amount != peserta.penjualan]


def box(peserta: Peserta) -> str:
    return f"penjualan-{peserta.pk}"
