"""Templates as Jinja has compiled them, kept in a folder that git ignores, from one build to the next."""

import hashlib
from contextlib import suppress
from pathlib import Path

import jinja2

FOLDER = Path(__file__).parent.parent.parent / ".cache/templates"


class _Kept(jinja2.FileSystemBytecodeCache):
    """Without room for it a template is compiled again the next time."""

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def keep_compiled(templates: jinja2.Environment) -> None:
    """Let an environment compile no template anew whose text has not changed.

    Jinja knows a template by its file and text. What else its code hangs on goes into the name under which it is kept.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = {name: kept for name, kept in vars(templates).items() if isinstance(kept, str | bool | None)}
    known = repr((jinja2.__version__, sorted(settings.items()), sorted(templates.extensions)))
    digest = hashlib.sha256(known.encode()).hexdigest()[:16]
    templates.bytecode_cache = _Kept(str(FOLDER), f"{digest}.%s")
