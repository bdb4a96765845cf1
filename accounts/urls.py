"""Sign-in and second factor: allauth's views under Indonesian paths. Pages that are not listed do not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from accounts.views import AddPasskey, RemovePasskey, SetPassword, SignInByPasskey

urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("kata-sandi/", account.password_change, name="account_change_password"),
    path("kata-sandi/buat/", SetPassword.as_view(), name="account_set_password"),
    path("konfirmasi/", account.reauthenticate, name="account_reauthenticate"),
    path("tidak-aktif/", account.account_inactive, name="account_inactive"),
    path("masuk/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("masuk/passkey/", SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("konfirmasi/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("keamanan/", mfa.index, name="mfa_index"),
    path("keamanan/aplikasi/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("keamanan/aplikasi/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("keamanan/kode-cadangan/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "keamanan/kode-cadangan/buat/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "keamanan/kode-cadangan/unduh/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("keamanan/passkey/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("keamanan/passkey/tambah/", AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("keamanan/passkey/<int:pk>/ubah/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("keamanan/passkey/<int:pk>/hapus/", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("konfirmasi/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]
