/** How a custom element and its server-rendered HTML find each other. */

/**
 * The one descendant of `element` that matches `selector`.
 * @throws {Error} naming the element and the selector, if the template no longer has it
 */
export function part(element, selector) {
  const found = element.querySelector(selector);
  if (!found) {
    throw new Error(`<${element.localName}>: its template has no ${selector}`);
  }
  return found;
}

/**
 * `text` with each `{name}` replaced by `values[name]`, as text and in one pass: what a value holds
 * is never read as a placeholder or a pattern.
 * @param {string} text @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
}
