"""Says messages: finds a code's sentence in the catalogues and fills its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jijuqu.words import (
    boundary_files,
    cases,
    clocks,
    command_line,
    existing,
    facts_file,
    journal,
    land,
    naming,
    papers,
    population,
    procedure,
    screening,
    sheets,
    told,
)

if TYPE_CHECKING:
    from jijuqu.words.text import Language, Message, Text

SENTENCES: dict[str, Text] = (
    boundary_files.SENTENCES
    | cases.SENTENCES
    | clocks.SENTENCES
    | command_line.SENTENCES
    | existing.SENTENCES
    | facts_file.SENTENCES
    | journal.SENTENCES
    | land.SENTENCES
    | naming.SENTENCES
    | papers.SENTENCES
    | population.SENTENCES
    | procedure.SENTENCES
    | screening.SENTENCES
    | sheets.SENTENCES
    | told.SENTENCES
)


def say(message: Message, language: Language) -> str:
    """Give the sentence of a message in one language. Raises KeyError for a code that no catalogue holds."""
    return SENTENCES[message.code].say(language, **message.values)
