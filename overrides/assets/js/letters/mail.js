/** An address that opens the reader's mail program with a letter in it (RFC 6068). */

const LINE_END = /\r\n|\r|\n/g;
const HALF_A_PAIR = /\p{Surrogate}/gu;

/**
 * Longer addresses open nothing at all in common mail programs, so a body that makes the address too long is left
 * out, and a subject that still does is cut.
 * @param {{to: string, subject: string, body: string, limit?: number}} mail
 *   `to` may be empty or several addresses with commas; `limit` is the longest address in characters
 * @returns {{href: string, bodyFits: boolean}}
 */
export function mailTo({ to, subject, body, limit = 1800 }) {
  const start = `mailto:${encode(to.trim()).replaceAll("%40", "@").replaceAll("%2C", ",")}`;
  const oneLine = subject.replace(LINE_END, " ");
  const whole = start + query({ subject: oneLine, body });
  if (whole.length <= limit) {
    return { href: whole, bodyFits: true };
  }
  return { href: start + query({ subject: cut(oneLine, limit - start.length - "?subject=".length) }), bodyFits: false };
}

function query(fields) {
  const filled = Object.entries(fields).filter(([, text]) => text);
  return filled.length ? `?${filled.map(([name, text]) => `${name}=${encode(text)}`).join("&")}` : "";
}

function encode(text) {
  // encodeURIComponent throws on half a surrogate pair.
  return encodeURIComponent(text.replace(HALF_A_PAIR, "\uFFFD").replace(LINE_END, "\r\n"));
}

/** As many whole characters of `text` as take no more than `room` once encoded. */
function cut(text, room) {
  let taken = "";
  let left = room;
  for (const character of text) {
    left -= encode(character).length;
    if (left < 0) {
      break;
    }
    taken += character;
  }
  return taken;
}
