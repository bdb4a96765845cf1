"""What is said to a clerk about one cell."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

ERROR, WARNING = "error", "warning"
_LONGEST_QUOTE = 40


@dataclass(frozen=True)
class Problem:
    level: str
    text: str
    advice: str


Reading = tuple[Any, list[Problem]]


class CellError(ValidationError):
    """A cell that holds something else than its column asks for."""

    def __init__(self, text: str, advice: str = "") -> None:
        super().__init__(f"{text} {advice}".strip(), code="cell")
        self.problem = Problem(ERROR, text, advice)


def warning(text: str, advice: str = "Periksa kembali isinya.") -> Problem:
    return Problem(WARNING, text, advice)


def told(message: str, level: str) -> Problem:
    """The validators' messages say what is wrong first, and then what to do."""
    text, mark, advice = message.partition(". ")
    return Problem(level, text + mark.rstrip(), advice)


def problem_of(error: ValidationError) -> Problem:
    return error.problem if isinstance(error, CellError) else told(error.messages[0], ERROR)


def quoted(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short[:_LONGEST_QUOTE]}…”" if len(short) > _LONGEST_QUOTE else f"“{short}”"
