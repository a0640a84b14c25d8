/** Whether what a reader wrote is in the language in which their letter is sent, as far as its script tells. Pure. */

/** Names are written as they are: so many characters of another script make no sentence yet. */
const A_NAME = { han: 4, latin: 24 };
/** What stands in a sentence, and in no name of a person, a shop or a company. */
const A_SENTENCE = /[，。；！？,;!?]|\d/u;
/** How many letters a Chinese character stands for. */
const LETTERS_EACH = 3;

/**
 * @param {string} text @param {string} language  of the letter
 * @param {boolean} named  whether it may be a name alone, in a field of one line
 * @returns {boolean} whether most of it is in another script
 */
export function isOtherTongue(text, language, named) {
  if (named && !A_SENTENCE.test(text)) {
    return false;
  }
  const han = count(text, /\p{Script=Han}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  return language.startsWith("zh")
    ? latin > A_NAME.latin && latin > han * LETTERS_EACH
    : han > A_NAME.han && han * LETTERS_EACH > latin;
}

function count(text, what) {
  return (text.match(what) ?? []).length;
}
