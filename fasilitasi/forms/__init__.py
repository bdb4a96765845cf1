from fasilitasi.forms.finish import FinishForm
from fasilitasi.forms.lacak import LacakForm
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
    "FasilitasiForm",
    "FinishForm",
    "JoinForm",
    "JudgeForm",
    "LacakForm",
    "MoveForm",
    "moves_by_hand",
    "stages_by_hand",
]
