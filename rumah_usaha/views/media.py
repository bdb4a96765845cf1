"""Public pictures, for a portal without a web server in front of it; a web server takes this path over."""

from csp.constants import NONE
from csp.decorators import csp
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

ONE_YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_safe
@csp({"default-src": [NONE], "sandbox": True})  # type: ignore[arg-type]  # its types know no view with a path
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file of MEDIA_ROOT. Names are random and never reused, so a browser may keep it for a year."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
    return response
