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
    try {
      const headers = {};
      if (body) headers['Content-Type'] = 'application/json';
      if (key) headers['Idempotency-Key'] = key;
      const answer = await fetch(this.#root + path, {
        method: body ? 'POST' : 'GET',
        headers,
        body: body && JSON.stringify(body),
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        // The clock covers the body too: a stalled answer must end like a missing one.
        signal: AbortSignal.timeout(key ? SEND_MS : LOOK_UP_MS),
      });
      const document = await answer.json();
      if (!answer.ok) throw new Problem(document, answer.status);
      return document;
    } catch (failure) {
      throw failure instanceof Problem ? failure : new Problem();
    }
  }
}

/** 128 random bits. crypto.randomUUID does not exist on pages served over plain http, getRandomValues does. */
export function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16).padStart(8, '0')).join('');
}
