/**
 * A first guess at the reader's region from what the browser says of itself: its time zone, and where that is none,
 * the regions in its languages. Nothing is asked of the network. It is only ever shown as a guess. Pure.
 */

const ZONES = {
  cn: ["Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin", "Asia/Kashgar", "PRC"],
  hk: ["Asia/Hong_Kong", "Hongkong"],
  mo: ["Asia/Macau", "Asia/Macao"],
  tw: ["Asia/Taipei", "ROC"],
  sg: ["Asia/Singapore", "Singapore"],
  my: ["Asia/Kuala_Lumpur", "Asia/Kuching"],
  uk: ["Europe/London", "Europe/Belfast", "GB"],
  us: [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix", "America/Detroit",
    "America/Boise", "America/Anchorage", "America/Juneau", "America/Sitka", "America/Nome", "America/Yakutat",
    "America/Metlakatla", "America/Adak", "America/Menominee", "Pacific/Honolulu",
  ],
  ca: [
    "America/Toronto", "America/Montreal", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax",
    "America/St_Johns", "America/Regina", "America/Moncton", "America/Whitehorse", "America/Yellowknife",
    "America/Iqaluit", "America/Goose_Bay", "America/Glace_Bay", "America/Thunder_Bay", "America/Dawson",
  ],
  nz: ["Pacific/Auckland", "Pacific/Chatham", "NZ"],
  in: ["Asia/Kolkata", "Asia/Calcutta"],
  kr: ["Asia/Seoul", "ROK"],
  jp: ["Asia/Tokyo", "Japan"],
  ph: ["Asia/Manila"],
  id: ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"],
  th: ["Asia/Bangkok"],
  br: [
    "Sao_Paulo", "Manaus", "Rio_Branco", "Noronha", "Araguaina", "Bahia", "Belem", "Boa_Vista", "Campo_Grande", "Cuiaba",
    "Eirunepe", "Fortaleza", "Maceio", "Porto_Acre", "Porto_Velho", "Recife", "Santarem",
  ].map((city) => `America/${city}`),
  ch: ["Europe/Zurich"],
  eu: [
    "Amsterdam", "Athens", "Berlin", "Bratislava", "Brussels", "Bucharest", "Budapest", "Busingen", "Copenhagen", "Dublin",
    "Helsinki", "Lisbon", "Ljubljana", "Luxembourg", "Madrid", "Malta", "Mariehamn", "Oslo", "Paris", "Prague", "Riga",
    "Rome", "Sofia", "Stockholm", "Tallinn", "Vaduz", "Vienna", "Vilnius", "Warsaw", "Zagreb",
  ].map((city) => `Europe/${city}`).concat("Asia/Nicosia", "Atlantic/Reykjavik", "Atlantic/Canary", "Atlantic/Madeira", "Atlantic/Azores"),
  ae: ["Asia/Dubai"],
  za: ["Africa/Johannesburg"],
};
const FAMILIES = { us: /^America\/(Indiana|Kentucky|North_Dakota)\/|^US\//, ca: /^Canada\//, au: /^Australia\//, br: /^Brazil\// };
const NO_PLACE = /^(Etc\/|UTC|GMT|UCT|Zulu|$)/;
const COUNTRIES = { GB: "uk" };

/** The ids of the regions that the guide knows; a test holds them against the data. */
export const REGIONS = [...new Set([...Object.keys(ZONES), ...Object.keys(FAMILIES)])];

/**
 * @param {string} zone  an IANA name
 * @param {readonly string[]} languages  as the browser lists them, the first preferred
 * @param {readonly string[]} regions  ids to choose from
 * @returns {string | null}
 */
export function guessRegion(zone, languages, regions) {
  const guess = NO_PLACE.test(zone) ? byLanguage(languages, regions) : byZone(zone);
  return regions.includes(guess) ? guess : null;
}

function byZone(zone) {
  const [id] = Object.entries(ZONES).find(([, zones]) => zones.includes(zone))
    ?? Object.entries(FAMILIES).find(([, family]) => family.test(zone))
    ?? [null];
  return id;
}

function byLanguage(languages, regions) {
  const countries = languages.map((tag) => /-([A-Z]{2})$/.exec(tag)?.[1]).filter(Boolean);
  return countries.map((country) => COUNTRIES[country] ?? country.toLowerCase()).find((id) => regions.includes(id)) ?? null;
}
