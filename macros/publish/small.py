"""Scripts and styles as they are sent: without comments, and without space that means nothing."""

import re

from minify_html import minify
from rcssmin import cssmin

_BEFORE, _AFTER = "<script type=module>", "</script>"
# It takes those that begin a line with two stars for licences and keeps them.
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n?", re.MULTILINE | re.DOTALL)


def small_script(text: str) -> str:
    """A module, or a classic script, that does the same in fewer bytes.

    The minifier takes pages alone, so it gets one that is nothing but this script; ValueError where the script
    would end it.
    """
    page = minify(f"{_BEFORE}{_COMMENT.sub('', text)}{_AFTER}", minify_js=True)
    script = page.removeprefix(_BEFORE).removesuffix(_AFTER)
    if "</script" in script.lower() or len(page) != len(_BEFORE) + len(script) + len(_AFTER):
        raise ValueError(f"a script with “{_AFTER}” in it cannot be made smaller; write it as “<\\/script>”")
    return script


def small_style(text: str) -> str:
    """A stylesheet that does the same in fewer bytes, for every browser that knew it before."""
    return cssmin(text)
