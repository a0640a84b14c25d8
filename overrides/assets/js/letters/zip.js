/** A .zip archive of files stored as they are (PKWARE APPNOTE 6.3): all that a .docx needs. */

const VERSION = 20;
const NAMES_ARE_UTF_8 = 1 << 11;
const [LOCAL_FILE, DIRECTORY_ENTRY, DIRECTORY_END] = [0x04034b50, 0x02014b50, 0x06054b50];

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

/**
 * The same files at the same time give the same bytes, on any device.
 * @param {{name: string, data: Uint8Array}[]} files  names with "/" between folders
 * @param {Date} when  stands beside each file, in UTC, within the years 1980 to 2107 that the format knows
 * @returns {Blob}
 */
export function zip(files, when) {
  const stamp = dosTime(when);
  const chunks = [];
  const directory = [];
  let offset = 0;
  for (const { name, data } of files) {
    const encodedName = new TextEncoder().encode(name);
    const described = [
      [2, VERSION], [2, NAMES_ARE_UTF_8], [2, 0], ...stamp,
      [4, crc32(data)], [4, data.length], [4, data.length], [2, encodedName.length], [2, 0],
    ];
    const local = record([[4, LOCAL_FILE], ...described]);
    directory.push(
      record([[4, DIRECTORY_ENTRY], [2, VERSION], ...described, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      encodedName,
    );
    chunks.push(local, encodedName, data);
    offset += local.length + encodedName.length + data.length;
  }
  const size = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const end = record([
    [4, DIRECTORY_END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0],
  ]);
  return new Blob([...chunks, ...directory, end], { type: "application/zip" });
}

/**
 * The checksum of zip archives (ISO 3309, as an unsigned number).
 * @param {Uint8Array} data
 * @returns {number}
 */
export function crc32(data) {
  let rest = 0xffffffff;
  for (const byte of data) {
    rest = CRC_TABLE[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** Little-endian numbers of 2 or 4 bytes, one after the other. */
function record(fields) {
  const bytes = new Uint8Array(fields.reduce((length, [size]) => length + size, 0));
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const [size, number] of fields) {
    if (size === 2) {
      view.setUint16(place, number, true);
    } else {
      view.setUint32(place, number, true);
    }
    place += size;
  }
  return bytes;
}

function dosTime(when) {
  const [first, last] = [Date.UTC(1980, 0, 1), Date.UTC(2107, 11, 31, 23, 59, 58)];
  const time = new Date(Math.min(Math.max(when.getTime(), first), last));
  return [
    [2, (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1)],
    [2, ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate()],
  ];
}
