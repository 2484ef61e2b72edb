"""What is missing, in words: each thing by itself, or all of it in one line."""

from collections.abc import Sequence

from hjemmel.case.observation import Unknown
from hjemmel.explain.missing import Missing, with_holder

_NAMED = 6
"""So many names, or missing things in one place, a line gives; then how many more there are."""


def lacking(lack: Missing) -> str:
    """One thing that is missing: «mangler (hos tjenesten): tjenestens type», «skjønn: …»."""
    return f"{lack.kind.value}{_held(lack)}: {_said(lack)}"


def all_lacking(lacks: tuple[Missing, ...]) -> str:
    """All that is missing, by who can tell it."""
    groups: dict[str, list[Missing]] = {}
    for lack in lacks:
        groups.setdefault(f"{lack.kind.value}{_held(lack)}", []).append(lack)
    return "; ".join(f"{lead}: {_listed(group)}" for lead, group in groups.items())


def _listed(lacks: Sequence[Missing]) -> str:
    """What is missing in one place; who has not assessed several things is named once."""
    told: list[str] = []
    for lack, before in zip(lacks, (None, *lacks), strict=False):
        text = _said(lack)
        if before and _assessor(before) == _assessor(lack):
            text = text.removeprefix(f"{_assessor(lack)} ")
        told.append(text)
    return few(told)


def few(told: Sequence[str]) -> str:
    """All of them, or the first and how many more there are."""
    if len(told) <= _NAMED:
        return "; ".join(told)
    return "; ".join((*told[: _NAMED - 1], f"og {len(told) - _NAMED + 1} til"))


def _held(lack: Missing) -> str:
    """« (hos tjenesten)»: who can tell; whose discretion it is, the words themselves say."""
    told = lack.kind is Unknown.DISCRETION and not lack.words
    return f" ({with_holder(lack.kind, lack.holder)})" if lack.holder and not told else ""


def _said(lack: Missing) -> str:
    name = lack.name or lack.about
    if lack.kind is not Unknown.DISCRETION:
        return _placed(lack, f"{name} ({lack.words})" if lack.words else name)
    return _placed(lack, f"{name}, {lack.words}" if lack.words else f"{_assessor(lack)} at {name}")


def _placed(lack: Missing, told: str) -> str:
    """With the cell to fill in, where the case comes from a table."""
    if not lack.cell:
        return told
    return f"{told[:-1]}; {lack.cell})" if told.endswith(")") else f"{told} ({lack.cell})"


def _assessor(lack: Missing) -> str:
    return f"{lack.holder or 'noen'} har ikke vurdert"
