"""The colours of the demo pictures, and how a colour becomes darker, lighter or mixed.

Shadows lean to warm brown and lights to cream, never to black and white: that keeps a hundred pictures
by different code looking as if one hand had painted them.
"""

from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

INK: Colour = (46, 32, 28)
SHADOW: Colour = (54, 30, 22)
CREAM: Colour = (255, 248, 230)
SHELL: Colour = (250, 240, 222)
SAND: Colour = (234, 210, 168)
SAND_DEEP: Colour = (201, 166, 116)
SEA_DEEP: Colour = (10, 78, 90)
SEA: Colour = (24, 124, 132)
SEA_LIGHT: Colour = (122, 196, 190)
SKY: Colour = (190, 226, 226)
MANGO: Colour = (243, 160, 54)
SUNSET: Colour = (230, 112, 62)
CORAL: Colour = (219, 84, 66)
ROSE: Colour = (226, 140, 128)
PALM: Colour = (78, 130, 66)
PALM_DEEP: Colour = (34, 78, 52)
PALM_LIGHT: Colour = (150, 186, 88)
WOOD: Colour = (164, 110, 68)
WOOD_DEEP: Colour = (98, 58, 36)
WOOD_LIGHT: Colour = (206, 160, 108)
BARK: Colour = (72, 44, 32)
STRAW: Colour = (222, 186, 118)
STRAW_DEEP: Colour = (172, 126, 66)
KRAFT: Colour = (196, 150, 100)
COPPER: Colour = (180, 96, 52)
STEEL: Colour = (170, 182, 182)
WHITE: Colour = (255, 255, 255)


def mix(first: Colour, second: Colour, amount: float) -> Colour:
    """`amount` 0 gives the first colour, 1 the second."""
    return (
        round(first[0] + (second[0] - first[0]) * amount),
        round(first[1] + (second[1] - first[1]) * amount),
        round(first[2] + (second[2] - first[2]) * amount),
    )


def shade(colour: Colour, amount: float) -> Colour:
    return mix(colour, SHADOW, amount)


def tint(colour: Colour, amount: float) -> Colour:
    return mix(colour, CREAM, amount)
