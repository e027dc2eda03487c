import { randomKey } from './api.js';
import { filled, via } from './arrival.js';
import { explain, stepOfField } from './problem.js';
import { solve } from './proof.js';

/** The longest answers the platform takes, in characters, in the order of the form. */
const LIMITS = { subject: 150, body: 10_000, name: 100, email: 254, address: 300 };

/**
 * One supporter's way through the campaign: what they typed, what the platform answered, and which step they see.
 * It knows nothing of the page; the element draws it after every `changed()` and passes `announce` on as DOM events.
 * Whatever fails, `answers` keeps what was typed.
 */
export class Journey {
  step = 'find';
  answers = { postcode: '', constituency: '', subject: '', body: '', name: '', email: '', address: '', consent: false, code: '', ...filled };
  /** Where the postcode leads: the answer of .../mp, with the chosen constituency once a split postcode is settled. */
  found = null;
  /** The campaign's own subject and body for this MP, to tell the supporter's words from the template's. */
  template = null;
  greeting = '';
  /** The whole letter as the platform would send it. */
  letter = null;
  /** The letter's identifier once it was accepted, and its status once it was confirmed. */
  accepted = null;
  status = null;
  errors = [];
  notices = [];
  busy = '';
  /** What the status region says, and what stands beside the button that was pressed. */
  said = '';
  noted = '';
  /** What takes the focus after the next drawing: 'heading' or 'errors'. */
  focus = null;

  #key = null;
  #keyed = null;

  constructor(api, campaign, words, changed, announce) {
    Object.assign(this, { api, campaign, words, changed, announce });
  }

  get member() {
    return this.found?.seat?.member;
  }

  get byEmail() {
    return this.member?.delivery === 'email';
  }

  /** Nothing is left for the supporter to do with the letter. Until then no other button competes with the one that does it. */
  get settled() {
    return this.status || !this.byEmail;
  }

  /** Constituencies to choose from, when the postcode lies in several and none is settled yet. */
  get choices() {
    return this.found && !this.found.constituency ? this.found.candidates ?? [] : [];
  }

  errorAt(field) {
    return this.errors.find((error) => error.field === field)?.text;
  }

  go(step) {
    this.step = step;
    this.errors = [];
    this.said = this.noted = '';
    this.focus = 'heading';
    this.announce('step', { step });
    this.changed();
  }

  /** Says what an action without a request came to. */
  note(text) {
    this.said = this.noted = text;
    this.changed();
  }

