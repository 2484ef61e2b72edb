"""Whether what a rule cites is there in the sources."""

from collections.abc import Sequence

from attrs import evolve

from hjemmel.check import problems_references, problems_sources
from hjemmel.check.checking import Checking
from hjemmel.check.sources import citation_problem
from hjemmel.source.citation import Citation
from hjemmel.source.sentences import Sentences
from hjemmel.source.span import Span
from hjemmel.syntax.lines import Cited
from hjemmel.syntax.tree import Cite


def check_citations(ctx: Checking, cited: Cited) -> None:
    """Keep the citations with their sources and sentences; what is not there is reported.

    Without an account of the source every place is taken to be there.
    """
    rests = _all(ctx, cited.citations, cited.spans)
    compared = _all(ctx, cited.compared, cited.compared_spans)
    beside = (evolve(each, is_compared=True) for each in compared)
    ctx.tables.citations[cited] = (*rests, *beside)


def _all(ctx: Checking, cites: Sequence[Cite], spans: Sequence[Span]) -> list[Citation]:
    found = (_resolved(ctx, *each) for each in zip(cites, spans, strict=True))
    return [each for each in found if each is not None]


def _resolved(ctx: Checking, cite: Cite, span: Span) -> Citation | None:
    """A citation of a source that is known."""
    sources = ctx.around.symbols.sources
    level = sources.level(cite.source)
    if level is None:
        if not ctx.was_lost(cite.source):
            ctx.report(problems_sources.unknown_source(cite.source, span, *sources.unknown(cite)))
        return None
    if head := citation_problem(sources, cite, level):
        ctx.report(problems_sources.cited_otherwise(str(cite), str(head.example), span, head.span))
    citation = Citation(level, cite.provision, cite.part)
    sentences = ctx.around.sentences
    if sentences is None or not sentences.knows(level.value):
        return citation
    covered = sentences.cited(citation)
    if not covered:
        known = _known(sentences, citation, cite.source)
        ctx.report(problems_references.unknown_citation(str(cite), span, known))
    return Citation(level, cite.provision, cite.part, covered)


_ENTERED = "er den ny, før den opp i kilder/setninger.tsv"


def _known(sentences: Sentences, citation: Citation, name: str) -> str:
    """What the account has, and where something new is entered."""
    source, place = citation.level.value, citation.provision
    count = sentences.extent(source, place)
    if not count:
        told = _listed(sentences.provisions(source))
        return f"setningene i {name} er ført opp for {told}; {_ENTERED}, med hver setning"
    if sentences.is_numbered(source, place):
        return f"{name} {place} har nr. 1 til {count}; {_ENTERED}"
    parts = _listed(tuple(filter(None, sentences.parts_of(source, place))))
    told = f"har {parts}" if parts else "er ikke delt opp"
    return f"{name} {place} {told}; {_ENTERED}"


def _listed(names: tuple[str, ...]) -> str:
    """The first and the last of many, all of few."""
    shown = names if len(names) <= _MOST else (*names[: _MOST - 2], "…", names[-1])
    return ", ".join(shown)


_MOST = 8
"""As many places as an author wants to see."""
