/**
 * What is found for a reader's own words: the plans that they may stand in, and what they may want to look up. Pure.
 *
 * @typedef {{kind: string, title: string, link: string, phrase?: string}} Found
 * @typedef {{plans: Found[], others: Found[], named: import("./search-rank.js").Name[]}} All
 */

import { Index, namesIn } from "./search-rank.js";

/** What the reader may stand in, a situation before a whole kind of problem. */
const PLANS = { situation: 1, issue: 0.6 };
const MOST = 3;
/** The least that one more has in common with the words, beside the best. */
const AS_GOOD = 0.5;
/** How much what is to be looked up has in common with the words: it is called by them. */
const CALLED = 1.1;

/** @param {any} searched  what can be looked through, as the server wrote it @returns what `found` takes */
export function searchable(searched) {
  return { ...searched, index: new Index(searched) };
}

/** @param {string} query @param {ReturnType<typeof searchable>} among @returns {All} best first */
export function found(query, { index, names }) {
  const { named, rest } = namesIn(query, names);
  const hits = index.rank(rest);
  const plans = hits
    .filter(({ place }) => PLANS[place.kind])
    .map((hit) => ({ ...hit, points: hit.points * PLANS[hit.place.kind] }))
    .sort((one, other) => other.points - one.points);
  const called = hits.filter(({ place, points }) => !PLANS[place.kind] && points > CALLED).map(({ place }) => place);
  const lookedUp = named.map(({ kind, name, link }) => ({ kind, title: name, link }));
  return {
    named,
    plans: plans
      .filter(({ points }) => points >= plans[0].points * AS_GOOD)
      .slice(0, MOST)
      .map(({ place, phrase }) => ({ ...place, phrase })),
    others: [...called.slice(0, 1), ...lookedUp, ...called.slice(1)].slice(0, MOST),
  };
}
