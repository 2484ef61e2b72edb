"""How far a long reading is."""

import pytest

from hjemmel.cli import progress
from hjemmel.cli.progress import Progress


def told(total: int | None, read: int, seconds: float) -> str:
    """What is told after so many seconds."""
    return " · ".join(Progress(total, read=read, cases=7, begun=0).parts(seconds))


@pytest.mark.parametrize(
    ("total", "read", "seconds", "line"),
    [
        (None, 500, 100, "7 saker"),
        (1000, 500, 1, "7 saker · 50 % lest"),
        (1000, 250, 30, "7 saker · 25 % lest · ca. 2 minutter igjen"),
        (1000, 500, 20, "7 saker · 50 % lest · ca. 20 sekunder igjen"),
        (1_000_000, 999, 60, "7 saker · 0 % lest"),
        (1000, 2000, 10, "7 saker · 100 % lest · ca. 5 sekunder igjen"),
        (100_000, 1000, 600, "7 saker · 1 % lest · ca. 16 timer igjen"),
    ],
)
def test_no_more_is_told_than_is_known(
    total: int | None, read: int, seconds: float, line: str
) -> None:
    """By the bytes that are read; how long is left only when enough is done to say so."""
    assert told(total, read, seconds) == line


@pytest.mark.parametrize(("columns", "shown"), [(80, 3), (30, 2), (12, 1), (5, 1)])
def test_it_fits_in_a_line(columns: int, shown: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last parts go first."""
    monkeypatch.setenv("COLUMNS", str(columns))
    parts = ["1234 saker", "25 % lest", "ca. 2 minutter igjen"]
    line = progress._fitting(parts)
    assert len(line) < columns
    assert " · ".join(parts[:shown]).startswith(line)


@pytest.mark.parametrize(
    ("number", "seconds", "line"),
    [
        (12, 2, "12 av 203 normer er spurt om"),
        (50, 20, "50 av 203 normer er spurt om · ca. 1 minutt igjen"),
        (203, 20, "203 av 203 normer er spurt om · ca. 5 sekunder igjen"),
    ],
)
def test_of_what_can_be_counted_it_is_told_how_many_are_done(
    number: int, seconds: float, line: str
) -> None:
    """And how long is left, when enough is done to say so."""
    assert " · ".join(progress.steps(number, 203, "normer er spurt om", seconds)) == line


def test_where_nobody_looks_nothing_is_told_and_nothing_is_lost(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the time."""
    monkeypatch.setattr(progress, "_FIRST", 0.0)
    assert list(progress.counted(iter("abc"), 3, "bokstaver er lest")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_who_looks_is_told_while_it_goes_on_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last that is told, is nothing."""
    told: list[str] = []
    monkeypatch.setattr(progress, "is_wanted", lambda writes_along: not writes_along)
    monkeypatch.setattr(progress, "_say", told.append)
    monkeypatch.setattr(progress, "_FIRST", 0.0)
    monkeypatch.setattr(progress, "_NEXT", 0.0)
    assert list(progress.counted("ab", 2, "bokstaver er lest")) == ["a", "b"]
    assert told == ["1 av 2 bokstaver er lest", "2 av 2 bokstaver er lest", ""]
