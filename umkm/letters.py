"""Letters that an officer asks for in lists and on pages of records; an app above writes them."""

from collections.abc import Iterable

from django.urls import reverse

ISSUE = "surat.issue_surat"
# More do not fit into an address, and hardly into a hall.
MOST_INVITED = 200


def invitation_url(noun: str, keys: Iterable[int]) -> str:
    return f"{reverse('surat:invitation')}?{noun}={','.join(map(str, keys))}"
