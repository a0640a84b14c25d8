"""Mark words on a page: in another script than the rest, as in a language that is made; or never to be translated."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOT_MARKED = {"script", "style", "template", "textarea", "title"}


def mark_words(tree: LexborHTMLParser, part: LexborNode, sought: re.Pattern, name: str, value: str) -> None:
    """Put what `sought` finds in the words of `part`, which is of `tree`, into elements with that attribute."""
    for node in [*part.traverse(include_text=True)]:
        if not node.is_text_node or node.parent.tag in _NOT_MARKED:
            continue
        words, end = node.text_content, 0
        if node.parent.tag == "option":
            if sought.search(words):
                node.parent.attrs[name] = value
            continue
        for found in sought.finditer(words):
            marked = tree.create_node("span")
            marked.attrs[name] = value
            marked.insert_child(found[0])
            if before := words[end : found.start()]:
                node.insert_before(before)
            node.insert_before(marked)
            end = found.end()
        if end:
            node.replace_with(words[end:]) if words[end:] else node.remove()
