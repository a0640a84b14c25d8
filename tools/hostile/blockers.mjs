/**
 * What the common lists of blockers hold against a built site: `node blockers.mjs <site>`, run where the package
 * @ghostery/adblocker is, and in lists/ the files of @adguard/dnr-rulesets. Prints as JSON the rule that hits a file, by its path, and the
 * selectors that may hide something there.
 */
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

const require = createRequire(join(process.cwd(), "here.js"));
const { FiltersEngine, Request } = require("@ghostery/adblocker");

/** AdGuard's own, which hold EasyList (2), EasyPrivacy (3) and EasyList China (224); social, cookie and other annoyances. */
const LISTS = [2, 3, 4, 11, 17, 18, 19, 20, 21, 22, 224];
const HOST = "guide.example";
const TYPES = { js: "script", css: "stylesheet", json: "xmlhttprequest", html: "xmlhttprequest", png: "image", svg: "image" };

/** @param {string} path @param {string} type */
function asked(path, type) {
  return engine.match(Request.fromRawDetails({ url: `https://${HOST}/${path}`, sourceUrl: `https://${HOST}/`, type }));
}

const [, , site] = process.argv;
const rulesets = join(process.cwd(), "lists/package/dist/filters/declarative");
const rulesOf = (id) => JSON.parse(readFileSync(`${rulesets}/ruleset_${id}/ruleset_${id}.json`, "utf-8"));
const lists = LISTS.map((id) => rulesOf(id)[0].metadata.rawFilterList);
const engine = FiltersEngine.parse(lists.join("\n"));

/** An engine that reads nothing would find nothing to complain of. */
const known = asked("js/fingerprint.js", "script");

const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = entries.map(({ parentPath, path, name }) => relative(site, join(parentPath ?? path, name)));
const blocked = {};
for (const path of files) {
  const { match, filter } = asked(`wallet/${path}`, TYPES[path.split(".").pop()] ?? "other");
  if (match) {
    blocked[path] = String(filter);
  }
}

const [ids, classes] = [new Set(), new Set()];
for (const path of files.filter((name) => /\.(html|json|js)$/.test(name))) {
  const text = readFileSync(join(site, path), "utf-8");
  for (const [, name, , quoted] of text.matchAll(/\b(id|class|className)(=|:\s*)\\?["'`]([^"'`\\]+)/g)) {
    quoted.split(/\s+/).forEach((each) => (name === "id" ? ids : classes).add(each));
  }
}
const { styles } = engine.getCosmeticsFilters({
  url: `https://${HOST}/`, hostname: HOST, domain: HOST, ids: [...ids], classes: [...classes], hrefs: [],
  getBaseRules: true, getInjectionRules: false, getExtendedRules: false, getRulesFromHostname: true, getRulesFromDOM: true,
});
const selectors = [...new Set(styles.replace(/\s*\{[^}]*\}\s*/g, ",\n").split(/,\n/).map((each) => each.trim()).filter(Boolean))];

process.stdout.write(JSON.stringify({ known: known.match, names: ids.size + classes.size, blocked, selectors }));
