"""The photo of a receipt: private storage, handed out by views that have checked who asks."""

from django.http import FileResponse, Http404

from belanja_asn.models import Belanja


def photo_response(belanja: Belanja) -> FileResponse:
    if not belanja.nota:
        raise Http404
    return FileResponse(
        belanja.nota.open("rb"), content_type="image/jpeg", filename=f"nota-{belanja.code}.jpg"
    )
