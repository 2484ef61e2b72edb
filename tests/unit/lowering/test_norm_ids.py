"""What a norm is called, and how others find it."""

import pytest

from unit.lowering.rulebook import GOOD, NORM, codes, program


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("x", "4-2/x"),
        ("Ett helseforetak", "4-2/ett-helseforetak"),
        ("årsrapport (frist)", "4-2/årsrapport-frist"),
        ("kvalitet og kompetanse", "4-2/kvalitet-og-kompetanse"),
        ("«å» i tittelen", None),
    ],
)
def test_an_id_is_made_of_section_and_title(title: str, expected: str | None) -> None:
    """Small letters, hyphens for the rest; a title cannot begin with a quotation mark."""
    text = NORM.replace("krav x", f"krav {title}") + GOOD
    if expected is None:
        assert codes(text) == ["NTR100"]
    else:
        assert [each.id for each in program(text).norms] == [expected]


def test_a_stated_id_outlives_its_title() -> None:
    """«kjennemerke» is the id, whatever the title."""
    text = NORM + "  kjennemerke 4-2/gammelt-navn\n" + GOOD
    assert [each.id for each in program(text).norms] == ["4-2/gammelt-navn"]


def test_parallel_norms_share_their_head() -> None:
    """Each dash is a norm with the kind, the scope and the citations of the head, or its own."""
    text = (
        "krav om to ting, etter veileder pkt. 4.2 nr. 3 og 4\n"
        "  gjelder når tjenesten er ny\n"
        "  – den ene: tjenesten er god\n"
        "  – den andre, etter veileder pkt. 4.2 nr. 4: tjenesten er ny\n"
    )
    first, second = program(text).norms
    assert (first.id, second.id) == ("4-2/den-ene", "4-2/den-andre")
    assert [str(each) for each in first.wordings[0].citations] == ["veileder pkt. 4.2 nr. 3 og 4"]
    assert [str(each) for each in second.wordings[0].citations] == ["veileder pkt. 4.2 nr. 4"]
    assert first.editions[0].applies == second.editions[0].applies


def test_norms_stand_as_written_and_are_asked_in_turn() -> None:
    """The order of the law is kept; in the order of evaluation a norm follows what it refers to."""
    found = program(
        "krav a, etter forskrift § 4-2\n  oppfylt når § 4-2 «b» er oppfylt\n\n"
        "krav b, etter forskrift § 4-2\n" + GOOD
    )
    assert [each.id for each in found.norms] == ["4-2/a", "4-2/b"]
    assert found.order == ("4-2/b", "4-2/a")


def test_a_group_holds_the_norms_of_a_kind_and_level_and_never_the_one_that_asks() -> None:
    """«alle krav i forskrift § 4-2» are those of the regulation, and not the norm itself."""
    found = program(
        "krav a, etter forskrift § 4-2\n" + GOOD + "\n"
        "krav b, etter veileder pkt. 2 nr. 3\n" + GOOD + "\n"
        "vilkår c, etter forskrift § 4-2\n" + GOOD + "\n"
        "krav d, etter forskrift § 4-2\n  oppfylt når alle krav i forskrift § 4-2 er oppfylt\n"
    )
    asked = str(found.norm("4-2/d").editions)
    assert [each for each in "abcd" if f"'4-2/{each}'" in asked] == ["a"]


def test_a_norm_does_not_ask_about_itself() -> None:
    """Not directly, and not through another."""
    assert codes(NORM + "  oppfylt når § 4-2 «x» er oppfylt\n") == ["NTR403"]
