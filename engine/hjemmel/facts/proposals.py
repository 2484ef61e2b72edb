"""What a column that is no fact's name may be meant for: a proposal, which nobody uses unasked.

A heading is compared with the names of facts word by word; that most of what stands in the column
are values of a fact speaks for it. A proposal is written down for somebody to read.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from attrs import frozen

from hjemmel.core.types import Assessed, Date, Enumerated, Listed, Registered, Row, Truth, Type
from hjemmel.facts.cell_locations import At
from hjemmel.facts.cells import cell_value, is_blank
from hjemmel.facts.faults import Unusable
from hjemmel.facts.joined import names_in
from hjemmel.facts.names import canonical, composed, folded, listed, quoted
from hjemmel.facts.schema import CASE_ID, DAY, TITLE
from hjemmel.facts.translation import NOT_READ
from hjemmel.facts.vocabulary import Vocabulary

NEAR = 0.8
"""How like one word of a name must be to one of the heading, from 0 to 1."""

LEAST = 0.7
"""How much of the heading and of the name must be in the other."""

SHORTEST_LAST = 5
"""A word that another ends with is the same kind of thing, if it is so long."""

MOST_VALUES = 200
MOST_TOLD = 3

_WORD = re.compile(r"[^\W\d_]+")
_LAST_NUMBER = re.compile(r"\s([1-9][0-9]?)$")
_SMALL = frozenset(("er", "har", "på", "i", "av", "for", "om", "og", "den", "det", "til", "med"))
_REMARKS = frozenset(
    ("kommentar", "kommentarer", "merknad", "merknader", "notat", "notater", "anmerkning", "lenke")
)
_DAY = "dato"
_CASE = {
    CASE_ID: ("saksnummer", "saksnr", "sak", "id", "nr", "løpenummer", "løpenr"),
    TITLE: ("tittel", "navn", "tjenestenavn", "navn tjenesten", "tjenestens navn", "tjeneste"),
    DAY: ("vurderingsdato",),
}


@frozen
class Proposal:
    """A name to read the column as, «-» for not at all, or nothing; and why."""

    meaning: str
    why: str


@frozen
class Named:
    """A name that a column may have."""

    name: str
    type: Type


def proposal(
    heading: str, values: Sequence[object], vocabulary: Vocabulary, of: At | None = None
) -> Proposal:
    """What a column is proposed to be read as; `of` is the list whose own sheet it stands in."""
    words = _words(heading)
    if set(words) & _REMARKS:
        return Proposal(NOT_READ, "en merknad")
    known = _CASE if of is None else {CASE_ID: _CASE[CASE_ID], TITLE: _CASE[TITLE]}
    own = next((key for key, each in known.items() if " ".join(words) in each), None)
    if own is not None:
        return Proposal(own, "navnet ligner")
    within = "" if of is None else f"{'.'.join(of)}."
    names = [each for each in _names(vocabulary) if each.name.startswith(within)]
    given = [each for each in values if not is_blank(each)][:MOST_VALUES]
    if _DAY in words:
        names = [each for each in names if isinstance(each.type, Date)]
    if _LAST_NUMBER.search(heading):  # of one of several entries
        names = [each for each in names if each.name.count(".") == 2] or names
    close = _closest(words, names)
    if len(close) == 1:
        return _told(close[0], heading, given, vocabulary)
    fitting = [each for each in close or names if _speaks_for(each, given, vocabulary)]
    if len(fitting) == 1:
        return _told(fitting[0], heading, given, vocabulary)
    may = fitting or close
    if may:
        more = f" eller {len(may) - MOST_TOLD} til" if len(may) > MOST_TOLD else ""
        which = listed(each.name for each in may[:MOST_TOLD])
        return Proposal("", f"kan være {which}{more}: velg én, eller «-» for ikke lest")
    return Proposal("", "ingen opplysning ligner: skriv navnet på én, eller «-» for ikke lest")


def _told(named: Named, heading: str, values: Sequence[object], vocabulary: Vocabulary) -> Proposal:
    fit = sum(_fits(each, named.type, vocabulary) for each in values)
    if values and not fit:
        reason = f"navnet ligner {quoted(named.name)}, men ingen av verdiene passer"
        return Proposal("", f"{reason}: skriv et navn, eller «-» for ikke lest")
    name = _numbered(named, heading)
    counted = f"; {fit} av {len(values)} verdier passer" if values else ""
    return Proposal(name, f"navnet ligner{counted}")


def _numbered(named: Named, heading: str) -> str:
    """The name with the number of an entry, where the heading ends with one: «Sykehus 2»."""
    found = _LAST_NUMBER.search(heading)
    *record, last = named.name.split(".")
    if found is None or len(record) != 2:
        return named.name
    return f"{record[0]}.{record[1]}[{found[1]}].{last}"


def _names(vocabulary: Vocabulary) -> Iterator[Named]:
    """Every fact, and every fact of the entries of a list, by its whole name."""
    for record, shape in vocabulary.records.items():
        for key, declared in shape.fields.items():
            kind = declared.type
            if isinstance(kind, Listed) and isinstance(kind.element, Row):
                for inner, each in vocabulary.entries[kind.element.name].fields.items():
                    yield Named(f"{record}.{key}.{inner}", each.type)
            else:
                yield Named(f"{record}.{key}", kind)


def _closest(words: Sequence[str], names: Sequence[Named]) -> list[Named]:
    """Those most like the heading, where any is; of equals, those of what every case has."""
    scored = [(_likeness(words, each.name), each) for each in names]
    best = max((score for score, _ in scored), default=0.0)
    found = [each for score, each in scored if score == best >= LEAST]
    first = names[0].name.partition(".")[0] if names else ""
    return [each for each in found if each.name.startswith(f"{first}.")] or found


def _likeness(words: Sequence[str], name: str) -> float:
    """How much of the heading is in the name, and of the fact's own name in the heading."""
    whole, own = _words(name), _words(name.rpartition(".")[2])
    if not words or not own:
        return 0.0
    return (_share(words, whole) + _share(own, words)) / 2


