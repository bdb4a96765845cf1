"""The forms that stand on a page: where they go, and what a browser would send of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from secrets import token_hex

TEXT, FILE, CHOICE, HIDDEN = "text", "file", "choice", "hidden"
_KINDS = {"file": FILE, "radio": CHOICE, "checkbox": CHOICE, "hidden": HIDDEN}
_NOT_SENT = {"submit", "button", "reset", "image"}
Part = tuple[str, bytes, str | None]


@dataclass
class PageForm:
    """`fields` are {name: kind}; `values` what each holds, of a choice the first that is offered."""

    method: str
    action: str
    is_multipart: bool
    fields: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, kind: str, value: str) -> None:
        """Its token aside: tests send forms without one."""
        if name == "csrfmiddlewaretoken":
            return
        self.fields.setdefault(name, kind)
        self.values[name] = self.values.get(name) or value


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.form: PageForm | None = None
        self.box = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_multipart = told.get("enctype") == "multipart/form-data"
            self.form = PageForm(told.get("method", "get").lower(), told.get("action", ""), is_multipart)
            self.forms.append(self.form)
        if self.form is None:
            return
        name, value = told.get("name", ""), told.get("value", "")
        if tag == "input" and name and told.get("type") not in _NOT_SENT:
            self.form.add(
                name, _KINDS.get(told.get("type", ""), TEXT), value or "on" * (told.get("type") == "checkbox")
            )
        elif tag == "button" and name:
            self.form.add(name, CHOICE, value)
        elif tag in ("select", "textarea"):
            self.box = name
            self.form.add(name, CHOICE if tag == "select" else TEXT, "")
        elif tag == "option" and self.box:
            self.form.add(self.box, CHOICE, value)

    def handle_data(self, data: str) -> None:
        if self.form and self.form.fields.get(self.box) == TEXT:
            self.form.add(self.box, TEXT, data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self.box = ""
        elif tag == "form":
            self.form = None


def forms_of(text: str) -> list[PageForm]:
    reader = _Reader()
    reader.feed(text)
    return reader.forms


def multipart(parts: Iterable[Part]) -> tuple[bytes, str]:
    """Body and content type; a part with a file name is a file. Bytes go as they are, also those that are no text."""
    boundary = token_hex(12)
    body = b""
    for name, value, file_name in parts:
        named = f'; filename="{file_name}"' if file_name is not None else ""
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n'.encode()
        if file_name is not None:
            body += b"Content-Type: image/jpeg\r\n"
        body += b"\r\n" + value + b"\r\n"
    return body + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
