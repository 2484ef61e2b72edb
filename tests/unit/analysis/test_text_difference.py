"""What is otherwise in a printed text is shown, and nothing else."""

from hjemmel.analysis.text_difference import MOST_SHOWN, Changed, difference


def test_only_what_differs_is_shown() -> None:
    assert difference("a\nb\nc\n", "a\nB\nc\nd\n") == (
        Changed("-", "b"),
        Changed("+", "B"),
        Changed("+", "d"),
    )


def test_what_nobody_sees_is_made_plain() -> None:
    assert difference("a\n\nb\n", "a  \nb\n") == (
        Changed("-", "a"),
        Changed("-", "(tom linje)"),
        Changed("+", "a··"),
    )


def test_the_same_is_no_difference() -> None:
    assert difference("a\nb\n", "a\nb\n") == ()


def test_the_rest_is_counted() -> None:
    found = difference("", "\n".join(map(str, range(100))))
    assert len(found) == MOST_SHOWN + 1
    assert found[-1] == Changed("…", "og 61 linjer til")
