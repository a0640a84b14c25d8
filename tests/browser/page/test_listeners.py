"""listeners.js: where a browser passes over the `signal` of a listener, nothing is done twice."""

from tests.browser.conftest import NewContext

PASSES_OVER = """
const listen = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, act, options) {
  if (typeof options === "object" && options !== null) {
    const { capture, once, passive } = options;
    listen.call(this, type, act, passive === undefined ? { capture, once } : { capture, once, passive });
  } else {
    listen.call(this, type, act, options);
  }
};
"""
COUNTS = """
window.copies = 0;
navigator.clipboard.writeText = async () => { window.copies += 1; };
"""
COMES_AGAIN = """(place) => {
  const parent = place.parentElement;
  place.remove();
  parent.append(place);
}"""


def test_a_number_that_left_the_page_and_came_again_is_copied_once(new_context: NewContext):
    page = new_context().new_page()
    page.add_init_script(PASSES_OVER + COUNTS)
    page.goto("en/where/hk/#octopus")
    number = page.locator("[data-provider=octopus] .freeze copy-text").first
    number.evaluate(COMES_AGAIN)
    number.get_by_role("button").click()
    assert page.evaluate("window.copies") == 1
