"""Mark on a page of a language that is made what was left in the script of the one that it is made from."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOT_MARKED = {"script", "style", "template", "title"}


def mark_quoted(tree: LexborHTMLParser, part: LexborNode, stays: re.Pattern, lang: str) -> None:
    """Put what `stays` finds in the words of `part`, which is of `tree`, into elements with that `lang`."""
    for node in [*part.traverse(include_text=True)]:
        if not node.is_text_node or node.parent.tag in _NOT_MARKED:
            continue
        words, end = node.text_content, 0
        if node.parent.tag == "option":
            if stays.search(words):
                node.parent.attrs["lang"] = lang
            continue
        for found in stays.finditer(words):
            marked = tree.create_node("span")
            marked.attrs["lang"] = lang
            marked.insert_child(found[0])
            if before := words[end : found.start()]:
                node.insert_before(before)
            node.insert_before(marked)
            end = found.end()
        if end:
            node.replace_with(words[end:]) if words[end:] else node.remove()
