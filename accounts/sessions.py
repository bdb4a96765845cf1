"""Sessions in the database."""

from django.contrib.sessions.backends import base, db


class SessionStore(db.SessionStore):
    """A request that only read the session moves its end and nothing else.

    Every request renews the end (`SESSION_SAVE_EVERY_REQUEST`). Written back whole, what a slow request had read
    would undo what a faster one wrote meanwhile: a search box still asking while the form is saved took the
    message with it that said so.
    """

    def save(self, must_create: bool = False) -> None:
        """Write what changed; raises `UpdateError` if the session was ended meanwhile."""
        if must_create or self.modified:
            return super().save(must_create)
        ends = self.get_expiry_date()
        if self.session_key is None:
            return super().save()
        if not self.model.objects.filter(pk=self.session_key).update(expire_date=ends):
            raise base.UpdateError
        return None
