import { query } from '../api.js';
import { copyText } from '../clipboard.js';
import { away, button, entry, form, heading, note, submitButton, textButton } from '../fields.js';
import { printLetter } from '../print.js';
import { html } from '../render.js';

/**
 * Where a new message can be opened with everything filled in, and the longest address each takes: Windows hands 2,083
 * characters to a mail program, the web mailers' servers take some thousands more or cut what is longer.
 */
const MAILERS = [
  ['mailApp', 2_000, ({ to, ...fields }) => `mailto:${to}${query(fields)}`],
  ['Gmail', 7_000, ({ subject, ...fields }) => `https://mail.google.com/mail/${query({ view: 'cm', fs: 1, su: subject, ...fields })}`],
  ['Outlook', 7_000, (fields) => `https://outlook.live.com/mail/0/deeplink/compose${query(fields)}`],
];

/** The letter is accepted, and leaves when its writer sends it. It counts when the copy arrives, or when they say that they have. */
export function ownMailbox(journey, frame) {
  const { words, member, receipt, draft } = journey;
  const { to, copyTo, subject, text } = receipt.ownMailbox;
  const copy = async (done) => journey.note((await copyText(text, frame.root.getElementById('letter'))) ? done : words.copyByHand);
  return html`<div class="thanks">${heading(words.mailboxTitle, frame.level)}<p>${words.mailboxText}</p></div>${frame.errors()}
    <ul class="networks">${MAILERS.map(([name, longest, compose]) => {
      const fields = { to, cc: copyTo, subject };
      const whole = compose({ ...fields, body: text.replace(/\n/g, '\r\n') });
      // Too long to travel in an address: the letter goes over the clipboard instead, and the message opens without it.
      const fits = whole.length <= longest;
      return html`<li>${away(journey, fits ? whole : compose(fields), words[name] ?? name, {
        part: 'button', look: 'button', click: () => fits || copy(words.pasteLetter) })}</li>`;
    })}</ul>
    <dl>
      ${entry(words.to, to)}
      ${copyTo ? entry(words.copyTo, [copyTo, html`<div class="hint">${words.copyToText}</div>`]) : null}
      ${entry(words.subjectLabel, subject)}
    </dl>
    ${form(journey, () => journey.sent(), html`<p>${words.mailboxCount}</p>
      <div class="actions">${submitButton(journey, words.mailboxSent)} ${draft.letter ? textButton(words.mailboxBack, () => journey.go('check')) : null}</div>`)}
    <div part="letter" class="letter" id="letter" tabindex="-1" lang=${frame.letterLang}><p>${text}</p></div>
    <div class="actions">${button(words.copyLetter, () => copy(words.copied))}
      ${draft.letter ? button(words.printButton, () => printLetter(draft.letter, member, frame)) : null}</div>${note(journey)}`;
}
