"""The European networks, for a service of which little is told and that has not applied."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from support.command_line import Ntr

FULL, PARTNER = "ern/fullverdig-søker", "ern/partner-søker"
PRESUMED = "tjenesten er godkjent"


def answers(ntr: Ntr, kind: str, *options: str) -> dict[str, tuple[str, bool]]:
    """The word of each access, and whether it rests on the approval being taken as given."""
    case = {
        "sak": "Porfyri", "vurderingsdato": "2024-06-01",
        "tjeneste": {"type": kind, "står_i_den_offisielle_oversikten": True},
    }  # fmt: skip
    Path("sak.jsonl").write_text(json.dumps(case, ensure_ascii=False) + "\n", "utf-8")
    asked = ("vurder", "sak.jsonl", "--norm", FULL, "--norm", PARTNER, "--format", "csv")
    found = csv.DictReader(StringIO(ntr(*asked, *options).stdout), delimiter=";")
    return {each["norm"]: (each["ord"], PRESUMED in each["forutsatt"]) for each in found}


@pytest.mark.parametrize(
    ("kind", "given", "without"),
    [
        (
            "nasjonal behandlingstjeneste",
            {FULL: ("åpen", True), PARTNER: ("uavklart: mangler", True)},
            {FULL: ("uavklart: mangler", False), PARTNER: ("uavklart: mangler", False)},
        ),
        (
            "nasjonal kompetansetjeneste",
            {FULL: ("ikke åpen", False), PARTNER: ("uavklart: tolkning", False)},
            {FULL: ("ikke åpen", False), PARTNER: ("uavklart: mangler, tolkning", False)},
        ),
        (
            "annen tjeneste",
            {FULL: ("ikke åpen", False), PARTNER: ("åpen", False)},
            {FULL: ("ikke åpen", False), PARTNER: ("åpen", False)},
        ),
    ],
)
def test_a_service_on_the_overview(
    kind: str, given: dict[str, tuple[str, bool]], without: dict[str, tuple[str, bool]], ntr: Ntr
) -> None:
    """Approval is taken as given for it; without that it is unknown. Nobody has been refused."""
    assert answers(ntr, kind) == given
    assert answers(ntr, kind, "--uten-formodninger") == without
