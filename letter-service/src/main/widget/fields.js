import { html } from './render.js';

/** A field with its label above, hint and error between label and input, and the error's words tied to the input. */
function field(journey, id, { label, hint }, control) {
  const error = journey.errorAt(id);
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label part="label" for=${id}>${label}</label>
    ${hint && html`<div class="hint" id="${id}-hint">${hint}</div>`} ${errorMessage(journey, id)}
    ${control([hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || null, !!error)}
  </div>`;
}

export function errorMessage(journey, id) {
  const error = journey.errorAt(id);
  return error && html`<p class="error" id="${id}-error"><span class="unseen">${journey.words.errorPrefix} </span>${error}</p>`;
}

export function textField(journey, id, { type = 'text', size = '', autocomplete = 'off', inputmode, capitals, ...text }) {
  return field(journey, id, text, (described, invalid) =>
    html`<input part="input" class=${size} id=${id} name=${id} type=${type} .value=${journey.answers[id]}
      autocomplete=${autocomplete} inputmode=${inputmode} autocapitalize=${capitals}
      spellcheck=${id === 'subject'} aria-describedby=${described} aria-invalid=${invalid} />`);
}

export function textArea(journey, id, { rows, autocomplete = 'off', lang, ...text }) {
  return field(journey, id, text, (described, invalid) =>
    html`<textarea part="input" id=${id} name=${id} rows=${rows} lang=${lang} .value=${journey.answers[id]}
      autocomplete=${autocomplete} aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
}

/**
 * A form that keeps every answer as it is typed, and reads them again when it is submitted because some password managers
 * and autofills set values without an event.
 */
export function form(journey, submit, content) {
  const keep = ({ name, type, value, checked }) => {
    if (name === 'points') journey.draft.take(value, checked);
    if (!(name in journey.answers) || (type === 'radio' && !checked)) return;
    journey.answer(name, name === 'points' ? journey.answers.points : type === 'checkbox' ? checked : value);
  };
  const submitted = (event) => {
    event.preventDefault();
    for (const control of event.target.elements) keep(control);
    submit();
  };
  const typed = ({ target }) => {
    keep(target);
    journey.changed();
  };
  return html`<form novalidate @submit=${submitted} @input=${typed}>${content}</form>`;
}

/** aria-disabled instead of disabled: the button keeps the focus and its place in the reading order while a request runs. */
export function submitButton({ busy }, label) {
  return html`<button part="button" class="main" type="submit" aria-disabled=${!!busy}>${busy ? `${busy}…` : label}</button>`;
}

export function button(label, click, look = 'button') {
  return html`<button part="button" class=${look} type="button" @click=${click}>${label}</button>`;
}

export function textButton(label, click, more) {
  return html`<button class="text" type="button" @click=${click}>${label}${more}</button>`;
}

/** A link that leaves the page where it is. */
export function away({ words }, href, label, { look, part, click = () => {} } = {}) {
  const tab = !href.startsWith('mailto:');
  return html`<a href=${href} target=${tab ? '_blank' : null} rel="noopener noreferrer" class=${look} part=${part} @click=${click}>${label}${
    tab ? html`<span class="unseen"> ${words.newTab}</span>` : null}</a>`;
}

/** The summary of errors (the GOV.UK pattern): takes the focus, and leads to each field with the very words shown there. */
export function errorSummary({ errors, words }, level, lead) {
  return errors.length ? html`<div part="error-summary" class="summary" id="errors" tabindex="-1" role="alert" aria-labelledby="errors-title">
    ${title(words.errorTitle, level, 'small-title', 'errors-title')}
    <ul>
      ${errors.map(({ field: id, text }) =>
        html`<li>${id ? html`<a href="#${id}" @click=${(event) => lead(event, id)}>${text}</a>` : text}</li>`)}
    </ul>
  </div>` : null;
}

/** An entry of a list of what is known already. */
export function entry(name, value) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** What just happened to the button above. The status region reads it out; this is for those who look. */
export function note({ noted }) {
  return noted && html`<p class="noted" aria-hidden="true">${noted}</p>`;
}

export function notice(text) {
  return text ? html`<p class="notice">${text}</p>` : null;
}

/** A text of the organisation's, in its paragraphs. */
export function paragraphs(text, lang) {
  return text && html`<div lang=${lang}>${text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`)}</div>`;
}

/** A heading of any level, as the page decides it. */
export function title(text, level, look, id, tabindex) {
  return html`<div part="heading" class=${look} id=${id} tabindex=${tabindex} role="heading" aria-level=${level}>${text}</div>`;
}

/** A step's heading: it takes the focus when the step begins, so that a screen reader starts there. */
export const heading = (text, level) => title(text, level, 'title', 'heading', -1);

/** A heading within a step. */
export const subheading = (text, level) => title(text, level + 1, 'small-title');
