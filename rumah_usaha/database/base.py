"""Django's PostgreSQL backend, with a server that starts on the first connection."""

from typing import Any

from django.core.management import CommandError
from django.db import OperationalError
from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgresClient

from rumah_usaha.database import cluster
from rumah_usaha.database.errors import ClusterError


class ServerUnavailableError(CommandError, OperationalError):
    """To a page this is a database that is away; a command prints it as one sentence."""


class DatabaseClient(PostgresClient):
    """`dbshell` with the server's own psql, on the server's socket."""

    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict: Any, parameters: Any) -> Any:
        server = cluster.current()
        server.ensure()
        address = {name.upper(): value for name, value in server.connection().items()}
        arguments, env = super().settings_to_cmd_args_env({**settings_dict, **address}, parameters)
        return [str(server.program(arguments[0])), *arguments[1:]], env


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        try:
            return {**super().get_connection_params(), **cluster.current().connection()}
        except ClusterError as error:
            raise ServerUnavailableError(str(error)) from error

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        # Connecting is the test whether the server runs: it costs nothing while it does.
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            self._ensure_server()
        # Another failure, such as a database that does not exist, comes again and is reported.
        return super().get_new_connection(self.get_connection_params())

    def _ensure_server(self) -> None:
        try:
            cluster.current().ensure()
        except ClusterError as error:
            raise ServerUnavailableError(str(error)) from error
