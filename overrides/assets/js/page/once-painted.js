/** Do what the reader need not wait for once the browser has drawn what they see next. @param {() => void} work */
export function oncePainted(work) {
  requestAnimationFrame(() => setTimeout(work));
}
