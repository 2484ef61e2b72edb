"""Several names where one was asked for: «OUS, Ahus», or two lines in one cell.

They are taken apart only where every part is known. The other facts of such an entry are told of
all of them together; only what has as many parts is told of each.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.core.types import Enumerated, Registered, Type
from hjemmel.facts.names import composed, listed, one_line, quoted
from hjemmel.facts.patterns import BETWEEN_NAMES
from hjemmel.facts.vocabulary import Shape, Vocabulary
from hjemmel.facts.wrappers import VALUE

_BETWEEN = re.compile(BETWEEN_NAMES)

Members = Mapping[str, object]


@frozen
class Apart:
    """What an entry that names several says of each, and what it says of them all."""

    entries: tuple[dict[str, object], ...]
    shared: tuple[str, ...]
    text: str
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        """What was done, for whoever wrote it."""
        alone = f"{quoted(self.text)} er lest som {listed(self.names)}"
        if not self.shared:
            return alone
        return f"{alone}; {listed(self.shared)} er oppgitt samlet, og er ukjent for hver av dem"


@frozen
class Mixed:
    """An entry in which one fact has several names, and another not as many."""

    key: str
    text: str
    reason: str


def names_in(raw: object, kind: Type, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The known names that a text is; none where any part of it is not known."""
    text = _value(raw)
    whole = vocabulary.known_name(text, kind)
    if whole is not None:
        return (whole,)
    found = [vocabulary.known_name(each, kind) for each in _parts(text)]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else ()


def partly_known(raw: object, kind: Type, vocabulary: Vocabulary) -> str:
    """Which of several names are known and which are not, where that can be said."""
    parts = list(_parts(_value(raw)))
    known = [each for each in parts if vocabulary.known_name(each, kind) is not None]
    if len(parts) < 2 or not known:
        return ""
    others = [each for each in parts if each not in known]
    return f"i {quoted(told_text(raw))} er {listed(known)} kjent, men ikke {listed(others)}"


def told_text(raw: object) -> str:
    """The text of a value, bare or wrapped, on one line; nothing where it is no text."""
    return one_line(_value(raw))


def _value(raw: object) -> str:
    value = raw.get(VALUE) if isinstance(raw, Mapping) else raw
    return composed(value) if isinstance(value, str) else ""


def apart(members: Members, shape: Shape, vocabulary: Vocabulary) -> Apart | Mixed | None:
    """An entry taken apart; why it cannot be; or nothing where it does not name several."""
    names_of = {key: each for key, each in shape.fields.items()
                if isinstance(each.type, (Registered, Enumerated))}  # fmt: skip
    told = [key for key in names_of if told_text(members.get(key))]
    named = {key: names_in(members[key], shape.fields[key].type, vocabulary) for key in told}
    if all(len(each) < 2 for each in named.values()):
        return None
    first = told[0]
    count = len(named[first])
    for key, names in named.items():
        if len(names) > 1 and len(names) != count:
            return Mixed(key, told_text(members[key]), _uneven(members, first, key))
    joined = {key: names for key, names in named.items() if len(names) == count}
    rows = list(dict.fromkeys(zip(*joined.values(), strict=True)))
    entries = [_with(members, dict(zip(joined, row, strict=True))) for row in rows]
    text = told_text(members[first])
    names = tuple(dict.fromkeys(named[first]))
    if len(entries) == 1:  # one under two names: all that is told is told of it
        return Apart(({**members, **entries[0]},), (), text, names)
    shared = tuple(key for key, each in members.items() if each is not None and key not in joined)
    return Apart(tuple(entries), shared, text, names)


def _with(members: Members, names: Mapping[str, str]) -> dict[str, object]:
    """The names in place of the texts that they stood in, from the same sources."""
    found: dict[str, object] = {}
    for key, name in names.items():
        told = members[key]
        found[key] = {**told, VALUE: name} if isinstance(told, Mapping) else name
    return found


def _uneven(members: Members, first: str, key: str) -> str:
    one, other = quoted(told_text(members[first])), quoted(told_text(members[key]))
    return f"{other} er flere navn, og det er ikke sagt hvordan de hører sammen med {one}"


def _parts(text: str) -> Iterator[str]:
    for each in _BETWEEN.split(text):
        if each.strip():
            yield each.strip()
