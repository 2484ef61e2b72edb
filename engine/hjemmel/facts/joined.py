"""Several names where one was asked for: «OUS, Ahus», or two lines in one cell.

They are taken apart only where every part is known. The other facts of such an entry are told of
all of them together; only what has as many parts is told of each.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from hjemmel.core.types import Enumerated, Registered, Type
from hjemmel.facts.annotated_values import VALUE
from hjemmel.facts.names import composed, listed, one_line, quoted
from hjemmel.facts.patterns import BETWEEN_NAMES
from hjemmel.facts.vocabulary import Shape, Vocabulary

_BETWEEN = re.compile(BETWEEN_NAMES)

Members = Mapping[str, object]


@frozen
class Apart:
    """What an entry that names several says of each, and what it says of them all."""

    entries: tuple[dict[str, object], ...]
    shared: tuple[str, ...]
    names: "Names"

    @property
    def words(self) -> str:
        """What was done, for whoever wrote it."""
        if not self.shared:
            return self.names.words
        together = f"{listed(self.shared)} er oppgitt samlet, og er ukjent for hver av dem"
        return f"{self.names.words}; {together}"


@frozen
class Names:
    """The names that a text was read as."""

    text: str
    each: tuple[str, ...]
    repeated: bool

    @classmethod
    def of(cls, text: str, names: tuple[str, ...], kind: Type) -> "Names":
        """An institution is one however often it is named; a country stands for its member."""
        once = tuple(dict.fromkeys(names)) if isinstance(kind, Registered) else names
        return cls(text, once, len(once) < len(names))

    @property
    def words(self) -> str:
        """What was done, for whoever wrote it."""
        end = "; et navn som er gjentatt, teller én gang" if self.repeated else ""
        return f"{quoted(self.text)} er lest som {listed(self.each)}{end}"


@frozen
class Mixed:
    """An entry in which one fact has several names, and another not as many."""

    key: str
    text: str
    reason: str


def names_in(raw: object, kind: Type, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The known names that a text is; none where any part of it is not known, or sources differ."""
    found = {_known(each, kind, vocabulary) for each in _texts(raw)}
    return found.pop() if len(found) == 1 else ()


def _known(text: str, kind: Type, vocabulary: Vocabulary) -> tuple[str, ...]:
    whole = vocabulary.known_name(text, kind)
    if whole is not None:
        return (whole,)
    found = [vocabulary.known_name(each, kind) for each in _parts(text)]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else ()


def partly_known(raw: object, kind: Type, vocabulary: Vocabulary) -> str:
    """Which of several names are known and which are not, where that can be said."""
    told = (_partly(each, kind, vocabulary) for each in _texts(raw))
    return next(filter(None, told), "")


def _partly(text: str, kind: Type, vocabulary: Vocabulary) -> str:
    parts = list(_parts(text))
    known = [each for each in parts if vocabulary.known_name(each, kind) is not None]
    others = [each for each in parts if each not in known]
    if not known or not others:
        return ""
    return f"i {quoted(one_line(text))} er {listed(known)} kjent, men ikke {listed(others)}"


def told_text(raw: object) -> str:
    """The text of a value, bare or wrapped, on one line; nothing where it is no text."""
    return ", ".join(dict.fromkeys(map(one_line, _texts(raw))))


def _texts(raw: object) -> tuple[str, ...]:
    """The text of a value as each source tells it; empty where one tells no text."""
    told = raw if isinstance(raw, list) else [raw]
    values = [each.get(VALUE) if isinstance(each, Mapping) else each for each in told]
    return tuple(composed(each) if isinstance(each, str) else "" for each in values)


def apart(members: Members, shape: Shape, vocabulary: Vocabulary) -> Apart | Mixed | None:
    """An entry taken apart; why it cannot be; or nothing where it does not name several."""
    names_of = {key: each for key, each in shape.fields.items()
                if isinstance(each.type, (Registered, Enumerated))}  # fmt: skip
    told = [key for key in names_of if members.get(key) is not None]
    named = {key: names_in(members[key], shape.fields[key].type, vocabulary) for key in told}
    if all(len(each) < 2 for each in named.values()):
        return None
    first = told[0]
    count = len(named[first])
    for key, names in named.items():
        if len(names) > 1 and len(names) != count:
            return Mixed(key, told_text(members[key]), _uneven(members, first, key))
    joined = {key: names for key, names in named.items() if len(names) == count}
    read = Names.of(told_text(members[first]), named[first], shape.fields[first].type)
    rows = list(zip(*joined.values(), strict=True))
    if len(joined) == 1:
        rows = [(each,) for each in read.each]
    else:
        read = Names(read.text, named[first], repeated=False)
    entries = [_with(members, dict(zip(joined, row, strict=True))) for row in rows]
    if len(entries) == 1:  # one under two names: all that is told is told of it
        return Apart(({**members, **entries[0]},), (), read)
    shared = tuple(key for key, each in members.items() if each is not None and key not in joined)
    return Apart(tuple(entries), shared, read)


def _with(members: Members, names: Mapping[str, str]) -> dict[str, object]:
    """The names in place of the texts that they stood in, from the same sources."""
    found: dict[str, object] = {}
    for key, name in names.items():
        found[key] = _renamed(members[key], name)
    return found


def _renamed(told: object, name: str) -> object:
    match told:
        case Mapping():
            return {**told, VALUE: name}
        case list():
            return [_renamed(each, name) for each in told]
        case _:  # bare
            return name


def _uneven(members: Members, first: str, key: str) -> str:
    one, other = quoted(told_text(members[first]) or first), quoted(told_text(members[key]))
    return f"{other} er flere navn, og det er ikke sagt hvordan de hører sammen med {one}"


def _parts(text: str) -> Iterator[str]:
    for each in _BETWEEN.split(text):
        if each.strip():
            yield each.strip()
