"""Files that lists and reports are given as, under one name everywhere."""

from django.db import models


class FileFormat(models.TextChoices):
    XLSX = "xlsx", "Excel"
    CSV = "csv", "CSV"
