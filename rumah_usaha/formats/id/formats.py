"""Dates as a letter writes them. Django's own Indonesian formats shorten the month: "6 Jul. 2022"."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H.i"
