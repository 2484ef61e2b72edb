"""Which sentences a citation covers."""

import pytest

from hjemmel.source.citation import Citation, Level
from hjemmel.source.sentences import Sentences

GUIDE = {f"V2#{number}": ("veileder", "pkt. 2", str(number)) for number in range(1, 4)}


@pytest.mark.parametrize(
    ("provision", "part", "found"),
    [
        ("pkt. 2", "nr. 1", ("V2#1",)),
        ("pkt. 2", "nr. 1 til 3", ("V2#1", "V2#2", "V2#3")),
        ("pkt. 2", "nr. 1 og 3", ("V2#1", "V2#3")),
        ("pkt. 2", "nr. 1, 2 og 3", ("V2#1", "V2#2", "V2#3")),
        ("pkt. 2", "nr. 3 og 4", ()),
        ("pkt. 2", "nr. 3 til 1", ()),
        ("pkt. 2", "første ledd", ()),
        ("pkt. 2", "", ("V2#1", "V2#2", "V2#3")),
        ("§ 4-2", "", ()),
    ],
)
def test_a_citation_of_the_guide_covers_its_numbers(
    provision: str, part: str, found: tuple[str, ...]
) -> None:
    """A place that the guide does not have covers none, however it is named."""
    assert Sentences(GUIDE).cited(Citation(Level.GUIDE, provision, part)) == found
