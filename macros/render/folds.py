"""Sections that fold: `## Collect evidence { #evidence .fold }` folds all up to the next heading that is no smaller.

The heading stays a heading, in what is shown of the fold. An engine that does not know this shows the sections open.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

FOLD = "fold"
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


class Folds(Extension):
    """The Markdown extension."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After attr_list (8) has read the class, before toc (5) collects the headings.
        md.treeprocessors.register(_Folding(md), "folds", 6)


class _Folding(Treeprocessor):
    def run(self, root: Element) -> None:
        fold, level = None, 0
        for child in [*root]:
            of = _HEADINGS.index(child.tag) + 1 if child.tag in _HEADINGS else None
            if fold is not None and of and of <= level:
                fold = None
            if of and FOLD in child.get("class", "").split():
                fold, level = Element("details", {"class": FOLD}), of
                root.insert([*root].index(child), fold)
                root.remove(child)
                SubElement(fold, "summary").append(child)
                _drop_class(child)
            elif fold is not None:
                root.remove(child)
                fold.append(child)


def _drop_class(heading: Element) -> None:
    names = [name for name in heading.get("class", "").split() if name != FOLD]
    if names:
        heading.set("class", " ".join(names))
    else:
        del heading.attrib["class"]
