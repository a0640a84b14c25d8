import { GuideElement } from "../page/guide-element.js";
import { find, ready } from "../page/markup.js";
import { bringBack } from "./search-again.js";
import { showWhatIsFound } from "./search-list.js";

/**
 * <search-home>: what happened, in the reader's own words, asked in the open. What can be found is fetched when somebody
 * is in the box, or comes back to words of theirs.
 */
class SearchHome extends GuideElement {
  arrive(signal) {
    const [form, box, found] = ["form", "input", ".search-found"].map((part) => find(this, part));
    const begin = () => showWhatIsFound(box, found);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      found.querySelector("a")?.focus();
    }, { signal });
    ready(form);
    bringBack(box, "asked");
    if (box.value || document.activeElement === box) {
      begin();
    } else {
      box.addEventListener("focus", begin, { signal, once: true });
    }
  }
}

customElements.define("search-home", SearchHome);
