"""Scripts, styles and settings lose what means nothing, and nothing else."""

import pytest

from macros.publish.small import small_script, small_settings, small_style


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/**\n * What it does.\n * @param {string} a\n */\nf(a); // and why\n", "f(a);"),
        ("const a = `x  ${ c ? ` (  ${b} )` : '' }`;\nf(a, a);", "const a=`x  ${c?` (  ${b} )`:``}`;f(a,a);"),
        ("export const $kept_store = run();", "export const $kept_store=run();"),
        ('f("<\\/script>");', 'f("<\\/script>");'),
    ],
)
def test_a_script_loses_comments_and_space_but_none_in_its_texts(written: str, sent: str):
    assert small_script(written) == sent


def test_a_script_that_would_end_the_page_it_is_made_small_in_is_refused():
    with pytest.raises(ValueError, match="cannot be made smaller"):
        small_script('const end = "</script>";\nf(end);')


def test_a_stylesheet_keeps_the_forms_that_old_browsers_know():
    written = "/* Wide */\n@media (max-width: 59.984375em) {\n  a:not(.b) { width: calc(1em + 2px); }\n}\n"
    assert small_style(written) == "@media (max-width:59.984375em){a:not(.b){width:calc(1em + 2px)}}"


def test_the_settings_of_the_theme_are_written_in_their_own_characters_and_end_no_script():
    """Six characters for each Chinese one were 90 bytes of every page, and a page has 25,000 at most."""
    begin, end = '<script id="__config" type="application/json">', "</script>"
    sent = small_settings(f'<p>"\\u590d"</p>{begin}{{"copy": "\\u590d\\u5236", "end": "<\\/script>"}}{end}')

    assert sent == f'<p>"\\u590d"</p>{begin}{{"copy":"复制","end":"<\\/script>"}}{end}'
