"""Issued reports: previewed, approved, frozen under a number, and compared with the figures of today."""
