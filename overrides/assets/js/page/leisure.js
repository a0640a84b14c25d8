/** When the page has all it needs, and its reader nothing to wait for. @returns {Promise<void>} */
export function leisure() {
  return new Promise((resolve) => {
    // Some machines are never idle.
    const idle = () => (window.requestIdleCallback ? requestIdleCallback(() => resolve(), { timeout: 5000 }) : setTimeout(resolve));
    if (document.readyState === "complete") {
      idle();
    } else {
      window.addEventListener("load", idle, { once: true });
    }
  });
}
