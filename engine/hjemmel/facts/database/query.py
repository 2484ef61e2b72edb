"""Whether a query only reads. It is looked at before a database is asked, whatever that allows."""

import re

from hjemmel.files.refused import Refused

_ASIDE = re.compile(
    r"--[^\n]*|/\*.*?(?:\*/|$)|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\[[^\]]*\]", re.DOTALL
)
"""Remarks, texts and names in quotation marks."""
_READS = re.compile(r"(select|with|values|table)\b", re.IGNORECASE)
_WRITES = re.compile(
    r"\b(insert|update|delete|merge|drop|alter|create|truncate|grant|revoke|into|call|exec|execute"
    r"|attach|pragma|copy)\b",
    re.IGNORECASE,
)
_HELP = "skriv en spørring som begynner med select eller with, og som bare leser"


def fault_of(query: str) -> Refused | None:
    """Why a query is not asked."""
    plain = _ASIDE.sub(" ", query).strip().rstrip(";").strip()
    if not plain:
        return Refused("spørringen er tom", _HELP)
    if ";" in plain:
        return Refused("spørringen er flere setninger", "skriv bare én select")
    if not _READS.match(plain.lstrip("( \n\t")):
        return Refused("spørringen leser ikke, og blir ikke kjørt", _HELP)
    found = _WRITES.search(plain)
    if found is not None:
        return Refused(f"spørringen har ordet «{found[0].lower()}», og blir ikke kjørt",
                       f"{_HELP}; er det et navn, settes det i anførselstegn")  # fmt: skip
    return None
