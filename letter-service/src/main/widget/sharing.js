/** What helps a supporter to bring the next ones: their link, who came over it, and where letters are missing. */
export class Sharing {
  /** How many friends have written through the personal link. */
  friends = 0;
  /** Constituencies around the supporter's own without a letter. */
  near = [];
  /** The link as a picture, once it was asked for. */
  qr = null;
  #journey;

  constructor(journey) {
    this.#journey = journey;
  }

  /** The address to pass on, with the supporter's personal code where the platform gave one. */
  get url() {
    const { receipt, campaign } = this.#journey;
    return receipt?.share?.url ?? campaign.share.url;
  }

  get #code() {
    return new URL(this.url).searchParams.get('from');
  }

  /** The thanks matter, the numbers do not: where they cannot be had, the old ones stay. */
  async count() {
    const journey = this.#journey;
    try {
      const { near = [], ...progress } = await journey.api.progress(journey.found.constituency?.code);
      journey.campaign.progress = progress;
      this.near = near;
      journey.changed();
    } catch {}
  }

  /** Somebody looks at the page again: have friends written meanwhile? */
  async look() {
    const journey = this.#journey;
    if (journey.step !== 'sent' || !this.#code) return;
    try {
      const { friends } = await journey.api.friends(this.#code);
      if (friends > this.friends) journey.said = journey.words.friends(friends);
      this.friends = friends;
      journey.changed();
    } catch {}
  }

  async draw() {
    this.qr = await this.#journey.api.qr(this.#code);
  }
}
