"""People who sign in."""

from functools import cached_property

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractUser, Group
from django.db import models
from django.utils.crypto import salted_hmac

from common.audit import tracked
from common.fields import PlainCharField
from wilayah.models import Kecamatan


# A password's hash or the time of the last visit is nobody's history.
@tracked(exclude=("password", "last_login"))
class User(AbstractUser):
    """An officer, an official or an owner. Roles are groups; `kecamatan` narrows an officer's reach."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = PlainCharField("nama", max_length=200)
    kecamatan = models.ManyToManyField(
        Kecamatan,
        verbose_name="wilayah tugas",
        blank=True,
        help_text="Kosongkan bila petugas melayani seluruh kabupaten.",
    )

    REQUIRED_FIELDS = ["name", "email"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.name or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session lives as long as the password and the roles it was opened with."""
        roles = [self.is_staff, self.is_superuser, *sorted(self.groups.values_list("pk", flat=True))]
        return salted_hmac(
            "accounts.session", f"{self.password} {roles}", secret=secret, algorithm="sha256"
        ).hexdigest()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def has_office_rights(self) -> bool:
        """Whether this account may see more than its owner's own: by the staff door, a role or a single right."""
        return self.is_staff or self.is_superuser or self.groups.exists() or self.user_permissions.exists()

    @cached_property
    def scope(self) -> tuple[Kecamatan, ...]:
        """The kecamatan this officer is kept to; empty means the whole district."""
        return () if self.is_superuser else tuple(self.kecamatan.all())


@pghistory.track(pghistory.InsertEvent("tambah"), pghistory.DeleteEvent("hapus"), obj_field=None)
class UserRole(User.groups.through):  # type: ignore[name-defined]
    """Who was given which role, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@pghistory.track(pghistory.InsertEvent("tambah"), pghistory.DeleteEvent("hapus"), obj_field=None)
class UserScope(User.kecamatan.through):  # type: ignore[name-defined]
    """Who was kept to which kecamatan, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@pghistory.track(pghistory.InsertEvent("tambah"), pghistory.DeleteEvent("hapus"), obj_field=None)
class UserPermission(User.user_permissions.through):  # type: ignore[name-defined]
    """Who was given a right beside the roles, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@pghistory.track(pghistory.InsertEvent("tambah"), pghistory.DeleteEvent("hapus"), obj_field=None)
class RolePermission(Group.permissions.through):  # type: ignore[name-defined]
    """Which right a role gained or lost, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@tracked()
class UnduhanDataPribadi(models.Model):
    """A file with data of persons was taken: by whom, when, of which list, and why. Never changed or deleted."""

    list_name = PlainCharField("daftar", max_length=150)
    filter_text = PlainCharField("saringan", max_length=1000)
    row_count = models.PositiveIntegerField("jumlah baris")
    file_format = models.CharField("berkas", max_length=4)
    reason = PlainCharField("alasan", max_length=300)
    downloaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name="diunduh oleh",
    )
    downloaded_at = models.DateTimeField("diunduh", auto_now_add=True)

    class Meta:
        verbose_name = "unduhan data pribadi"
        verbose_name_plural = "unduhan data pribadi"
        ordering = ["-downloaded_at", "-id"]
        default_permissions = ("view",)
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.list_name}, {self.downloaded_at:%d-%m-%Y}"
