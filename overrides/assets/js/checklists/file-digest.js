/**
 * The fingerprint (SHA-256) of a file, by which anyone can later see that the file was not changed. The file is
 * read once and nothing of it is kept. Needs a secure context (https, or this device itself).
 */

/** The largest file in bytes: the browser hashes a file only as a whole, in memory. */
export const LARGEST = 100 * 1024 * 1024;

/**
 * @param {Blob} blob
 * @param {(share: number) => void} [onProgress]  told the share read so far, up to 1
 * @returns {Promise<string>}  64 hexadecimal digits
 * @throws {RangeError} with `code` "too-big" above LARGEST
 * @throws {Error} with `code` "insecure" where the page was opened in another way
 * @throws {DOMException} NotReadableError, if the file was moved or changed meanwhile
 */
export async function sha256(blob, onProgress = () => {}) {
  if (blob.size > LARGEST) {
    throw Object.assign(new RangeError(`${blob.size} bytes; at most ${LARGEST} can be hashed`), { code: "too-big" });
  }
  if (!crypto.subtle) {
    throw Object.assign(new Error("fingerprints need a secure context"), { code: "insecure" });
  }
  const digest = await crypto.subtle.digest("SHA-256", await bytes(blob, onProgress));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function bytes(blob, onProgress) {
  const all = new Uint8Array(blob.size);
  const reader = blob.stream().getReader();
  let read = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    all.set(value, read);
    read += value.length;
    onProgress(read / all.length);
  }
  return all;
}
