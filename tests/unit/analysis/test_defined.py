"""A norm that uses a changed definition is told from one that somebody has written otherwise."""

from hjemmel.analysis.comparison.causes import By, Cause, Causes
from hjemmel.analysis.comparison.defined import by_definitions
from hjemmel.core.program import Program
from support.edited_rules import Edit, edited, unchanged

K = "forskrift_kap4"
WORD, USES, OTHER = "2/godkjent", "4-2/to-helseregioner", "4-2/henvisningsplikt"
NO_LONGER: Edit = (
    K,
    "  betyr at      tjenesten er godkjent\n    og          tjenesten ikke er avviklet\n",
    "  betyr at      tjenesten er godkjent\n",
)
OWN: Edit = (K, "i nøyaktig to helseregioner", "i minst to helseregioner")


def changed(old: Program, new: Program) -> frozenset[str]:
    return frozenset(each for each in old.by_id if old.by_id[each] != new.by_id[each])


def test_norms_that_use_a_changed_definition_differ_by_it_and_nothing_else() -> None:
    old, new = unchanged("rules"), edited("rules", NO_LONGER)
    found = by_definitions(old, new, changed(old, new))
    assert set(found) == changed(old, new) - {WORD}
    assert set(found.values()) == {(WORD,)}
    assert len(found) > 50


def test_one_that_is_written_otherwise_as_well_is_changed_itself() -> None:
    old, new = unchanged("rules"), edited("rules", NO_LONGER, OWN)
    found = by_definitions(old, new, changed(old, new))
    assert USES not in found
    assert OTHER in found


def test_what_a_definition_said_is_no_excuse_where_it_says_it_still() -> None:
    """The same condition, changed in one norm alone, is that norm's own change."""
    old, new = unchanged("rules"), edited("rules", OWN)
    assert not by_definitions(old, new, changed(old, new))


def test_the_definition_is_the_cause() -> None:
    old, new = unchanged("rules"), edited("rules", NO_LONGER)
    causes = Causes(old, new, ())
    assert causes.own == {WORD}
    assert causes.of(USES) == (Cause(By.NORM, WORD),)
    assert causes.of(WORD) == (Cause(By.NORM, WORD),)
