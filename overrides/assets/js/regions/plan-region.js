import { providerOf, watchKinds, WHITHER } from "../kept/cases.js";
import { countingRegion } from "../kept/region.js";
import "../kept/which-region.js";
import { GuideElement } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";
import { notCome } from "../page/not-come.js";
import { elementOf, partOf } from "../page/other-page.js";
import { bringClockWords, runClocks } from "./clock-words.js";

const NEAR = "400px";
/** How many of the first things to do are seen at once: whom to tell is often the second. */
const AT_ONCE = 2;
const PARTS = { "first-hour": firstHour, next: whoNext };

/**
 * <plan-region>: what a plan takes from the region that counts, brought from that region's page (`data-page`, with
 * `{region}` for its id) once the reader comes near. `data-part` says what: `first-hour`, what stops a loss there for who
 * pressed pay or did not (`data-pressed-pay`); or
 * `next`, whom to go to, the time limits that count for `data-trouble` and the wallet of the case of `data-issue` and are
 * for one of `data-clocks`, those of that wallet's own terms, and under `data-beside` who else is there for the situation
 * `data-for`.
 *
 * What stands in it from the start, a link to the page of all regions (`data-where`), stays where no page can be had, and
 * that is said.
 */
class PlanRegion extends GuideElement {
  #near = false;
  #shown = null;

  arrive(signal) {
    this.fallback = /** @type {HTMLElement[]} */ ([...this.children]);
    watchKinds(WHITHER, () => this.#show(), signal);
    this.#show();
    // Folded, it is nowhere: opening the fold brings it into sight.
    const sight = new IntersectionObserver((entries) => {
      this.#near ||= entries.some(({ isIntersecting }) => isIntersecting);
      this.#show();
    }, { rootMargin: NEAR });
    sight.observe(this);
    signal.addEventListener("abort", () => sight.disconnect());
  }

  async #show() {
    const { id } = countingRegion();
    // What to do in the first hour hangs on the region alone.
    const wallet = this.dataset.part === "next" ? providerOf(this.dataset.issue ?? "") : null;
    const wanted = [id, wallet].join(" ");
    this.classList.toggle("unplaced", !id);
    if (!this.#near || (wanted === this.#shown && this.said)) {
      return;
    }
    this.#shown = wanted;
    const page = id ? fill(this.dataset.page, { region: id }) : this.dataset.where;
    const words = await partOf(page, "words");
    const section = id && await partOf(page, id);
    const presence = id && wallet && await elementOf(page, `.presence[data-provider="${wallet}"]`);
    if (wanted !== this.#shown) {
      return; // Another was chosen meanwhile.
    }
    if (!words) {
      this.#sayLost();
      return;
    }
    this.lost?.remove();
    this.lost = null;
    bringClockWords(words);
    const brought = /** @type {HTMLTemplateElement} */ (find(words, ".plan-words"));
    this.#nameRegion(brought);
    this.said.replaceChildren(...(section ? PARTS[this.dataset.part](this, section, brought.dataset, wallet, presence) : []));
    this.fallback.forEach((each) => { each.hidden = Boolean(section); });
    guardOnce(this.closest("situation-plan") ?? this);
    if (this.closest(".leaf")) {
      // There the parts of a plan are of the second level.
      this.said.querySelectorAll("h5").forEach((each) => each.setAttribute("aria-level", "3"));
    }
  }

  /** What another region's page said does not stand for this one. It is tried again when it next comes into sight. */
  #sayLost() {
    this.#shown = null;
    this.said?.replaceChildren();
    this.fallback.forEach((each) => { each.hidden = false; });
    if (!this.lost) {
      this.lost = notCome();
      this.fallback[0].before(this.lost);
    }
  }

  /** Says for which region it is, once and above the rest, so that the focus stays when the rest changes. */
  #nameRegion(words) {
    if (!this.said) {
      const which = document.importNode(words.content, true).querySelector("which-region");
      which.hidden = false;
      this.said = element("section", { className: "region" });
      this.prepend(which, this.said);
    }
  }
}

/**
 * The first things to do in the first hour, and the numbers to call. All else that is known of it, and where it was read,
 * is folded, for the reader's own steps come next. What is true only of those who pressed pay, or who did not, stands for
 * them alone.
 */
function firstHour({ dataset: { page, pressedPay } }, section, words) {
  const danger = find(section, ".danger");
  find(danger, "h2").replaceWith(heading(fill(words.firstHour, { region: nameOf(section) })));
  const list = find(danger, ".facts");
  const fitting = /** @type {HTMLElement[]} */ ([...list.children]).filter(({ dataset }) => [undefined, pressedPay].includes(dataset.pressedPay));
  const first = fitting.slice(0, AT_ONCE);
  const rest = element("details", {}, element("summary", { textContent: words.more }));
  rest.append(...first.flatMap((fact) => [...fact.querySelectorAll(".fact-source")]), element("ul", { className: "facts" }, ...fitting.slice(AT_ONCE)));
  list.replaceChildren(...first);
  for (const body of danger.querySelectorAll(".body")) {
    rest.append(.../** @type {Element} */ (body.cloneNode(true)).children);
    const folded = body.querySelector(".body-phone") ? ".fact-source, .body-site" : ".fact-source";
    body.querySelectorAll(folded).forEach((said) => said.remove());
  }
  const more = danger.querySelector(".danger-more");
  rest.append(...more?.querySelectorAll("p") ?? []);
  more?.remove();
  danger.append(rest);
  return [danger, allOf(section, page, words)].map(withoutIds);
}