def _share(of: Sequence[str], among: Sequence[str]) -> float:
    return sum(any(_alike(each, other) for other in among) for each in of) / len(of)


def _alike(one: str, other: str) -> bool:
    """The same word, mistyped or in another form: «tjenesten», «tjeneste»."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= SHORTEST_LAST and long.endswith(short):  # «helseregion» is a region
        return True
    return SequenceMatcher(None, one, other).ratio() >= NEAR and one[0] == other[0]


def _words(text: str) -> list[str]:
    found = _WORD.findall(folded(composed(canonical(text)).replace("_", " ").replace(".", " ")))
    return [each for each in found if each not in _SMALL]


def _speaks_for(named: Named, values: Sequence[object], vocabulary: Vocabulary) -> bool:
    """Whether most values are of a kind that little else has."""
    kind = named.type.element if isinstance(named.type, Listed) else named.type
    if not values or not isinstance(kind, (Enumerated, Registered)):
        return False
    return sum(_fits(each, named.type, vocabulary) for each in values) * 2 > len(values)


def _fits(value: object, kind: Type, vocabulary: Vocabulary) -> bool:
    """Whether a cell can be read as a fact of the type."""
    element = kind.element if isinstance(kind, Listed) else kind
    match element:
        case Row():
            return False
        case Enumerated() | Registered():
            return bool(isinstance(value, str) and names_in(value, element, vocabulary))
        case Truth() | Assessed():
            return isinstance(cell_value(value, element), bool)
        case Date():
            return _is_day(cell_value(value, element))
        case _:
            return not isinstance(cell_value(value, element), (Unusable, dict))


def _is_day(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) is not None
