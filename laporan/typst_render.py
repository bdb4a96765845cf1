"""One document in a process of its own: JSON on stdin, PDF on stdout. Run as a file, without Django.

The typesetter keeps what it has laid out once, so a long-lived process would grow without end; and a
document that needs too much memory or time must end alone, not with the server.
"""

import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def limit_memory(megabytes: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    except (ImportError, ValueError, OSError):
        pass  # Windows has no limits and macOS refuses this one: the time limit still holds there.


def compile_pdf(job: dict[str, Any]) -> bytes:
    import typst

    # Our own fonts only: a report must not look different on a machine with others installed.
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(HERE.parent / "common" / "fonts")],
    )
    templates = HERE / "typst_templates"
    try:
        pdf: bytes = typst.compile(
            str(templates / f"{job['template']}.typ"),
            root=str(templates),
            font_paths=fonts,
            sys_inputs={"document": json.dumps(job["document"])},
            pdf_standards=["a-2a" if job["tagged"] else "a-2u"],
            pdf_tags=job["tagged"],
            timestamp=job["timestamp"],
        )
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    return pdf


if __name__ == "__main__":
    job = json.load(sys.stdin)
    limit_memory(job["megabytes"])
    sys.stdout.buffer.write(compile_pdf(job))
