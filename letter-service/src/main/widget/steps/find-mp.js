import { html, nothing } from 'lit-html';
import { errorMessage, form, heading, submitButton, textButton, textField } from '../fields.js';

/** Step 1: a postcode; then the choice that a split postcode leaves, or why there is nobody to write to. */
export function findMp(journey, frame) {
  if (journey.choices.length) return chooseConstituency(journey, frame);
  const { words, found } = journey;
  return html`${found && !journey.member ? noMember(journey, frame) : [heading(words.stepFind, frame.level), frame.errors()]}
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
      <fieldset class="field ${error ? 'wrong' : ''}" aria-labelledby="heading"
        aria-describedby="constituency-hint ${error ? 'constituency-error' : ''}">
        <p class="hint" id="constituency-hint">${words.splitHint(found.postcode)}</p>
        ${errorMessage(journey, 'constituency')}
        ${choices.map((constituency, i) => html`<label class="choice">
          <input type="radio" name="constituency" id=${i ? nothing : 'constituency'} value=${constituency.code}
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
  const [title, text] = {
    vacant: [words.seatVacant, words.seatVacantText],
    dissolved: [words.seatDissolved, words.seatDissolvedText],
  }[found.seat?.status] ?? [words.seatUnknown, words.seatUnknownText];
  const name = frame.nameOf(found.constituency ?? { name: found.postcode });
  return html`${heading(typeof title === 'function' ? title(name) : title, frame.level)} ${frame.errors()}
    <p class="notice">${text}</p>
    <p>${words.otherPostcode}</p>`;
}
