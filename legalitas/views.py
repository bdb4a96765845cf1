"""The scan of a certificate: private storage, opened only by staff who may see that certificate."""

from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from legalitas.models import Sertifikat


@require_safe
@permission_required(["legalitas.view_sertifikat", "umkm.view_personal_data"], raise_exception=True)
def scan(request: HttpRequest, pk: int) -> FileResponse:
    """The stored file as a download; rows outside the officer's kecamatan answer 404."""
    certificate = get_object_or_404(Sertifikat.objects.in_scope_of(request.user), pk=pk)
    if not certificate.scan:
        raise Http404
    return FileResponse(
        certificate.scan.open("rb"), as_attachment=True, filename=f"sertifikat-{pk}.{_suffix(certificate)}"
    )


def _suffix(certificate: Sertifikat) -> str:
    return str(certificate.scan.name).rsplit(".", 1)[-1]
