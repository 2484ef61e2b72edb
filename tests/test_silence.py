"""What nobody has said is never held against anybody; what is all said is all settled."""

import json
from typing import Any

import pytest

from hjemmel.core.outcome import Outcome
from hjemmel.explain.verdict import missing
from support.complete_cases import COMPETENCE, MULTIREGIONAL, TREATMENT, bare, complete
from support.golden_run import judged, program_of

DAYS = ("2012-06-01", "2021-12-31", "2022-06-01", "2023-12-31", "2024-06-01", "2030-01-01")
TYPES = (
    None,
    "nasjonal behandlingstjeneste",
    "flerregional behandlingstjeneste",
    "nasjonal kompetansetjeneste",
    "annen tjeneste",
)
SHUT = {"4-1/adgang-til-avvikling"}
"""A service in order may not be closed down."""
SERVICES = {
    "behandlingstjeneste": (
        TREATMENT, set(), SHUT | {"4-1/endret-pasientgrunnlag", "ern/partner-søker"},
    ),
    "flerregional": (MULTIREGIONAL, {"ern/fullverdig-søker", "ern/partner-søker"}, SHUT),
    "kompetansetjeneste": (
        COMPETENCE, {"ern/partner-søker"},
        SHUT | {"4-1/virketid-utløpt", "ern/fullverdig-søker", "2/behandlingstjeneste-slag"},
    ),
}  # fmt: skip
"""The services; the norms in which the sources leave a question open that they raise; and the doors
that are shut to them, or warnings that are not given, as they should be."""
DEFINED_BY_TYPE = {"2/fellesbetegnelse", "2/behandlingstjeneste-slag", "ern/fullverdig-søker"}
"""Norms that the type alone settles: what is a national service, or one that treats, and who may
apply to a network."""


def outcomes(case: dict[str, Any]) -> dict[str, Outcome]:
    """The outcome of every norm in a case."""
    found = judged(program_of({}), json.dumps(case)).verdicts
    return {norm: each.outcome for norm, each in found.items()}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", TYPES)
def test_silence_breaks_nothing(kind: str | None, day: str) -> None:
    """A case with a name, or with every record but nothing in them, breaks no norm.

    With its type, what is told is that an ordinary service can be no member of a network.
    """
    schema = program_of({}).schema
    for case in ({"sak": "navn", "tittel": "Bare et navn"}, bare(schema)):
        told = {**case, "tjeneste": {"type": kind}} if kind else case
        found = outcomes({**told, "vurderingsdato": day})
        broken = {norm for norm, each in found.items() if each is Outcome.BROKEN}
        assert broken <= (DEFINED_BY_TYPE if kind else set()), case


@pytest.mark.parametrize("kind", SERVICES)
def test_what_is_all_said_is_settled(kind: str) -> None:
    """With everything in order, nothing is left open but what the sources leave open."""
    service, wanted, _ = SERVICES[kind]
    program = program_of({})
    found = judged(program, json.dumps(complete(program.schema, service))).verdicts
    unsettled = {norm: each for norm, each in found.items() if each.outcome is Outcome.UNDECIDED}
    kinds = {norm: {one.kind.value for one in missing(each)} for norm, each in unsettled.items()}
    assert kinds == {norm: {"tolkning"} for norm in wanted}


@pytest.mark.parametrize("kind", SERVICES)
def test_what_is_in_order_is_not_broken(kind: str) -> None:
    """With everything in order, nothing fails but what should not be opened, or warned of."""
    service, _, shut = SERVICES[kind]
    found = outcomes(complete(program_of({}).schema, service))
    broken = {norm for norm, each in found.items() if each is Outcome.BROKEN}
    assert broken == shut
