"""The words of the catalogue, which a visitor's spelling is corrected by."""

from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models import Func


class Word(models.Model):
    """A word of the catalogue, to correct a visitor's spelling by. Words of new products are added by a trigger."""

    word = models.CharField(max_length=30, db_collation="C")
    documents = models.PositiveIntegerField()
    # Those that carry it in their name, or in that of their category, seller or place; the others only tell it.
    named = models.PositiveIntegerField(db_default=0)
    # Functions of the database. Kripik and keripik, Soekardjo and Sukarjo sound the same; anyaman, menganyam and
    # dianyam share a stem.
    sound = models.GeneratedField(
        expression=Func("word", function="search_sound"),
        output_field=models.CharField(max_length=30, db_collation="C"),
        db_persist=True,
    )
    stem = models.GeneratedField(
        expression=Func("word", function="search_stem"),
        output_field=models.CharField(max_length=30, db_collation="C"),
        db_persist=True,
    )

    class Meta:
        indexes = [
            models.Index(fields=["word", "-documents", "-named"], name="produk_word_by_prefix"),
            models.Index(fields=["sound"], name="produk_word_by_sound"),
            models.Index(fields=["stem"], name="produk_word_by_stem"),
            GistIndex(OpClass("word", "gist_trgm_ops(siglen=32)"), name="produk_word_trigrams"),
        ]

    def __str__(self) -> str:
        return self.word
