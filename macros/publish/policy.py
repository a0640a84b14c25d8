"""What a page's content policy lets run of the theme's own inline scripts, and nothing that stands in an article."""

import base64
import hashlib
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_POLICY = 'meta[http-equiv="Content-Security-Policy"]'
_SCRIPTS = re.compile(r"(?<=script-src 'self')[^;]*")
_STYLES = re.compile(r"(?<=style-src 'self')[^;]*")

# A style that the script of a theme writes cannot be read from the page; another version has another hash. This is
# that of the search of Zensical 0.0.73.
_STYLES_OF_SCRIPTS = {
    "bundle.77dd0ce9.min.js": " 'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='",
}


def allow_scripts_of_theme(tree: LexborHTMLParser) -> None:
    """Write the hashes of the theme's inline scripts and styles into the page's policy. ValueError if it has none."""
    policy = tree.css_first(_POLICY)
    if not policy:
        raise ValueError("has no content policy; overrides/main.html writes it")
    scripts = [script.text() for script in tree.css("script:not([src]):not([type])") if not _is_written(script)]
    hashes = "".join(f" 'sha256-{_digest(script)}'" for script in dict.fromkeys(scripts))
    styles = "".join(allowed for name, allowed in _STYLES_OF_SCRIPTS.items() if tree.css(f'script[src$="{name}"]'))
    policy.attrs["content"] = _STYLES.sub(styles, _SCRIPTS.sub(hashes, policy.attributes["content"]))


def _is_written(script: LexborNode) -> bool:
    """Whether authors wrote it, who have modules for what is to run."""
    return script.css_matches("article *")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
