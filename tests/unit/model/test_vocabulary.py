"""What the data file and the scripts must call alike: written from the models, and known to both."""

from macros.model.guide import Guide
from macros.model.letters import COVER_FIELDS, KNOWN_FIELDS
from macros.model.vocabulary import VOCABULARY_FILE, vocabulary


def test_the_vocabulary_of_the_scripts_is_fresh() -> None:
    assert VOCABULARY_FILE.read_text("utf-8") == vocabulary(), "run `make schema`"


def test_the_guide_has_every_field_that_scripts_know_by_its_id(guide: Guide) -> None:
    assert {*COVER_FIELDS, *KNOWN_FIELDS.values()} <= set(guide.field)
