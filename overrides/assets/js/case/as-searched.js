/**
 * A search in which a wallet was named leads to a plan with it in the address: it is chosen there as by hand, and the
 * address forgets it, so that nobody's link chooses it again.
 */

import { keepAccountRegion } from "../kept/cases.js";

/** @param {URLSearchParams} named */
async function choose(named) {
  await customElements.whenDefined("provider-choice");
  const choice = document.querySelector("provider-choice");
  const list = choice?.querySelector("select");
  const [wallet, region] = [named.get("wallet"), named.get("region")];
  const option = list?.querySelector(`option[value="${CSS.escape(wallet)}"]`);
  if (!option) {
    return;
  }
  list.value = wallet;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  if (option.dataset.regions.split(" ").includes(region)) {
    keepAccountRegion(choice.dataset.issue ?? "", wallet, region);
  }
}

const address = new URL(window.location.href);
choose(new URLSearchParams(address.search));
["wallet", "region"].forEach((name) => address.searchParams.delete(name));
window.history.replaceState(window.history.state, "", address);
