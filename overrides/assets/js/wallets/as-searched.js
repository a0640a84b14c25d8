/**
 * A search in which a wallet was named leads to a plan with it in the address: it is chosen there as by hand, and the
 * address forgets it, so that nobody's link chooses it again.
 * @param {any} choice  the <provider-choice> of the page, if it has one
 */
export function chooseAsSearched(choice) {
  const address = new URL(window.location.href);
  const [wallet, region] = ["wallet", "region"].map((name) => address.searchParams.get(name));
  if (wallet === null) {
    return;
  }
  choice?.choose(wallet, region);
  ["wallet", "region"].forEach((name) => address.searchParams.delete(name));
  window.history.replaceState(window.history.state, "", address);
}
