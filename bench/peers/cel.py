"""CEL, through the package `common-expression-language` (Rust).

One program returns all results, so that the border to Rust is crossed once a service. The package
has no unknown that suits: a missing fact is null, and a result is -1, 0 or 1 by ternaries, the
common case first. It has no `cel.bind` either, so the conjunction reads the other results through
`map` over a list of one. That takes a good part of the time, so the same is measured with the
conjunction left to Python, too.

Facts are top-level variables (faster than fields of one map). Each `Context` is made, and used once
so that its values are converted, outside the timed loop: that conversion costs more than the
decision.
"""

from typing import Any

import cel
from workload.common import Service, for_peer
from workload.contestant import Contestant

TYPES = "['nasjonal_behandling', 'flerregional', 'kompetanse']"
REGIONS = "['nord', 'midt', 'vest', 'sorost']"
MEMBERS = ("RHF_nord", "RHF_midt", "RHF_vest", "RHF_sorost")


def known(fact: str) -> str:
    """A truth that may be missing."""
    return f"{fact} == true ? 1 : {fact} == false ? 0 : -1"


def when_given(facts: tuple[str, ...], test: str) -> str:
    """A test that needs all of these facts."""
    missing = " || ".join(f"{fact} == null" for fact in facts)
    return f"{missing} ? -1 : {test} ? 1 : 0"


def implies(fact: str, value: str, other: str, test: str) -> str:
    """If `fact` is `value`, then `test`, which reads `other`."""
    return (
        f"{fact} == '{value}' ? ({other} == null ? -1 : {test} ? 1 : 0)"
        f" : {fact} != null ? 1 : {other} != null && {test} ? 1 : -1"
    )


NATIONAL = "type == 'nasjonal_behandling'"
ERN = (
    f"ern_member == false || (approved == true && {NATIONAL}) ? 1 : ern_member == null ? -1"
    f" : approved == false || (type != null && !({NATIONAL})) ? 0 : -1"
)
CONDITIONS = (
    when_given(("type",), f"type in {TYPES}"),
    implies("type", "nasjonal_behandling", "hf", "size(hf) == 1"),
    implies("type", "flerregional", "hf", "size(hf) == 2"),
    implies(
        "type", "flerregional", "hf_region", f"{REGIONS}.filter(r, r in hf_region).size() == 2"
    ),
    implies("type", "kompetanse", "patient_treatment", "!patient_treatment"),
    implies("func", "opplaring", "start_date", "asof <= start_date + 50000"),
    implies("func", "kompetanseoppbygging", "start_date", "asof <= start_date + 100000"),
    when_given(("report_date", "report_year"), "report_date <= report_year * 10000 + 10315"),
    known("has_reference_group"),
    when_given(("ref_members",), " && ".join(f"'{member}' in ref_members" for member in MEMBERS)),
    when_given(("ref_members",), "'bruker' in ref_members"),
    *(known(f"crit{i}") for i in range(1, 4)),
    *(known(f"task{i}") for i in range(1, 10)),
    ERN,
    when_given(
        ("application_received", "application_year"),
        "application_received <= application_year * 10000 + 115",
    ),
)
LIST = f"[{', '.join(CONDITIONS)}]"
PROGRAM = cel.compile(f"[{LIST}].map(r, r + [0 in r ? 0 : -1 in r ? -1 : 1])[0]")
WITHOUT_CONJUNCTION = cel.compile(LIST)
TOUCH = cel.compile("true")


def encode(services: list[Service]) -> list[cel.Context]:
    """A context each, with its values converted."""
    contexts = [cel.Context(for_peer(service)) for service in services]
    for context in contexts:
        TOUCH.execute(context)
    return contexts


def decide(contexts: list[cel.Context]) -> list[Any]:
    """All 26 results for each service."""
    return [PROGRAM.execute(context) for context in contexts]


def with_conjunction(results: list[Any]) -> list[Any]:
    """The 25 results and their conjunction."""
    results.append(0 if 0 in results else (-1 if -1 in results else 1))
    return results


def decide_but_conjunction(contexts: list[cel.Context]) -> list[Any]:
    """All 26 results for each service, the last of them by Python."""
    return [with_conjunction(WITHOUT_CONJUNCTION.execute(context)) for context in contexts]


CONTESTANTS = (
    Contestant("CEL", decide, encode),
    Contestant("CEL, konjunksjon i Python", decide_but_conjunction, encode),
)
