"""Texts of sources: paragraphs from lines, sentences from paragraphs, words that differ."""

import pytest

from hjemmel.traceability.editions.document import Role
from hjemmel.traceability.editions.html_form import read_html
from hjemmel.traceability.editions.recovering import MOST_TRIED, recovered
from hjemmel.traceability.editions.sentence_ends import atoms, sentences
from hjemmel.traceability.editions.text_form import read_plain
from hjemmel.traceability.editions.typography import key
from hjemmel.traceability.editions.words import touches_numbers, word_difference
from hjemmel.traceability.fingerprints import fingerprint


def blocks(text: str) -> list[tuple[str, str, str]]:
    """The first letter of what each block is, its marker, and its text."""
    return [(each.role.name[0], each.marker, each.text) for each in read_plain(text).blocks]


def divided(text: str) -> list[str]:
    """The sentences of a paragraph."""
    parts, at, found = atoms(text), 0, []
    for count in sentences(parts):
        found.append(" ".join(parts[at : at + count]))
        at += count
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 4-2. Om kort\nKort gis.", [("H", "", "§ 4-2. Om kort"), ("P", "", "Kort gis.")]),
        ("§ 4. En kan få kort.", [("H", "", "§ 4."), ("P", "", "En kan få kort.")]),
        ("§ 4-1 gjelder ikke her.", [("P", "", "§ 4-1 gjelder ikke her.")]),
        ("1. Om kort og om\nandre ting\n\nKort gis.",
         [("H", "", "1. Om kort og om andre ting"), ("P", "", "Kort gis.")]),
        ("Den gjelder fra\n1. januar 2029 og senere.",
         [("P", "", "Den gjelder fra 1. januar 2029 og senere.")]),
        ("Når\na) ja, og\nb) nei.", [("P", "", "Når"), ("I", "a)", "ja, og"), ("I", "b)", "nei.")]),
        ("Et helse-\nforetak og nasjonale-\nog andre, EØS-\navtalen.",
         [("P", "", "Et helseforetak og nasjonale- og andre, EØS-avtalen.")]),
        ("Om kort ........ 4\n\nKort gis.", [("P", "", "Kort gis.")]),
    ],
)  # fmt: skip
def test_lines_become_blocks(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Titles, items and words divided at line ends."""
    assert blocks(text) == expected


def test_heads_and_feet_of_pages() -> None:
    """What stands on every page is none of the text, and a sentence goes on over the page."""
    text = "\n\f".join(f"Nordvik\n\n{each}\n\nSide {n} av 3" for n, each in enumerate(
        ("Den som", "parkerer, skal", "betale."), 1))  # fmt: skip
    assert blocks(text) == [("P", "", "Den som parkerer, skal betale.")]
    assert read_plain(text).notes == ("6 linjer øverst og nederst på sidene er holdt utenfor",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Det følger av lov nr. 12 og § 4-1 jf. § 4-2. Ellers ikke.", 2),
        ("Fristen er 15. januar hvert år, bl.a. for skjema. Ja.", 2),
        ("Han kan f.eks. søke. Hun også? Nei!", 3),
        ("Skjema m.m. gis. «Svar» sendes.", 2),
        ("Se pkt. 4.1. Det står der.", 2),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    """Not at an abbreviation, a day or the number of a provision."""
    assert len(divided(text)) == count


def test_a_page_without_what_is_around_it() -> None:
    """Menus, scripts and hidden parts are left out; a list has the letters that are shown."""
    found = read_html(
        "<html><nav><p>Meny</p></nav><main><h2>§&nbsp;4. Kort</h2><p>Når<ol type=a><li>ja<li>nei"
        "</ol><p hidden>Skjult</p><script>1</script></main><p>Bunn</p></html>"
    )
    assert [(each.role, each.marker, each.text) for each in found.blocks] == [
        (Role.HEADING, "", "§ 4. Kort"), (Role.PARAGRAPH, "", "Når"), (Role.ITEM, "a)", "ja"),
        (Role.ITEM, "b)", "nei"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "is_found"),
    [
        ("Fristen er 15. januar.", "Fristen er 1. februar.", True),
        ("Den svarer innen fire uker.", "Den svarer innen en måned.", True),
        ("Det koster 1 200 kroner.", "Det koster 15 000 kroner.", True),
        ("Den skal svare.", "Den skal svare skriftlig og uten opphold.", True),
        ("Den skal ikke svare.", "Den skal svare.", True),
        ("Den skal svare søkeren.", "Den kan gi et helt annet svar.", False),
    ],
)
def test_a_text_one_step_away_is_found(old: str, new: str, is_found: bool) -> None:
    """By its fingerprint alone; what lies further off is not found."""
    wanted = frozenset({fingerprint(old)})
    assert recovered(new, "", wanted, ("Vedtaket",), MOST_TRIED) == (old if is_found else "")


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("«Kort» – ett", '"Kort" - ett.'),
        ("- Kort gis", "kort gis."),
        ("§4 gjelder.1", "§ 4 gjelder."),
        ("høyst 3 500 kilo", "høyst 3500 kilo"),
    ],
)
def test_signs_are_no_words(one: str, another: str) -> None:
    """Two texts that differ in signs only have the same key; two numbers have not."""
    assert key(one) == key(another)
    assert key(f"{one} 2") != key(f"{another} 3")


def test_words_that_differ() -> None:
    """Together where only a space or a sign stands between them; and whether they are numbers."""
    found = word_difference("Fristen er 15. januar i år.", "Fristen er 1. februar i år.")
    assert [(each.sign, each.text) for each in found if each.sign != " "] == [
        ("-", "15. januar"), ("+", "1. februar"),
    ]  # fmt: skip
    assert touches_numbers(found)
    assert not touches_numbers(word_difference("Den kan søke.", "Den skal søke."))
