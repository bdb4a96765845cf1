"""How a case may move (synthesis of the halal, SHAT and licensing flows)."""

from fasilitasi.choices import Status

EXITS = (Status.DITOLAK, Status.DIBATALKAN)

# An office often hears of a result late, so any open case may jump to its end.
MOVES: dict[str, tuple[Status, ...]] = {
    Status.DIAJUKAN: (
        Status.DIPERIKSA,
        Status.PERLU_PERBAIKAN,
        Status.TERVERIFIKASI,
        Status.DIPROSES,
        Status.TERBIT,
        *EXITS,
    ),
    Status.DIPERIKSA: (Status.PERLU_PERBAIKAN, Status.TERVERIFIKASI, Status.DIPROSES, Status.TERBIT, *EXITS),
    Status.PERLU_PERBAIKAN: (Status.DIPERIKSA, *EXITS),
    Status.TERVERIFIKASI: (Status.PERLU_PERBAIKAN, Status.DIPROSES, Status.TERBIT, *EXITS),
    Status.DIPROSES: (Status.PERLU_PERBAIKAN, Status.TERBIT, *EXITS),
    Status.TERBIT: (),
    Status.DITOLAK: (),
    Status.DIBATALKAN: (),
}

OPEN = tuple(status for status, moves in MOVES.items() if moves)


def may_move(current: str, target: str) -> bool:
    return target in MOVES[current]
