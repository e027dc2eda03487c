import { Problem } from './problem.js';

// Long enough for a phone on a poor network, short enough that nobody stares at a dead button.
const LOOK_UP_MS = 12_000;
const SEND_MS = 25_000;

/** The public surface of one campaign. Every method rejects with a Problem. */
export class Api {
  #root;
  #slug;

  constructor(origin, slug) {
    this.#root = `${origin}/v1/public/`;
    this.#slug = `campaigns/${encodeURIComponent(slug)}`;
  }

  campaign() {
    return this.#ask(this.#slug);
  }

  progress() {
    return this.#ask(`${this.#slug}/progress`);
  }

  mp(postcode, constituency) {
    const query = new URLSearchParams(constituency ? { postcode, constituency } : { postcode });
    return this.#ask(`${this.#slug}/mp?${query}`);
  }

  preview(letter) {
    return this.#ask(`${this.#slug}/preview`, letter);
  }

  send(letter, key) {
    return this.#ask(`${this.#slug}/letters`, letter, key);
  }

  confirm(letter, code) {
    return this.#ask('confirmations', { letter, code });
  }

  async #ask(path, body, key) {
    const patience = new AbortController();
    // The clock covers the body too: a stalled answer must end like a missing one.
    const clock = setTimeout(() => patience.abort(), key ? SEND_MS : LOOK_UP_MS);
    try {
      const headers = { Accept: 'application/json, application/problem+json' };
      if (body) headers['Content-Type'] = 'application/json';
      if (key) headers['Idempotency-Key'] = key;
      const answer = await fetch(this.#root + path, {
        method: body ? 'POST' : 'GET',
        headers,
        body: body && JSON.stringify(body),
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        signal: patience.signal,
      });
      const document = await answer.json();
      if (!answer.ok) throw new Problem(document, answer.status);
      return document;
    } catch (failure) {
      throw failure instanceof Problem ? failure : new Problem();
    } finally {
      clearTimeout(clock);
    }
  }
}

/** A random version 4 UUID. crypto.randomUUID does not exist on pages served over plain http, getRandomValues does. */
export function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(bytes, (byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
}
