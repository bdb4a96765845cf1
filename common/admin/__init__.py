"""The staff screens' common ground. Every noun's admin stands on `OfficeAdmin` and declares the rest.

    from common.admin import OfficeAdmin, OfficeStackedInline, StateFilter, state_badge

    class PengurusInline(OfficeStackedInline):
        model = Pengurus
        extra = 0

    @admin.register(Koperasi)
    class KoperasiAdmin(OfficeAdmin):
        list_display = ["name", "place", state_badge]
        list_filter = [StateFilter, KecamatanFilter, "jenis"]     # KecamatanFilter: wilayah.admin
        list_select_related = ["desa__kecamatan"]
        search_fields = ["name", "nib"]
        autocomplete_fields = ["desa"]
        # In the order of the paper form; a tuple is a row of boxes.
        fieldsets = [("Identitas", {"fields": ["name", ("jenis", "bentuk")]}), …]
        inlines = [PengurusInline]
        personal_fields = ["phone"]             # hidden without umkm.view_personal_data
        slug_source = "name"                    # fills `slug` once, when the record is added
        identity_fields = ["name", "desa"]      # asks possible_duplicates() when one of these changes
        next_steps = [("Tambah produk", "produk.Produk", "koperasi")]   # buttons with the record preset

What it gives, all in Indonesian: search that never keeps a NIK in an address; archived rows hidden unless asked
for; bulk and single Verifikasi, Tayangkan, Turunkan, Arsipkan, Kembalikan (through `common.states`, per record,
permission-checked by the model's `verify_*`/`publish_*`); "Simpan sebagai draf"; warnings from
`obj.suspicions()`; possible duplicates with a checkbox to go on; two editors at once (hidden version); a form sent
twice stored once; friendly answers to constraints broken in a race; history from the audit trail; rows outside
the officer's kecamatan answer 404, and foreign keys offer only what the officer may see.

Override where a noun differs:
    publish_record(record, by), verify_record(record, by)   e.g. umkm.actions.publish
    prepare(request, obj, form, change)     before the row is written, inside the transaction
    after_save(request, obj, form, change)  after row and inline rows are written, inside the transaction
    possible_duplicates(request, values, obj) -> list[Duplicate]
    extra_history(obj) -> [(event queryset, label)]         child events beyond the inlines
"""

from common.admin.base import OfficeAdmin
from common.admin.columns import masked_phone, state_badge
from common.admin.duplicates import Duplicate
from common.admin.filters import ConditionFilter, StateFilter
from common.admin.forms import OfficeForm
from common.admin.inlines import OfficeStackedInline

__all__ = [
    "ConditionFilter",
    "Duplicate",
    "OfficeAdmin",
    "OfficeForm",
    "OfficeStackedInline",
    "StateFilter",
    "masked_phone",
    "state_badge",
]
