/**
 * Every key under which the guide keeps something: what a case file takes along, and what stays behind and why. An id
 * stands for each `<…>`, and for `<place>` the key of a value; what the keys hold is said in the modules that make them. A
 * test finds a key that is in neither.
 */

/** Everything that the reader ticked, wrote or chose. */
export const TAKEN_ALONG = [
  "tick:<item>",
  "person:<field>",
  "case:<issue>:field:<field>",
  "case:<issue>:letter:<letter>:field:<field>",
  "case:<issue>:letter:<letter>:edited:<language>",
  "case:<issue>:letter:<letter>:left",
  "case:<issue>:log:<entry>",
  "case:<issue>:file:<item>",
  "case:<issue>:way:<name>",
  "case:<issue>:provider",
  "case:<issue>:account-region",
  "case:<issue>:situation",
  "case:<issue>:touched",
  "provider",
  "account-region",
  "region",
  "letters:language",
  "letters:beside",
  "day:<region>:<clock>",
  "aside:<place>",
];

const COUNTED_ANEW = "a day of this device, for what is left alone too long; another device counts anew";
const READ_HERE = "what was read on this device; on another one the pages are read anew";
/** What is of this device alone, each with the reason. */
export const LEFT_BEHIND = {
  "asked": "what was asked of the search, for who comes back to it in that tab",
  "era": "a word by which a tab that slept learns that everything was erased here",
  "copied": "of the copies that were asked for on this device",
  "place": "whether others use a device is said on that device",
  "current": "the case that is taken in last becomes the current one",
  "ticks:touched": COUNTED_ANEW,
  "ticks:noticed": COUNTED_ANEW,
  "case:<issue>:noticed": COUNTED_ANEW,
  "language-offered": "in which language a device was first met is of that device alone",
  "opened:<page>": READ_HERE,
  "seen:<change>": READ_HERE,
};

/** What files of earlier versions have besides; it is passed over. */
const IN_OLD_FILES = ["ticks:<day>", "case:<issue>:noticed"];

/** The keys of what a case file takes along. */
export const CARRIED = whole(TAKEN_ALONG);

/** Every key that a case file may have. */
export const IN_FILES = whole([...TAKEN_ALONG, ...IN_OLD_FILES]);

function whole(patterns) {
  const id = "[A-Za-z\\d-]+";
  const inIds = (pattern) => pattern.replace("<place>", `${id}(?::${id})*`).replace(/<[a-z]+>/g, id);
  return new RegExp(`^(?:${patterns.map(inIds).join("|")})$`);
}
