"""The embedded server under every fault it has to survive."""

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest

from rumah_usaha.database import cluster, configuration, homes, postmaster
from rumah_usaha.database.cluster import Cluster
from rumah_usaha.database.errors import ClusterError

THROW_AWAY = {"fsync": "off", "shared_buffers": "16MB"}


@pytest.fixture
def server(spare_home):
    server = Cluster(spare_home, THROW_AWAY)
    server.ensure()
    return server


def query(server, statement):
    with psycopg.connect(**server.connection(), dbname="rumah_usaha", autocommit=True) as session:
        cursor = session.execute(statement)
        return cursor.fetchall() if cursor.description else []


def kill_tree(server):
    """End the postmaster and its children at once, and wait until none is left."""
    children = query(server, "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    for pid in [postmaster.running(server.data), *(pid for (pid,) in children)]:
        os.kill(pid, signal.SIGKILL)
    while postmaster.running(server.data):
        time.sleep(0.01)


def claim_by(server, pid):
    """Write `pid` into the lock files, as if the dead server's number had been given to that process."""
    for file in (server.data / "postmaster.pid", server.socket / f"{homes.SOCKET_FILE}.lock"):
        file.write_text("\n".join([str(pid), *file.read_text().splitlines()[1:]]) + "\n")


def in_another_process(home, statement):
    code = f"from pathlib import Path; from rumah_usaha.database.cluster import Cluster\n{statement}"
    return subprocess.Popen([sys.executable, "-c", code, home], stdout=subprocess.PIPE, text=True)


def test_eight_processes_at_once_start_one_server(server):
    server.stop("immediate")
    print_whether_started = "import sys; print(Cluster(Path(sys.argv[1]), {'fsync': 'off'}).ensure())"
    processes = [in_another_process(server.home, print_whether_started) for _ in range(8)]
    answers = [process.communicate()[0].strip() for process in processes]
    assert sorted(answers) == ["False"] * 7 + ["True"]


def test_a_running_server_is_joined(server):
    assert Cluster(server.home).ensure() is False


def test_a_server_outlives_the_process_that_started_it(server):
    server.stop()
    wait_for_the_end = (
        "import sys, time; Cluster(Path(sys.argv[1])).ensure(); print('up', flush=True); time.sleep(60)"
    )
    with in_another_process(server.home, wait_for_the_end) as parent:
        assert parent.stdout.readline() == "up\n"
        parent.kill()
    assert server.ensure() is False


def test_the_server_has_a_session_of_its_own_that_ctrl_c_does_not_reach(server):
    assert os.getsid(postmaster.running(server.data)) != os.getsid(0)


def test_committed_rows_survive_the_killing_of_all_processes(server):
    query(server, "SET synchronous_commit = on; CREATE TABLE kept AS SELECT generate_series(1, 1000)")
    kill_tree(server)
    assert server.ensure() is True
    assert query(server, "SELECT count(*) FROM kept") == [(1000,)]


def test_a_killed_postmaster_is_replaced(server):
    os.kill(postmaster.running(server.data), signal.SIGKILL)
    server.ensure()
    assert query(server, "SELECT 1") == [(1,)]


def test_a_session_that_outlives_its_server_for_ever_is_ended(server, monkeypatch):
    monkeypatch.setattr(cluster, "SILENCE", 0.3)
    with psycopg.connect(**server.connection(), dbname="rumah_usaha") as session:
        orphan = session.info.backend_pid
        os.kill(orphan, signal.SIGSTOP)
        os.kill(postmaster.running(server.data), signal.SIGKILL)
        assert server.ensure() is True
        assert postmaster.orphans(server.data).count(orphan) == 0
        session.close()
    assert query(server, "SELECT 1") == [(1,)]


def test_a_stranger_with_the_dead_servers_pid_is_left_alone(server):
    kill_tree(server)
    with subprocess.Popen(["sleep", "60"], user=server.account.uid) as stranger:
        claim_by(server, stranger.pid)
        assert server.ensure() is True
        assert stranger.poll() is None
        stranger.kill()


def test_a_zombie_with_the_dead_servers_pid_is_no_rival(server):
    kill_tree(server)
    with subprocess.Popen(["true"], user=server.account.uid) as zombie:
        os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
        claim_by(server, zombie.pid)
        assert server.ensure() is True


@pytest.mark.parametrize("content", ["", "not a number\n"])
def test_a_broken_pid_file_is_dropped(server, content):
    kill_tree(server)
    (server.data / "postmaster.pid").write_text(content)
    assert server.ensure() is True


def test_an_initdb_that_was_killed_leaves_nothing_to_repair(spare_home):
    home = spare_home.with_name(f"{spare_home.name}-draft")
    unfinished = home / "pg.new"
    homes.make(home)
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")
    fresh = Cluster(home, THROW_AWAY)
    try:
        assert fresh.ensure() is True
        assert not unfinished.exists()
    finally:
        fresh.stop("immediate")


def test_data_of_another_major_version_is_refused_in_one_sentence(server):
    server.stop("immediate")
    version = server.data / "PG_VERSION"
    own = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(ClusterError, match="dibuat oleh PostgreSQL 14"):
            server.ensure()
    finally:
        version.write_text(own)


def test_a_server_with_a_session_is_not_stopped(server):
    with psycopg.connect(**server.connection(), dbname="rumah_usaha"):
        assert server.stop_if_idle() is False
    assert server.is_answering()


def test_an_idle_server_is_stopped(server):
    assert server.stop_if_idle() is True
    assert not server.is_answering()


def test_stopping_twice_is_no_error(server):
    assert server.stop() is True
    assert server.stop() is False


def test_the_server_listens_to_no_network_and_only_its_account_may_enter(server):
    assert query(server, "SHOW listen_addresses") == [("",)]
    assert server.socket.stat().st_mode & 0o777 == 0o700
    assert server.data.stat().st_mode & 0o777 == 0o700


def test_words_are_sorted_by_code_point_and_lowered_beyond_ascii(server):
    assert query(server, "SELECT 'Z' < 'a', 'z' < 'é', lower('ÉÑ')") == [(True, True, "éñ")]


def test_the_log_keeps_no_statement_and_no_value(server):
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        query(server, "SELECT 'NIK 7209990101900001'::int")
    assert "ready to accept" in server.log.read_text()
    assert "7209990101900001" not in server.log.read_text()


def test_a_long_path_moves_the_socket_to_a_private_folder(spare_home, tmp_path_factory, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    far = Cluster(spare_home.parent / ("x" * 90), THROW_AWAY)
    assert homes.fits_socket(far.socket)
    assert not far.socket.is_relative_to(far.home)
    far.account.make_private_folder(far.socket)
    assert far.socket.stat().st_mode & 0o777 == 0o700
    far.socket.rmdir()


def test_a_socket_folder_that_others_may_enter_is_refused(spare_home):
    server = Cluster(spare_home, THROW_AWAY)
    laid = spare_home.parent / "laid"
    laid.mkdir(mode=0o755)
    with pytest.raises(ClusterError, match="izin 0700"):
        server.account.make_private_folder(laid)


def test_settings_of_the_environment_are_read(monkeypatch):
    monkeypatch.setenv(configuration.EXTRA, "fsync=off work_mem=4MB")
    assert configuration.extra() == {"fsync": "off", "work_mem": "4MB"}
