import { html, nothing } from 'lit-html';
import { form, heading, notices, submitButton, textArea, textButton, textField } from '../fields.js';

/** Step 2: the supporter's letter, and who signs it. */
export function write(journey, frame) {
  const { words, member, found, greeting, byEmail } = journey;
  return html`${heading(words.writeTitle(member.name), frame.level)} ${frame.errors()}
    <div class="mp">
      <p><strong>${member.name}</strong>${member.party ? html`<span class="hint">, ${member.party}</span>` : nothing}<br />
        ${words.mpFor(frame.nameOf(found.constituency))}</p>
      ${textButton(words.changePostcode, () => journey.go('find'))}
    </div>
    ${notices(journey)}
    ${form(journey, () => journey.check(), html`
      ${textField(journey, 'subject', { label: words.subjectLabel })}
      ${textArea(journey, 'body', { label: words.bodyLabel, hint: html`${words.bodyHint}<br /><span class="greeting" lang=${frame.letterLang}>${greeting}</span>`, rows: 14, lang: frame.letterLang })}
      <fieldset class="about-you">
        <legend class="small-title">${words.aboutYou}</legend>
        <p class="hint">${words.aboutYouHint}</p>
        ${textField(journey, 'name', { label: words.nameLabel, autocomplete: 'name', capitals: 'words' })}
        ${byEmail
          ? textField(journey, 'email', { label: words.emailLabel, hint: words.emailHint, type: 'email', autocomplete: 'email', inputmode: 'email' })
          : nothing}
        ${textArea(journey, 'address', { label: words.addressLabel, hint: words.addressHint(found.postcode), rows: 3, autocomplete: 'street-address' })}
      </fieldset>
      <div class="actions">${submitButton(journey, words.checkButton)} ${textButton(words.back, () => journey.go('find'))}</div>`)}`;
}
