"""A staff list's filter in words, as it stands in the head of the file and in the record of the download."""

from typing import Any

from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR, ChangeList
from django.utils.html import strip_tags
from django.utils.translation import gettext

_WITHOUT_FILTER = "Tanpa saringan: seluruh daftar"


def filter_in_words(changelist: ChangeList, user: Any) -> str:
    """ "Saringan: kecamatan Ampana Kota; keadaan Tayang; dicari “kopi”" """
    told = [*_chosen(changelist), *_other_lookups(changelist)]
    if changelist.query:
        told.append(f"dicari “{changelist.query}”")
    if user.scope:
        told.append(f"wilayah tugas {', '.join(kecamatan.name for kecamatan in user.scope)}")
    return f"Saringan: {'; '.join(told)}" if told else _WITHOUT_FILTER


def _chosen(changelist: ChangeList) -> list[str]:
    everything = {"Semua", gettext("All")}
    # The counts beside the choices cost a statement for each filter.
    changelist.add_facets = False
    found = []
    for spec in changelist.filter_specs:
        for choice in spec.choices(changelist):
            label = strip_tags(str(choice["display"]))
            if choice["selected"] and label not in everything:
                found.append(f"{spec.title} {label}")
    return found


def _other_lookups(changelist: ChangeList) -> list[str]:
    """Conditions that a link put into the address, without a filter at the side."""
    known = {ORDER_VAR, SEARCH_VAR}
    for spec in changelist.filter_specs:
        known |= {name for name in spec.expected_parameters() if name is not None}
    return [
        f"{name} = {', '.join(values)}"
        for name, values in changelist.filter_params.items()
        if name not in known
    ]
