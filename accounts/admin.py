"""People who sign in, their roles and their kecamatan."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from accounts import actions
from accounts.forms import UserForm
from accounts.models import UnduhanDataPribadi, User, UserRole, UserScope
from accounts.roles import ROLES
from common.admin import OfficeAdmin
from common.admin.trail import events_beneath

_VERBS = {"view": "Melihat", "add": "Mencatat", "change": "Mengubah"}
# What a change of means that whoever is signed in must sign in again.
_DECISIVE = {"groups", "kecamatan", "is_active", "new_password"}


@admin.register(User)
class PenggunaAdmin(OfficeAdmin):
    """No field here makes anybody a superuser, and a superuser's account is not in reach of the admin role."""

    form = UserForm
    list_display = ["name", "username", "roles", "scope_names", "is_active", "last_login"]
    list_filter = ["groups", "is_active", "kecamatan"]
    search_fields = ["name", "username", "email"]
    empty_hint = "Tambahkan akun untuk setiap petugas; akun tidak dipakai bersama."
    fieldsets = [
        ("Orang", {"fields": ["name", "username", "email"]}),
        (
            "Peran dan wilayah",
            {
                "fields": ["groups", "kecamatan", "is_active"],
                "description": "Setelah peran, wilayah, atau kata sandi diubah, orang ini harus masuk kembali.",
            },
        ),
        ("Kata sandi", {"fields": ["new_password"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        accounts = super().get_queryset(request).prefetch_related("groups", "kecamatan")
        return accounts if request.user.is_superuser else accounts.filter(is_superuser=False)

    @admin.display(description="peran")
    def roles(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        return ", ".join(["Superuser", *names] if user.is_superuser else names) or "tanpa peran"

    @admin.display(description="wilayah tugas")
    def scope_names(self, user: User) -> str:
        return ", ".join(kecamatan.name for kecamatan in user.kecamatan.all()) or "seluruh kabupaten"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        found = super().get_fieldsets(request, obj)
        may_write = obj is None or self.has_change_permission(request, obj)
        return found if may_write else [each for each in found if each[0] != "Kata sandi"]

    def prepare(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        if password := form.cleaned_data.get("new_password"):
            obj.set_password(password)
        # The staff door opens to whoever holds a role.
        obj.is_staff = obj.is_superuser or bool(form.cleaned_data.get("groups"))

    def after_save(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        if change and _DECISIVE & set(form.changed_data) and obj.pk != request.user.pk:
            actions.end_sessions(user=obj)

    def extra_history(self, obj: User) -> list[tuple[QuerySet | None, str]]:
        return [(events_beneath(obj, UserRole), "peran"), (events_beneath(obj, UserScope), "wilayah tugas")]


class _PermissionChoices(forms.ModelMultipleChoiceField):
    """Django names permissions in English; ours read as the office says them."""

    def label_from_instance(self, obj: Any) -> str:
        verb, _, _ = obj.codename.partition("_")
        noun = obj.content_type.name
        is_plain = obj.codename == f"{verb}_{obj.content_type.model}"
        return f"{_VERBS[verb]} {noun}" if is_plain and verb in _VERBS else obj.name


@admin.register(Group)
class PeranAdmin(OfficeAdmin):
    """The four roles. Nobody hands out a right that they do not hold."""

    list_display = ["name", "people"]
    search_fields = ["name"]
    fieldsets = [("Peran", {"fields": ["name", "permissions"]})]

    @admin.display(description="dipakai oleh")
    def people(self, group: Group) -> str:
        return f"{group.user_set.count()} orang"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["name"] if obj and obj.name in ROLES else []

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return _PermissionChoices(
            queryset=_offered(request), required=False, widget=forms.CheckboxSelectMultiple, label="Hak"
        )


@admin.register(UnduhanDataPribadi)
class UnduhanDataPribadiAdmin(OfficeAdmin):
    """Read only: who took personal data along, of which list, when and why."""

    list_display = ["downloaded_at", "downloaded_by", "list_name", "row_count", "file_format", "reason"]
    list_filter = ["downloaded_at", "file_format"]
    list_select_related = ["downloaded_by"]
    search_fields = ["downloaded_by__name", "list_name", "reason"]
    search_help_text = "Cari nama petugas, daftar, atau kata dalam alasan."
    empty_hint = "Setiap unduhan yang memuat data pribadi tercatat di sini."
    fieldsets = [
        ("Unduhan", {"fields": ["downloaded_at", "downloaded_by", "reason"]}),
        ("Isi berkas", {"fields": ["list_name", "filter_text", "row_count", "file_format"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _offered(request: HttpRequest) -> QuerySet:
    """Rights that roles are made of and that this person holds."""
    known = frozenset().union(*ROLES.values())
    held = {name for name in known if request.user.has_perm(name)}
    codenames = {name.partition(".")[2] for name in held}
    apps = {name.partition(".")[0] for name in held}
    return (
        Permission.objects.filter(codename__in=codenames, content_type__app_label__in=apps)
        .select_related("content_type")
        .order_by("content_type__app_label", "content_type__model", "codename")
    )
