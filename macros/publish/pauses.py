"""Let a Chinese title or heading break where it pauses, and not within a word.

Stylesheets ask for it (`word-break: keep-all`), but WebKit then breaks behind no mark either unless it is shown.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PAUSE = re.compile(r"(?<=[\u4e00-\u9fff][：，、；。！？])(?=.)")


def mark_pauses(tree: LexborHTMLParser, part: LexborNode) -> None:
    """Put a `wbr` behind each mark that follows a character within the headings of `part`, which is of `tree`."""
    for heading in part.css("h1, h2"):
        for node in [*heading.traverse(include_text=True)]:
            if node.is_text_node and len(pieces := _PAUSE.split(node.text_content)) > 1:
                for piece in pieces[:-1]:
                    node.insert_before(piece)
                    node.insert_before(tree.create_node("wbr"))
                node.replace_with(pieces[-1])
