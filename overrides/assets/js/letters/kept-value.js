/** Values of several parts, as the store keeps them. Pure. */

/** A value of several parts; {} where it is empty or broken. @param {string | null} value */
export function parsed(value) {
  try {
    const whole = JSON.parse(value ?? "") ?? {};
    return Array.isArray(whole) ? whole.map(inTexts) : inTexts(whole);
  } catch {
    return {};
  }
}

/** Every part is a text: another program may have written an amount as a number. */
function inTexts(record) {
  const isRecord = record && typeof record === "object" && !Array.isArray(record);
  const asText = (part) => (["number", "boolean"].includes(typeof part) ? String(part) : typeof part === "string" ? part : "");
  return isRecord ? Object.fromEntries(Object.entries(record).map(([key, part]) => [key, asText(part)])) : record;
}

/** The rows of a table. @param {string | null} value @returns {Record<string, string>[]} */
export function rowsOf(value) {
  const rows = parsed(value);
  return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object") : [];
}

/** The rows of a table in which something stands. @param {Field} field @param {string | null} value */
export function filledRows(field, value) {
  return rowsOf(value).filter((row) => field.columns.some(({ id }) => row[id]?.trim()));
}

/** Under which key a row keeps the currency that was chosen for one of its amounts. @param {string} column */
export function currencyKey(column) {
  return `${column}-currency`;
}
