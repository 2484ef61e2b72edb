"""hjemmel: a Norwegian regulation as rules that can be read aloud, and verdicts that cite it.

What a program may use of it stands in `__all__`, and is imported when it is first asked for.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hjemmel.engine import (
        Basis,
        Bound,
        Case,
        ChangeSort,
        Citation,
        Completion,
        Diagnostic,
        Edition,
        Effect,
        FactsError,
        Fix,
        Ground,
        HjemmelError,
        Hover,
        Judgement,
        Kind,
        Level,
        Missing,
        Norm,
        NormChange,
        Note,
        Offer,
        OpenQuestion,
        Outcome,
        Question,
        Range,
        Result,
        Rulebook,
        RulebookError,
        ServiceChange,
        Severity,
        Side,
        Step,
        Symbol,
        SymbolKind,
        Unknown,
        UnknownNormError,
        Unread,
        Verdict,
        VersionComparison,
        check_texts,
        compare_versions,
        complete,
        hover,
        load,
        load_texts,
        shipped_sentences,
        shipped_texts,
        symbols,
    )

__all__ = [
    "Basis",
    "Bound",
    "Case",
    "ChangeSort",
    "Citation",
    "Completion",
    "Diagnostic",
    "Edition",
    "Effect",
    "FactsError",
    "Fix",
    "Ground",
    "HjemmelError",
    "Hover",
    "Judgement",
    "Kind",
    "Level",
    "Missing",
    "Norm",
    "NormChange",
    "Note",
    "Offer",
    "OpenQuestion",
    "Outcome",
    "Question",
    "Range",
    "Result",
    "Rulebook",
    "RulebookError",
    "ServiceChange",
    "Severity",
    "Side",
    "Step",
    "Symbol",
    "SymbolKind",
    "Unknown",
    "UnknownNormError",
    "Unread",
    "Verdict",
    "VersionComparison",
    "__version__",
    "check_texts",
    "compare_versions",
    "complete",
    "hover",
    "load",
    "load_texts",
    "shipped_sentences",
    "shipped_texts",
    "symbols",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hjemmel import engine  # noqa: PLC0415 - importing the package costs nothing

    return getattr(engine, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
