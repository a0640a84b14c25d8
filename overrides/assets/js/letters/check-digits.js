/** Check digits, and the days of birth within id numbers. Pure. */

/** Whether the digits end in the check digit of payment cards (ISO/IEC 7812-1, Annex B). @param {string} digits */
export function passesLuhn(digits) {
  const sum = Array.from(digits, Number).reverse().reduce((total, digit, place) => {
    const doubled = place % 2 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The sum of a number's characters, each times its weight; a letter counts ten and more. @param {string} number @param {number[]} weights */
export function weighed(number, weights) {
  return weights.reduce((total, weight, place) => total + weight * parseInt(number[place], 36), 0);
}

/** The rest of a number of any length. @param {string} digits @param {number} modulus */
export function rest(digits, modulus) {
  return Array.from(digits, Number).reduce((left, digit) => (left * 10 + digit) % modulus, 0);
}

/** ISO 7064, MOD 11,10. @param {string} digits  the check digit last */
export function passesMod11And10(digits) {
  const product = Array.from(digits.slice(0, -1), Number).reduce((last, digit) => (((last + digit) % 10 || 10) * 2) % 11, 10);
  return (product + Number(digits.slice(-1))) % 10 === 1;
}

/** The product of two elements of the group of ten that the turns and flips of a pentagon make. */
function product(one, other) {
  const [turn, flips] = [other % 5, one >= 5];
  return ((flips ? one - turn : one + turn) + 5) % 5 + (flips === other >= 5 ? 0 : 5);
}

const MOVED = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Verhoeff’s check digit. @param {string} digits  the check digit last */
export function passesVerhoeff(digits) {
  const moved = (digit, times) => (times ? moved(MOVED[digit], times - 1) : digit);
  return Array.from(digits, Number).reverse().reduce((sum, digit, place) => product(sum, moved(digit, place % 8)), 0) === 0;
}

// Numbers of orders begin with the day of the order.
const YOUNGEST = 16;
const OLDEST = 29;

/**
 * Whether the digits are a day on which somebody who has a wallet may be born. A year of
 * two digits that may be one of these last is none of a birth.
 * @param {string} digits @param {"yymmdd" | "ddmmyy" | "yyyymmdd"} order
 */
export function isBirthday(digits, order) {
  const part = (letter) => digits.slice(order.indexOf(letter), order.lastIndexOf(letter) + 1);
  const [year, month, day] = ["y", "m", "d"].map(part);
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < YOUNGEST ? 2000 : 1900);
  return (year.length === 4 || Number(year) < YOUNGEST || Number(year) > OLDEST) && isDay(full, Number(month), Number(day));
}

/** Whether the calendar has that day. @param {number} year @param {number} month @param {number} day */
export function isDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
