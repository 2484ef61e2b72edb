"""The catalogue as pages."""

from hjemmel.diagnostics.catalogue import Entry
from hjemmel.diagnostics.pages import index, page
from hjemmel.facts.problem import Problem

FORM = Entry("NTR101", "Linjen begynner ikke med et linjeord", "Det første på hver linje …\n")
FACTS = Problem("NTR503", "Ukjent nøkkel", "Nøkkelen er ikke erklært.")
NEW = Entry("NTR901", "Nytt", "Noe nytt.")


def test_a_page_has_its_code_and_title_as_heading() -> None:
    """The page begins with what the message said."""
    assert (
        page(FORM)
        == "# NTR101 Linjen begynner ikke med et linjeord\n\nDet første på hver linje …\n"
    )


def test_problems_with_facts_have_pages_too() -> None:
    """What they are made of differs; their pages do not."""
    assert page(FACTS) == "# NTR503 Ukjent nøkkel\n\nNøkkelen er ikke erklært.\n"


def test_the_index_lists_the_codes_in_order_under_their_groups() -> None:
    """The first digit says what kind of thing is wrong; an unknown one stands for itself."""
    assert index([NEW, FACTS, FORM]) == (
        "# Feil og advarsler\n"
        "\n## Formen\n\n- [NTR101](NTR101.md) Linjen begynner ikke med et linjeord\n"
        "\n## Opplysninger og prøver\n\n- [NTR503](NTR503.md) Ukjent nøkkel\n"
        "\n## NTR9\n\n- [NTR901](NTR901.md) Nytt\n"
    )
