/**
 * Entries that wait for a decision. They keep their places while somebody works through them: what is decided stays and says
 * so, and what comes meanwhile is counted in `news` until somebody asks for it.
 */
export class Queue {
  entries = null;
  news = 0;

  #fetch;
  #more = false;

  /** @param fetch promises {entries, more}: those that wait now, and whether there are others behind them */
  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** Comments that wait for their first reading, and those that were hidden as readers complained. */
  static ofComments(api, campaign) {
    return new Queue(async () => {
      const [reported, pending] = await Promise.all([api.comments(campaign, 'reported'), api.comments(campaign, 'pending')]);
      return { entries: [...reported.comments, ...pending.comments], more: !!(reported.next || pending.next) };
    });
  }

  static ofLetters(api, campaign) {
    return new Queue(async () => {
      const { letters, next } = await api.held(campaign);
      return { entries: letters, more: !!next };
    });
  }

  get waiting() {
    return this.entries.filter((entry) => !entry.outcome).length;
  }

  /** Whether more wait than are shown; they come once these are decided. */
  get more() {
    return this.#more;
  }

  async fill() {
    const { entries, more } = await this.#fetch();
    this.entries = entries;
    this.#more = more;
    this.news = 0;
  }

  async look() {
    if (!this.entries) return;
    const { entries } = await this.#fetch();
    const known = new Set(this.entries.map(({ id }) => id));
    this.news = entries.filter(({ id }) => !known.has(id)).length;
  }

  /** What takes the focus once an entry is decided: the next that waits, the first that does, or the heading above them. */
  next(entry) {
    const after = this.entries.slice(this.entries.indexOf(entry) + 1);
    const next = [...after, ...this.entries].find(({ outcome }) => !outcome);
    return next ? `entry-${next.id}` : 'heading';
  }
}
