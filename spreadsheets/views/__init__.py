"""The import's pages: bring a file, say what its columns mean, see what would happen, save, undo."""

from spreadsheets.views.bringing import columns, index, new, sheets, template
from spreadsheets.views.deeds import cancel, decide, refused, resume, save, undo
from spreadsheets.views.showing import detail

__all__ = [
    "cancel",
    "columns",
    "decide",
    "detail",
    "index",
    "new",
    "refused",
    "resume",
    "save",
    "sheets",
    "template",
    "undo",
]
