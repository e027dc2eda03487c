import { Api } from './api.js';
import { fetchMap } from './map.js';
import { Queue } from './queue.js';
import { explain } from './problem.js';
import { languages, preferred } from './words/languages.js';

/** What is older than this is asked for again when somebody comes back to the page. */
const FRESH_MS = 50_000;
const SLOW_MS = 2_000;
/** How many campaigns of the list are shown with their counts. */
const COUNTED = 20;

const VIEWS = ['numbers', 'comments', 'letters'];

/**
 * What the dashboard knows and does; the views only show it. It calls `changed` after every change and names in `focus` what
 * takes the focus after the next drawing. Nothing of it outlives the page.
 */
export class Board {
  language = preferred();
  /** Of the form to sign in: what is wrong with the key. */
  error = '';
  organisation = null;
  campaigns = null;
  /** Counts of campaigns by their id, as far as they are there. */
  counts = {};
  view = 'numbers';
  campaign = null;
  statistics = null;
  /** The map as an element; null where there is none. */
  map = null;
  /** Names of constituencies by their codes. */
  places = new Map();
  /** When the statistics came. */
  updated = null;
  /** Which chart is shown: days, hours or total. */
  chart = 'days';
  comments = null;
  letters = null;
  /** What failed last, as a sentence; and what to do again. */
  failure = '';
  retry = null;
  busy = false;
  slow = false;
  /** What the status region says. */
  said = '';
  focus = null;

  #api = null;
  #changed;
  #asked = 0;

  constructor(changed) {
    this.#changed = changed;
  }

  get words() {
    return languages[this.language];
  }

  get signedIn() {
    return this.organisation !== null;
  }

  get title() {
    const here = this.campaign?.title ?? (this.signedIn ? this.organisation.name : this.words.signIn);
    return `${here} · ${this.words.dashboard}`;
  }

  speak(language) {
    this.language = language;
    this.#changed();
    if (this.campaign && this.view === 'numbers') this.load();
  }

