"""An open question is asked in the wordings that it is written for, and is lost from none."""

import pytest

from unit.lowering.rulebook import NORM, codes, norm, words

QUESTION = """  tolkning Hva?, etter veileder pkt. 2 nr. 1
    for leddet tjenesten er god
    oppstår når tjenesten er ny
    lesemåte den ene: regnes med
    lesemåte den andre: regnes ikke med
    valgt ingen
"""
CHOSEN = QUESTION.replace("valgt ingen", "valgt den ene")
EARLY = "  fra 1. januar 2011 til og med 31. desember 2021\n"
LATE = "  fra 1. januar 2022\n"
SAME = "    oppfylt når tjenesten er god\n"
OTHER = "    oppfylt når tjenestens slag er lokal\n"
MORE = SAME + "      og tjenestens slag er lokal\n"
SCOPE = "  gjelder når tjenesten er god\n"


def on(day: str, norms: str) -> str:
    """The verdict of a new service that is good and local."""
    service = '{"god": true, "ny": true, "slag": "lokal"}'
    return words(norms, f'{{"vurderingsdato": "{day}", "tjeneste": {service}}}')["4-2/x"]


def both(norms: str) -> tuple[str, str]:
    """The verdict under the first wording, and under the second."""
    return on("2020-06-01", norms), on("2024-06-01", norms)


def test_a_question_of_the_norm_is_asked_in_every_wording() -> None:
    """The clause stands in both, so both are open; the question is told once."""
    text = NORM + QUESTION + EARLY + SAME + LATE + MORE
    assert both(text) == ("uavklart", "uavklart")
    assert len(norm(text).questions) == 1


def test_a_question_below_a_wording_is_asked_there_only() -> None:
    """The other wording does not have the clause."""
    assert both(NORM + EARLY + SAME + QUESTION + LATE + OTHER) == ("uavklart", "oppfylt")
    assert both(NORM + EARLY + OTHER + LATE + SAME + QUESTION) == ("oppfylt", "uavklart")


def test_a_question_can_be_settled_in_one_wording() -> None:
    """It is asked again there, with the reading that was taken."""
    text = NORM + EARLY + SAME + QUESTION + LATE + MORE + CHOSEN
    assert both(text) == ("uavklart", "oppfylt")
    assert [each.chosen for each in norm(text).questions] == [None, "den ene"]


def test_a_question_of_one_wording_about_the_scope_of_the_norm() -> None:
    """The clause stands above the wordings, so each must say what it makes of it."""
    text = NORM + SCOPE + EARLY + OTHER + QUESTION + LATE + OTHER + CHOSEN
    assert both(text) == ("uavklart", "oppfylt")


LOST = {
    "skrevet om i den siste": QUESTION + EARLY + SAME + LATE + OTHER,
    "skrevet om i den første": QUESTION + EARLY + OTHER + LATE + SAME,
    "under den siste, leddet i den første": EARLY + SAME + LATE + OTHER + QUESTION,
    "under den siste, leddet i begge": EARLY + SAME + LATE + MORE + QUESTION,
    "under den første, leddet i begge": EARLY + SAME + QUESTION + LATE + MORE,
    "under den siste, leddet i virkeområdet": SCOPE + EARLY + OTHER + LATE + OTHER + QUESTION,
    "leddet inne i en liste med alternativer": EARLY
    + "    oppfylt når enten tjenesten er god, eller tjenestens slag er lokal\n"
    + LATE
    + MORE
    + QUESTION,
}


@pytest.mark.parametrize("lines", LOST.values(), ids=LOST)
def test_no_question_is_lost_from_a_wording(lines: str) -> None:
    """What was open there would be settled in silence."""
    assert codes(NORM + lines) == ["NTR414"]


def test_one_mistake_is_told_once() -> None:
    """A clause of the norm's scope that is wrong is lowered for each wording, and reported once."""
    wrong = SCOPE.replace("god", "goood")
    assert codes(NORM + wrong + EARLY + SAME + LATE + MORE) == ["NTR204"]
