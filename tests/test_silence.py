"""What nobody has said is never held against anybody; what is all said is all settled."""

import json
from typing import Any

import pytest

from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
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
SHUT = {"4-1/adgang-til-avvikling", "4-1/vesentlig-endring-uten-søknad"}
"""A service in order may not be closed down, and no one is warned that it was changed."""
ASKED = {"tolkning"}
SERVICES = {
    "behandlingstjeneste": (
        TREATMENT, {}, SHUT | {"4-1/endret-pasientgrunnlag", "ern/partner-søker"},
    ),
    "flerregional": (
        MULTIREGIONAL,
        {"ern/fullverdig-søker": ASKED, "ern/partner-søker": ASKED},
        SHUT | {"4-1/endret-pasientgrunnlag"},
    ),
    "kompetansetjeneste": (
        COMPETENCE, {"ern/partner-søker": ASKED},
        SHUT | {"4-1/virketid-utløpt", "4-1/virketid-utløpt-kortere", "ern/fullverdig-søker",
                "2/behandlingstjeneste-slag"},
    ),
}  # fmt: skip
"""The services; the norms in which the sources leave a question open that they raise; and the doors
that are shut to them, the words that do not fit, or warnings that are not given, as they should
be."""
SHUT_BY_TYPE = {"ern/fullverdig-søker"}
"""The door that the type alone shuts: a competence service may not apply to a network."""


def outcomes(case: dict[str, Any]) -> dict[str, Outcome]:
    """The outcome of every norm in a case."""
    found = judged(program_of({}), json.dumps(case)).verdicts
    return {norm: each.outcome for norm, each in found.items()}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", TYPES)
def test_silence_breaks_nothing(kind: str | None, day: str) -> None:
    """A case with a name, or with every record but nothing in them, breaks no norm.

    With its type, what is told is that an ordinary service can be no member of a network. That a
    word does not fit, is held against no one.
    """
    schema = program_of({}).schema
    for case in ({"sak": "navn", "tittel": "Bare et navn"}, bare(schema)):
        told = {**case, "tjeneste": {"type": kind}} if kind else case
        found = judged(program_of({}), json.dumps({**told, "vurderingsdato": day})).verdicts
        broken = {
            norm
            for norm, each in found.items()
            if each.outcome is Outcome.BROKEN and each.norm.kind is not Kind.DEFINITION
        }
        assert broken <= (SHUT_BY_TYPE if kind else set()), case


@pytest.mark.parametrize("kind", SERVICES)
def test_what_is_all_said_is_settled(kind: str) -> None:
    """With everything in order, nothing is left open but what the sources leave open."""
    service, wanted, _ = SERVICES[kind]
    program = program_of({})
    found = judged(program, json.dumps(complete(program.schema, service))).verdicts
    unsettled = {norm: each for norm, each in found.items() if each.outcome is Outcome.UNDECIDED}
    kinds = {norm: {one.kind.value for one in missing(each)} for norm, each in unsettled.items()}
    assert kinds == wanted


@pytest.mark.parametrize("kind", SERVICES)
def test_what_is_in_order_is_not_broken(kind: str) -> None:
    """With everything in order, nothing fails but what should not be opened, or warned of."""
    service, _, shut = SERVICES[kind]
    found = outcomes(complete(program_of({}).schema, service))
    broken = {norm for norm, each in found.items() if each is Outcome.BROKEN}
    assert broken == shut
