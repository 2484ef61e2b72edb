"""The keys around a value: where it comes from, and who assessed it."""

from collections.abc import Mapping

from hjemmel.case.statements import Assessment, Content, Grade, Unreadable
from hjemmel.core.types import Assessed, Type
from hjemmel.facts import times
from hjemmel.facts.faults import Fault, Mistake, Unusable
from hjemmel.facts.names import folded, listed, quoted, suggestion
from hjemmel.facts.value_problems import BAD_WRAPPER
from hjemmel.facts.values import decode_text
from hjemmel.facts.wording import told

VALUE, SOURCE, GRADE = "verdi", "kilde", "grad"
BY, DAY, GROUNDS = "av", "dato", "grunnlag"
PENDING, AT_LEAST, NONE_FURTHER = "avventer", "minst", "ingen"

PROVENANCE = (SOURCE, GRADE)
ASSESSING = (BY, DAY, GROUNDS)
GRADES = {each.value: each for each in Grade}

Members = Mapping[str, object]


def wrapper_keys(kind: Type) -> tuple[str, ...]:
    """The keys a wrapper may have around a value of this type."""
    return (VALUE, *PROVENANCE, *(ASSESSING if isinstance(kind, Assessed) else ()))


def source_of(members: Members) -> str | Mistake:
    """The source named by a wrapper, or nothing."""
    raw = members.get(SOURCE)
    return "" if raw is None else decode_text(raw)


def grade_of(members: Members) -> Grade | Mistake:
    """The weight given by a wrapper; a bare value counts as official."""
    raw = members.get(GRADE)
    if raw is None:
        return Grade.OFFICIAL
    if isinstance(raw, str) and folded(raw) in GRADES:
        return GRADES[folded(raw)]
    if isinstance(raw, Unusable):
        return raw.mistake
    hint = suggestion(raw, GRADES) if isinstance(raw, str) else ""
    reason = f"venter en grad, fikk {told(raw)}"
    return Mistake(BAD_WRAPPER, reason, f"{hint} mulige grader er {listed(GRADES)}".strip())


def _makers_of(raw: object) -> tuple[str, ...] | Mistake:
    """Who made an assessment: one, or a list of those who made it together."""
    names = [decode_text(each) for each in (raw if isinstance(raw, list) and raw else [raw])]
    wrong = next((each for each in names if isinstance(each, Mistake)), None)
    return wrong or tuple(each for each in names if isinstance(each, str))


def assessment_of(content: Content, members: Members) -> Content | Fault:
    """The assessment that a wrapper makes of its content; the content where it makes none."""
    given = {key: members[key] for key in ASSESSING if members.get(key) is not None}
    if not given:
        return content
    if isinstance(content, Unreadable):
        return content
    if not isinstance(content, bool):
        part = next(iter(given))
        reason = f"{quoted(part)} hører bare til en verdi som er ja eller nei"
        return Fault((part,), Mistake(BAD_WRAPPER, reason))
    by = _makers_of(given[BY]) if BY in given else ()
    day = times.day(given[DAY]) if DAY in given else None
    grounds = decode_text(given[GROUNDS]) if GROUNDS in given else ""
    for part, each in ((BY, by), (DAY, day), (GROUNDS, grounds)):
        if isinstance(each, Mistake):
            return Fault((part,), each)
    assert not isinstance(by, Mistake)
    assert not isinstance(day, Mistake)
    assert not isinstance(grounds, Mistake)
    return Assessment(content, by, day, grounds)
