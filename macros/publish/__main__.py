"""`python -m macros.publish SITE` makes a site for readers of the pages that any engine has built (see `__init__.py`).

It is called in the folder of `mkdocs.yml`.
"""

import sys
from pathlib import Path

from ..checks.load import CONFIG, DATA_FILE, read
from . import publish, settings_in

if len(sys.argv) != 2:
    sys.exit("Name the folder of the built pages: python -m macros.publish site/")
reading = read(Path(DATA_FILE), DATA_FILE)
if reading.faults:
    sys.exit("\n".join(map(str, reading.faults)))
try:
    publish(Path(sys.argv[1]), reading.guide, settings_in(Path(CONFIG)))
except (ValueError, OSError) as error:
    sys.exit(str(error))
