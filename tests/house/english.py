"""Names that every program has: English by the house's rule. A new Indonesian word goes into the glossary."""

_FIELDS = """
    id name slug code title alt image width height position photo logo scan paper place contact line_1 line_2
    address email phone whatsapp username password groups user_permissions description notes documents named price
    search_name search_document word sound stem
    kind file file_name sha256 state sheets mapping options counts done total failure stamp fingerprint trail
    moved_at uploaded_at uploaded_by committed_at committed_by undone_at undone_by updated_by
    upload sheet number decision caption key group twin values cells changes problems written fate shape
    noun first second reasons likeness weight decided_at decided_by survivor loser choices moved changed stayed
    document is_required received_at received_by checked_at checked_by
    merged_at merged_by is_full asked_at officer started_at finished_at
    latitude longitude postal_code status edition channel purpose text_version source source_on source_url
    number_on_paper number_kind usual_days reason list_name filter_text row_count file_format
    is_active is_active_declared is_available is_draft is_island is_listed is_staff is_superuser
    created_at updated_at archived_at archived_by verified_at verified_by published_at published_by
    withdrawn_at withdrawn_by recorded_at recorded_by phone_consented_at phone_consented_by last_login date_joined
    applied_on ended_on given_on happened_on held_on issued_on opened_at opened_by refreshed_on result_on started_on
    body code series subtitle version replaces subject_key reach dated_on letterhead signature totals pdf query digest
    period scope content issued_at issued_by approved_at approved_by proposed_at proposed_by closed_at closed_by
    started_by finished_by contact_consented_at clicked_on viewed_on downloaded_at downloaded_by valid_from valid_until
    commitment_due_on commitment_met_on reminded_at reminded_by
    examined_on examiner
    begins_on ends_on is_open_to_owners key_version called_off_at called_off_by closed_at closed_by link
    queued_at registered_by cancelled_at cancelled_by noted_at
    bought_on reported_at reported_by
    is_public pinned_until read_at paid_on paid_at paid_by reverses
    user account given_at given_by ended_at ended_by
    proposed_by is_accepted is_waiting token_index expires_at used_at used_by key_index answered
    submitted_at returned_at returned_by
    text is_personal is_correction
"""
_CLASSES = """
    User UserRole UserScope UserPermission RolePermission SellingUsaha SellingKoperasi SellingDesa
    SellingKecamatan Word PaperSize Edition Status FileFormat
    Import ImportRow HeaderShape State RowState Decision Fate
    Pair NotDuplicate Merge Sweep SweepState Rank Reason
"""

FIELDS = frozenset(_FIELDS.split())
CLASSES = frozenset(_CLASSES.split())
APPS = frozenset({"rumah_usaha", "accounts", "common", "spreadsheets", "duplicates"})
