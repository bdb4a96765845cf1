"""Who may enter the owners' door: whoever looks after a business. Views fetch through `looked_after_by` only."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from umkm.models import Usaha


def owners_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refused to whoever looks after nothing; what belongs to another owner is left to the view to not find."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not Usaha.objects.looked_after_by(request.user).exists():
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
