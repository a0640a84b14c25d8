/** What the type check cannot read from a script: what our templates hold, and what some browsers have. */

type Tags = HTMLElementTagNameMap;

/** What a selector finds in our pages is HTML, unless a script says otherwise: `input[…]` an input, and so on. */
interface ParentNode {
  querySelector<Tag extends keyof Tags>(selectors: Tag | `${Tag}[${string}`): Tags[Tag] | null;
  querySelector<Found extends Element = HTMLElement>(selectors: string): Found | null;
  querySelectorAll<Tag extends keyof Tags>(selectors: Tag | `${Tag}[${string}`): NodeListOf<Tags[Tag]>;
  querySelectorAll<Found extends Element = HTMLElement>(selectors: string): NodeListOf<Found>;
}

interface Element {
  closest<Tag extends keyof Tags>(selectors: Tag): Tags[Tag] | null;
  closest<Found extends Element = HTMLElement>(selectors: string): Found | null;
  cloneNode(deep?: boolean): this;
}

/** Whose day a limit ends on, as the templates write it into `data-whose`. */
type Whose = "reader" | "provider" | "door";

interface DOMStringMap {
  language?: Language;
  unit?: import("../../overrides/assets/js/page/vocabulary.js").Unit;
  whose?: Whose;
}

/** Chromium alone tells what the reader's connection is like. */
interface Navigator {
  readonly connection?: { readonly saveData: boolean };
}

type Language = import("../../overrides/assets/js/page/vocabulary.js").Language;

/** A text in each language, by the language's code. */
type Texts = Record<string, string>;

/** A blank of a letter, as the desk describes it: macros/model/ says more. */
interface Field {
  id: string;
  type: string;
  label: Texts;
  help?: Texts;
  example?: Texts;
  scope?: "person" | "case" | "letter";
  numbered?: boolean;
  tells?: boolean;
  logged?: boolean;
  reference?: boolean;
  drawn_from?: string;
  denied_by?: { field: string, choices: string[] };
  of_wallet?: Texts;
  of_another?: Texts;
  otherwise?: Texts;
  autocomplete?: string;
  inputmode?: string;
  card?: boolean;
  choices?: { id: string; label: Texts; says?: Texts }[];
  columns?: { id: string; label: Texts; type?: "date" | "datetime" | "money"; reference?: boolean }[];
  row?: Texts;
}

/** What letters and the case share, written by macros/render/letters.py. */
interface Desk {
  language: Language;
  fields: Record<string, Field>;
  script: Record<string, any>[];
  [part: string]: any;
}

interface HTMLElementTagNameMap {
  "letter-builder": import("../../overrides/assets/js/letters/letter-builder.js").Builder;
  "letter-ways": import("../../overrides/assets/js/letters/letter-ways.js").Ways;
  "typed-field": import("../../overrides/assets/js/letters/typed-field.js").FormField;
}
