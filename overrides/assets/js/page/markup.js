/** How a custom element finds its server-rendered HTML, fills it with words and adds to it. */

/**
 * The one descendant of `element` that matches `selector`.
 * @throws {Error} naming the element and the selector, if the template no longer has it
 */
export function find(element, selector) {
  const found = element.querySelector(selector);
  if (!found) {
    throw new Error(`<${element.localName}>: its template has no ${selector}`);
  }
  return found;
}

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, unknown>} [properties]  of the element, such as `className`
 * @param {...(Node | string)} children @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * `text` with each `{name}` replaced by `values[name]`, as text and in one pass: what a value holds
 * is never read as a placeholder or a pattern.
 * @param {string} text @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
}

/** Say it there, if it is not what already stands there: what is touched is styled and laid out anew. */
export function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** Hide or show it, if it is not already so. */
export function setHidden(place, hidden) {
  if (place.hidden !== hidden) {
    place.hidden = hidden;
  }
}

/** Shows a part that stood invisibly in its place until its script came, so that nothing moves when it does. */
export function ready(element) {
  element.removeAttribute("data-awaits-script");
}
