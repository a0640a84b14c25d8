import { daysBetween } from "../kept/days.js";

/** Days as a picture: numbered marks on a line, drawn from the page's own SVG, told in full by the list below it. */

const LEFT = 14;
const RIGHT = 306;
const GAP = 25;

/**
 * @typedef {{day: string, kind: "today" | "contact" | "promised" | "provider" | "door" | "reader", said: string}} Mark
 *
 * @param {Mark[]} marks  in order
 * @param {DocumentFragment} copy  an SVG with the line, and a second one that holds a mark
 * @returns {SVGElement}
 */
export function timeline(marks, copy) {
  const picture = /** @type {SVGElement} */ (copy.querySelector(".timeline-svg"));
  const mark = copy.querySelector(".timeline-mark");
  placesOf(marks).forEach((place, index) => {
    const drawn = mark.cloneNode(true);
    drawn.classList.add(marks[index].kind);
    drawn.querySelector("circle").setAttribute("cx", String(place));
    drawn.querySelector("text").setAttribute("x", String(place));
    drawn.querySelector("text").textContent = String(index + 1);
    picture.append(drawn);
  });
  return picture;
}

/** Where the marks stand: by their days, moved apart where they would cover each other. @param {Mark[]} marks */
function placesOf(marks) {
  const span = Math.max(1, daysBetween(marks[0].day, marks.slice(-1)[0].day));
  const gap = Math.min(GAP, (RIGHT - LEFT) / Math.max(1, marks.length - 1));
  const places = marks.map(({ day }) => LEFT + (daysBetween(marks[0].day, day) / span) * (RIGHT - LEFT));
  for (let index = 1; index < places.length; index += 1) {
    places[index] = Math.max(places[index], places[index - 1] + gap);
  }
  places[places.length - 1] = Math.min(places.slice(-1)[0], RIGHT);
  for (let index = places.length - 2; index >= 0; index -= 1) {
    places[index] = Math.min(places[index], places[index + 1] - gap);
  }
  return places.map((place) => Math.round(place * 10) / 10);
}
