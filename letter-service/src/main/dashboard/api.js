import { Problem } from './problem.js';

const PATIENCE_MS = 20_000;
const PAGE = 50;
/** As many campaigns as anybody looks through; the API has the others. */
const MOST_CAMPAIGNS = 200;

/** What an organisation's key may ask. Every method rejects with a Problem. */
export class Api {
  /** Here alone, and gone with the page: in no address, no storage, no cookie. */
  #key;

  constructor(key) {
    this.#key = key;
  }

  organisation() {
    return this.#ask('/v1/organisation');
  }

  async campaigns() {
    return (await this.#ask(`/v1/campaigns?limit=${MOST_CAMPAIGNS}`)).campaigns;
  }

  statistics(campaign) {
    return this.#ask(`/v1/campaigns/${campaign}/statistics`);
  }

  /** Public, and asked for without the key. */
  progress(slug) {
    return this.#ask(`/v1/public/campaigns/${slug}/progress`, { open: true });
  }

  comments(campaign, state, cursor) {
    return this.#list(`/v1/campaigns/${campaign}/comments`, { state, cursor });
  }

  approve(comment) {
    return this.#ask(`/v1/comments/${comment}/approve`, { method: 'POST' });
  }

  reject(comment, reason) {
    return this.#ask(`/v1/comments/${comment}/reject`, { method: 'POST', body: { reason } });
  }

  held(campaign, cursor) {
    return this.#list(`/v1/campaigns/${campaign}/letters`, { state: 'held', cursor });
  }

  content(letter) {
    return this.#ask(`/v1/letters/${letter}/content`);
  }

  release(letter) {
    return this.#ask(`/v1/letters/${letter}/release`, { method: 'POST' });
  }

  recall(letter) {
    return this.#ask(`/v1/letters/${letter}/recall`, { method: 'POST' });
  }

  #list(path, { state, cursor }) {
    const query = new URLSearchParams({ state, limit: PAGE });
    if (cursor) query.set('cursor', cursor);
    return this.#ask(`${path}?${query}`);
  }

  async #ask(path, { method = 'GET', body, open = false } = {}) {
    let answer;
    let document;
    try {
      const headers = open ? {} : { Authorization: `Bearer ${this.#key}` };
      if (body) headers['Content-Type'] = 'application/json';
      answer = await fetch(path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      document = await answer.json();
    } catch {
      throw new Problem();
    }
    if (!answer.ok) throw new Problem(document, answer.status, Number(answer.headers.get('Retry-After')) || 0);
    return document;
  }
}
