import { randomKey } from './api.js';
import { solve } from './proof.js';

/** Hands a letter in. The same letter keeps its key over every try, so that a lost answer never becomes a second letter. */
export class HandIn {
  #api;
  #key;
  #letter = null;

  constructor(api) {
    this.#api = api;
  }

  /** @param proving is called where very many letters come in and the platform asks each browser for a moment's work first */
  async send(letter, proving) {
    const same = JSON.stringify(letter);
    if (same !== this.#letter) this.#key = randomKey();
    this.#letter = same;
    try {
      return await this.#api.send(letter, this.#key);
    } catch (problem) {
      if (!problem.challenge) throw problem;
      proving();
      return this.#api.send({ ...letter, proof: await solve(problem.challenge) }, this.#key);
    }
  }

  /** The same letter is another one from now on: the old key would only replay the old answer. */
  forget() {
    this.#letter = null;
  }
}
