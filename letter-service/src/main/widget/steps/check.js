import { copyText } from '../clipboard.js';
import { away, button, entry, form, heading, note, notice, submitButton, textButton } from '../fields.js';
import { meter } from '../meter.js';
import { printLetter } from '../print.js';
import { html } from '../render.js';
import { webUrl } from '../web-url.js';

/** Still step 2: the whole letter as it will arrive, and the decision to send it. */
export function check(journey, frame) {
  const { words, member, found, answers, byEmail } = journey;
  const { letter } = journey.draft;
  return html`${heading(words.checkTitle, frame.level)} ${frame.errors()}
    <p>${words.checkText}</p>
    <dl>
      ${entry(words.to, `${member.name}, ${words.mpFor(frame.nameOf(found.constituency))}`)}
      ${entry(words.subjectLabel, html`<span lang=${frame.letterLang}>${letter.subject}</span>`)}
      ${byEmail
        ? entry(words.emailLabel, [answers.email.trim(),
            textButton(words.change, () => journey.go('write'), html`<span class="unseen"> ${words.changeEmail}</span>`)])
        : null}
    </dl>
    ${byEmail && letter.emailSuggestion ? notice(words.meant(letter.emailSuggestion)) : null}
    ${wholeLetter(letter, frame, byEmail)} ${byEmail ? [meter(journey), sending(journey, frame)] : byHand(journey, frame)}`;
}

function wholeLetter({ greeting, body, signature, footer }, frame, carriedByUs) {
  return html`<div part="letter" class="letter" id="letter" lang=${frame.letterLang}><p>${greeting}</p><p>${body}</p><p>${signature}</p>${
    carriedByUs && footer ? html`<p class="footer">${footer}</p>` : null}</div>`;
}

function sending(journey, frame) {
  const { words, campaign, answers, member } = journey;
  return html`${form(journey, () => journey.send(), html`
    ${campaign.consent
      ? html`<label class="choice"><input type="checkbox" name="consent" id="consent" .checked=${answers.consent} />
          <span lang=${frame.letterLang}>${campaign.consent.wording}</span></label>`
      : null}
    <p class="hint">${words.sendHint(member.name)}</p>
    <div class="actions">${submitButton(journey, words.sendButton)} ${changeLetter(journey)}</div>`)}
    ${campaign.ownMailbox
      ? html`<details><summary>${words.ownMailbox}</summary><p>${words.ownMailboxText}</p>
          ${button(words.ownMailboxButton, () => journey.send('own-mailbox'))}</details>`
      : null}`;
}

/** The MP takes no e-mail: the letter leaves on paper, or through the MP's own form. */
function byHand(journey, frame) {
  const { words, member, draft } = journey;
  const form = member.delivery === 'web-form' && webUrl(member.webForm);
  const copy = async () =>
    journey.note((await copyText(draft.letter.text, frame.root.getElementById('letter'))) ? words.copied : words.copyByHand);
  return html`${form ? null : html`<p>${words.printHint(member.name)}</p>`}
    <div class="actions">
      ${form
        ? [button(words.copyLetter, copy, 'main'), away(journey, form, words.webForm(member.name), { part: 'button', look: 'button' })]
        : button(words.printButton, () => printLetter(draft.letter, member, frame), 'main')}
      ${changeLetter(journey)}
    </div>
    ${note(journey)}<p>${button(words.afterPost, () => journey.go('sent'))}</p>`;
}

const changeLetter = (journey) => textButton(journey.words.changeLetter, () => journey.go('write'));
