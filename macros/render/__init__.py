"""From the guide to HTML, one module per subject.

Each macro takes the `View` it is rendered for and then what the author writes; the type hints of those
say which ids are allowed. They are pure: no page, no site, no file but the templates. Words come
from the guide, HTML from `templates/`; what a template shows is worked out here.

Markdown takes macro output for HTML as long as it begins with a block tag at the first column.
"""
