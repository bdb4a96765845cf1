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
# A kind may divide these into stages of its own; what follows the result (commitments, monitoring) among them.
STAGED = (Status.DIAJUKAN, Status.DIPERIKSA, Status.TERVERIFIKASI, Status.DIPROSES, Status.TERBIT)


def may_move(current: str, target: str) -> bool:
    return target in MOVES[current]


def may_reach(*, current: str, at: int | None, target: str, stage: int | None) -> bool:
    """Whether a case with status `current`, at the stage of order `at`, may come to a stage of status `target`.

    Between statuses as any case; within one status only onwards, for a way back is a repair.
    """
    if stage is not None and current == target:
        return at is None or stage > at
    return may_move(current, target)
