"""The values involved in a step: «helseforetak = Oslo; Bergen», «2 av 3», «ukjent (mangler)»."""

from datetime import date
from typing import Any

from hjemmel.case.observation import PartialList, Path
from hjemmel.core.nodes import Apply, Each, Fact, Node, Quantifier
from hjemmel.core.operators import Sense, sense
from hjemmel.core.schema import CASE
from hjemmel.core.sought import sought
from hjemmel.core.types import Date, Listed
from hjemmel.explain.unknown_facts import doubt_of
from hjemmel.provenance.decisive import leaves
from hjemmel.provenance.lookup import is_list_in_list, looked_up
from hjemmel.provenance.situation import UNDECIDED, Here, Situation, is_list, path_of, value_at
from hjemmel.source.days import day_in_words
from hjemmel.words.phrases import Names, entering, short_name, words
from hjemmel.words.values import shown

PERHAPS_MORE = "kanskje flere"
EMPTY = "tom liste"
LACKING, UNSURE = "mangler", "uvisst om"
_LAST_DAY = "siste dag"
_NAMED = 20


def fact_value(case: Situation, fact: Fact, here: Here) -> str:
    """A fact's value, or why it is unknown."""
    path = path_of(fact, here)
    value = case.value(fact, here)
    if value is None:
        return unknown(case, path)
    return _list_value(case, path) if is_list(fact) else shown(value, fact.type)


def unknown(case: Situation, path: Path) -> str:
    """«ukjent (mangler)»: the kind of doubt about a fact, or about what it stands in."""
    return f"ukjent ({doubt_of(case, path)[1].kind.value})"


def operands(case: Situation, node: Apply, here: Here, names: Names) -> str:
    """The values a comparison compares, those written in the rule left out."""
    book, told = case.book, []
    if sense(node) is Sense.LAST_DAY:
        return _last_day(case, node, here, names)
    for index, each in enumerate(node.arguments):
        if isinstance(each, Fact) and each.subject != CASE:
            told.append(f"{short_name(book, each, names)} = {fact_value(case, each, here)}")
        elif isinstance(each, Each):
            told.append(quantified(case, each, here, names))
        elif isinstance(each, Apply):
            label = _LAST_DAY if (sense(node), index) == (Sense.IN_TIME, 1) else ""
            told.append(_computed(case, each, here, names, label))
    return " · ".join(told)


def _last_day(case: Situation, node: Apply, here: Here, names: Names) -> str:
    """The day itself, whether a fact, worked out, or written in the rule."""
    last = node.arguments[0]
    if isinstance(last, Fact) and not case.settled(last, here):
        return f"{short_name(case.book, last, names)} = {fact_value(case, last, here)}"
    if isinstance(last, Apply):
        return _computed(case, last, here, names, _LAST_DAY)
    value = case.value(last, here)
    return f"{_LAST_DAY} = {_plain(value[0] if isinstance(value, tuple) else value, [])}"


def quantified(case: Situation, node: Each, here: Here, names: Names) -> str:
    """What was found in a list: the different values, or how many of how many."""
    if case.value(node.domain, here) is None:
        name = short_name(case.book, node.domain, names)
        return f"{name} = {unknown(case, path_of(node.domain, here))}"
    complete = case.complete(node.domain, here)
    looked = looked_up(case, node, here)
    if looked is not None:
        most = len(looked.having) + len(looked.unknown)
        count = _of(len(looked.having), most, looked.items, complete)
        wanted = looked.where.value
        if not isinstance(wanted, Apply):
            return count
        first = here.entering(node.variable, 0, path_of(node.domain, here))
        return f"{_computed(case, wanted, first, names, '')} · {count}"
    members = case.entries(node, here)
    if not members and complete:
        return EMPTY
    if node.quantifier is Quantifier.DISTINCT:
        return _different(case, node, members, entering(case.book, node, names), complete)
    belonging = [each for each in members if not case.truth(node.where, each)[1]]
    if is_list_in_list(node):
        return _difference(case, node, belonging, complete, names)
    sure = sum(case.truth(node.where, each)[0] and _holds(case, node, each) for each in belonging)
    possible = sum(not case.truth(node.body, each)[1] for each in belonging)
    return _of(sure, possible, len(belonging), complete)


