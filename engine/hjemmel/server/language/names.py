"""What is said of the names in a rule file: what they mean, where they stand, and new ones."""

from collections.abc import Callable, Iterator

from lsprotocol import types as lsp

from hjemmel import engine
from hjemmel.server.language.columns import Columns
from hjemmel.server.language.documents import Around

KINDS = {
    engine.Offer.KEYWORD: lsp.CompletionItemKind.Keyword,
    engine.Offer.FACT: lsp.CompletionItemKind.Field,
    engine.Offer.VALUE: lsp.CompletionItemKind.EnumMember,
    engine.Offer.PART: lsp.CompletionItemKind.Class,
    engine.Offer.ASSESSMENT: lsp.CompletionItemKind.Event,
    engine.Offer.TYPE: lsp.CompletionItemKind.Enum,
    engine.Offer.HOLDER: lsp.CompletionItemKind.Constant,
    engine.Offer.SOURCE: lsp.CompletionItemKind.Reference,
}


def completion(around: Around, at: lsp.Position) -> lsp.CompletionList:
    """What may stand at a place; names before words of the language, in the façade's order."""
    line, column = around.columns.place(at)
    found = engine.complete(around.text, line, column, around.others, around.name)
    items = [
        lsp.CompletionItem(
            each.text,
            kind=KINDS[each.kind],
            detail=each.detail or each.kind.value,
            sort_text=f"{number:05}",
            filter_text=each.text,
            text_edit=lsp.TextEdit(around.columns.range(each.range), each.text),
        )
        for number, each in enumerate(found)
    ]
    return lsp.CompletionList(is_incomplete=True, items=items)


def hover(around: Around, at: lsp.Position, sentences: str | None) -> lsp.Hover | None:
    """What the words at a place mean, in Markdown; of a citation, the sentences it rests on."""
    line, column = around.columns.place(at)
    found = engine.hover(around.text, line, column, around.others, around.name)
    if found is not None and found.about != "ord i språket":
        return _shown(_markdown(found), around.columns.range(found.range))
    cited: tuple[engine.SourceSentence, ...] = ()
    if sentences is not None:
        cited = engine.source_sentences(around.texts, around.name, line, column, sentences)
    if cited:
        ids = ", ".join(each.id for each in cited)
        return _shown(f"**hjemmel**\n\nsetninger: {ids}", around.columns.range(cited[0].cited))
    if found is not None:
        return _shown(_markdown(found), around.columns.range(found.range))
    return None


def _shown(text: str, at: lsp.Range) -> lsp.Hover:
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), at)


def _markdown(of: engine.Hover) -> str:
    """All of it, the name first; what people have written is no markup."""
    where = of.file and f"erklært i {_plain(of.file)}"
    parts = (
        f"**{_plain(of.name)}** · {_plain(of.about)}",
        _plain(of.type),
        _plain(of.meaning),
        f"hos {_plain(of.holder)}" if of.holder else "",
        "; ".join(map(_plain, of.citations)),
        where,
    )
    return "\n\n".join(filter(None, parts))


def _plain(text: str) -> str:
    return "".join(f"\\{each}" if each in r"\`*_{}[]()#+!|<>~" else each for each in text)


def definition(around: Around, at: lsp.Position, sentences: str | None) -> list[lsp.Location]:
    """Where what is named at a place is declared; of a citation, its sentences in the list."""
    line, column = around.columns.place(at)
    if sentences is not None and around.sentences is not None:
        cited = engine.source_sentences(around.texts, around.name, line, column, sentences)
        if cited:
            uri = around.documents.uri_of(around.sentences)
            return [lsp.Location(uri, _line(each.line)) for each in cited]
    found = engine.declaration(around.texts, around.name, line, column)
    return list(_locations(around, ((each.file, each.range) for each in found)))


def _line(number: int) -> lsp.Range:
    start = lsp.Position(number - 1, 0)
    return lsp.Range(start, start)


def references(
    around: Around, at: lsp.Position, wanted: lsp.ReferenceContext
) -> list[lsp.Location]:
    """Everywhere that what is named at a place is named."""
    line, column = around.columns.place(at)
    found = engine.references(around.texts, around.name, line, column)
    named = (e for e in found if wanted.include_declaration or not e.declares)
    return list(_locations(around, ((each.file, each.range) for each in named)))


def _locations(around: Around, found: Iterator[tuple[str, engine.Range]]) -> Iterator[lsp.Location]:
    columns = _by_file(around)
    for file, where in found:
        known = columns(file)
        if known is not None:
            yield lsp.Location(known[0], known[1].range(where))


def _by_file(around: Around) -> Callable[[str], tuple[str, Columns] | None]:
    """The address and columns of each file, found once."""
    known: dict[str, tuple[str, Columns] | None] = {}

    def find(file: str) -> tuple[str, Columns] | None:
        if file not in known:
            known[file] = around.file(file)
        return known[file]

    return find


def renameable(
    around: Around, at: lsp.Position
) -> lsp.PrepareRenamePlaceholder | engine.RenameRefused:
    """What would get a new name at a place."""
    found = engine.rename_at(around.texts, around.name, *around.columns.place(at))
    if isinstance(found, engine.RenameRefused):
        return found
    return lsp.PrepareRenamePlaceholder(around.columns.range(found.range), found.name)


def renamed(
    around: Around, at: lsp.Position, new: str
) -> dict[str, list[lsp.TextEdit]] | engine.RenameRefused:
    """The edits of each file that give what is named at a place a new name."""
    line, column = around.columns.place(at)
    found = engine.rename(around.texts, around.name, line, column, new)
    if isinstance(found, engine.RenameRefused):
        return found
    columns, edits = _by_file(around), dict[str, list[lsp.TextEdit]]()
    for each in found:
        known = columns(each.file)
        if known is None or each.file.removesuffix(".ntr") not in around.own:
            return engine.RenameRefused(
                f"navnet står i {each.file}, som følger med programmet og ikke kan endres herfra",
                "ta en kopi av filen i mappen din, og bygg på den",
            )
        edits.setdefault(known[0], []).append(lsp.TextEdit(known[1].range(each.range), each.text))
    return edits
