/**
 * What the open tabs of this copy of the guide tell each other. Where the browser has no BroadcastChannel (Safari before
 * 15.4), nobody hears and nobody answers.
 */

/** How long the other tabs have to answer, in milliseconds: they are all on this device. */
const TO_ANSWER = 300;

/** @typedef {{kind: string, from: string, to?: string, body?: any}} Message */

const own = String(crypto.getRandomValues(new Uint32Array(1))[0]);
/** @type {BroadcastChannel | null} */
let channel = null;
/** @type {(message: Message) => any} */
let hear = () => undefined;
let name = "";

/**
 * Listen to the other tabs.
 * @param {string} channelName @param {(message: Message) => any} onMessage  what it returns, if anything, is the answer
 */
export function joinTabs(channelName, onMessage) {
  name = channelName;
  hear = onMessage;
  open();
}

/** Tell the other tabs. @param {string} kind */
export function tellTabs(kind) {
  channel?.postMessage({ kind, from: own });
}

/** Ask the other tabs. @param {string} kind @returns {Promise<any[]>} what those answered that are awake */
export async function askTabs(kind) {
  if (!channel) {
    return [];
  }
  const answers = [];
  const collect = ({ data }) => {
    if (data.to === own && data.kind === kind) {
      answers.push(data.body);
    }
  };
  const asked = channel;
  asked.addEventListener("message", collect);
  tellTabs(kind);
  await new Promise((resolve) => { setTimeout(resolve, TO_ANSWER); });
  asked.removeEventListener("message", collect);
  return answers;
}

function open() {
  if (channel || !name || !("BroadcastChannel" in window)) {
    return;
  }
  try {
    channel = new BroadcastChannel(name);
  } catch {
    return; // Blocked, as storage is.
  }
  channel.addEventListener("message", ({ data }) => {
    if (!data.to) {
      const body = hear(data);
      if (body !== undefined) {
        channel?.postMessage({ kind: data.kind, from: own, to: data.from, body });
      }
    }
  });
}

// An open channel would keep a page from being held ready for Back.
window.addEventListener("pagehide", () => {
  channel?.close();
  channel = null;
});
window.addEventListener("pageshow", open);
