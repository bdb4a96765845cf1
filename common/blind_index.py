"""A column that finds an encrypted value without decrypting the table."""

from collections.abc import Sequence
from typing import Any

from django.db import models

from common.fields import blind_index


class BlindIndexField(models.CharField):
    """Keyed hash (64 hex digits) of the encrypted field named by `source`; "" where that is empty.

    Computed whenever the row is written, as `auto_now` is, so no door can forget it.
    """

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        self.source = source
        kwargs |= {"max_length": 64, "editable": False, "blank": True}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "editable", "blank"):
            kwargs.pop(fixed, None)
        return name, path, args, {**kwargs, "source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = blind_index(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value
