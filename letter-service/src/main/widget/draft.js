import { likeness } from './meter.js';

/** A pause in typing after which the letter is shown anew. */
const PAUSE_MS = 700;
const OWN = ['subject', 'body'];

/**
 * The letter in the making. It is put together by the platform from what the supporter takes of the campaign's offer and says
 * themselves, or, once they edit it freely, it is their own text, which then wins. Going from one to the other loses neither.
 */
export class Draft {
  /** What the campaign offers for this MP: kind, points, chosen, leastPoints, mostPoints, prompts, personalLine. */
  offer = null;
  /** The whole letter as the platform would send it. */
  letter = null;
  /** Whether the supporter edits the whole text. */
  free = false;
  /** Whether the letter shown is older than the answers, because the platform could not be asked. */
  stale = false;

  /** What the supporter found when they began to edit, to tell their words from the campaign's. */
  #found = {};
  #journey;
  #timer;
  #asking = false;
  /** For what the letter shown was asked. */
  #shown;

  constructor(journey) {
    this.#journey = journey;
  }

  /** Whether there is something to choose or to answer; a letter of one piece is edited from the start. */
  get choosable() {
    const { points, prompts, personalLine } = this.offer;
    return points.length || prompts.length || personalLine;
  }

  /** Whether there is a whole text of the supporter's own, and whether it is the one to send. */
  get own() {
    return OWN.some((part) => this.#edited(part));
  }

  get edited() {
    return this.free && this.own;
  }

  /** Asks for the campaign's letter to this MP; what was typed and chosen before is kept as far as it fits. */
  async begin() {
    const { answers } = this.#journey;
    const { own } = this;
    // The points of another MP's letter may not be offered here.
    const letter = await this.#journey.api.preview({ ...this.#asked(), points: undefined });
    this.letter = letter;
    this.offer = { kind: 'letter', points: [], chosen: [], prompts: [], ...letter.offer };
    const kept = answers.points.filter((id) => this.offer.points.some((point) => point.id === id));
    answers.points = kept.length ? kept : this.offer.chosen;
    if (!own) this.#take(letter);
    this.free ||= !this.choosable;
    this.refresh();
  }

  #take(letter) {
    for (const part of OWN) this.#journey.answers[part] = this.#found[part] = letter[part];
  }

  #edited(part) {
    return !!this.#journey.answers[part] && this.#journey.answers[part] !== this.#found[part];
  }

  /** A point is taken or left. */
  take(id, taken) {
    const { answers } = this.#journey;
    if (answers.points.includes(id) === taken) return;
    answers.points = taken ? [...answers.points, id] : answers.points.filter((other) => other !== id);
  }

  /** Moves a point up (-1) or down (1); answers where it stands now. */
  move(id, by) {
    const points = [...this.#journey.answers.points];
    const from = points.indexOf(id);
    const to = Math.min(Math.max(from + by, 0), points.length - 1);
    points.splice(to, 0, ...points.splice(from, 1));
    this.#journey.answers.points = points;
    this.refresh();
    return to;
  }

  /** To the whole text, or back to the points. An own text of before is found again. */
  edit(free) {
    if (free && !this.own) {
      this.#take(this.letter);
      // What was typed a moment ago, or while the platform was away, is not in the letter shown yet.
      const { answers } = this.#journey;
      const line = answers.personalLine.trim();
      if (!answers.body.includes(line)) answers.body += `\n\n${line}`;
    }
    this.free = free;
    this.refresh();
  }

  /** The words for the preview. A template may name the supporter, who may not have said their name yet: a place-holder stands in. */
  #asked() {
    const { answers, words, campaign, addressee } = this.#journey;
    const name = answers.name.trim() || words.yourName;
    const asked = { ...addressee, name, language: campaign.language };
    if (this.edited)
      // Both as they stand: merged again without the points and the personal line, one would lose them. A function, as $ has a meaning here.
      for (const part of OWN) answers[part] && (asked[part] = answers[part].replaceAll(words.yourName, () => name));
    else if (this.offer) {
      if (this.offer.points.length) asked.points = answers.points;
      asked.personalLine = answers.personalLine.trim();
    }
    return asked;
  }

  /** The letter with name and address, for the last look at it. */
  async finish(writer) {
    clearTimeout(this.#timer);
    this.letter = await this.#journey.api.preview({ ...this.#asked(), ...writer });
  }

  /** Shows the letter anew once the typing pauses. */
  refresh() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  /** One request at a time; what changed meanwhile is asked for next. */
  async #ask() {
    const journey = this.#journey;
    if (this.#asking || journey.busy || journey.step !== 'write' || this.faults().some(({ bars }) => bars)) return;
    const { found } = journey;
    const asked = this.#asked();
    const key = JSON.stringify(asked);
    if (key === this.#shown) return;
    // The supporter may have gone on to the check meanwhile, or to another MP.
    const late = () => journey.busy || journey.step !== 'write' || journey.found !== found;
    this.#asking = true;
    try {
      const letter = await journey.api.preview(asked);
      if (late()) return;
      const [before, now] = [this.letter, letter].map(({ similarity }) => likeness(similarity)?.level);
      if (before !== now) journey.said = journey.words.meter[now];
      this.letter = letter;
      this.stale = false;
      this.#shown = key;
    } catch {
      this.stale = true;
    } finally {
      this.#asking = false;
      if (late() || JSON.stringify(this.#asked()) !== key) this.refresh();
      journey.changed();
    }
  }

  /** What is wrong with the letter, as {field, text}; `bars` where the platform could not even show it. */
  faults() {
    const { answers, words } = this.#journey;
    if (this.free) return [];
    const { leastPoints, mostPoints, points, personalLine } = this.offer;
    const taken = answers.points.length;
    const faults = [];
    if (points.length && (taken < leastPoints || taken > mostPoints))
      faults.push({ field: 'points', text: words.pointsHint(leastPoints, mostPoints), bars: true });
    if (personalLine && !answers.personalLine.trim()) faults.push({ field: 'personalLine', text: words.personalLineMissing });
    return faults;
  }
}
