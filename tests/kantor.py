"""The staff door as tests use it: somebody signed in, and a form sent back the way a browser would."""

from html.parser import HTMLParser

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import UserFactory


def sign_in(client, role="Petugas", **kwargs):
    user = UserFactory(role=role, **kwargs)
    client.force_login(user)
    return user


def url(noun, page, *args):
    return reverse(f"admin:{noun}_{page}", args=args)


def query_count(client, address):
    """Statements of one page, once everything that is fetched only the first time has been fetched."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def words(response):
    """The page without its tags, white space folded."""
    text = _Text()
    text.feed(response.content.decode())
    return " ".join("".join(text.parts).split())


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)


def filled(response, **changes):
    """What the page's main form would send, with `changes`; None takes a name out."""
    form = _Form()
    form.feed(response.content.decode())
    data = form.data | {key: value for key, value in changes.items() if value is not None}
    return {key: value for key, value in data.items() if key not in changes or changes[key] is not None}


class _Form(HTMLParser):
    """Inputs, texts and choices of the form whose id ends in `_form`."""

    def __init__(self):
        super().__init__()
        self.data = {}
        self.is_inside = False
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.is_inside = (attrs.get("id") or "").endswith("_form") and attrs["id"] != "logout-form"
        if not self.is_inside:
            return
        name = attrs.get("name")
        if tag == "input" and name and attrs.get("type") not in ("submit", "button", "file"):
            if attrs.get("type") in ("checkbox", "radio"):
                if "checked" in attrs:
                    self._add(name, attrs.get("value") or "on")
            else:
                self._add(name, attrs.get("value") or "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in attrs:
            self._add(self.select, attrs.get("value") or "")
        elif tag == "textarea":
            self.textarea = name
            self.data[name] = ""

    def handle_data(self, data):
        if self.textarea:
            self.data[self.textarea] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.textarea = None
        elif tag == "form":
            self.is_inside = False

    def _add(self, name, value):
        if "__prefix__" in name:
            return
        if name in self.data and isinstance(self.data[name], list):
            self.data[name].append(value)
        elif name in self.data:
            self.data[name] = [self.data[name], value]
        else:
            self.data[name] = value
