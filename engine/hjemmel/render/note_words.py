"""What is worth knowing of a step besides, in words."""

from typing import assert_never

from hjemmel.core.program import Interpretation
from hjemmel.explain.finding import Interpreted, Note, Notice, Remark
from hjemmel.words.phrases import chosen_words


def note_in_words(note: Note) -> str:
    """«tom liste», «tolkning: … (lesemåten «…» er valgt)», «grunnlag ikke oppgitt»."""
    match note:
        case Remark(words=words):
            return words
        case Interpreted(question=question):
            taken = chosen(question) or "ingen lesemåte er valgt"
            return f"tolkning: {question.question} ({taken})"
        case Notice():
            return note.value
        case _:
            assert_never(note)


def chosen(question: Interpretation) -> str:
    """«lesemåten «…» er valgt», where one is."""
    return chosen_words(question.chosen) if question.chosen else ""
