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

  /** @param lang the reader's language; the campaign answers in its own where it has no words in that */
  campaign(lang) {
    return this.#ask(this.#slug + query({ lang }));
  }

  /** @param near a constituency's code, to be told of places around it without a letter */
  progress(near) {
    return this.#ask(`${this.#slug}/progress${query({ near })}`);
  }

  mp(postcode, constituency) {
    return this.#ask(`${this.#slug}/mp${query({ postcode, constituency })}`);
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

  /** The writer says that they have sent the letter from their own mailbox. */
  sent(letter, token) {
    return this.#ask(`letters/${letter}/sent`, { token });
  }

  /** How many letters came over a personal link. */
  friends(code) {
    return this.#ask(`shares/${encodeURIComponent(code)}`);
  }

  /**
   * The personal link as a picture to point a camera at: an SVG element. Read by the browser as a document of its own, since
   * a page's policy may forbid to make elements from text, or pictures of other origins.
   */
  qr(from) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', `${this.#root}${this.#slug}/qr.svg${query({ from })}`);
      request.responseType = 'document';
      request.timeout = LOOK_UP_MS;
      request.onloadend = () => {
        const picture = request.responseXML?.documentElement;
        if (request.status === 200 && picture?.localName === 'svg') resolve(document.importNode(picture, true));
        else reject(new Problem());
      };
      request.send();
    });
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

/** A query of what is given. Mail programs read + as a plus sign, so URLSearchParams is no use here; some stumble over %40. */
export function query(fields) {
  const given = Object.entries(fields).filter(([, value]) => value);
  return given.length ? `?${given.map(([name, value]) => `${name}=${encodeURIComponent(value).replace('%40', '@')}`).join('&')}` : '';
}
