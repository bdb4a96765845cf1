"""Who runs the server, and the sentence for whoever may not."""

import os
import pwd

import pytest

from rumah_usaha.database import account, homes
from rumah_usaha.database.errors import ClusterError


def entry(name, uid):
    return pwd.struct_passwd((name, "x", uid, uid, "", "/nonexistent", "/usr/sbin/nologin"))


@pytest.fixture
def passwd(monkeypatch):
    """A system with a chosen process and chosen accounts."""

    def become(uid, **accounts):
        entries = {name: entry(name, number) for name, number in accounts.items()}
        by_uid = {found.pw_uid: found for found in entries.values()}
        monkeypatch.setattr(os, "geteuid", lambda: uid)
        monkeypatch.setattr(pwd, "getpwnam", entries.__getitem__)
        monkeypatch.setattr(pwd, "getpwuid", by_uid.__getitem__)

    return become


def test_a_plain_user_runs_the_server_itself(passwd):
    passwd(1000, andi=1000, postgres=101)
    assert account.for_new_data().name == "andi"


def test_root_lends_the_server_to_postgres(passwd):
    passwd(0, root=0, postgres=101, nobody=65534)
    assert account.for_new_data().name == "postgres"


def test_root_lends_the_server_to_nobody_where_postgres_is_missing(passwd):
    passwd(0, root=0, nobody=65534)
    assert account.for_new_data().name == "nobody"


def test_root_without_an_account_to_lend_to_is_told_what_helps(passwd):
    passwd(0, root=0)
    with pytest.raises(ClusterError, match="isi DATABASE_URL"):
        account.for_new_data()


def test_a_number_without_a_name_is_told_to_use_database_url(passwd):
    passwd(4242)
    with pytest.raises(ClusterError, match=r"uid 4242 tidak terdaftar.*DATABASE_URL"):
        account.for_new_data()


def test_existing_data_stays_with_its_owner(passwd, tmp_path):
    owner = tmp_path.stat().st_uid
    passwd(owner, postgres=101, pemilik=owner)
    if owner == 0:
        with pytest.raises(ClusterError, match="chown -R postgres"):
            account.of_data(tmp_path)
    else:
        assert account.of_data(tmp_path).name == "pemilik"


def test_data_of_another_user_is_refused(passwd, tmp_path):
    os.chmod(tmp_path, 0o700)
    if tmp_path.stat().st_uid == 0:
        os.chown(tmp_path, 1000, 1000)
    passwd(4343, lain=4343)
    with pytest.raises(ClusterError, match="milik pengguna lain"):
        account.of_data(tmp_path)


def test_a_closed_checkout_keeps_its_permissions_and_still_gets_a_home(tmp_path):
    checkout = tmp_path / "checkout"
    checkout.mkdir(mode=0o700)
    home, owner = homes.choose(checkout / ".data")
    try:
        assert owner.may_enter(home)
        assert checkout.stat().st_mode & 0o777 == 0o700
        # Only root lends the server to an account that must stay outside.
        assert home.is_relative_to(checkout) is (os.geteuid() != 0)
    finally:
        home.rmdir()
