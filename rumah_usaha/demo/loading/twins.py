"""As in every office, a few businesses were registered a second time: the desk of twins has something to show."""

from dataclasses import replace
from datetime import timedelta

from accounts.models import User
from rumah_usaha.demo.businesses import businesses, people
from rumah_usaha.demo.loading.stamps import stamps
from rumah_usaha.demo.loading.times import capped
from rumah_usaha.demo.loading.umkm import owner_of, plain_columns
from rumah_usaha.demo.records import Business, Person
from umkm.models import Usaha
from wilayah.models import Desa

# Which of the shown businesses: spread over the district.
_CHOSEN = (12, 41, 70, 99)
_LATER = timedelta(days=120)


def load_second_registrations(desa: dict[str, Desa], verifikator: User) -> int:
    """Without NIK KTP and NIB, as at a stall in the field; every other one without the telephone number too."""
    shown = [business for business in businesses() if business.state == "tayang"]
    by_key = {person.key: person for person in people()}
    chosen = [(shown[place], by_key[shown[place].pemilik]) for place in _CHOSEN]
    for number, (business, person) in enumerate(chosen, 1):
        again = _again(business, number)
        owner = owner_of(_again_owner(person, number), desa[person.desa], again.created_on)
        owner.save()
        Usaha.objects.create(
            pemilik=owner,
            slug=again.key,
            desa=desa[again.desa],
            **plain_columns(again),
            **stamps(again.key, again.state, again.created_on, None, verified_on=None, by=verifikator),
        )
    return len(chosen)


def _again(business: Business, number: int) -> Business:
    return replace(
        business,
        key=f"{business.key}-lagi",
        # In capitals, or with the last letter lost.
        name=business.name.upper() if number % 2 else business.name[:-1],
        nib="",
        nib_issued_on=None,
        whatsapp="",
        description="",
        state="menunggu",
        created_on=capped(business.created_on + _LATER),
    )


def _again_owner(person: Person, number: int) -> Person:
    return replace(person, key=f"{person.key}-lagi", nik="", phone=person.phone if number % 2 else "")
