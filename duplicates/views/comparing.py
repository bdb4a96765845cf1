"""Two records side by side: choose whose word counts, look at what comes of it, and merge; or tell them apart."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_POST

from common.admin.values import value_of
from common.admin.versions import version_of
from duplicates import actions
from duplicates.following import Clash, clashes, counts, is_blank, title_of
from duplicates.forms import FIRST, SECOND, MergeForm, default_side, name_of
from duplicates.kind import TwinKind
from duplicates.merging import BOTH, is_same, may_be_both
from duplicates.models import Merge, NotDuplicate, Pair
from duplicates.views.doors import hidden_names, of_kind, page, told

_HIDDEN = "(disembunyikan)"
_CONFIRM, _MERGE = "periksa", "gabung"


@require_http_methods(["GET", "HEAD", "POST"])
@of_kind
def compare(request: Any, kind: TwinKind, first: int, second: int) -> HttpResponse:
    found = _records(kind, request.user, first, second)
    if found is None:
        return _lead_to_merge(kind, first, second)
    one, other = found
    clash_list = clashes(kind, one, other)
    step = request.POST.get("langkah", "")
    form = MergeForm(
        request.POST if step else None, kind=kind, clashes=clash_list, asks_reason=step == _MERGE
    )
    context = {"kind": kind, "first": one, "second": other, "form": form, "errors": []}
    if step and form.is_valid():
        if step == _MERGE:
            answer = _merge(request, kind, one, other, form, context)
            if answer:
                return answer
        elif stale := _stale(form, one, other):
            context["errors"] = [stale]
        else:
            return _confirm(request, kind, one, other, form, context)
    elif step == _MERGE and set(form.errors) == {"reason"}:
        context["errors"] = ["Tuliskan alasannya."]
        return _confirm(request, kind, one, other, form, context)
    elif step:
        context["errors"] = ["Pilih data yang dipertahankan, lalu periksa lagi."]
    return page(request, "compare", context | _sides(request, kind, one, other, clash_list, form))


def _records(kind: TwinKind, user: Any, first: int, second: int) -> tuple[Any, Any] | None:
    rows = {row.pk: row for row in kind.for_list(kind.in_reach(user).filter(pk__in=(first, second)))}
    if first == second or len(rows) != 2:
        return None
    return rows[first], rows[second]


def _lead_to_merge(kind: TwinKind, first: int, second: int) -> HttpResponse:
    """What became of a pair that was merged meanwhile; anything else is not there."""
    merged = Merge.objects.standing().filter(
        noun=kind.slug, survivor__in=(first, second), loser__in=(first, second)
    )
    if found := merged.first():
        return redirect(found)
    raise Http404


# --- side by side ------------------------------------------------------------------------------


def _sides(
    request: Any, kind: TwinKind, one: Any, other: Any, clash_list: list[Clash], form: MergeForm
) -> dict[str, Any]:
    hidden = hidden_names(request, kind)
    kept = form.data.get("kept") or better(one, other)
    pair = Pair.objects.filter(
        noun=kind.slug, first=min(one.pk, other.pk), second=max(one.pk, other.pk)
    ).first()
    lines = [
        _line(field, one, other, kept, form, hidden)
        for field in kind.fields()
        if not (is_blank(one, field) and is_blank(other, field))
    ]
    return {
        "title": f"Bandingkan {kind.title}",
        "pair": pair,
        "cards": [
            _card(kind, record, side, letter, side == kept)
            for record, side, letter in ((one, FIRST, "A"), (other, SECOND, "B"))
        ],
        "warnings": kind.warnings(one, other),
        "different": [line for line in lines if not line["is_same"]],
        "same": [line for line in lines if line["is_same"]],
        "clashes": [
            _clash_line(clash, one, kept, form, hidden) for clash in clash_list if clash.needs_choice
        ],
        "told_apart": NotDuplicate.objects.filter(
            noun=kind.slug, first=min(one.pk, other.pk), second=max(one.pk, other.pk)
        ).first(),
    }


def better(one: Any, other: Any) -> str:
    """The record that is kept unless the officer says otherwise: the one in use, then the older."""

    def standing(record: Any) -> tuple[Any, ...]:
        stamps = [getattr(record, name, None) is not None for name in ("published_at", "verified_at")]
        return (*stamps, not getattr(record, "is_draft", False), -record.pk)

    return FIRST if standing(one) >= standing(other) else SECOND


def _card(kind: TwinKind, record: Any, side: str, letter: str, is_kept: bool) -> dict[str, Any]:
    return {
        **told(kind, record),
        "side": side,
        "letter": letter,
        "is_kept": is_kept,
        "version": version_of(record),
        "beneath": counts(record),
    }


def _line(
    field: models.Field, one: Any, other: Any, kept: str, form: MergeForm, hidden: set[str]
) -> dict[str, Any]:
    name = name_of(field)
    chosen = form.data.get(name) or default_side(field, one, other, kept)
    return {
        "name": name,
        "label": capfirst(str(field.verbose_name)),
        "is_same": is_same(field, one, other),
        "is_photo": isinstance(field, models.ImageField),
        "may_be_both": may_be_both(field),
        "is_both": chosen == BOTH,
        "answers": [
            _answer(field, record, side, letter, chosen, hidden)
            for record, side, letter in ((one, FIRST, "A"), (other, SECOND, "B"))
        ],
    }


def _answer(
    field: models.Field, record: Any, side: str, letter: str, chosen: str, hidden: set[str]
) -> dict[str, Any]:
    blank = is_blank(record, field)
    return {
        "side": side,
        "letter": letter,
        "value": _HIDDEN if field.name in hidden and not blank else value_of(record, field),
        "photo": getattr(record, field.name) if isinstance(field, models.ImageField) and not blank else None,
        "is_chosen": chosen == side,
    }


def _clash_line(clash: Clash, one: Any, kept: str, form: MergeForm, hidden: set[str]) -> dict[str, Any]:
    chosen = form.data.get(clash.key) or kept
    rows = ((clash.mine, FIRST, "A"), (clash.theirs, SECOND, "B"))
    return {
        "name": clash.key,
        "label": title_of(clash),
        "answers": [
            {
                "side": side,
                "letter": letter,
                "is_chosen": chosen == side,
                "values": [
                    (
                        capfirst(str(column.verbose_name)),
                        _HIDDEN if column.name in hidden else value_of(row, column),
                    )
                    for column in clash.columns
                    if not is_blank(row, column)
                ],
            }
            for row, side, letter in rows
        ],
    }


# --- what would come of it -------------------------------------------------------------------------


def _stale(form: MergeForm, one: Any, other: Any) -> str:
    for record, side in ((one, FIRST), (other, SECOND)):
        if form.cleaned_data[f"version_{side}"] != version_of(record):
            return f"“{record}” diubah petugas lain sejak Anda membukanya. Periksa lagi, lalu ulangi."
    return ""


def _confirm(
    request: Any, kind: TwinKind, one: Any, other: Any, form: MergeForm, context: dict[str, Any]
) -> HttpResponse:
    kept = form.data.get("kept", FIRST)
    survivor, loser = (one, other) if kept == FIRST else (other, one)
    # From the survivor's side, so that what stays is told of the right record.
    clash_list = clashes(kind, survivor, loser)
    hidden = hidden_names(request, kind)
    lines = [
        _line(field, one, other, kept, form, hidden)
        for field in kind.fields()
        if not is_same(field, one, other)
    ]
    more = {
        "title": f"Gabungkan {kind.title}?",
        "survivor": told(kind, survivor),
        "loser": told(kind, loser),
        "beneath": counts(loser),
        "staying": [title_of(clash) for clash in clash_list],
        "lines": [line | {"result": _result(line)} for line in lines],
        "answers": [
            (name, form.data[name]) for name in form.fields if name != "reason" and form.data.get(name)
        ],
        "reason": form.data.get("reason", ""),
    }
    return page(request, "confirm", context | more)


def _result(line: dict[str, Any]) -> list[dict[str, Any]]:
    """The answers that the merged record will have: one, or two notes one under the other."""
    return [answer for answer in line["answers"] if answer["is_chosen"] or line["is_both"]]


def _merge(
    request: Any, kind: TwinKind, one: Any, other: Any, form: MergeForm, context: dict[str, Any]
) -> HttpResponse | None:
    answers = form.cleaned_data
    survivor, loser = (one, other) if answers["kept"] == FIRST else (other, one)
    try:
        merged = actions.merge(
            kind=kind,
            survivor=survivor.pk,
            loser=loser.pk,
            choices=form.choices(),
            rows=form.row_choices(),
            versions={one.pk: answers["version_first"], other.pk: answers["version_second"]},
            reason=answers["reason"],
            by=request.user,
        )
    except ValidationError as error:
        if _records(kind, request.user, one.pk, other.pk) is None:
            messages.warning(request, " ".join(error.messages))
            return _lead_to_merge(kind, one.pk, other.pk)
        context["errors"] = error.messages
        return None
    messages.success(request, f"“{loser}” digabungkan ke “{survivor}”.")
    return redirect(merged)


@require_POST
@of_kind
def tell_apart(request: Any, kind: TwinKind, first: int, second: int) -> HttpResponse:
    found = _records(kind, request.user, first, second)
    if found is None:
        return _lead_to_merge(kind, first, second)
    try:
        actions.tell_apart(kind=kind, first=first, second=second, by=request.user)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(
            request,
            f"“{found[0]}” dan “{found[1]}” dicatat sebagai dua data yang berbeda, dan tidak diajukan lagi.",
        )
    return redirect(f"{reverse('duplicates:list')}?jenis={kind.slug}")
