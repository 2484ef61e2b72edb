"""hjemmel: a Norwegian regulation as rules that can be read aloud, and verdicts that cite it.

What a program may use of it stands in `__all__`, and is imported when it is first asked for.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hjemmel.engine import (
        Basis,
        Case,
        Citation,
        Diagnostic,
        Edition,
        Effect,
        FactsError,
        Fix,
        Ground,
        HjemmelError,
        Judgement,
        Kind,
        Level,
        Missing,
        Norm,
        Note,
        OpenQuestion,
        Outcome,
        Question,
        Range,
        Result,
        Rulebook,
        RulebookError,
        Severity,
        Step,
        Unknown,
        UnknownNormError,
        Unread,
        Verdict,
        check_texts,
        load,
        load_texts,
        shipped_sentences,
        shipped_texts,
    )

__all__ = [
    "Basis",
    "Case",
    "Citation",
    "Diagnostic",
    "Edition",
    "Effect",
    "FactsError",
    "Fix",
    "Ground",
    "HjemmelError",
    "Judgement",
    "Kind",
    "Level",
    "Missing",
    "Norm",
    "Note",
    "OpenQuestion",
    "Outcome",
    "Question",
    "Range",
    "Result",
    "Rulebook",
    "RulebookError",
    "Severity",
    "Step",
    "Unknown",
    "UnknownNormError",
    "Unread",
    "Verdict",
    "__version__",
    "check_texts",
    "load",
    "load_texts",
    "shipped_sentences",
    "shipped_texts",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hjemmel import engine  # noqa: PLC0415 - importing the package costs nothing

    return getattr(engine, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
