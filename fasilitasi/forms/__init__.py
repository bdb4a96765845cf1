from fasilitasi.forms.correction import CorrectionForm
from fasilitasi.forms.finish import FinishForm
from fasilitasi.forms.steps import (
    AssignForm,
    FasilitasiForm,
    JoinForm,
    JudgeForm,
    MoveForm,
    moves_by_hand,
    stages_by_hand,
)

__all__ = [
    "AssignForm",
    "CorrectionForm",
    "FasilitasiForm",
    "FinishForm",
    "JoinForm",
    "JudgeForm",
    "MoveForm",
    "moves_by_hand",
    "stages_by_hand",
]
