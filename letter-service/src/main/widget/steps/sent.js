import { away, form, heading, paragraphs, submitButton, subheading, textButton, textField } from '../fields.js';
import { html } from '../render.js';
import { ownMailbox } from './own-mailbox.js';
import { share } from './share.js';

/** Step 3: what happens now - the supporter's confirmation first - and then the next supporter. */
export function sent(journey, frame) {
  const { byEmail, status, words, member, receipt } = journey;
  return html`${!byEmail ? thanks(frame, words.postTitle, words.postText(member.name))
    : status ? settled(journey, frame)
    : receipt.ownMailbox ? ownMailbox(journey, frame) : awaitingConfirmation(journey, frame)}
    ${share(journey, frame)}`;
}

function thanks(frame, title, text, texts) {
  return html`<div class="thanks">${heading(title, frame.level)}<p>${text}</p>${paragraphs(texts, frame.letterLang)}</div>${frame.errors()}`;
}

/** Nothing is left to do with the letter: how it stands, and what comes next. */
function settled(journey, frame) {
  const { words, status, member, campaign } = journey;
  const own = status === 'sent-by-writer';
  const [title, text] = own ? [words.sentTitle, words.sentText]
    : [words.confirmedTitle, status === 'held' ? words.heldText : words.confirmedText];
  return html`${thanks(frame, title, text(member.name), campaign.texts?.confirmed)}
    ${subheading(words.nextTitle, frame.level)}
    <ol class="next">${words.next3(member.name, own).map((step) => html`<li>${step}</li>`)}</ol>
    ${campaign.comments
      ? html`<p>${own ? null : words.comment} ${away(journey, `${campaign.share.url}/comments?lang=${campaign.language}`, words.comments)}</p>` : null}`;
}

function awaitingConfirmation(journey, frame) {
  const { words, member, answers, campaign } = journey;
  const [before, address, after] = words.confirmText(answers.email.trim() || words.yourAddress);
  const text = [before, html`<strong>${address}</strong>`, after, ' ', words.confirmWhy(member.name)];
  return html`${thanks(frame, words.confirmTitle, text, campaign.texts?.sent)}
    ${form(journey, () => journey.confirm(), html`
      ${textField(journey, 'code', { label: words.codeLabel, size: 'code', autocomplete: 'one-time-code', inputmode: 'numeric' })}
      ${submitButton(journey, words.codeButton)}`)}
    <details><summary>${words.noEmail}</summary><p>${words.noEmailText}</p>
      ${textButton(`${words.change} ${words.changeEmail}`, () => journey.go(journey.draft.letter ? 'write' : 'find'))}</details>`;
}
