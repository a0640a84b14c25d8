/**
 * What the data file and the scripts call alike. Written by `make schema` from macros/model/vocabulary.py: change it
 * there.
 *
 * @typedef {keyof typeof LANGUAGES} Language
 * @typedef {"card" | "mainland-id" | "id-number" | "passport" | "iban" | "seed-phrase" | "one-time-code" | "password" | "cvv" | "secret-perhaps" | "threat" | "label"} RiskKind
 * @typedef {"not-json" | "not-utf8" | "foreign" | "newer" | "broken" | "too-big" | "too-many" | "locked" | "insecure" | "wrong-passphrase"} FileFault
 * @typedef {"clock" | "contact-log" | "difference" | "domicile" | "evidence" | "first-complaint" | "last-promise" | "last-reference" | "provider" | "region" | "rows" | "rules" | "situation" | "today" | "transaction" | "wallet"} DrawnFrom
 * @typedef {"business-days" | "calendar-days" | "days" | "weeks" | "months" | "years"} Unit
 * @typedef {"provider" | "reader" | "door"} Whose
 */

/** The guide's languages: as Intl knows them, their script, how each writes a day, whether its marks are full-width. */
export const LANGUAGES = {
  "zh": {
    "locale": "zh-CN",
    "script": "Hans",
    "day": "y 年 M 月 d 日",
    "fullWidth": true
  },
  "zh-Hant": {
    "locale": "zh-TW",
    "script": "Hant",
    "day": "y 年 M 月 d 日",
    "fullWidth": true
  },
  "en": {
    "locale": "en-GB",
    "script": "Latn",
    "day": "d MMMM y",
    "fullWidth": false
  }
};

/** The fields that say on the cover of a complaint pack whose matter it is, and which. */
export const COVER_FIELDS = [
  "matter",
  "entity",
  "account",
  "transaction",
  "amount",
  "happened",
  "name",
  "contact"
];

/** The other fields of letters that scripts know by their id. */
export const FIELDS = {
  "entity": "entity",
  "right": "right",
  "principal": "principal",
  "capacity": "capacity",
  "authorityProof": "authority-proof",
  "complained": "complained",
  "replyBy": "reply-by",
  "transaction": "transaction",
  "agreed": "agreed",
  "charged": "charged"
};
