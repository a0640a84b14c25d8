/** What happened in a case, as the heading of its section on “My case”, and the plan for it. */

import { situationOf } from "../kept/cases.js";
import { deskData } from "../page/desk.js";
import { element, find } from "../page/markup.js";
import { notCome } from "../page/not-come.js";
import { leafAt } from "../page/page-leaf.js";

/** What each section shows, so that a plan is fetched once and not with every keystroke. */
const shown = new WeakMap();

/**
 * Heads a section with what happened and brings the plan for it, from its leaf of the issue's page. Where nothing is
 * known of it the section stays as it is; where the plan cannot be had, that is said, and a link to it is left.
 * @param {HTMLElement} section @param {() => void} whenChanged  called when the plan has come or gone
 */
export async function showPlan(section, whenChanged) {
  const { issue } = section.dataset;
  const situation = situationOf(issue);
  if (shown.get(section) === situation) {
    return;
  }
  shown.set(section, situation);
  const sign = signOf(issue, situation);
  const kind = find(section, ".case-kind");
  const link = /** @type {HTMLAnchorElement} */ (find(section, ".case-open"));
  const page = link.href.replace(/#.*/, "");
  find(section, "h2").textContent = sign ?? find(kind, "a").textContent;
  kind.hidden = !sign;
  link.href = sign ? `${page}#${situation}` : page;
  const plan = sign ? await leafAt(`${page}${situation}/`) : null;
  if (shown.get(section) !== situation) {
    return; // It was changed while the plan was under way.
  }
  const fold = plan && folded(plan, issue, page);
  find(section, ".case-plan").replaceChildren(...(fold ? [fold] : sign ? [notCome()] : []));
  leadTo(section, { page, situation: sign && situation, issue, fold });
  whenChanged();
}

/** What happened in the reader's words, if the situation is one of the issue. */
function signOf(issue, situation) {
  const found = new Map(Object.entries(deskData().matters)).get(situation);
  return found?.issue === issue ? found.sign : undefined;
}

/** The lists to tick of the plan that a section shows, in their order. @param {HTMLElement} section */
export function listsOf(section) {
  return [...find(section, ".case-plan").querySelectorAll("tick-list")].map((list) => ({
    name: find(list, "ol").getAttribute("aria-label"),
    words: list.dataset.progress,
    items: [...list.querySelectorAll("input[data-item]")].map(({ dataset }) => dataset.item),
  }));
}

/** The section is headed by what happened already: the fold is named after the first part of the plan. */
function folded(plan, issue, page) {
  const first = find(plan, "h4");
  const heading = element("h3", { id: planId(issue), textContent: first.textContent });
  first.remove();
  // Names of places on the page of the issue, which mean something else here.
  plan.querySelectorAll("span[id]").forEach((place) => place.remove());
  for (const link of plan.querySelectorAll(".plan-letter a")) {
    link.href = `${page}#letter-${link.dataset.letter}`; // There it opens beside its steps.
  }
  return element("details", { className: "situation", open: true }, element("summary", {}, heading), plan);
}

/** The first steps and the first letter are those of the plan. */
function leadTo(section, { page, situation, issue, fold }) {
  const letter = /** @type {HTMLAnchorElement | undefined} */ (fold?.querySelector(".plan-letter a"));
  const there = situation ? `${page}#${situation}` : `${page}#minutes`;
  find(section, "[data-step=first]").href = fold ? `#${planId(issue)}` : there;
  const write = /** @type {HTMLAnchorElement} */ (find(section, "[data-step=write]"));
  write.href = letter ? letter.href : `${page}#letters`;
  write.dataset.letter = letter?.dataset.letter ?? "";
}

function planId(issue) {
  return `plan-${issue}`;
}
