"""What a command says, a line at a time.

Whatever a line is made from, a name of a file or a fact, it is one line: nothing in it moves on a
screen, ends the line, or is taken by a build server for a command to it.
"""

import click

from hjemmel.source.shown import logged, shown


def say(line: str = "") -> None:
    """A line of the answer."""
    click.echo(logged(shown(line)))


def say_lines(text: str) -> None:
    """Several lines of the answer, made of parts that are one line each."""
    click.echo(logged(text))


def tell(line: str = "") -> None:
    """A line beside the answer: what is wrong, and what is worth knowing."""
    click.echo(logged(shown(line)), err=True)


def tell_lines(text: str) -> None:
    """Several lines beside the answer, made of parts that are one line each."""
    click.echo(logged(text), err=True)
