"""Writes of the owners' door."""

from akun.actions.fasilitasi import answer_repair, ask, bring
from akun.actions.pribadi import allow_helper, end_access, finish_request, refuse_helper, request_data
from akun.actions.undangan import (
    accept,
    claim,
    claim_with_passkey,
    find,
    invite,
    invite_helper,
    prepare_passkey,
    refuse_officer,
)
from akun.actions.usaha import (
    add_product,
    change_product,
    change_profile,
    drop_photo,
    put_first,
    set_consent,
    write_product,
)
from akun.actions.usulan import accept_proposal, propose, refuse_proposal

__all__ = [
    "accept",
    "accept_proposal",
    "add_product",
    "allow_helper",
    "answer_repair",
    "ask",
    "bring",
    "change_product",
    "change_profile",
    "claim",
    "claim_with_passkey",
    "drop_photo",
    "end_access",
    "find",
    "finish_request",
    "invite",
    "invite_helper",
    "prepare_passkey",
    "propose",
    "put_first",
    "refuse_helper",
    "refuse_officer",
    "refuse_proposal",
    "request_data",
    "set_consent",
    "write_product",
]
