"""A page that is proposed: a case, and an outcome that a person is to fill in."""

from collections.abc import Sequence

from attrs import frozen

UNFILLED = "fyll ut"
"""Stands where the outcome is to be; a page that has it is not tried before it is filled in."""

_HOW = ("Programmet har laget sakene fordi ingen sak prøver dette. Svaret står igjen: skriv ordet "
        f"i stedet for «{UNFILLED}», ut fra kildene, og ikke ut fra det programmet sier i dag. "
        "Rett gjerne saken så den ligner en virkelig sak, og gi den en overskrift.")  # fmt: skip


@frozen
class Proposed:
    """A case that is worth writing down: what it would show, and the case as JSON on one line."""

    norm: str
    shows: str
    case: str


def proposed_page(norm: str, title: str, found: Sequence[Proposed]) -> str:
    """The page of one norm, with a case for each thing that no case shows."""
    parts = [f"# Forslag til saker: {title}", _HOW]
    for number, each in enumerate(found, 1):
        lines = (f"## Sak {number}", "", f"{_sentence(each.shows)}", "", "```sak", each.case, "```",
                 "```verdikt", f"{norm}: {UNFILLED}", "```")  # fmt: skip
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def file_name(norm: str) -> str:
    """«forslag-4-2-samarbeid.md»: the file of the page of a norm."""
    return f"forslag-{norm.replace('/', '-')}.md"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
