/** Print an element alone: it joins the page for as long as the printing lasts. @param {HTMLElement} sheet */
export function printOnly(sheet) {
  document.body.append(sheet);
  document.documentElement.classList.add("printing-sheet");
  window.addEventListener("afterprint", () => {
    sheet.remove();
    document.documentElement.classList.remove("printing-sheet");
  }, { once: true });
  window.print();
}
