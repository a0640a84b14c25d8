/**
 * What the open tabs of this copy of the guide tell each other: through a BroadcastChannel, and where there is none
 * (Safari before 15.4), by a word that comes into storage and goes again, of which the browser tells the other tabs.
 */

/** How long the other tabs have to answer, in milliseconds: they are all on this device. */
const TO_ANSWER = 300;

/** @typedef {{kind: string, from: string, to?: string, body?: any}} Message */

const own = String(crypto.getRandomValues(new Uint32Array(1))[0]);
/** @type {BroadcastChannel | null} */
let channel = null;
/** @type {(message: Message) => any} */
let hear = () => undefined;
/** @type {(key: string, text: string) => void} */
let passBy = () => {};
let name = "";
/** Whether this page is open, and not held ready for Back. */
let listens = false;
/** @type {Set<(message: Message) => void>} */
const asking = new Set();

/**
 * Listen to the other tabs.
 * @param {string} channelName @param {(message: Message) => any} onMessage  what it returns, if anything, is the answer
 * @param {(key: string, text: string) => void} throughStorage  brings a text there and takes it away at once
 */
export function joinTabs(channelName, onMessage, throughStorage) {
  name = channelName;
  hear = onMessage;
  passBy = throughStorage;
  open();
}

/** Tell the other tabs. @param {string} kind */
export function tellTabs(kind) {
  send({ kind, from: own });
}

/** Ask the other tabs. @param {string} kind @returns {Promise<any[]>} what those answered that are awake */
export async function askTabs(kind) {
  const answers = [];
  const collect = (message) => {
    if (message.to === own && message.kind === kind) {
      answers.push(message.body);
    }
  };
  asking.add(collect);
  tellTabs(kind);
  await new Promise((resolve) => { setTimeout(resolve, TO_ANSWER); });
  asking.delete(collect);
  return answers;
}

/** @param {Message} message */
function send(message) {
  if (channel) {
    channel.postMessage(message);
  } else if (listens) {
    passBy(storageKey(), JSON.stringify(message));
  }
}

/** @param {Message} message */
function receive(message) {
  if (message.to) {
    asking.forEach((collect) => collect(message));
    return;
  }
  const body = hear(message);
  if (body !== undefined) {
    send({ kind: message.kind, from: own, to: message.from, body });
  }
}

function storageKey() {
  return `${name}told`;
}

function open() {
  listens = name !== "";
  if (channel || !listens || !("BroadcastChannel" in window)) {
    return;
  }
  try {
    channel = new BroadcastChannel(name);
  } catch {
    return; // Blocked, as storage is.
  }
  channel.addEventListener("message", ({ data }) => receive(data));
}

window.addEventListener("storage", ({ key, newValue }) => {
  if (listens && !channel && key === storageKey() && newValue) {
    receive(JSON.parse(newValue));
  }
});

// An open channel would keep a page from being held ready for Back.
window.addEventListener("pagehide", () => {
  channel?.close();
  channel = null;
  listens = false;
});
window.addEventListener("pageshow", open);
