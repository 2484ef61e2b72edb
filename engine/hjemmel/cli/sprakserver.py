"""`ntr sprakserver`: what an editor asks while somebody writes rules."""

import gc
import logging
import sys

import click

from hjemmel.cli.exit_codes import stop
from hjemmel.cli.options import OPTIONS


@click.command("sprakserver", options_metavar=OPTIONS)
@click.option("--stdio", is_flag=True, hidden=True, help="slik editorer spør; gjelder alltid")
@click.option("--logg", "level", type=click.Choice(("feil", "alt")), default="feil",
              show_default=True, help="hva som skrives på standard feilutgang")  # fmt: skip
def command(stdio: bool, level: str) -> None:
    """Svar en editor mens noen skriver regler: feil, forslag, forklaringer, nye navn.

    Editoren starter kommandoen selv, og de to snakker sammen på standard inn og ut etter Language
    Server Protocol. Hvordan du setter det opp, står i docs/editor.md.
    """
    del stdio
    try:
        from hjemmel.server.language.serving import serve
    except ImportError:
        stop("språkserveren er et tillegg som ikke er installert",
             "installer tillegget: pip install 'hjemmel[sprakserver]'")  # fmt: skip
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else may come between
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO if level == "alt" else logging.ERROR,
        format="ntr sprakserver: %(levelname)s %(message)s",
    )  # fmt: skip
    if level == "feil":  # the library tells of every question that gets no for an answer
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
    gc.enable()  # it lives for as long as the editor does
    serve(answers)
