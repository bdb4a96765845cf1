"""Photos: what may be uploaded, the re-encoded original, the smaller renditions beside it, the picture of a link."""

from common.images.renditions import (
    RENDITIONS,
    delete_with_renditions,
    make_renditions,
    rendition_name,
    rendition_names,
    rendition_url,
)
from common.images.share import ShareCard, SharePicture, draw_share
from common.images.upload import MAX_BYTES, MAX_PIXELS, ORIGINAL_SIDE, check_image, reencode

__all__ = [
    "MAX_BYTES",
    "MAX_PIXELS",
    "ORIGINAL_SIDE",
    "RENDITIONS",
    "ShareCard",
    "SharePicture",
    "check_image",
    "delete_with_renditions",
    "draw_share",
    "make_renditions",
    "reencode",
    "rendition_name",
    "rendition_names",
    "rendition_url",
]
