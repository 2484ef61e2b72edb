"""Provisions, and the parts of them, as they are numbered."""

import pytest

from hjemmel.source.parts import meet, part, path_of
from hjemmel.source.provisions import id_of, provision, provision_in


@pytest.mark.parametrize(
    ("written", "regular", "name"),
    [
        ("§ 4-2", "§ 4-2", "4-2"),
        ("§4-2a", "§ 4-2 a", "4-2a"),
        ("§ 12 a.", "§ 12 a", "12a"),
        ("§ 12 i", "§ 12i", "12i"),
        ("paragraf 3", "§ 3", "3"),
        ("Artikkel 6", "artikkel 6", "artikkel-6"),
        ("kapittel IV", "kapittel IV", "kapittel-iv"),
        ("pkt.4.1.2", "pkt. 4.1.2", "pkt.-4.1.2"),
        ("ERN", "ERN", "ern"),
        ("4 100", "4 100", "4 100"),
    ],
)
def test_a_provision_is_written_in_one_way(written: str, regular: str, name: str) -> None:
    """And the ids of its norms begin with its number."""
    assert provision(written) == regular
    assert id_of(regular) == name


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("§ 12 a andre ledd", "§ 12 a"),
        ("§ 12 andre ledd", "§ 12"),
        ("§ 4-1 veileder pkt. 4.1", "§ 4-1"),
        ("veilederen pkt. 5.2 nr. 3", "veilederen pkt. 5.2"),
        ("artikkel 6 nr. 1 bokstav a", "artikkel 6"),
        ("ern", "ern"),
    ],
)
def test_the_provision_of_a_place(place: str, found: str) -> None:
    """Without the part of it."""
    assert provision_in(place) == found


@pytest.mark.parametrize(
    ("one", "another", "is_met"),
    [
        ("", "andre ledd", True),
        ("andre ledd", "annet ledd bokstav b", True),
        ("andre ledd bokstav a til c", "andre ledd bokstav b", True),
        ("andre ledd bokstav a og c", "andre ledd bokstav b", False),
        ("nr. 1, 3 til 5 og 7", "nr. 4", True),
        ("nr. 1, 3 til 5 og 7", "nr. 6", False),
        ("første og tredje ledd", "andre ledd", False),
        ("første til tredje ledd", "andre ledd", True),
        ("nr. 1", "første ledd", False),
        ("bokstav å", "bokstav æ", False),
    ],
)
def test_parts_meet_where_one_holds_some_of_the_other(one: str, another: str, is_met: bool) -> None:
    """Whichever is named first."""
    assert meet(path_of(one), path_of(another)) is is_met
    assert meet(path_of(another), path_of(one)) is is_met


def test_a_part_is_written_in_one_way() -> None:
    """«annet» is «andre», and capitals and blanks are no matter."""
    assert part("Annet  ledd Bokstav b") == "andre ledd bokstav b"
    assert part("pkt. 3") == ""
