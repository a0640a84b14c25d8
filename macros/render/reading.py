"""How long a text takes to read.

At the speeds that were measured of 25 grown-up readers of each language, with short texts that say the same in all:
S. Trauzettel-Klosinski, K. Dietz and the IReST Study Group, “Standardized Assessment of Reading Performance: The New
International Reading Speed Texts IReST”, Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461, table 2
(doi:10.1167/iovs.11-8284). They read aloud, which is slower than in silence: an upset reader is not hurried.
"""

import re
from math import ceil

LATIN_WORDS_A_MINUTE = 228
HAN_CHARACTERS_A_MINUTE = 255

_HAN = re.compile(r"[\u3400-\u9fff]")
# A number is a word; what a hyphen, an apostrophe or a decimal point holds together is one.
_WORD = re.compile(r"[^\W\u3400-\u9fff]+(?:[’'.,-][^\W\u3400-\u9fff]+)*")


def minutes_to_read(text: str) -> int:
    """Whole minutes, rounded up, for a text in either script or in both. Marks between words cost nothing."""
    words, characters = len(_WORD.findall(text)), len(_HAN.findall(text))
    return ceil(words / LATIN_WORDS_A_MINUTE + characters / HAN_CHARACTERS_A_MINUTE)
