"""Says messages: finds a code's sentence in the catalogues and fills its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

<<<<<<< HEAD
from jijuqu.words import boundary_files, command_line, facts_file, land, procedure, told
=======
from jijuqu.words import boundary_files, command_line, facts_file, journal, land, told
>>>>>>> 929a6981ee521a2db6eed86d989a769d2e09840a

if TYPE_CHECKING:
    from jijuqu.words.text import Language, Message, Text

SENTENCES: dict[str, Text] = (
    boundary_files.SENTENCES
    | command_line.SENTENCES
    | facts_file.SENTENCES
<<<<<<< HEAD
    | land.SENTENCES
    | procedure.SENTENCES
=======
    | journal.SENTENCES
    | land.SENTENCES
>>>>>>> 929a6981ee521a2db6eed86d989a769d2e09840a
    | told.SENTENCES
)


def say(message: Message, language: Language) -> str:
    """Give the sentence of a message in one language. Raises KeyError for a code that no catalogue holds."""
    return SENTENCES[message.code].say(language, **message.values)