  async signIn(key) {
    const typed = key.trim();
    if (!/^cl_sk_[\x21-\x7e]+$/.test(typed)) return this.#refuse(typed ? this.words.keyForm : this.words.keyMissing);
    this.error = '';
    const api = new Api(typed);
    await this.#work(async () => {
      try {
        const [organisation, campaigns] = await Promise.all([api.organisation(), api.campaigns()]);
        this.#api = api;
        this.organisation = organisation;
        this.campaigns = campaigns;
        this.go();
        this.#count();
      } catch (problem) {
        this.#refuse(explain(problem, this.words));
      }
    });
  }

  #refuse(error) {
    this.error = error;
    this.focus = 'key';
    this.#changed();
  }

  signOut(error = '') {
    this.#api = null;
    this.organisation = this.campaigns = this.campaign = this.statistics = this.map = this.comments = this.letters = null;
    this.counts = {};
    this.failure = this.said = '';
    this.error = error;
    this.#asked++;
    history.replaceState(null, '', location.pathname);
    this.focus = 'key';
    this.#changed();
  }

  /** Shows what the address names: nothing, or a campaign and one of its views. */
  go() {
    if (!this.signedIn) return;
    const [id, view] = location.hash.slice(1).split('/');
    const campaign = this.campaigns.find((one) => one.id === id) ?? null;
    this.view = VIEWS.includes(view) ? view : 'numbers';
    if (campaign !== this.campaign) this.statistics = this.map = this.comments = this.letters = null;
    this.campaign = campaign;
    this.failure = this.said = '';
    this.focus = 'heading';
    this.#asked++;
    this.#changed();
    if (campaign) this.load();
  }

  /** Asks for what the view shows. What was there stays until the answer comes. */
  load() {
    const asked = ++this.#asked;
    const { campaign, view } = this;
    return this.#work(async () => {
      if (view === 'comments') this.comments ??= Queue.ofComments(this.#api, campaign.id);
      if (view === 'letters') this.letters ??= Queue.ofLetters(this.#api, campaign.id);
      try {
        await this.#learnPlaces(campaign);
        const queue = { comments: this.comments, letters: this.letters }[view];
        if (queue) await queue.fill();
        else await this.#loadNumbers(campaign, asked);
        if (asked === this.#asked) this.failure = '';
      } catch (problem) {
        if (asked === this.#asked) this.#fail(problem, () => this.load());
      }
    });
  }

  async #loadNumbers(campaign, asked) {
    const [statistics, map] = await Promise.all([
      this.#api.statistics(campaign.id),
      campaign.publishedAt ? fetchMap(campaign.slug, this.language) : null,
    ]);
    if (asked !== this.#asked) return;
    this.statistics = statistics;
    this.map = map;
    this.#name(statistics);
    this.updated = new Date();
  }

  /** Comments and letters name constituencies by code. Without their names they are decided about all the same. */
  async #learnPlaces(campaign) {
    if (this.view === 'numbers' || this.places.size) return;
    try {
      this.#name(await this.#api.statistics(campaign.id));
    } catch {
      // The codes will do.
    }
  }

  #name({ constituencies }) {
    this.places = new Map(constituencies.map(({ code, name }) => [code, name]));
  }

  /** Once a minute, and when somebody comes back. A list that somebody is working through does not move: it only tells of news. */
  async refresh() {
    if (!this.campaign || this.busy) return;
    if (this.view === 'numbers') {
      if (!this.updated || Date.now() - this.updated > FRESH_MS) await this.load();
      return;
    }
    const queue = this[this.view];
    try {
      await queue?.look();
      this.#changed();
    } catch {
      // Whoever asks for something meanwhile is told what is wrong.
    }
  }

  async #count() {
    for (const { id, slug, state } of this.campaigns.filter(({ publishedAt }) => publishedAt).slice(0, COUNTED)) {
      if (!this.signedIn) return;
      try {
        if (state !== 'draft') this.counts = { ...this.counts, [id]: await this.#api.progress(slug) };
        this.#changed();
      } catch {
        // The list does without.
      }
    }
  }

  draw(chart) {
    this.chart = chart;
    this.#changed();
  }

  /** For views that change an entry of a queue. */
  changed() {
    this.#changed();
  }

  /** What is in a letter. */
  read(letter) {
    return this.#api.content(letter);
  }

  /** The name of a constituency where the statistics have told it, its code until then. */
  placeName(code) {
    return this.places.get(code) ?? code;
  }

  /** Takes a decision about an entry of a queue, and leads to the next one. */
  async decide(queue, entry, done, work) {
    if (entry.busy) return;
    entry.busy = true;
    entry.failure = '';
    this.#changed();
    try {
      await work(this.#api);
      entry.asking = null;
      entry.outcome = done;
      this.said = `${done} ${this.words.left(queue.waiting)}`;
      this.focus = queue.next(entry);
    } catch (problem) {
      if (problem.status === 401) return this.signOut(explain(problem, this.words));
      this.object(entry, explain(problem, this.words));
    } finally {
      entry.busy = false;
      this.#changed();
    }
  }

  /** Says at an entry what is wrong with what was asked for. */
  object(entry, failure) {
    entry.failure = failure;
    this.focus = `failure-${entry.id}`;
    this.#changed();
  }

  #fail(problem, again) {
    if (problem.status === 401) return this.signOut(explain(problem, this.words));
    this.failure = explain(problem, this.words);
    this.retry = again;
  }

  async #work(work) {
    this.busy = true;
    this.slow = false;
    const waiting = setTimeout(() => {
      this.slow = true;
      this.said = this.words.slow;
      this.#changed();
    }, SLOW_MS);
    this.#changed();
    try {
      await work();
    } finally {
      clearTimeout(waiting);
      this.busy = this.slow = false;
      if (this.said === this.words.slow) this.said = '';
      this.#changed();
    }
  }
}