def _difference(
    case: Situation, node: Each, members: list[Here], complete: bool, names: Names
) -> str:
    """How many of the one list are in the other, and which are not."""
    assert isinstance(node.body, Each)
    truths = [case.truth(node.body, each) for each in members]
    sure, possible = (sum(each[0] for each in truths), sum(not each[1] for each in truths))
    told = [_of(sure, possible, len(members), complete)]
    pairs = list(zip(members, truths, strict=True))
    absent = [each for each, truth in pairs if truth[1]]
    unsure = [each for each, truth in pairs if truth == UNDECIDED]
    other = words(case.book, node.body.domain, names)
    if absent:
        told.append(f"{LACKING} blant {other}: {_values(case, node.body, absent)}")
    if unsure:
        told.append(f"{UNSURE} {_values(case, node.body, unsure)}")
    return "; ".join(told)


def _values(case: Situation, looks: Each, members: list[Here]) -> str:
    """What the entries are that are looked for; of many the first, and how many more."""
    wanted = sought(looks)
    assert wanted is not None and isinstance(wanted.value, Fact)
    told = [fact_value(case, wanted.value, each) for each in members[:_NAMED]]
    more = len(members) - _NAMED
    return ", ".join(told) + (f" og {more} til" if more > 0 else "")


def _of(sure: int, possible: int, members: int, complete: bool) -> str:
    count = str(sure) if sure == possible else f"{sure} til {possible}"
    return f"{count} av {members}" + ("" if complete else f"; {PERHAPS_MORE}")


def member_name(case: Situation, node: Each, here: Here, names: Names) -> str:
    """«steder nr. 2 (Haukeland universitetssjukehus)»: an entry by its number and first name."""
    path = here.paths[node.variable]
    number = int(case.observation.as_told(path)[-1]) + 1
    label = f"{short_name(case.book, node.domain, names)} nr. {number}"
    identity = _identity(value_at(case.observation.view, path))
    return f"{label} ({identity})" if identity else label


def _identity(entry: Any) -> str:
    """The first name among an entry's facts."""
    if isinstance(entry, str):
        return entry
    texts = entry.values() if isinstance(entry, dict) else ()
    return next((text for text in texts if isinstance(text, str)), "")


def _holds(case: Situation, node: Each, here: Here) -> bool:
    return case.truth(node.body, here)[0]


def _different(
    case: Situation, node: Each, members: list[Here], names: Names, complete: bool
) -> str:
    belonging = [each for each in members if not case.truth(node.where, each)[1]]
    body = node.body
    values = [_told(case, body, each) for each in belonging]
    text = "; ".join([*values, *([] if complete else [PERHAPS_MORE])]) or "ingen"
    return f"{short_name(case.book, body, names)} = {text}" if isinstance(body, Fact) else text


def _told(case: Situation, node: Node, here: Here) -> str:
    if isinstance(node, Fact):
        return fact_value(case, node, here)
    return str(case.value(node, here))


def _computed(case: Situation, node: Apply, here: Here, names: Names, label: str) -> str:
    """A value worked out by a function: its kind is that of the fact it grows from."""
    name = label or words(case.book, node, names)
    found = list(leaves(node, here))
    if not case.settled(node, here):
        facts = [(each, inner) for each, inner in found if isinstance(each, Fact)]
        open_ones = [part for part in facts if not case.settled(*part)]
        why = unknown(case, path_of(*open_ones[0])) if open_ones else "ukjent"
        return f"{name} = {why}"
    value = case.value(node, here)
    return f"{name} = {_plain(value[0] if isinstance(value, tuple) else value, found)}"


def _plain(value: Any, found: list[tuple[Node, Here]]) -> str:
    kinds = [each.type for each, _ in found if isinstance(each, Fact)]
    if isinstance(value, date):
        return day_in_words(value)
    numbers = [kind for kind in kinds if not isinstance(kind, (Date, Listed))]
    return shown(value, numbers[0]) if numbers else str(value)


def source(case: Situation, path: Path) -> str:
    """Where a fact was read."""
    return case.observation.sources.get(path, "")


def remarks(case: Situation, path: Path) -> tuple[str, ...]:
    """What is worth noting about a fact: its grounds, or the words of the doubt about it."""
    found = []
    if note := case.observation.notes.get(path):
        found.append(note)
    doubt = case.doubt(path)
    if doubt and doubt.words and value_at(case.observation.view, path) is None:
        found.append(doubt.words)
    return tuple(found)


def _list_value(case: Situation, path: Path) -> str:
    count = len(value_at(case.observation.view, path))
    partial = isinstance(value_at(case.observation.view, path), PartialList)
    more = f"; {PERHAPS_MORE}" if partial else ""
    return f"{count} oppføringer{more}" if count != 1 else f"1 oppføring{more}"
