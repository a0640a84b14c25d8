"""What is shown above the theme's own search results."""

import json

from .view import View


def searched(view: View) -> str:
    """What upset people type and the pages that are for it, a file of its own (JSON) fetched when somebody searches."""
    pages = [
        {"title": issue.title[view.language], "link": view.issue_link(issue.id), "words": issue.searched[view.language]}
        for issue in view.guide.issues
    ]
    return json.dumps(pages, ensure_ascii=False)
