"""The truth tables of the three-valued logic, whole and written by hand.

+ holds, - fails, ? unknown.
"""

from collections.abc import Callable, Sequence
from itertools import product

import pytest

from hjemmel.core import kleene

Truth = tuple[bool, bool]
VALUE: dict[str, Truth] = {"+": (True, False), "-": (False, True), "?": (False, False)}


class Booleans:
    """The plainest bits there are."""

    def constant(self, value: bool) -> bool:
        """Itself."""
        return value

    def conj(self, bits: Sequence[bool]) -> bool:
        """All of them."""
        return all(bits)

    def disj(self, bits: Sequence[bool]) -> bool:
        """Any of them."""
        return any(bits)


BITS = Booleans()


def rows(table: str) -> list[tuple[str, str]]:
    """Arguments and result of each row «args = result»."""
    found = [line.split(" = ") for line in table.strip().splitlines()]
    return [(arguments.strip().replace(" ", ""), result.strip()) for arguments, result in found]


def check(table: str, arity: int, connective: Callable[..., Truth]) -> None:
    """The table has every combination once, and the connective gives what it says."""
    found = rows(table)
    assert {arguments for arguments, _ in found} == set(map("".join, product("+-?", repeat=arity)))
    assert len(found) == 3**arity
    for arguments, result in found:
        assert connective(*(VALUE[each] for each in arguments)) == VALUE[result], arguments


NEGATION = """
    + = -
    - = +
    ? = ?
"""

CONJUNCTION = """
    + + = +
    + - = -
    + ? = ?
    - + = -
    - - = -
    - ? = -
    ? + = ?
    ? - = -
    ? ? = ?
"""

DISJUNCTION = """
    + + = +
    + - = +
    + ? = +
    - + = +
    - - = -
    - ? = ?
    ? + = +
    ? - = ?
    ? ? = ?
"""

AGREEMENT = """
    + + = +
    + - = ?
    + ? = ?
    - + = ?
    - - = -
    - ? = ?
    ? + = ?
    ? - = ?
    ? ? = ?
"""

# Does the question arise, the reading taken, the clause as written.
CHOICE = """
    + + + = +
    + + - = +
    + + ? = +
    + - + = -
    + - - = -
    + - ? = -
    + ? + = ?
    + ? - = ?
    + ? ? = ?
    - + + = +
    - + - = -
    - + ? = ?
    - - + = +
    - - - = -
    - - ? = ?
    - ? + = +
    - ? - = -
    - ? ? = ?
    ? + + = +
    ? + - = ?
    ? + ? = ?
    ? - + = ?
    ? - - = -
    ? - ? = ?
    ? ? + = ?
    ? ? - = ?
    ? ? ? = ?
"""


def test_negation() -> None:
    """«ikke» turns what is settled and leaves what is not."""
    check(NEGATION, 1, kleene.negation)


def test_conjunction() -> None:
    """«og»: one that fails is enough to fail."""
    check(CONJUNCTION, 2, lambda *truths: kleene.conjunction(BITS, truths))


def test_disjunction() -> None:
    """«eller»: one that holds is enough to hold."""
    check(DISJUNCTION, 2, lambda *truths: kleene.disjunction(BITS, truths))


def test_agreement() -> None:
    """All readings must say the same, also that they fail."""
    check(AGREEMENT, 2, lambda *truths: kleene.agreement(BITS, truths))


def test_choice() -> None:
    """The reading where the question arises, the clause where it does not, both where unknown."""
    check(CHOICE, 3, lambda *truths: kleene.choice(BITS, *truths))


@pytest.mark.parametrize("value", [True, False])
def test_what_is_known_is_one_of_two(value: bool) -> None:
    """A constant holds or fails, never both and never neither."""
    assert kleene.known(BITS, value) == (value, not value)


def test_nothing_joined() -> None:
    """«og» of nothing holds and «eller» of nothing fails."""
    assert kleene.conjunction(BITS, ()) == VALUE["+"]
    assert kleene.disjunction(BITS, ()) == VALUE["-"]


def test_a_and_not_a_may_be_unknown() -> None:
    """«A eller ikke A» does not hold where A is unknown."""
    unknown = VALUE["?"]
    assert kleene.disjunction(BITS, (unknown, kleene.negation(unknown))) == unknown


@pytest.mark.parametrize("arguments", list(map("".join, product("+-?", repeat=3))))
def test_no_connective_gives_both(arguments: str) -> None:
    """From truths that are not both, none comes that is."""
    truths = [VALUE[each] for each in arguments]
    found = [
        kleene.conjunction(BITS, truths),
        kleene.disjunction(BITS, truths),
        kleene.agreement(BITS, truths),
        kleene.choice(BITS, *truths),
    ]
    assert (True, True) not in found
