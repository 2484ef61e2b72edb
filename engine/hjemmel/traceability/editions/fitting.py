"""The sentences of a new text, divided as the account divides the old one.

Note: an account is made by people. It has a lead-in and its list as one sentence here and as four
there, cuts at a colon, keeps a dash. No rule about full stops gives that back. But the account
has a fingerprint of every one of its sentences, so its own division can be found: the text is cut
wherever anybody might have cut it, and of all ways to put the pieces together again the one is
taken in which most of the text is sentences that the account knows. Only what is left over, new
and changed sentences, is divided by the rules of writing.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from hjemmel.traceability.editions.document import Block, Role
from hjemmel.traceability.editions.sentence_ends import atoms, sentences
from hjemmel.traceability.editions.typography import prefixed, variants
from hjemmel.traceability.fingerprints import fingerprint

_MOST_ATOMS = 48
_MOST_SIGNS = 2500
_LONGEST_TITLE = 100


@frozen
class Atom:
    """A piece of a block, the smallest that may be a sentence; `first` of its block or not."""

    text: str
    block: int
    first: bool
    marker: str


@frozen
class Unit:
    """A sentence of the new text: the block it begins in, and the fingerprint it is known by.

    `written` is the text with the marker or the signs that the account has it with.
    """

    text: str
    block: int
    marker: str = ""
    print_: str = ""
    written: str = ""
    is_exact: bool = True


def fitted(blocks: Sequence[Block], known: frozenset[str]) -> tuple[Unit, ...]:
    """The sentences of some blocks; headings that the account does not know, are none."""
    pieces = _atoms(blocks)
    chosen = _best(pieces, blocks, known)
    found: list[Unit] = []
    titles: set[Unit] = set()
    at = 0
    for start, end, print_, written in chosen:
        before = list(_loose(pieces[at:start], blocks))
        titles |= {each for each in before if _is_title_of(each, pieces[start], blocks)}
        found += before
        found.append(_unit(pieces[start:end], print_, written))
        at = end
    found += _loose(pieces[at:], blocks)
    left = known - {each.print_ for each in found}
    return tuple(each for each in _by_signs(found, left) if each not in titles)


def _atoms(blocks: Sequence[Block]) -> list[Atom]:
    return [
        Atom(text, number, n == 0, block.marker if n == 0 else "")
        for number, block in enumerate(blocks)
        for n, text in enumerate(atoms(block.text))
        if text
    ]


Run = tuple[int, int, str, str]
"""From which atom to which, the fingerprint, and the text that has it."""


def _best(pieces: Sequence[Atom], blocks: Sequence[Block], known: frozenset[str]) -> list[Run]:
    """The runs of atoms that are known sentences, so that most of the text is in one."""
    best: list[tuple[int, Run | None]] = [(0, None)] * (len(pieces) + 1)
    for start in range(len(pieces) - 1, -1, -1):
        best[start] = (best[start + 1][0], None)
        for run in _runs(pieces, blocks, start, known):
            score = run_length(run) + best[run[1]][0]
            if score > best[start][0]:
                best[start] = (score, run)
    found, at = [], 0
    while at < len(pieces):
        chosen = best[at][1]
        if chosen is not None:
            found.append(chosen)
        at = at + 1 if chosen is None else chosen[1]
    return found


def run_length(of: Run) -> int:
    """How much of the text a run is; one sentence rather than two of the same text."""
    return 2 * len(of[3]) - 1


def _runs(
    pieces: Sequence[Atom], blocks: Sequence[Block], start: int, known: frozenset[str]
) -> Iterator[Run]:
    first = pieces[start]
    for end in range(start + 1, min(start + _MOST_ATOMS, len(pieces)) + 1):
        last = pieces[end - 1]
        crosses = last.block != first.block
        if crosses and Role.HEADING in (blocks[first.block].role, blocks[last.block].role):
            return
        text = _told(pieces[start:end])
        if len(text) > _MOST_SIGNS:
            return
        for written in prefixed(text, first.marker) if first.first else (text,):
            if (print_ := fingerprint(written)) in known:
                yield start, end, print_, written


def _told(pieces: Sequence[Atom]) -> str:
    """The pieces as one text; an item within it has its marker."""
    first, *rest = pieces
    later = (f"{each.marker} {each.text}".strip() for each in rest)
    return " ".join((first.text, *later))


def _unit(pieces: Sequence[Atom], print_: str, written: str) -> Unit:
    first = pieces[0]
    return Unit(_told(pieces), first.block, first.marker, print_, written)


def _loose(pieces: Sequence[Atom], blocks: Sequence[Block]) -> Iterator[Unit]:
    """What no known sentence covers, by the rules of writing, block by block."""
    by_block: dict[int, list[Atom]] = {}
    for each in pieces:
        if blocks[each.block].role is not Role.HEADING:
            by_block.setdefault(each.block, []).append(each)
    for of_block in by_block.values():
        at = 0
        for count in sentences([each.text for each in of_block]):
            of = of_block[at : at + count]
            yield Unit(_told(of), of[0].block, of[0].marker)
            at += count


def _is_title_of(unit: Unit, after: Atom, blocks: Sequence[Block]) -> bool:
    """Whether what stands before a known sentence is a title that has no line of its own."""
    block = blocks[unit.block]
    is_first = not unit.marker and block.text.startswith(unit.text) and unit.block == after.block
    ends = unit.text.endswith((".", ":", ";", ",", "!"))
    return is_first and not ends and len(unit.text) <= _LONGEST_TITLE and unit.text[:1].isupper()


def _by_signs(found: Sequence[Unit], left: frozenset[str]) -> Iterator[Unit]:
    """The sentences, those known too that the account has with other signs."""
    waiting = set(left)
    for each in found:
        same = None if each.print_ or not waiting else _with_signs(each, waiting)
        if same is not None:
            waiting.discard(same.print_)
        yield same or each


def _with_signs(of: Unit, left: set[str]) -> Unit | None:
    for written in dict.fromkeys(variants(of.text, of.marker)):
        if (print_ := fingerprint(written)) in left:
            return Unit(of.text, of.block, of.marker, print_, written, is_exact=False)
    return None


def known_texts(texts: Mapping[str, str]) -> frozenset[str]:
    """The fingerprints of texts."""
    return frozenset(map(fingerprint, texts.values()))
