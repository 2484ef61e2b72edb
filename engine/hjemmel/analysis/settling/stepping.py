"""A case after some steps: the same case, but for what they say."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from hjemmel.analysis.settling.answers import Change, Step
from hjemmel.case.observation import Path
from hjemmel.case.statements import Case, Content, Entries, Record, Statement
from hjemmel.core.schema import ELEMENT


def after(case: Case, steps: Sequence[Step]) -> Case:
    """The case as it is told when the steps are taken; entries are removed last."""
    for each in sorted(steps, key=lambda step: step.change is Change.REMOVE):
        case = _after(case, each)
    return case


def _after(case: Case, step: Step) -> Case:
    record, *rest = step.path
    records = dict(case.records)
    if step.change is Change.HAVE:
        records[str(record)] = records.get(str(record), {})
    else:
        records[str(record)] = _told(records.get(str(record), {}), tuple(rest), step)
    return evolve(case, records=records)


def _told(record: Record, path: Path, step: Step) -> Record:
    name, *rest = path
    said = record.get(str(name), ())
    return {**record, str(name): _said(said, tuple(rest), step)}


def _said(said: tuple[Statement, ...], path: Path, step: Step) -> tuple[Statement, ...]:
    if not path and step.change in (Change.TELL, Change.ALTER):
        return (Statement(step.value),)
    (listed,) = said  # a list that several tell of is told anew, and not changed
    assert isinstance(listed.content, Entries)
    return (evolve(listed, content=_entries(listed.content, path, step)),)


def _entries(entries: Entries, path: Path, step: Step) -> Entries:
    if step.change is Change.COMPLETE and not path:
        return evolve(entries, complete=True)
    number, *rest = path
    assert isinstance(number, int)
    members = list(entries.members)
    if not rest and step.change is Change.ADD:
        members.append(step.value)
    elif not rest and step.change is Change.REMOVE:
        del members[number]
    else:
        members[number] = _member(members[number], tuple(rest), step)
    return evolve(entries, members=tuple(members))


def _member(member: Record | Content, path: Path, step: Step) -> Record | Content:
    if path == (ELEMENT,):
        value: Record | Content = step.value
        return value
    assert isinstance(member, Mapping)
    return _told(member, path, step)


def told_at(case: Case, path: Path) -> Any:
    """What a case tells at a path: the content of a fact, an entry of a list; None if nothing."""
    found: Any = case.records.get(str(path[0]))
    for part in path[1:]:
        if isinstance(found, tuple):
            found = found[0].content if len(found) == 1 else None
        if found is None:
            return None
        if isinstance(found, Entries):
            assert isinstance(part, int)
            found = found.members[part] if part < len(found.members) else None
        elif part != ELEMENT:
            found = found.get(part)
    if isinstance(found, tuple):
        return found[0].content if len(found) == 1 else found
    return found
