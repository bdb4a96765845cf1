from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Akun dan peran"

    def ready(self) -> None:
        from django.contrib.auth.models import Group

        # The office says "peran" for what Django's Indonesian calls "grup", on every page that names it.
        Group._meta.verbose_name = Group._meta.verbose_name_plural = "peran"
