"""What goes wrong with the embedded server, in a sentence for the person at the keyboard."""


class ClusterError(Exception):
    """The embedded PostgreSQL cannot serve; the message says why and what helps, in Indonesian."""
