"""Whether the sources still read as they did, told by fingerprints alone.

Note: a sentence that is put in or taken out gives every later sentence of its section
another number. Told number by number, all of them would seem to be changed. So a
sentence whose fingerprint is found under another number is *moved*; only what is found
nowhere is changed (the same number has another text), new or gone.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

from attrs import frozen

_LENGTH = 16


@frozen
class Comparison:
    """What became of the sentences. `moved` has each sentence's number before and now,
    `prints` the fingerprint of every text."""

    same: tuple[str, ...]
    changed: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    prints: Mapping[str, str]


def fingerprint(text: str) -> str:
    """The first 16 hexadecimal digits of SHA-256, whatever the spaces and line ends."""
    regular = " ".join(unicodedata.normalize("NFC", text).split())
    return sha256(regular.encode()).hexdigest()[:_LENGTH]


def compare(kept: Mapping[str, str], texts: Mapping[str, str]) -> Comparison:
    """Hold fingerprints by sentence against texts by sentence, both ways."""
    found = {sentence: fingerprint(text) for sentence, text in texts.items()}
    same = tuple(each for each in kept if found.get(each) == kept[each])
    moved = _moved({each: kept[each] for each in kept if each not in same},
                   {each: found[each] for each in found if each not in same})  # fmt: skip
    left = {before for before, _ in moved}.union(same)
    taken = {now for _, now in moved}.union(same)
    unknown = [each for each in found if each not in taken]
    lost = [each for each in kept if each not in left]
    return Comparison(
        same,
        tuple(each for each in unknown if each in lost),
        moved,
        tuple(each for each in unknown if each not in lost),
        tuple(each for each in lost if each not in unknown),
        found,
    )


def _moved(kept: Mapping[str, str], found: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs of equal fingerprints, in reading order, within the section where that is possible."""
    left = dict(kept)
    pairs = []
    for now, print_now in found.items():
        before = _nearest(now, (each for each, was in left.items() if was == print_now))
        if before:
            pairs.append((before, now))
            del left[before]
    return tuple(pairs)


def _nearest(sentence: str, candidates: Iterable[str]) -> str:
    """The first candidate of the same section, else the first; empty where there is none."""
    in_order = list(candidates)
    beside = [each for each in in_order if section(each) == section(sentence)]
    return next(iter(beside + in_order), "")


def section(sentence: str) -> str:
    """The section that a sentence's id names: «V4.4» for «V4.4#16»."""
    return sentence.partition("#")[0]