  /** The postcode was typed: who is the MP? */
  find() {
    const { postcode } = this.answers;
    if (!postcode.trim()) return this.#refuse([{ field: 'postcode', text: this.words.postcodeMissing }]);
    return this.#ask(this.words.finding, 'postcode', async () => {
      this.found = null;
      this.answers.constituency = '';
      await this.#arrive(await this.api.mp(postcode.trim()));
    });
  }

  /** A split postcode was settled by the supporter. */
  choose() {
    const { constituency } = this.answers;
    if (!constituency) return this.#refuse([{ field: 'constituency', text: this.words.constituencyMissing }]);
    return this.#ask(this.words.finding, 'constituency', async () =>
      this.#arrive(await this.api.mp(this.found.postcode, constituency)));
  }

  async #arrive(found) {
    const before = this.#written?.code;
    this.notices = [];
    this.found = found;
    if (!found.constituency || !this.member) {
      this.focus = 'heading';
      return;
    }
    if (found.constituency.code !== this.#written?.code) await this.#prepare(found);
    this.#notify(found, before);
    this.go('write');
  }

  /** The letter in hand was prepared for this constituency. */
  #written = null;

  async #prepare(found) {
    this.said = this.words.preparing;
    this.changed();
    // A template may name the supporter, who has not said their name yet: a place-holder stands in until the check.
    const merged = await this.api.preview({ ...this.#addressee(), name: this.answers.name.trim() || this.words.yourName });
    for (const part of ['subject', 'body']) if (!this.#edited(part)) this.answers[part] = merged[part];
    this.template = { subject: merged.subject, body: merged.body };
    this.greeting = merged.greeting;
    this.#written = found.constituency;
  }

  #notify(found, before) {
    const { corrected, terminated, postcode } = found;
    const { words, member } = this;
    if (corrected) this.notices.push(words.corrected(postcode));
    if (terminated) this.notices.push(words.terminated(postcode, month(terminated, this.lang)));
    if (member.delivery === 'web-form') this.notices.push(words.byWebForm(member.name));
    else if (!this.byEmail) this.notices.push(words.byPost(member.name));
    if (before && before !== found.constituency.code && (this.#edited('body') || this.#edited('subject')))
      this.notices.push(words.keptWords);
  }

  #edited(part) {
    return this.template !== null && this.answers[part] !== this.template[part];
  }

  /** The letter is written: what will it look like when it arrives? */
  check() {
    const errors = this.#faultsInTheLetter();
    if (errors.length) return this.#refuse(errors);
    return this.#ask(this.words.checking, undefined, async () => {
      const { name, email, address } = this.#trimmed();
      const asked = { ...this.#addressee(), name, email, address };
      // Only the supporter's own words travel; what they left alone the platform merges again, now with their name.
      for (const part of ['subject', 'body']) if (this.#edited(part)) asked[part] = this.#own(part);
      this.letter = await this.api.preview(asked);
      this.go('check');
    });
  }

  /** The place-holder may have stayed in the supporter's own version; a function, because $ has a meaning in a replacement. */
  #own(part) {
    return this.answers[part].replaceAll(this.words.yourName, () => this.answers.name.trim());
  }

  #faultsInTheLetter() {
    const { words, byEmail } = this;
    const answers = this.#trimmed();
    const errors = [];
    for (const field in LIMITS) {
      const value = answers[field];
      if (field === 'email' && !byEmail) continue;
      if (!value) errors.push({ field, text: words[`${field}Missing`] });
      else if (value.length > LIMITS[field]) errors.push({ field, text: words.tooLong(words[`${field}Label`], LIMITS[field]) });
      else if (field === 'email' && !/^\S+@\S+$/.test(value)) errors.push({ field, text: words.emailForm });
      else if (field === 'address' && value.split('\n').length > 5) errors.push({ field, text: words.addressLines });
    }
    return errors;
  }

  /** The supporter saw the whole letter and wants it sent. */
  send() {
    return this.#ask(this.words.sending, undefined, async () => {
      const { name, email, address } = this.#trimmed();
      const { subject, body } = this.letter;
      const letter = { ...this.#addressee(), name, email, address, subject, body, via };
      if (this.campaign.consent) letter.consent = this.answers.consent;
      const { id } = await this.#handIn(letter, this.#keyFor(JSON.stringify(letter)));
      this.accepted = id;
      this.status = null;
      this.announce('sent');
      this.go('sent');
    });
  }

  /** Where very many letters come in, the platform asks each browser for a moment's work first. */
  async #handIn(letter, key) {
    try {
      return await this.api.send(letter, key);
    } catch (problem) {
      if (!problem.challenge) throw problem;
      this.busy = this.said = this.words.proving;
      this.changed();
      return this.api.send({ ...letter, proof: await solve(problem.challenge) }, key);
    }
  }

  /** The same letter keeps its key over every try, so that a lost answer never becomes a second letter. */
  #keyFor(letter) {
    if (letter !== this.#keyed) this.#key = randomKey();
    this.#keyed = letter;
    return this.#key;
  }

  confirm() {
    const code = this.answers.code.replace(/\D/g, '');
    if (code.length !== 6) return this.#refuse([{ field: 'code', text: this.words.codeMissing }]);
    return this.#ask(this.words.confirming, 'code', async () => {
      const { status } = await this.api.confirm(this.accepted, code);
      this.status = status;
      this.focus = 'heading';
      this.announce('step', { step: 'confirmed' });
      this.#count();
    });
  }

  async #count() {
    try {
      const { confirmed, goal } = await this.api.progress();
      this.campaign = { ...this.campaign, progress: { confirmed, goal } };
      this.changed();
    } catch {
      // The thanks matter, the number does not: the old one stays.
    }
  }

  #trimmed() {
    const { name, email, address, subject, body } = this.answers;
    const lines = address.split('\n').map((line) => line.trim()).filter(Boolean);
    return { name: name.trim(), email: email.trim(), address: lines.join('\n'), subject: subject.trim(), body: body.trim() };
  }

  #addressee() {
    const { postcode } = this.found;
    return this.answers.constituency ? { postcode, constituency: this.answers.constituency } : { postcode };
  }

  /** One request at a time; a failure becomes words at the right field, on the step that has that field. */
  async #ask(doing, field, work) {
    if (this.busy) return;
    this.busy = this.said = doing;
    this.noted = '';
    this.errors = [];
    this.changed();
    try {
      await work();
      this.said = '';
    } catch (failure) {
      this.announce('error', { problem: failure.problem ?? 'fault' });
      this.said = '';
      this.#fail(failure, field);
    } finally {
      this.busy = '';
      this.changed();
    }
  }

  #fail(failure, field) {
    const errors = explain(failure, this.words, field);
    // A letter that can no longer be confirmed is sent anew, with a new key: the old one would only replay the old answer.
    const lapsed = failure.problem === 'confirmation-expired' || failure.problem === 'unknown-confirmation';
    if (lapsed) this.#keyed = null;
    const step = lapsed ? 'check' : stepOfField[errors[0].field];
    if (step && step !== this.step) this.go(step);
    if (failure.problem === 'member-takes-no-email') this.member.delivery = 'post';
    this.errors = errors;
    this.focus = 'errors';
  }

  #refuse(errors) {
    this.errors = errors;
    this.focus = 'errors';
    this.announce('error', { problem: 'invalid-request' });
    this.changed();
  }
}

/** "1996-06" as "June 1996" in the reader's language. */
function month(yearMonth, lang) {
  return new Date(`${yearMonth}-01`).toLocaleDateString(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
