"""What a page meets in hostile browsers, as scripts that run before its own. Tests of single things use them too."""

STORAGE_REFUSED = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("Blocked.", "SecurityError"); } });
}
"""
STORAGE_FULL = "Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };"

# Over and over, for a translator follows what a page shows later.
TRANSLATOR = """
(() => {
  const LEFT_ALONE = "[translate=no], font, script, style, template, textarea, option, svg";
  const wrap = () => {
    document.documentElement.lang = "vi";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
      const { parentElement } = text;
      if (text.data.trim() && !parentElement.closest(LEFT_ALONE)) {
        const outer = document.createElement("font"), inner = document.createElement("font");
        text.replaceWith(outer);
        outer.append(inner);
        inner.append("vi " + text.data);
      }
    }
  };
  document.addEventListener("DOMContentLoaded", () => { wrap(); setInterval(wrap, 200); });
})();
"""
TRANSLATED = "vi "
"""What it writes before each text."""

SAFARI = "Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });"
"""By this an engine of Apple's is known."""

DEAD = """
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };
window.print = () => {};
window.open = () => null;
const never = () => new Promise(() => {});
Object.defineProperty(navigator, "clipboard", { value: { writeText: never, write: never } });
Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
"""
"""A browser that does nothing and says nothing, as in many apps."""

SYSTEMS = {
    "iphone": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)",
    "android": "Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/135.0 Mobile",
}
APPS = {
    "wechat": "MicroMessenger/8.0.60",
    "line": "Safari Line/15.20.0",
    "facebook": "[FBAN/FBIOS;FBAV/500.0]",
}
