/**
 * Solves a challenge of ALTCHA's protocol: which number makes the SHA-256 of salt and number the challenge? Pages served over
 * plain http have no crypto.subtle, and a hash at a time through promises would be slower anyway; so the hash is computed here.
 * It works in slices, between which the page stays alive.
 */
const SLICE_MS = 12;
/** A page that nobody looks at is woken once a second: it may take more at a time. */
const UNSEEN_SLICE_MS = 500;

export async function solve({ algorithm, challenge, maxnumber, salt, signature }) {
  const hash = hashesAfter(salt);
  const wanted = challenge.match(/.{8}/g).map((word) => parseInt(word, 16) | 0);
  let number = 0;
  for (;;) {
    const until = performance.now() + (document.hidden ? UNSEEN_SLICE_MS : SLICE_MS);
    do {
      if (hash(number).every((word, i) => word === wanted[i])) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
      if (++number > maxnumber) throw new Error('no solution');
    } while (number % 64 || performance.now() < until);
    await new Promise((resume) => setTimeout(resume));
  }
}

/** The fractions of the square (power 1/2) or cube roots (1/3) of the first primes, 32 bits each (FIPS 180-4, 4.2.2 and 5.3.3). */
function roots(count, power) {
  const found = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let factor = 2;
    while (candidate % factor) factor++;
    if (factor === candidate) found.push((candidate ** power * 2 ** 32) | 0);
  }
  return found;
}

const rotated = (word, bits) => (word >>> bits) | (word << (32 - bits));

/** The eight words of the SHA-256 of a text of ASCII characters and a number behind it. */
function hashesAfter(salt) {
  const constants = roots(64, 1 / 3);
  const initial = roots(8, 1 / 2);
  const schedule = new Int32Array(64);
  return (number) => {
    const text = salt + number;
    const message = new Int32Array((((text.length + 8) >> 6) + 1) * 16);
    for (let i = 0; i <= text.length; i++) message[i >> 2] |= (i < text.length ? text.charCodeAt(i) : 0x80) << (24 - (i % 4) * 8);
    message[message.length - 1] = text.length * 8;
    const state = Int32Array.from(initial);
    for (let block = 0; block < message.length; block += 16) {
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const x = schedule[i - 15];
        const y = schedule[i - 2];
        schedule[i] = i < 16 ? message[block + i] : schedule[i - 16] + schedule[i - 7]
          + (rotated(x, 7) ^ rotated(x, 18) ^ x >>> 3) + (rotated(y, 17) ^ rotated(y, 19) ^ y >>> 10);
        const first = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + (e & f ^ ~e & g) + constants[i] + schedule[i] | 0;
        const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + (a & b ^ a & c ^ b & c);
        [h, g, f, e, d, c, b, a] = [g, f, e, d + first | 0, c, b, a, first + second | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => state[i] += value);
    }
    return state;
  };
}
