"""Titles that do not read after their kind: «frist søknadsfrist», «vilkår alle tre for …»."""

import re
from collections.abc import Iterator

from hjemmel.check import problems_structure
from hjemmel.diagnostics.diagnostic import Diagnostic
from hjemmel.syntax.blocks import NormBlock

LEADS = {
    "krav": "om", "forbud": "mot", "vilkår": "for", "adgang": "til", "anbefaling": "om",
    "frist": "for", "varsel": "om", "avgjørelse": "om", "konstatering": "av", "formodning": "om",
    "slutning": "om", "steg": "om",
}  # fmt: skip
"""What a title begins with where it is read on from its kind; a definition has what it defines."""

_NO_BEGINNING = re.compile(
    r"(alle|ingen|hver|hvert|ikke|skal|må|kan|bør|er|har|når|hvis|dersom|at|og|eller|samt)(?![\w-])",
    re.IGNORECASE,
)


def title_problems(block: NormBlock) -> Iterator[Diagnostic]:
    """A title that says its kind again, or begins as no title does after one."""
    lead = LEADS.get(block.kind)
    if lead is None:
        return
    first = block.title.split(maxsplit=1)[0]
    if re.fullmatch(rf"\w*{block.kind}(et|en|a|ene|er|enes)?", first, re.IGNORECASE):
        why = f"sier «{block.kind}» to ganger"
    elif _NO_BEGINNING.match(block.title):
        why = f"begynner med «{first}»"
    else:
        return
    yield problems_structure.title_unlike_kind(block.kind, block.title, why, lead, block.span)
