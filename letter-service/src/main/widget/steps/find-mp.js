import { away, errorMessage, form, heading, notice, paragraphs, submitButton, textButton, textField } from '../fields.js';
import { html } from '../render.js';
import { webUrl } from '../web-url.js';

const PARLIAMENTS_FINDER = 'https://members.parliament.uk/FindYourMP';

/** Step 1: a postcode; then the choice that a split postcode leaves, or why there is nobody to write to. */
export function find(journey, frame) {
  if (journey.choices.length) return chooseConstituency(journey, frame);
  const { words, found, refusal, lost, campaign } = journey;
  return html`${refusal ? noLetter(journey, frame) : found && !journey.member ? noMember(journey, frame)
      : [heading(words.stepFind, frame.level), frame.errors(), paragraphs(campaign.texts?.find, frame.letterLang)]}
    ${lost ? html`<div class="notice"><p>${words.newPostcode}</p>
      ${lost.length ? html`<p>${words.around(lost.map(frame.nameOf).join(', '))}</p>` : null}
      ${away(journey, PARLIAMENTS_FINDER, words.finder)}</div>` : null}
    ${form(journey, () => journey.find(), html`
      ${textField(journey, 'postcode', {
        label: words.postcodeLabel, hint: words.postcodeHint, size: 'short', autocomplete: 'postal-code', capitals: 'characters',
      })}
      ${submitButton(journey, words.findButton)}`)}`;
}

function chooseConstituency(journey, frame) {
  const { words, found, choices } = journey;
  const error = journey.errorAt('constituency');
  return html`${heading(words.splitLegend, frame.level)} ${frame.errors()}
    ${form(journey, () => journey.choose(), html`
      <fieldset class="field ${error ? 'wrong' : ''}" aria-labelledby="heading" aria-describedby="constituency-hint constituency-error">
        <p class="hint" id="constituency-hint">${words.splitHint(found.postcode)}</p>
        ${errorMessage(journey, 'constituency')}
        ${choices.map((constituency, i) => html`<label class="choice">
          <input type="radio" name="constituency" id=${i ? null : 'constituency'} value=${constituency.code}
            .checked=${journey.answers.constituency === constituency.code} />
          <span>${frame.nameOf(constituency)}</span>
        </label>`)}
      </fieldset>
      <div class="actions">${submitButton(journey, words.next)} ${textButton(words.changePostcode, () => {
        journey.found = null;
        journey.go('find');
      })}</div>`)}`;
}

/** The constituency is known and nobody sits for it: say so, say until when, and leave the postcode to be changed. */
function noMember({ words, found }, frame) {
  const [title, text] = words.seats[found.seat?.status] ?? words.seats.unknown;
  const name = frame.nameOf(found.constituency ?? { name: found.postcode });
  return html`${heading(title(name), frame.level)} ${frame.errors()} ${notice(text)}
    <p>${words.otherPostcode}</p>`;
}

/** The campaign's rules have nothing for this MP, or another campaign has. */
function noLetter(journey, frame) {
  const { words, refusal, member } = journey;
  const url = webUrl(refusal.url);
  return html`${heading(words.noLetter(member.name), frame.level)} ${frame.errors()}
    ${url
      ? html`<p class="notice">${away(journey, url, words.toOtherCampaign)}</p>`
      : html`<p class="notice" lang=${frame.letterLang}>${refusal.detail}</p>`}
    <p>${words.otherPostcode}</p>`;
}
