"""The three kinds of field, and how a model's fields are named by them."""

from dataclasses import dataclass

PUBLIC, STAFF, PERSONAL = "public", "staff", "personal"


@dataclass(frozen=True)
class Sorted:
    public: str = ""
    staff: str = ""
    personal: str = ""

    def __getitem__(self, kind: str) -> list[str]:
        return getattr(self, kind).split()


TIMES = "id created_at updated_at"
ARCHIVE = "archived_at archived_by"
STATES = f"{TIMES} {ARCHIVE} is_draft verified_at verified_by published_by"
