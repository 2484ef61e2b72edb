"""Sentences that stand as they stood, and refer to a place where something else stands now."""

import re
from collections.abc import Iterator, Mapping

from hjemmel.source.parts import ORDINALS, path_of
from hjemmel.source.provisions import provision
from hjemmel.traceability.editions.comparing import Edition
from hjemmel.traceability.editions.fates import Change, Fate
from hjemmel.traceability.ledger import Entry

_STEP = (
    rf"(?:(?:{'|'.join((*ORDINALS, 'annet'))}) (?:ledd|strekpunkt|punktum)"
    r"|bokstav [a-zæøå](?!\w)|nr\. ?\d+)"
)
_REFERENCE = re.compile(
    rf"(?P<place>§ ?\d+(?:-\d+)?(?: ?[a-z](?![\w-]))?)?,? ?(?P<part>{_STEP}(?:,? {_STEP})*)",
    re.IGNORECASE,
)


def misled(edition: Edition, entries: Mapping[str, Entry]) -> Mapping[str, str]:
    """What each sentence refers to that is now elsewhere or gone, as it says it, by its id."""
    left = [each for each in edition.changes if each.old and _has_left(each)]
    found: dict[str, str] = {}
    for change in edition.changes:
        if change.fate in (Fate.SAME, Fate.SIGNS) and change.now is not None:
            home = provision(entries[change.old].provision)
            for said, place, part in _references(change.now.text, home):
                if any(_is_at(entries[each.old], place, part) for each in left):
                    found.setdefault(change.old, said)
    return found


def _has_left(change: Change) -> bool:
    """Whether what stood in a place stands there no more."""
    return change.shift is not None or change.fate is Fate.GONE


def _references(text: str, home: str) -> Iterator[tuple[str, str, str]]:
    for found in _REFERENCE.finditer(text):
        place = provision(found["place"]) if found["place"] else home
        yield found[0].strip(" ,"), place, found["part"]


def _is_at(entry: Entry, place: str, part: str) -> bool:
    """Whether a sentence stood at a place that a reference names, as far as both say."""
    wanted, path = path_of(part), path_of(entry.part)
    steps = {each.unit: each.numbers for each in path}
    if provision(entry.provision) != place or wanted[-1].unit not in steps:
        return False
    return all(each.numbers & steps.get(each.unit, each.numbers) for each in wanted)
