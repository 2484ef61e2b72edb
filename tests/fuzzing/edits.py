"""Random edits of a text: what is lost, said twice, moved, pasted or hidden."""

from collections.abc import Callable
from random import Random

ODD = ["\ufeff", "\x00", "\r", "\r\n", "\t", "\x0b", "\u2028", "\u200b", "\u00a0", "«", "»", '"',
       "“", "<=", "§", "–", "—", "|", ":", ",", "…", "😀", "e\u0301", "\x1b[31m", "\x85", "\u202e",
       "99999999999999999999", "31. februar 2024", "0 år", "æ" * 3_000, "( " * 200, "٣", "а",
       "der " * 30, "året etter " * 25, "«»", "«" + "x" * 500 + "»", "{0}", "%s", "\\", "```",
       "=1+1", "ingen", "minst:", "avventer: x", "1e999", "[" * 300, "{" * 300]  # fmt: skip
Edit = Callable[[Random, str], str]


def spliced(text: str, start: int, end: int, new: str) -> str:
    """The text with a part replaced."""
    return text[:start] + new + text[end:]


def odd(random: Random, text: str) -> str:
    """Something that does not belong there."""
    at = random.randrange(len(text) + 1)
    return spliced(text, at, at, random.choice(ODD))


def any_sign(random: Random, text: str) -> str:
    """Any character of all there are."""
    at = random.randrange(len(text) + 1)
    code = random.choice([random.randrange(0xD800), random.randrange(0xE000, 0x110000),
                          random.randrange(0x2000, 0x2070)])  # fmt: skip
    return spliced(text, at, at, chr(code))


def cut(random: Random, text: str) -> str:
    """Some characters are lost."""
    at = random.randrange(len(text) + 1)
    return spliced(text, at, at + random.choice([1, 1, 3, 20, 200]), "")


def digit(random: Random, text: str) -> str:
    """A digit is another."""
    places = [index for index, each in enumerate(text) if each.isdigit()]
    if not places:
        return text
    at = random.choice(places)
    return spliced(text, at, at + 1, str(random.randrange(10)))


def words(random: Random, text: str) -> str:
    """A word is lost, said twice, changed with another or borrowed from elsewhere."""
    said = text.split(" ")
    at, other = random.randrange(len(said)), random.randrange(len(said))
    match random.randrange(4):
        case 0:
            del said[at]
        case 1:
            said.insert(at, said[at])
        case 2:
            said[at], said[other] = said[other], said[at]
        case _:
            said.insert(at, said[other])
    return " ".join(said)


def lines(random: Random, text: str) -> str:
    """A line is lost, said twice, moved, joined to the next or indented anew."""
    said = text.split("\n")
    at, other = random.randrange(len(said)), random.randrange(len(said))
    match random.randrange(6):
        case 0:
            del said[at]
        case 1:
            said.insert(other, said[at])
        case 2:
            said[at], said[other] = said[other], said[at]
        case 3:
            said[at : at + 2] = [" ".join(said[at : at + 2])]
        case 4:
            said[at] = " " * random.randrange(40) + said[at].lstrip()
        case _:
            said[at : at + 1] = said[at].split(" ", random.randrange(6))
    return "\n".join(said)


def letters(random: Random, text: str) -> str:
    """Another ending of lines, or another case."""
    made = random.choice([str.upper, str.title, lambda each: each.replace("\n", "\r\n"),
                          lambda each: each.replace(" ", "\u00a0"), lambda each: "\ufeff" + each,
                          lambda each: each.replace("\n", " ")])  # fmt: skip
    at = random.randrange(len(text) + 1)
    end = at + random.choice([5, 100, len(text)])
    return spliced(text, at, end, made(text[at:end]))


EDITS: list[Edit] = [odd, any_sign, cut, digit, words, lines, words, lines, letters]


def edited(random: Random, text: str) -> str:
    """A few edits, most of them near each other so that they meet."""
    start = random.randrange(max(len(text) - 2_000, 1))
    part = text[start : start + 2_000]
    for _ in range(random.choice([1, 1, 1, 2, 3, 8])):
        part = random.choice(EDITS)(random, part)
    return spliced(text, start, start + 2_000, part)


def damaged(random: Random, content: bytes) -> bytes:
    """Bytes turned, lost or said twice."""
    made = bytearray(content)
    for _ in range(random.choice([1, 1, 2, 5, 20])):
        at = random.randrange(len(made) + 1)
        match random.randrange(3):
            case 0:
                made[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                del made[at : at + random.choice([1, 1, 4, 100])]
            case _:
                made[at:at] = made[at : at + random.choice([1, 8, 64])]
    return bytes(made)
