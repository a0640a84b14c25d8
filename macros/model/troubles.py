"""The kinds of trouble by which a region's time limits count for a situation or not."""

from typing import Literal, get_args

Trouble = Literal["unauthorised", "scam", "mistake", "missing", "charge", "restriction", "identity", "service"]
"""`unauthorised`: payments that the reader did not make. `scam`: made because the reader was deceived. `mistake`: to
the wrong payee, or by a slip. `missing`: money that has not arrived. `charge`: taken wrongly. `restriction`: an account
that is limited, locked or closed. `identity`: an account or a loan in the reader's name. `service`: no answer or a bad
one."""
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)
