import { html, nothing } from 'lit-html';
import { copyText } from '../clipboard.js';
import { form, heading, note, submitButton, textButton } from '../fields.js';
import { printLetter } from '../print.js';
import { webUrl } from '../web-url.js';

/** Still step 2: the whole letter as the platform will send it, and the decision to send it. */
export function check(journey, frame) {
  const { words, member, letter, found, answers, byEmail } = journey;
  return html`${heading(words.checkTitle, frame.level)} ${frame.errors()}
    <p>${words.checkText}</p>
    <dl>
      <div><dt>${words.to}</dt><dd>${member.name}, ${words.mpFor(frame.nameOf(found.constituency))}</dd></div>
      <div><dt>${words.subject}</dt><dd lang=${frame.letterLang}>${letter.subject}</dd></div>
      ${byEmail
        ? html`<div><dt>${words.emailLabel}</dt><dd>${answers.email.trim()}
            ${textButton(words.change, () => journey.go('write'), html`<span class="unseen"> ${words.changeEmail}</span>`)}</dd></div>`
        : nothing}
    </dl>
    ${byEmail && letter.emailSuggestion ? html`<p class="notice">${words.meant(letter.emailSuggestion)}</p>` : nothing}
    ${wholeLetter(letter, frame, byEmail)}
    ${byEmail ? sending(journey, frame) : byHand(journey, frame)}`;
}

function wholeLetter({ greeting, body, signature, footer }, frame, carriedByUs) {
  return html`<div part="letter" class="letter" id="letter" lang=${frame.letterLang}><p>${greeting}</p><p>${body}</p><p>${signature}</p>${
    carriedByUs && footer ? html`<p class="footer">${footer}</p>` : nothing}</div>`;
}

function sending(journey, frame) {
  const { words, campaign, answers, member } = journey;
  return form(journey, () => journey.send(), html`
    ${campaign.consent
      ? html`<label class="choice"><input type="checkbox" name="consent" id="consent" .checked=${answers.consent} />
          <span lang=${frame.letterLang}>${campaign.consent.wording}</span></label>`
      : nothing}
    <p class="hint">${words.sendHint(member.name)}</p>
    <div class="actions">${submitButton(journey, words.sendButton)} ${changeLetter(journey)}</div>`);
}

/** The MP takes no e-mail: the letter leaves on paper, or through the MP's own form. */
function byHand(journey, frame) {
  const { words, member, letter } = journey;
  const form = member.delivery === 'web-form' && webUrl(member.webForm);
  const done = html`${note(journey)}<p><button part="button" class="button" type="button" @click=${() => journey.go('sent')}>${words.afterPost}</button></p>`;
  if (!form)
    return html`<p>${words.printHint(member.name)}</p>
      <div class="actions">
        <button part="button" class="main" type="button" @click=${() => printLetter(letter, member, frame)}>${words.printButton}</button>
        ${changeLetter(journey)}
      </div>
      ${done}`;
  const copy = async () => journey.note((await copyText(letter.text, frame.root.getElementById('letter'))) ? words.copiedLetter : words.copyByHand);
  return html`<div class="actions">
      <button part="button" class="main" type="button" @click=${copy}>${words.copyLetter}</button>
      <a part="button" class="button" href=${form} target="_blank" rel="noopener noreferrer">${words.webForm(member.name)}
        <span class="unseen">${words.newTab}</span></a>
      ${changeLetter(journey)}
    </div>
    ${done}`;
}

const changeLetter = (journey) => textButton(journey.words.changeLetter, () => journey.go('write'));
