"""Mistakes of a lawyer's hand, one at a time: what is written, its code, the right word."""

from mistakes.of_form import OF_FORM
from mistakes.of_sense import OF_SENSE

MISTAKES = (*OF_FORM, *OF_SENSE)
