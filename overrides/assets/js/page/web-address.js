/**
 * Where others, and calendars, find a page of the guide. From a folder its own address means nothing to them, and
 * tells where the reader keeps their files: there it is the page of the living guide, if the copy names that.
 * @param {string | URL} address  of a page, as this one links to it
 * @returns {string | null}  null for a copy that names no living guide
 */
export function webAddress(address) {
  const page = new URL(address, document.baseURI);
  if (page.protocol !== "file:") {
    return page.href;
  }
  const [living, root] = ["guide-living", "guide-root"].map((name) => document.querySelector(`meta[name=${name}]`)?.content);
  const path = page.pathname.slice(new URL(root, document.baseURI).pathname.length);
  const onTheWeb = path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "/");
  return living ? new URL(onTheWeb + page.search + page.hash, living).href : null;
}
