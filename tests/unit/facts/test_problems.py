"""The pages of the problems."""

import pytest

from hjemmel.facts.problems import ALL, Problem


def test_codes_are_in_order_and_unique() -> None:
    """One code, one problem, listed in order."""
    codes = [each.code for each in ALL]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("problem", ALL, ids=[each.code for each in ALL])
def test_page_teaches(problem: Problem) -> None:
    """A page says what is meant, shows an example and how to mend it."""
    assert problem.code.startswith("NTR5")
    assert problem.title[0].islower()
    meaning, _, rest = problem.explanation.partition("\n\nEksempel: ")
    _, _, cure = rest.partition("\n\nSlik retter du: ")
    assert len(meaning) > 60
    assert len(cure) > 40
