import { faultsOf, unanswered, writerOf } from './answers.js';
import { from, via } from './arrival.js';
import { Draft } from './draft.js';
import { HandIn } from './hand-in.js';
import { explain, stepOf } from './problem.js';
import { Sharing } from './sharing.js';

/** Answers that stand in the letter. */
const IN_LETTER = ['points', 'personalLine', 'subject', 'body', 'name'];

/** Problems after which there is another way on than to try again. */
const LOST = ['unknown-postcode', 'northern-ireland-not-loaded'];
const REFUSALS = ['no-letter-wanted', 'other-campaign'];
const LAPSED = ['confirmation-expired', 'unknown-confirmation'];

/**
 * One supporter's way through the campaign: what they typed, what the platform answered, and which step they see.
 * It knows nothing of the page; the element draws it after every `changed()` and passes `announce` on as DOM events.
 * Whatever fails, `answers` keeps what was typed.
 */
export class Journey {
  step = 'find';
  answers = unanswered();
  draft = new Draft(this);
  sharing = new Sharing(this);
  /** Where the postcode leads: the answer of .../mp, with the chosen constituency once a split postcode is settled. */
  found = null;
  /** Why the campaign has no letter for this MP. */
  refusal = null;
  /** Constituencies around a postcode that is not known; null unless one was typed. */
  lost = null;
  /** The platform's receipt once the letter was handed in, and the letter's status once nothing is left to do with it. */
  receipt = null;
  status = null;
  errors = [];
  /** Texts above the letter; what is no text is not shown. */
  notices = [];
  busy = '';
  /** What the status region says, and what stands beside the button that was pressed. */
  said = '';
  noted = '';
  /** The id of what takes the focus after the next drawing, such as 'heading' or 'errors'. */
  focus = null;
  /** Whether there is anything to keep. */
  touched = false;

  #handIn;

  constructor(api, changed, announce) {
    Object.assign(this, { api, changed, announce });
    this.#handIn = new HandIn(api);
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

  get addressee() {
    const { postcode } = this.found;
    return this.answers.constituency ? { postcode, constituency: this.answers.constituency } : { postcode };
  }

  errorAt(field) {
    return this.errors.find((error) => error.field === field)?.text;
  }

  /** An answer was given: the name of its field, and its value. */
  answer(field, value) {
    this.answers[field] = value;
    this.touched = true;
    if (this.step === 'write' && IN_LETTER.includes(field)) this.draft.refresh();
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
      this.found = this.lost = this.refusal = null;
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
    const before = this.#written;
    this.found = found;
    this.focus = 'heading';
    if (!found.constituency || !this.member) return;
    const { code } = found.constituency;
    if (code !== before) {
      try {
        await this.draft.begin();
      } catch (problem) {
        if (!REFUSALS.includes(problem.problem)) throw problem;
        this.refusal = problem;
        return;
      }
      this.#written = code;
    }
    this.#notify(found, before && before !== code);
    this.go('write');
  }

  /** The constituency for whose MP the letter in hand was prepared. */
  #written = null;

  #notify({ corrected, terminated, postcode }, moved) {
    const { words, member, draft, answers } = this;
    this.notices = [
      corrected && words.corrected(postcode),
      terminated && words.terminated(postcode, terminated),
      draft.offer.kind === 'thanks' && words.thanksLetter(member.name),
      !this.byEmail && words[member.delivery === 'web-form' ? 'byWebForm' : 'byPost'](member.name),
      moved && (draft.edited || answers.personalLine) && words.keptWords,
    ];
  }

  /** The letter is written: what will it look like when it arrives? */
  check() {
    const { answers, words, draft, byEmail } = this;
    const errors = [...draft.faults(), ...faultsOf(answers, words, draft.free, byEmail)];
    if (errors.length) return this.#refuse(errors);
    return this.#ask(words.checking, undefined, async () => {
      await draft.finish(writerOf(answers));
      this.go('check');
    });
  }

  /** The supporter saw the whole letter and wants it sent; `way` is how: by the platform, or from their own mailbox. */
  send(way = 'platform') {
    return this.#ask(this.words.sending, undefined, async () => {
      const { subject, body } = this.draft.letter;
      const letter = { ...this.addressee, ...writerOf(this.answers), subject, body, via, from, language: this.campaign.language, way };
      if (this.campaign.consent) letter.consent = this.answers.consent;
      this.receipt = await this.#handIn.send(letter, () => {
        this.busy = this.said = this.words.proving;
        this.changed();
      });
      this.status = null;
      this.announce('sent');
      this.go('sent');
      this.sharing.count();
    });
  }

  confirm() {
    const code = this.answers.code.replace(/\D/g, '');
    if (code.length !== 6) return this.#refuse([{ field: 'code', text: this.words.codeMissing }]);
    return this.#ask(this.words.confirming, 'code', async () => this.#settle(await this.api.confirm(this.receipt.id, code)));
  }

  /** The supporter says that they have sent the letter from their own mailbox. */
  sent() {
    const { id, ownMailbox } = this.receipt;
    return this.#ask(this.words.confirming, undefined, async () => this.#settle(await this.api.sent(id, ownMailbox.token)));
  }

  #settle({ status }) {
    this.status = status;
    this.receipt = { ...this.receipt, ownMailbox: null };
    this.focus = 'heading';
    this.announce('step', { step: 'confirmed' });
    this.sharing.count();
  }

  showQr() {
    return this.#ask(this.words.qr, undefined, async () => {
      await this.sharing.draw();
      // The button that was pressed is gone.
      this.focus = 'qr';
    });
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
    const errors = explain(failure, this.words, field, this.draft.free ? 'body' : 'personalLine', this.answers);
    // A letter that can no longer be confirmed is sent anew.
    const { problem } = failure;
    const lapsed = LAPSED.includes(problem);
    if (lapsed) this.#handIn.forget();
    // After a reload there is no letter any more.
    const step = !lapsed ? stepOf(errors[0].field) : this.draft.letter ? 'check' : 'find';
    if (step && step !== this.step) this.go(step);
    if (LOST.includes(problem)) this.lost = failure.candidates;
    if (problem === 'member-takes-no-email') this.member.delivery = 'post';
    this.#point(errors);
  }

  #refuse(errors) {
    this.#point(errors);
    this.announce('error', { problem: 'invalid-request' });
    this.changed();
  }

  #point(errors) {
    this.errors = errors;
    this.focus = 'errors';
  }

  /** What outlives the page: the answers until the letter is handed in, then only what its last steps need. */
  get memory() {
    const { receipt, status, answers, draft, step, found } = this;
    if (step === 'sent') return { receipt, status, found: { constituency: found.constituency, seat: found.seat } };
    const { code, ...kept } = answers;
    if (!draft.own) kept.subject = kept.body = '';
    return { answers: kept, free: draft.edited, written: step !== 'find' };
  }

  /** Takes up what was kept. Nobody has done anything on this page yet: the focus stays where it is meanwhile. */
  async resume({ answers, free, written, ...sent }) {
    Object.assign(this.answers, answers);
    this.touched = this.resuming = true;
    if (sent.receipt) {
      Object.assign(this, sent, { step: 'sent' });
      this.sharing.count();
      this.sharing.look();
    } else if (written) {
      this.draft.free = free;
      const { postcode, constituency } = this.answers;
      await this.#ask(this.words.finding, 'postcode', async () => this.#arrive(await this.api.mp(postcode, constituency)));
    }
    this.resuming = false;
  }
}
