"""What stands below a holder of a role is about that holder."""

from hjemmel.core.schema import Role
from support.golden_run import compiled
from unit.lowering.rulebook import FACTS, GOOD, HEAD, NORM

THREE = ("fra 1. januar 2011 til og med 31. desember 2021 er a",
         "fra 1. januar 2022 til og med 31. desember 2023 er b",
         "fra 1. januar 2024 er a")  # fmt: skip


def role(*below: str) -> Role:
    """A role with three holders, and a line below each where there is one."""
    lines = [f"  innehaver {held}\n{line}" for held, line in zip(THREE, below, strict=True)]
    text = f"{FACTS}rolle r\n{''.join(lines)}\n{HEAD}{NORM}{GOOD}"
    checked, _ = compiled((("regler", text),))
    assert checked.ok, [each.message for each in checked.diagnostics]
    return checked.value.schema.roles[0]


def assumed(of: Role) -> list[tuple[bool, bool]]:
    """Which days of each holder are assumed."""
    return [(each.assumed_start, each.assumed_end) for each in of.tenures]


LAST = "    antatt siste dag, x\n"
FIRST = "    antatt første dag, x\n"


def test_a_line_below_a_holder_is_about_that_one_and_the_boundary_it_shares() -> None:
    """The last day of one is the day before the first of the next."""
    found = role("", LAST, "")
    assert assumed(found) == [(False, False), (False, True), (True, False)]
    assert [each.assumed for each in found.tenures] == ["", "siste dag: x", ""]


def test_the_last_may_have_its_own_where_another_has_one() -> None:
    """Then none of them is about all."""
    assert assumed(role(FIRST, "", FIRST)) == [(True, False), (False, True), (True, False)]


def test_one_line_after_the_last_is_about_all() -> None:
    """As it was written before."""
    found = role("", "", FIRST)
    assert assumed(found) == [(True, True), (True, True), (True, False)]
    assert [each.assumed for each in found.tenures] == ["første dag: x"] * 3
