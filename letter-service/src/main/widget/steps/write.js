import { errorMessage, form, heading, notice, paragraphs, subheading, submitButton, textArea, textButton, textField } from '../fields.js';
import { meter } from '../meter.js';
import { html } from '../render.js';

/** Step 2: the supporter's letter, and who signs it. */
export function write(journey, frame) {
  const { words, member, found, byEmail, draft, campaign } = journey;
  return html`${heading(words.writeTitle(member.name), frame.level)} ${frame.errors()}
    <div class="mp">
      <p><strong>${member.name}</strong><span class="hint">${member.party && `, ${member.party}`}</span><br />
        ${words.mpFor(frame.nameOf(found.constituency))}</p>
      ${textButton(words.changePostcode, () => journey.go('find'))}
    </div>
    ${journey.notices.map(notice)} ${paragraphs(campaign.texts?.write, frame.letterLang)}
    ${form(journey, () => journey.check(), html`
      ${draft.free ? wholeText(journey, frame) : [points(journey, frame), personalLine(journey, frame), growing(journey, frame)]}
      <fieldset class="about-you">
        <legend class="small-title">${words.aboutYou}</legend>
        <p class="hint">${words.aboutYouHint}</p>
        ${textField(journey, 'name', { label: words.nameLabel, autocomplete: 'name', capitals: 'words' })}
        ${byEmail
          ? textField(journey, 'email', { label: words.emailLabel, hint: words.emailHint, type: 'email', autocomplete: 'email', inputmode: 'email' })
          : null}
        ${textArea(journey, 'address', { label: words.addressLabel, hint: words.addressHint(found.postcode), rows: 3, autocomplete: 'street-address' })}
      </fieldset>
      <div class="actions">${submitButton(journey, words.checkButton)} ${textButton(words.back, () => journey.go('find'))}</div>`)}`;
}

function points(journey, frame) {
  const { letterLang } = frame;
  const { words, answers, draft } = journey;
  const { points, leastPoints, mostPoints } = draft.offer;
  if (!points.length) return null;
  return html`<fieldset class="field ${journey.errorAt('points') ? 'wrong' : ''}" id="points" tabindex="-1" aria-describedby="points-hint points-error">
      <legend class="small-title">${words.pointsTitle}</legend>
      <p class="hint" id="points-hint">${words.pointsHint(leastPoints, mostPoints)}</p> ${errorMessage(journey, 'points')}
      ${points.map(({ id, title, text }) => html`<label class="choice"><input type="checkbox" name="points" value=${id}
        .checked=${answers.points.includes(id)} /><span lang=${letterLang}><strong>${title}</strong><span class="point">${text}</span></span></label>`)}
    </fieldset>
    ${answers.points.length > 1 ? order(journey, frame) : null}`;
}

/** The points that were taken, with a button up and one down each: no dragging, and every move is said. */
function order(journey, { letterLang, level }) {
  const { words, answers, draft } = journey;
  const title = (id) => draft.offer.points.find((point) => point.id === id).title;
  const last = answers.points.length - 1;
  const mover = (id, i, by, sign, label) => html`<button class="move" type="button" id="move${by}-${i}" aria-label=${label(title(id))}
    aria-disabled=${i + by < 0 || i + by > last} @click=${() => {
      const place = draft.move(id, by);
      // The focus goes with the point; at an end the button there would do nothing.
      journey.focus = `move${place + by < 0 || place + by > last ? -by : by}-${place}`;
      journey.said = words.moved(title(id), place + 1, last + 1);
      journey.changed();
    }}>${sign}</button>`;
  return html`<div class="field">${subheading(words.orderTitle, level)}
    <ol class="order">${answers.points.map((id, i) => html`<li><span lang=${letterLang}>${title(id)}</span>
      ${mover(id, i, -1, '↑', words.moveUp)}${mover(id, i, 1, '↓', words.moveDown)}</li>`)}</ol></div>`;
}

function personalLine(journey, { letterLang }) {
  const { words, draft } = journey;
  const { prompts, personalLine } = draft.offer;
  return textArea(journey, 'personalLine', {
    label: `${words.personalLineLabel} ${personalLine ? '' : words.optional}`,
    hint: html`${words.bodyHint}${prompts.length
      ? html`<ul class="prompts" lang=${letterLang}>${prompts.map((prompt) => html`<li>${prompt}</li>`)}</ul>` : null}`,
    rows: 4, lang: letterLang,
  });
}

/** The letter as it will be sent, growing with every answer. */
function growing(journey, frame) {
  const { words, draft, answers, found } = journey;
  const { subject, greeting, body, signature } = draft.letter;
  return html`<div class="field">${subheading(words.growing, frame.level)}
    <div part="letter" class="letter" lang=${frame.letterLang}><p><strong>${subject}</strong></p><p>${greeting}</p><p>${body}</p><p>${[
      signature.split('\n\n')[0] + '\n', answers.name.trim() || words.yourName, answers.address.trim(), found.postcode].filter(Boolean).join('\n')}</p></div>
    ${draft.stale ? notice(words.stale) : null} ${meter(journey)}
    ${textButton(words.editFreely, () => edit(journey, true))}</div>`;
}

function wholeText(journey, frame) {
  const { words, draft } = journey;
  return html`${draft.choosable
      ? html`<p class="notice">${words.freely} ${textButton(words.backToPoints, () => edit(journey, false))}</p>` : null}
    ${textField(journey, 'subject', { label: words.subjectLabel })}
    ${textArea(journey, 'body', {
      label: words.bodyLabel, rows: 14, lang: frame.letterLang,
      hint: html`${words.bodyHint}<br /><span class="greeting" lang=${frame.letterLang}>${draft.letter.greeting}</span>`,
    })}
    ${meter(journey)}`;
}

function edit(journey, free) {
  journey.draft.edit(free);
  journey.focus = free ? 'body' : 'personalLine';
  journey.changed();
}
