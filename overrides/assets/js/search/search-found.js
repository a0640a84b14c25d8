/**
 * What is found for a reader's own words: the plans that they may stand in, and what they may want to look up. Pure.
 *
 * @typedef {{kind: string, title: string, link: string, phrase?: string}} Found
 * @typedef {{plans: Found[], others: Found[], named: import("./search-rank.js").Name[]}} All
 * @typedef {import("./search-rank.js").Hit} Hit
 */

import { Index, namesIn, respelt, spelt } from "./search-rank.js";

/** What the reader may stand in: what happened before how a complaint of it went, and that before a whole kind of problem. */
const PLANS = { situation: 1, conduct: 0.9, issue: 0.6 };
const MOST = 3;
/** The least that one more has in common with the words, beside the best. */
const AS_GOOD = 0.5;
/** How much what is to be looked up has in common with the words: it is called by them. */
const CALLED = 1.1;

/** @param {any} searched  what can be looked through, as the server wrote it @returns what `found` takes */
export function searchable(searched) {
  const index = new Index(searched);
  return { ...searched, index, spellings: spelt(searched.names, index.simple) };
}

/**
 * @param {string} query @param {ReturnType<typeof searchable>} among
 * @param {string | null} [here]  the id of the region that counts for the reader @returns {All} best first
 */
export function found(query, { index, spellings, names }, here = null) {
  const { named, rest, said } = namesIn(respelt(query, spellings, index), spellings, index.simple);
  const heard = index.rank(said);
  const withoutPlace = rest === said ? heard : index.rank(rest);
  // Where it happened may be half of it (“my card in Japan”) or nothing to it (“scammed in Japan”).
  const plans = onceEach([...heard, ...withoutPlace]
    .filter(({ place }) => PLANS[place.kind])
    .map((hit) => ({ ...hit, points: hit.points * PLANS[hit.place.kind] }))
    .sort((one, other) => Number(isJust(other)) - Number(isJust(one)) || other.points - one.points));
  // “Bank of Thailand” is called so; of “the regulator in Thailand”, Thailand says only where.
  const looked = rest === said ? heard : [...heard.filter(({ whole }) => whole), ...withoutPlace];
  const regions = named.filter(({ kind }) => kind === "region");
  const called = theirBodies(looked.filter(isCalled), regions, names.find(({ kind, id }) => kind === "region" && id === here));
  const just = called.filter(({ whole }) => whole).sort((one, other) => one.at - other.at);
  return {
    named,
    plans: plans
      .filter(({ points }) => points >= plans[0].points * AS_GOOD)
      .slice(0, MOST)
      .map(({ place, phrase }) => ({ ...place, phrase })),
    others: [...new Set([
      ...just.map(({ place }) => place),
      ...named.map(({ kind, name, link }) => ({ kind, title: name, link })),
      ...called.map(({ place }) => place),
    ])].slice(0, MOST),
  };
}

/** Each place where it first stands. @param {Hit[]} hits @returns {Hit[]} */
function onceEach(hits) {
  const seen = new Set();
  return hits.filter(({ place }) => !seen.has(place) && seen.add(place));
}

/** Whether just this is typed by those whom a plan is for; a whole kind of problem is no plan. */
function isJust({ whole, place }) {
  return whole && place.kind !== "issue";
}

/** Whether something to be looked up is called by the words. */
function isCalled({ place, points }) {
  return !PLANS[place.kind] && points > CALLED;
}

/**
 * Without the bodies of other regions than are named. Where none is, those of the reader's own come first, and others stand
 * only where none of these is called so and just they are: whom to call in an emergency depends on where one is.
 */
function theirBodies(hits, regions, here) {
  const wanted = regions.length > 0 ? regions : here ? [here] : null;
  if (!wanted) {
    return hits;
  }
  const isBody = ({ place: { kind } }) => kind === "body";
  const isTheirs = ({ place: { link } }) => wanted.some((region) => link.startsWith(region.link));
  const theirs = hits.filter((hit) => isBody(hit) && isTheirs(hit));
  const rest = hits.filter((hit) => !isBody(hit));
  const elsewhere = regions.length > 0 || theirs.length > 0 ? [] : hits.filter((hit) => isBody(hit) && hit.whole);
  return [...theirs, ...rest, ...elsewhere];
}
