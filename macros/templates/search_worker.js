/*
 * The theme's search from a folder: there a browser starts no worker from a file, but one from its text, which is
 * all here. Written by macros/publish/folder.py; it runs after the theme's settings and before the theme.
 */
(() => {
  const languages = {{ languages }};
  const code = [
    `const languages = {${Object.entries(languages).map(([name, text]) => `${JSON.stringify(name)}() {${text}\n}`)}};`,
    "self.importScripts = (...files) => files.forEach((file) => languages[file.split('/').pop()].call(self));",
    {{ worker }},
  ].join("\n");
  const settings = document.getElementById("__config");
  const search = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  settings.textContent = JSON.stringify({ ...JSON.parse(settings.textContent), search });
})();
