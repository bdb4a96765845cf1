"""Letters that ask the officer something first: an invitation, and the deed by which help changes hands."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from common.keys import is_key
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from surat.actions import hand_over, invite
from surat.drafts import Draft
from surat.forms import GoodsFormSet, HandoverForm, InvitationForm
from surat.serah_terima import Penerimaan, handover_draft, letter_of, obstacle, receiver_of
from surat.undangan import Acara, Undangan, invitation_draft
from surat.views import send
from umkm.letters import MOST_INVITED
from umkm.models import Usaha

ISSUE, _GOODS = "terbit", "barang"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def invitation(request: Any) -> HttpResponseBase:
    """`?usaha=3,5&koperasi=8&kegiatan=2`: those and whoever is typed in, to that event or to any other occasion.

    First as it would read, then under its number.
    """
    usaha, koperasi = _invited(request)
    data = request.POST if request.method == "POST" else None
    asked = next(filter(is_key, request.GET.get("kegiatan", "").split(",")), "")
    form = InvitationForm(data, by=request.user, asked=asked)
    draft = None
    if form.is_valid():
        told = form.cleaned_data
        undangan = Undangan(_acara(form), usaha, koperasi, told["others"], kegiatan=told["kegiatan"])
        draft = invitation_draft(undangan)
        if draft.obstacle:
            form.add_error(None, draft.obstacle)
        elif request.POST.get("deed") == ISSUE:
            send(request, lambda: invite(undangan=undangan, by=request.user))
            return redirect("surat:list")
    return render(
        request,
        "surat/invitation.html",
        {"form": form, "usaha": usaha, "koperasi": koperasi, **_shown(draft)},
    )


def _acara(form: InvitationForm) -> Acara:
    told = form.cleaned_data
    return Acara(told["acara"], told["on"], told["pukul"], told["tempat"], told["agenda"])


def _invited(request: Any) -> tuple[list[Usaha], list[Koperasi]]:
    """Named in the address at first; afterwards those that are still ticked."""
    usaha = Usaha.objects.in_scope_of(request.user).active().select_related("pemilik").with_place()
    koperasi = Koperasi.objects.in_scope_of(request.user).active().with_place()
    return (
        list(usaha.filter(pk__in=_keys(request, "usaha")).order_by("name", "id")[:MOST_INVITED]),
        list(koperasi.filter(pk__in=_keys(request, "koperasi")).order_by("name", "id")[:MOST_INVITED]),
    )


def _keys(request: Any, name: str) -> list[str]:
    told = request.POST.getlist(name) if request.method == "POST" else request.GET.get(name, "").split(",")
    return [key for key in told if is_key(key)]


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def handover(request: Any, pk: int) -> HttpResponseBase:
    """The deed of a case that gives goods: who receives what, as it would read, and as it went out."""
    case = get_object_or_404(Fasilitasi.objects.in_scope_of(request.user).with_subject(), pk=pk)
    name, jabatan = receiver_of(case)
    data = request.POST if request.method == "POST" else None
    form = HandoverForm(data, initial={"name": name, "jabatan": jabatan, "tempat": settings.CAPITAL})
    goods = GoodsFormSet(data, prefix=_GOODS)
    draft, letter, refusal = None, letter_of(case), obstacle(case)
    if not letter and not refusal and form.is_valid() and goods.is_valid():
        given = [each.goods for each in goods if each.has_changed()]
        received = Penerimaan(**form.cleaned_data, goods=given)
        draft = handover_draft(case, received)
        if draft.obstacle:
            form.add_error(None, draft.obstacle)
        elif request.POST.get("deed") == ISSUE:
            send(request, lambda: hand_over(fasilitasi=case, received=received, by=request.user))
            return redirect(request.path)
        goods = _with_room(request.POST, goods)
    context = {"case": case, "form": form, "goods": goods, "letter": letter, "refusal": refusal}
    return render(request, "surat/handover.html", {**context, **_shown(draft)})


def _with_room(data: Any, goods: Any) -> Any:
    """Empty lines behind the last one that is filled in."""
    last = max(place for place, each in enumerate(goods) if each.has_changed())
    data = data.copy()
    data[f"{_GOODS}-TOTAL_FORMS"] = str(
        min(max(len(goods.forms), last + 1 + GoodsFormSet.extra), goods.max_num)
    )
    return GoodsFormSet(data, prefix=_GOODS)


def _shown(draft: Draft | None) -> dict[str, Any]:
    is_whole = draft is not None and not draft.obstacle
    return {"draft": draft, "content": draft.content} if draft and is_whole else {}
