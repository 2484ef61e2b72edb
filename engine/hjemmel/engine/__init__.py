"""The engine for programs: rulebooks, verdicts and what is found of rule files, as data.

It prints nothing, ends nothing and reads no clock; only `load`, `check_file`, `files_beside`,
`files_below`, `shipped_texts` and `shipped_sentences` read files.
"""

from hjemmel.analysis.comparison.sorts import Sort as ChangeSort
from hjemmel.case.observation import Unknown
from hjemmel.case.statements import Case
from hjemmel.core.effect import Effect
from hjemmel.core.outcome import Outcome
from hjemmel.core.program import Kind
from hjemmel.diagnostics.diagnostic import Severity
from hjemmel.editing.completion import Offer
from hjemmel.editing.line_words import Colour
from hjemmel.editing.outline import SymbolKind
from hjemmel.editing.renaming.refused import RenameRefused
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
from hjemmel.engine.open_files import CheckedFile, check_file, files_below, files_beside
from hjemmel.engine.places import (
    Edit,
    Location,
    Mention,
    Renameable,
    SourceSentence,
    builds_on,
    declaration,
    references,
    rename,
    rename_at,
    source_sentences,
)
from hjemmel.engine.questions import Question
from hjemmel.engine.rulebook import Rulebook
from hjemmel.engine.shapes import Coloured, Fold, TextEdit, colours, folding, format_edits
from hjemmel.engine.verdicts import Basis, Ground, Missing, Step, Verdict
from hjemmel.engine.versions import (
    NormChange,
    ServiceChange,
    VersionComparison,
    compare_versions,
)
from hjemmel.explain.binding import Bound, Side
from hjemmel.explain.finding import Result
from hjemmel.rulebooks.open_texts import Beside
from hjemmel.rulebooks.texts import shipped_sentences, shipped_texts
from hjemmel.source.citation import Citation, Level

__all__ = [
    "Basis",
    "Beside",
    "Bound",
    "Case",
    "ChangeSort",
    "CheckedFile",
    "Citation",
    "Colour",
    "Coloured",
    "Completion",
    "Diagnostic",
    "Edit",
    "Edition",
    "Effect",
    "Examined",
    "FactsError",
    "Fix",
    "Fold",
    "Ground",
    "HjemmelError",
    "Hover",
    "Judgement",
    "Kind",
    "Level",
    "Location",
    "Mention",
    "Missing",
    "Norm",
    "NormChange",
    "Note",
    "Offer",
    "OpenQuestion",
    "Outcome",
    "Question",
    "Range",
    "RenameRefused",
    "Renameable",
    "Result",
    "Rulebook",
    "RulebookError",
    "ServiceChange",
    "Severity",
    "Side",
    "SourceSentence",
    "Step",
    "Symbol",
    "SymbolKind",
    "TextEdit",
    "Unknown",
    "UnknownNormError",
    "Unread",
    "Verdict",
    "VersionComparison",
    "builds_on",
    "check_file",
    "check_texts",
    "colours",
    "compare_versions",
    "complete",
    "declaration",
    "examine",
    "files_below",
    "files_beside",
    "folding",
    "format_edits",
    "hover",
    "load",
    "load_texts",
    "references",
    "rename",
    "rename_at",
    "shipped_sentences",
    "shipped_texts",
    "source_sentences",
    "symbols",
]
