"""Old mistakes are looked for in the same browser, with the same strictness, as everything else."""

from tests.browser.conftest import context, new_context, page

__all__ = ["context", "new_context", "page"]
