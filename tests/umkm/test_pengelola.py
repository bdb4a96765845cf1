"""Whom a business is open to: its owner's account, and those whom the owner let in."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import UsahaFactory, UserFactory
from umkm.models import Pengelola, Usaha

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def usaha(owner):
    business = UsahaFactory()
    business.pemilik.account = owner
    business.pemilik.save()
    return business


@pytest.fixture
def helper(usaha, owner):
    user = UserFactory()
    Pengelola.objects.create(usaha=usaha, user=user, given_by=owner)
    return user


def looked_after(user):
    return list(Usaha.objects.looked_after_by(user))


def test_an_owner_looks_after_every_business_of_theirs_and_no_other(usaha, owner):
    second = UsahaFactory(pemilik=usaha.pemilik)
    UsahaFactory()
    assert set(looked_after(owner)) == {usaha, second}


def test_whom_the_owner_let_in_looks_after_that_business_alone(usaha, helper):
    UsahaFactory(pemilik=usaha.pemilik)
    assert looked_after(helper) == [usaha]


def test_an_ended_access_opens_nothing(usaha, helper, owner):
    Pengelola.objects.update(ended_at=timezone.now(), ended_by=owner)
    assert looked_after(helper) == []


def test_an_archived_business_is_not_looked_after(usaha, owner):
    Usaha.objects.filter(pk=usaha.pk).update(archived_at=timezone.now(), archived_by=owner)
    assert looked_after(owner) == []


def test_the_same_access_is_given_once(usaha, helper, owner):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pengelola.objects.create(usaha=usaha, user=helper, given_by=owner)
