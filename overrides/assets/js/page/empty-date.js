/**
 * Say whether a field for a day or a time is empty: WebKit shows the present day in one that is, as if it were filled in.
 * To be called after each change, for no selector tells.
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control  of any kind
 */
export function tellIfEmpty(control) {
  if (["date", "datetime-local"].includes(control.type)) {
    control.toggleAttribute("data-empty", control.value === "");
  }
}
