import { html } from 'lit-html';
import { form, heading, submitButton, textButton, textField } from '../fields.js';
import { share } from './share.js';

/** Step 3: what happens now - the supporter's confirmation first - and then the next supporter. */
export function sent(journey, frame) {
  const { byEmail, status, words, member } = journey;
  return html`${!byEmail ? thanks(words.postTitle, words.postText(member.name), frame)
    : status ? thanks(words.confirmedTitle, (status === 'held' ? words.heldText : words.confirmedText)(member.name), frame)
    : awaitingConfirmation(journey, frame)}
    ${share(journey, frame)}`;
}

function thanks(title, text, frame) {
  return html`<div class="thanks">${heading(title, frame.level)}<p>${text}</p></div>`;
}

function awaitingConfirmation(journey, frame) {
  const { words, member, answers } = journey;
  const [before, address, after] = words.confirmText(answers.email.trim());
  return html`<div class="thanks">${heading(words.confirmTitle, frame.level)}
      <p>${before}<strong>${address}</strong>${after} ${words.confirmWhy(member.name)}</p></div>
    ${frame.errors()}
    ${form(journey, () => journey.confirm(), html`
      ${textField(journey, 'code', { label: words.codeLabel, size: 'code', autocomplete: 'one-time-code', inputmode: 'numeric' })}
      ${submitButton(journey, words.codeButton)}`)}
    <details><summary>${words.noEmail}</summary><p>${words.noEmailText}</p>
      ${textButton(`${words.change} ${words.changeEmail}`, () => journey.go('write'))}</details>`;
}
