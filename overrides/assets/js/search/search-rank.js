/**
 * Which of the guide's pages a reader in trouble means, by what they type. Pure.
 *
 * Chinese is compared by the longest run of characters shared with a phrase, because people leave words out and
 * put others in. Other scripts are compared word by word; a word that fits few pages says more than one that fits
 * many.
 *
 * @typedef {{title: string, link: string, words: string[]}} Page
 */

const IDEOGRAPHS = /\p{Script=Han}/u;
const SHORTEST_RUN = 2;
const SHORTEST_STEM = 4;

/**
 * The pages meant, best first; none where nothing fits.
 * @param {string} query @param {Page[]} pages @returns {Page[]}
 */
export function rank(query, pages) {
  const asked = query.normalize("NFKC").toLowerCase().trim();
  const points = IDEOGRAPHS.test(asked) ? pages.map(({ words }) => byRuns(asked, words)) : byWords(asked, pages);
  return pages
    .map((page, index) => ({ page, points: points[index] }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ page }) => page);
}

function byRuns(asked, phrases) {
  return Math.max(0, ...phrases.map((phrase) => {
    const run = longestRun(asked, phrase);
    return run < SHORTEST_RUN ? 0 : run + run / phrase.length;
  }));
}

function longestRun(a, b) {
  let longest = 0;
  let row = new Array(b.length + 1).fill(0);
  for (const character of a) {
    const next = new Array(b.length + 1).fill(0);
    for (let index = 0; index < b.length; index += 1) {
      if (b[index] === character) {
        next[index + 1] = row[index] + 1;
        longest = Math.max(longest, next[index + 1]);
      }
    }
    row = next;
  }
  return longest;
}

function byWords(asked, pages) {
  const words = asked.match(/[\p{L}\p{N}-]+/gu) ?? [];
  const shares = words.map((word) => {
    const fits = pages.map((page) => fit(word, page.words));
    const all = fits.reduce((sum, each) => sum + each, 0);
    return fits.map((each) => each && each / all);
  });
  return pages.map((_, index) => shares.reduce((points, share) => points + share[index], 0));
}

function fit(word, known) {
  if (known.includes(word)) {
    return 1;
  }
  const isStem = (short, long) => short.length >= SHORTEST_STEM && long.startsWith(short);
  return known.some((one) => isStem(word, one) || isStem(one, word)) ? 0.5 : 0;
}
