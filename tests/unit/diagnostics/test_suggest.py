"""What is suggested says the same, or is the same mistyped; nothing else is."""

import pytest

from hjemmel.diagnostics.suggest import nearest

OPTIONS = (
    "har varslingsrutine", "deltar i forskning", "har referansegruppe", "siste virkedag",
    "virketid", "godkjent", "avviklet", "har plan for kompetansespredning",
    "har plan for samarbeid", "ny",
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("har rutine for varsling", "har varslingsrutine"),
        ("har rutine for å varsle", "har varslingsrutine"),
        ("driver med forskning", "deltar i forskning"),
        ("virkedag", "siste virkedag"),
        ("virketida", "virketid"),
        ("godkjendt", "godkjent"),
        ("spredning av kompetanse etter plan", "har plan for kompetansespredning"),
        ("nye", "ny"),
    ],
)
def test_what_says_the_same_is_suggested(written: str, meant: str) -> None:
    assert nearest(written, OPTIONS) == (meant,)


@pytest.mark.parametrize("written", ["har kontor i byen", "dette er noe annet", "x", "", "er ikke"])
def test_what_says_something_else_is_not(written: str) -> None:
    assert nearest(written, OPTIONS) == ()


def test_a_book_is_compared_with_nothing() -> None:
    assert nearest("rutine " * 1000, OPTIONS) == ()
