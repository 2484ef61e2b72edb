"""«ingen» beside «minst»: the kinds that no further entry of a list is of."""

from collections.abc import Iterator, Mapping
from math import prod

from attrs import frozen

from hjemmel.case.statements import Kind, Unrecognised
from hjemmel.case.telling import not_recognised
from hjemmel.core.nodes import Value
from hjemmel.core.schema import ELEMENT
from hjemmel.core.types import Enumerated, Registered, Row, Scalar, Text, Truth, Type
from hjemmel.facts.faults import Mistake, Path, Unusable
from hjemmel.facts.file_problems import DUPLICATE_KEY
from hjemmel.facts.names import canonical, listed, quoted, suggestion
from hjemmel.facts.value_problems import BAD_WRAPPER, UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_TYPE
from hjemmel.facts.values import decode_scalar
from hjemmel.facts.vocabulary import Vocabulary
from hjemmel.facts.wording import told

RULED_OUT = (Truth, Enumerated, Registered, Text)
"""The types by whose values a kind of entry can be told."""
MOST_WAYS = 100
"""So many ways a further entry may be unlike all the kinds; each way is looked at by itself."""

_FORM = "skriv hvert slag som en gruppe, som [{representerer: brukerorganisasjon}]"
_NAMES = "skriv navnene i [ ]"


@frozen
class Kinds:
    """The kinds that could be read, and where and why others could not."""

    kinds: tuple[Kind, ...]
    mistakes: tuple[tuple[Path, Mistake], ...] = ()


def kinds_of(raw: object, element: Scalar | Row, vocabulary: Vocabulary) -> Kinds:
    """The kinds told. Of one that cannot be read, nothing is used."""
    if isinstance(raw, Unusable):
        return Kinds((), (((), raw.mistake),))
    if not isinstance(raw, list):
        hint = _FORM if isinstance(element, Row) else _NAMES
        mistake = Mistake(WRONG_TYPE, f"venter en liste av slag, fikk {told(raw)}", hint)
        return Kinds((), (((), mistake),))
    kinds: list[Kind] = []
    mistakes: list[tuple[Path, Mistake]] = []
    for at, each in enumerate(raw):
        found = dict(_kind(each, element, vocabulary))
        wrong = [(path, e) for path, e in found.items() if isinstance(e, Mistake)]
        mistakes += [((at, *path), mistake) for path, mistake in wrong]
        if not wrong:
            kinds.append(tuple((path[0] if path else ELEMENT, e) for path, e in found.items()
                               if not isinstance(e, Mistake)))  # fmt: skip
    if prod(map(len, kinds)) > MOST_WAYS:
        reason = "slagene har til sammen for mange opplysninger"
        mistake = Mistake(WRONG_TYPE, reason, "si færre slag, hvert med én opplysning")
        return Kinds((), (((), mistake),))
    return Kinds(tuple(kinds), tuple(mistakes))


def _kind(
    raw: object, element: Scalar | Row, vocabulary: Vocabulary
) -> Iterator[tuple[tuple[str, ...], Value | Mistake]]:
    """What is told of a kind: the value of each fact, or what is wrong with it."""
    if not isinstance(element, Row):
        yield (), _value(raw, element, vocabulary)
        return
    if not isinstance(raw, Mapping) or not raw:
        yield (), Mistake(WRONG_TYPE, f"venter et slag av oppføring, fikk {told(raw)}", _FORM)
        return
    fields = vocabulary.entries[element.name].fields
    keys = [canonical(str(each)) for each in raw]
    for key, value in zip(keys, raw.values(), strict=True):
        if keys.count(key) > 1:
            yield (key,), Mistake(DUPLICATE_KEY, f"nøkkelen {quoted(key)} står to ganger")
        elif key not in fields:
            hint = suggestion(key, tuple(fields)) or f"mulige nøkler er {listed(fields)}"
            yield (key,), Mistake(UNKNOWN_KEY, f"ukjent nøkkel {quoted(key)}", hint)
        else:
            yield (fields[key].key,), _value(value, fields[key].type, vocabulary)


def _value(raw: object, kind: Type, vocabulary: Vocabulary) -> Value | Mistake:
    if not isinstance(kind, RULED_OUT):
        reason = "her kan «ingen» bare si en opplysning som er ja eller nei, et navn eller en tekst"
        return Mistake(WRONG_TYPE, reason, "er hele listen kjent, skriver du den uten «minst»")
    found = raw.mistake if isinstance(raw, Unusable) else decode_scalar(raw, kind, vocabulary)
    match found:
        case Unrecognised():
            hint = "skriv navnet slik registeret har det"
            return Mistake(UNKNOWN_VALUE, not_recognised(found), hint)
        case Mistake() | bool() | str():
            return found
        case _:  # what is pending rules nothing out
            return Mistake(BAD_WRAPPER, f"venter en verdi, fikk {told(raw)}", _FORM)
