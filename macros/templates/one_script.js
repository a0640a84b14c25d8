/* The guide's modules in one script, for a folder. Written by macros/publish/one_script.py. */
(() => {
"use strict";

const here = document.currentScript.src;
const modules = {
{{ modules }}
};
const loaded = new Map();

function load(name) {
  if (!loaded.has(name)) {
    loaded.set(name, modules[name](load, { url: new URL(name, here).href }));
  }
  return loaded.get(name);
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

load({{ entry }});
})();
