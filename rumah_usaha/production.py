"""What production must never start with (quality rule: refuse, do not warn)."""

from django.core.exceptions import ImproperlyConfigured

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}
SHORTEST_SECRET = 50


def refuse_unsafe(
    *,
    production: bool,
    debug: bool,
    secret_key: str,
    allowed_hosts: list[str],
    encryption_keys: list[str],
    blind_index_key: str,
    require_mfa: bool,
) -> None:
    """Raise ImproperlyConfigured with every reason at once; a demo may only answer this machine."""
    reasons: list[str] = []
    if not production:
        if not set(allowed_hosts) <= LOCAL_HOSTS:
            reasons.append("ALLOWED_HOSTS menyebut host selain mesin ini, tetapi PRODUCTION belum true")
    else:
        if debug:
            reasons.append("DEBUG harus false")
        if len(secret_key) < SHORTEST_SECRET or secret_key.startswith("django-insecure"):
            reasons.append(f"SECRET_KEY harus acak dan paling sedikit {SHORTEST_SECRET} karakter")
        if not allowed_hosts or "*" in allowed_hosts:
            reasons.append("ALLOWED_HOSTS harus menyebut nama host portal, bukan *")
        if not any(encryption_keys):
            reasons.append("FIELD_ENCRYPTION_KEYS (kunci enkripsi NIK KTP) belum diisi")
        if len(blind_index_key) < SHORTEST_SECRET:
            reasons.append(f"BLIND_INDEX_KEY harus acak dan paling sedikit {SHORTEST_SECRET} karakter")
        if not require_mfa:
            reasons.append("REQUIRE_MFA tidak boleh dimatikan")
    if reasons:
        raise ImproperlyConfigured("Portal tidak dijalankan: " + "; ".join(reasons) + ".")
