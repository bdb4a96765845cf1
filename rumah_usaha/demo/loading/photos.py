"""The demo's pictures as stored photos: each is drawn once, and every row gets files of its own.

A photo that is replaced is deleted, so rows must not share files. Hard links cost neither time nor room.
"""

import io
import multiprocessing
import os
import shutil
import signal
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

from common.images import make_renditions, reencode, rendition_names
from common.uploads import note_written
from rumah_usaha.demo.pictures import draw
from rumah_usaha.demo.records import Picture

# The width of the largest rendition.
SIZE = 800
PROCESSES = 2


@dataclass(frozen=True)
class Photo:
    name: str
    width: int
    height: int


@dataclass(frozen=True)
class Album:
    """Finished pictures with their renditions, to take copies of."""

    storage: FileSystemStorage
    drawn: dict[tuple[str, int], Photo]

    def copy(self, picture: Picture, folder: str) -> Photo:
        """The picture with its renditions under `folder` and a name of its own, where uploads would lie."""
        photo = self.drawn[picture.motif, picture.seed]
        unique = uuid.uuid4().hex
        name = f"{folder}/{unique[:2]}/{unique}.jpg"
        note_written(default_storage, name)
        sources = [photo.name, *rendition_names(photo.name)]
        for source, target in zip(sources, [name, *rendition_names(name)], strict=True):
            _link(Path(self.storage.path(source)), Path(default_storage.path(target)))
        return Photo(name, photo.width, photo.height)


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        # Some file systems know no hard links.
        shutil.copyfile(source, target)


class Drawing:
    """Pictures being drawn into a folder that is about to go, while the caller does something else."""

    def __init__(self, folder: str, pictures: Iterable[Picture], *, size: int, processes: int) -> None:
        self.folder = folder
        self.wanted = sorted({(picture.motif, picture.seed) for picture in pictures})
        # Forked children would share the parent's database connection.
        self.pool = ProcessPoolExecutor(
            processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_leave_ctrl_c_to_parent,
        )
        self.tasks = {self.pool.submit(_draw, folder, size, *key): key for key in self.wanted}

    def finish(self, progress: Callable[[int, int], None]) -> Album:
        """Wait for all pictures; `progress` hears how many there are."""
        drawn = {}
        for task in as_completed(self.tasks):
            drawn[self.tasks[task]] = task.result()
            progress(len(drawn), len(self.wanted))
        return Album(FileSystemStorage(self.folder), drawn)


@contextmanager
def drawing(
    pictures: Iterable[Picture], *, size: int = SIZE, processes: int = PROCESSES
) -> Iterator[Drawing]:
    """Draw in other processes until the block ends."""
    media = Path(settings.MEDIA_ROOT)
    media.mkdir(parents=True, exist_ok=True)
    # Beside the media, because links do not reach other file systems.
    with tempfile.TemporaryDirectory(prefix=".contoh-", dir=media) as folder:
        started = Drawing(folder, pictures, size=size, processes=processes)
        try:
            yield started
        finally:
            started.pool.shutdown(cancel_futures=True)


def _leave_ctrl_c_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _draw(folder: str, size: int, motif: str, seed: int) -> Photo:
    picture = draw(motif, seed, size)
    content = io.BytesIO()
    # Read back at once: packing it well would be wasted.
    picture.save(content, "PNG", compress_level=0)
    photo = reencode(ContentFile(content.getvalue(), name="contoh.png"))
    storage = FileSystemStorage(folder)
    name = storage.save(f"{motif}-{seed}.jpg", photo)
    make_renditions(storage, name)
    return Photo(name, *picture.size)
