"""How far one word is from another."""


def distance(one: str, other: str, *, most: int) -> int:
    """Letters to put in, leave out, change or swap with their neighbour; `most` + 1 where it is more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    line = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        before, above, line = line, before, [row]
        for place, match in enumerate(other, 1):
            cost = min(before[place] + 1, line[-1] + 1, before[place - 1] + (letter != match))
            if row > 1 and place > 1 and letter == other[place - 2] and one[row - 2] == match:
                cost = min(cost, above[place - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
    return min(line[-1], most + 1)


def is_misspelt(word: str, of: str) -> bool:
    """One slip in a word of five letters, two in one of eight; a shorter word is another word."""
    most = 0 if len(of) < 5 else 1 if len(of) < 8 else 2
    return distance(word, of, most=most) <= most
