/**
 * What is found for a reader's own words: the plans that they may stand in, and what they may want to look up. Pure.
 *
 * @typedef {{kind: string, title: string, link: string, phrase?: string}} Found
 * @typedef {{plans: Found[], others: Found[], named: import("./search-rank.js").Name[]}} All
 */

import { Index, namesIn, spelt } from "./search-rank.js";

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

/** @param {string} query @param {ReturnType<typeof searchable>} among @returns {All} best first */
export function found(query, { index, spellings }) {
  const { named, rest, said } = namesIn(query, spellings, index.simple);
  const heard = index.rank(said);
  const plans = heard
    .filter(({ place }) => PLANS[place.kind])
    .map((hit) => ({ ...hit, points: hit.points * PLANS[hit.place.kind] }))
    .sort((one, other) => other.points - one.points);
  // “Bank of Thailand” is called so; of “the regulator in Thailand”, Thailand says only where.
  const looked = rest === said ? heard : [...heard.filter(({ whole }) => whole), ...index.rank(rest)];
  const called = looked.filter(isCalled(named));
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

/** Whether something to be looked up is called by the words; where regions are named, no body is that of another. */
function isCalled(named) {
  const regions = named.filter(({ kind }) => kind === "region");
  const isElsewhere = ({ kind, link }) => kind === "body" && regions.length && !regions.some((region) => link.startsWith(region.link));
  return ({ place, points }) => !PLANS[place.kind] && points > CALLED && !isElsewhere(place);
}
