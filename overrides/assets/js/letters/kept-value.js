/** Values of several parts, as the store keeps them; what another program made of them is text all the same. Pure. */

/** A value of several parts; {} where it is empty or broken. @param {string | null} value @returns {Record<string, string>} */
export function parsed(value) {
  return asTexts(read(value));
}

/** The rows of a table. @param {string | null} value @returns {Record<string, string>[]} */
export function rowsOf(value) {
  const rows = read(value);
  return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object").map(asTexts) : [];
}

function read(value) {
  try {
    return JSON.parse(value ?? "");
  } catch {
    return null;
  }
}

/** The parts that are text, or a number where text belongs. */
function asTexts(parts) {
  const named = parts && typeof parts === "object" && !Array.isArray(parts) ? Object.entries(parts) : [];
  return Object.fromEntries(named.filter(([, part]) => ["string", "number"].includes(typeof part)).map(([name, part]) => [name, String(part)]));
}

/** The rows of a table in which something stands. @param {Field} field @param {string | null} value */
export function filledRows(field, value) {
  return rowsOf(value).filter((row) => field.columns.some(({ id }) => row[id]?.trim()));
}

/** Under which key a row keeps the currency that was chosen for one of its amounts. @param {string} column */
export function currencyKey(column) {
  return `${column}-currency`;
}
