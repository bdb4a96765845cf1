"""How a case may move (synthesis of the halal, SHAT and licensing flows)."""

from fasilitasi.choices import Status

_EXITS = (Status.DITOLAK, Status.DIBATALKAN)

# An office often hears of a result late, so any open case may jump to its end.
MOVES: dict[str, tuple[Status, ...]] = {
    Status.DIAJUKAN: (
        Status.DIPERIKSA,
        Status.PERLU_PERBAIKAN,
        Status.TERVERIFIKASI,
        Status.DIPROSES,
        Status.TERBIT,
        *_EXITS,
    ),
    Status.DIPERIKSA: (Status.PERLU_PERBAIKAN, Status.TERVERIFIKASI, Status.DIPROSES, Status.TERBIT, *_EXITS),
    Status.PERLU_PERBAIKAN: (Status.DIPERIKSA, *_EXITS),
    Status.TERVERIFIKASI: (Status.PERLU_PERBAIKAN, Status.DIPROSES, Status.TERBIT, *_EXITS),
    Status.DIPROSES: (Status.PERLU_PERBAIKAN, Status.TERBIT, *_EXITS),
    Status.TERBIT: (),
    Status.DITOLAK: (),
    Status.DIBATALKAN: (),
}

OPEN = tuple(status for status, moves in MOVES.items() if moves)


def may_move(current: str, target: str) -> bool:
    return target in MOVES[current]