/** Whom to go to first, the time limits that count by law and by the wallet's terms, whom to go to next and beside, and all the rest. */
function whoNext({ dataset: { trouble, clocks = "", page, for: situation, beside } }, section, words, wallet, presence) {
  const others = [...section.querySelectorAll(`.region-others .body[data-situations~="${situation}"]`)];
  const [, provider, next] = section.querySelectorAll(".ladder > .rung");
  return [
    heading(words.first),
    ...restOf(provider),
    ...clocksFor(find(section, "deadline-clock"), { trouble, purposes: clocks.split(" "), wallet }, words.under),
    ...timesOf(presence, words),
    ...(next ? [heading(words.next), ...section.querySelectorAll(".region-language, .region-language + .fact-source"), ...bodiesFor(next, wallet)] : []),
    ...(others.length > 0 ? [heading(beside), ...others] : []),
    allOf(section, page, words),
  ].map(withoutIds);
}

/** Who can be gone to next, without the bodies that do not answer for the firm of a wallet; a choice of one is none. */
function bodiesFor(rung, wallet) {
  rung.querySelectorAll(`.body[data-not-for~="${wallet}"]`).forEach((body) => body.remove());
  if (rung.querySelectorAll(".body").length === 1) {
    rung.querySelector(".rung-note")?.remove();
  }
  return rung.children;
}

/** What the terms of a wallet say about time, under its name. @param {Element | null} presence  all of it on the region's page */
function timesOf(presence, words) {
  const times = presence?.querySelector(".wallet-times");
  return times ? [heading(fill(words.times, { wallet: find(presence, "h3").textContent })), ...times.children] : [];
}

/** What is said of the firm, without the name of the rung, which the heading says. */
function restOf(rung) {
  return [...rung.children].filter((child) => !child.matches(".body-name"));
}

/**
 * The time limits without those that are for something else; where none is left, what the law says instead of one.
 * @param {HTMLElement} face @param {{trouble: string, purposes: string[], wallet: string | null}} whose
 * @param {string} under  says how many stand back, folded
 */
function clocksFor(face, whose, under) {
  for (const clock of face.querySelectorAll(".clock")) {
    if (!counts(clock.dataset, whose)) {
      clock.remove();
    }
  }
  for (const said of face.querySelectorAll(".no-deadline")) {
    if (!counts(said.dataset, whose)) {
      face.querySelectorAll(`[data-purpose=${said.dataset.purpose}].no-deadline + .fact-source`).forEach((source) => source.remove());
      said.remove();
    }
  }
  if (!face.querySelector("[data-unit=business-days]")) {
    face.querySelectorAll(".clocks ~ .clock-note").forEach((holidays) => holidays.remove());
  }
  face.querySelectorAll(".clock-list").forEach((list) => foldLonger(list, under));
  face.querySelectorAll("h3").forEach((side) => side.replaceWith(heading(side.textContent)));
  [...face.querySelectorAll(".clock-list")].filter((list) => !list.querySelector(".clock")).forEach((list) => list.remove());
  face.querySelectorAll(".clocks > *").forEach((side) => side.children.length > 1 || side.remove());
  if (face.querySelector(".clock")) {
    runClocks();
    return [face];
  }
  return [...face.querySelectorAll(".no-deadline, .no-deadline + .fact-source")];
}

/**
 * Folds the time limits that stand back behind a shorter one of the same list: of several the nearest is what counts.
 * @param {HTMLElement} list @param {string} said
 */
function foldLonger(list, said) {
  const longer = [...list.querySelectorAll(".clock[data-under]")].filter(({ dataset: { under } }) => list.querySelector(`[data-id="${under}"]`));
  if (longer.length > 0) {
    const summary = element("summary", { textContent: fill(said, { count: longer.length }) });
    list.after(element("details", {}, summary, element("ul", { className: "clock-list" }, ...longer)));
  }
}

/**
 * Whether a time limit counts.
 * @param {DOMStringMap} clock  without `troubles` it stands for all; `notFor` names the wallets that it does not bind
 * @param {{trouble: string, purposes: string[], wallet: string | null}} whose
 */
export function counts({ purpose, troubles = "", notFor = "" }, { trouble, purposes, wallet }) {
  return purposes.includes(purpose)
    && (troubles === "" || troubles.split(" ").includes(trouble))
    && !notFor.split(" ").includes(wallet);
}

/** Where to take numbers from is said once in a plan, beside the first of them. @param {Element} plan */
function guardOnce(plan) {
  plan.querySelectorAll(/** @type {"span"} */ (".phone-guard")).forEach((guard, at) => { guard.hidden = at > 0; });
}

/** The page may show the same part twice, and each id once. */
function withoutIds(part) {
  [part, ...part.querySelectorAll("[id]")].forEach((each) => each.removeAttribute("id"));
  return part;
}

/** A link to everything about a region. */
function allOf(section, page, words) {
  const { region } = find(section, ".region").dataset;
  const link = element("a", { href: fill(page, { region }), textContent: fill(words.full, { region: nameOf(section) }) });
  return element("p", { className: "plan-all" }, link);
}

/** One level below those of a plan. */
function heading(text) {
  return element("h5", { textContent: text });
}

function nameOf(section) {
  return find(section, ".region").dataset.name;
}

customElements.define("plan-region", PlanRegion);
