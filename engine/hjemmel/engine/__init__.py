"""The engine for programs: rulebooks, verdicts and what is found of rule files, as data.

It prints nothing, ends nothing and reads no clock; only `load`, `shipped_texts` and
`shipped_sentences` read files.
"""

from hjemmel.analysis.comparison.sorts import Sort as ChangeSort
from hjemmel.case.observation import Unknown
from hjemmel.case.statements import Case
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.diagnostics.diagnostic import Severity
from hjemmel.editing.completion import Offer
from hjemmel.editing.outline import SymbolKind
from hjemmel.engine.diagnostics import Diagnostic, Fix, Note, Range
from hjemmel.engine.editor import Completion, Hover, Symbol, complete, hover, symbols
from hjemmel.engine.errors import (
    FactsError,
    HjemmelError,
    RulebookError,
    UnknownNormError,
    Unread,
)
from hjemmel.engine.judgements import Judgement
from hjemmel.engine.loading import Examined, check_texts, examine, load, load_texts
from hjemmel.engine.norms import Edition, Norm, OpenQuestion
from hjemmel.engine.questions import Question
from hjemmel.engine.rulebook import Rulebook
from hjemmel.engine.verdicts import Basis, Ground, Missing, Step, Verdict
from hjemmel.engine.versions import (
    NormChange,
    ServiceChange,
    VersionComparison,
    compare_versions,
)
from hjemmel.explain.binding import Bound, Side
from hjemmel.explain.finding import Result
from hjemmel.rulebooks.texts import shipped_sentences, shipped_texts
from hjemmel.source.citation import Citation, Level

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
    "Examined",
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
    "check_texts",
    "compare_versions",
    "complete",
    "examine",
    "hover",
    "load",
    "load_texts",
    "shipped_sentences",
    "shipped_texts",
    "symbols",
]
