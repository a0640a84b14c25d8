/* The guide's modules in one script, for a folder. Written by macros/publish/one_script.py. */
(() => {
"use strict";

const here = document.currentScript.src;
const modules = {
{{ modules }}
};
const loaded = new Map();

/** The module at `path`, seen from the one at `url`, run at its first use. */
function load(path, url) {
  const own = new URL(path, url).href;
  if (!loaded.has(own)) {
    const name = own.slice(new URL(".", here).href.length);
    loaded.set(own, modules[name]((other) => load(other, own), { url: own }));
  }
  return loaded.get(own);
}

/**
 * What `fetch` is to the modules above. Browsers let no page read a file of a folder, but every page may run a
 * script of it: macros/publish/folder.py leaves one beside each file that is asked for here.
 */
function fetch(address) {
  const url = new URL(address, document.baseURI).href;
  const script = document.createElement("script");
  script.src = `${url}.js`;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => {
      script.remove();
      resolve(Object.defineProperty(new Response(window.guideFile), "url", { value: url }));
    });
    script.addEventListener("error", () => reject(new TypeError(`${url}: macros/publish/folder.py left no script of it`)));
    document.head.append(script);
  });
}

load({{ entry }}, here);
})();
