import { html, nothing } from 'lit-html';

/** A field with its label above, hint and error between label and input, and the error's words tied to the input. */
function field(journey, id, { label, hint }, control) {
  const error = journey.errorAt(id);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label part="label" for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${errorMessage(journey, id)}
    ${control(described, !!error)}
  </div>`;
}

export function errorMessage(journey, id) {
  const error = journey.errorAt(id);
  return error
    ? html`<p class="error" id="${id}-error"><span class="unseen">${journey.words.errorPrefix} </span>${error}</p>`
    : nothing;
}

export function textField(journey, id, { type = 'text', size = '', autocomplete, inputmode, capitals, ...text }) {
  return field(journey, id, text, (described, invalid) =>
    html`<input part="input" class=${size} id=${id} name=${id} type=${type} .value=${journey.answers[id]}
      autocomplete=${autocomplete ?? 'off'} inputmode=${inputmode ?? nothing} autocapitalize=${capitals ?? nothing}
      spellcheck=${id === 'subject'} aria-describedby=${described} aria-invalid=${invalid} />`);
}

export function textArea(journey, id, { rows, autocomplete, lang, ...text }) {
  return field(journey, id, text, (described, invalid) =>
    html`<textarea part="input" id=${id} name=${id} rows=${rows} lang=${lang ?? nothing} .value=${journey.answers[id]}
      autocomplete=${autocomplete ?? 'off'} aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
}

/**
 * A form that keeps every answer as it is typed, and reads them again when it is submitted because some password managers
 * and autofills set values without an event.
 */
export function form(journey, submit, content) {
  const keep = ({ name, type, value, checked }) => {
    if (!(name in journey.answers) || (type === 'radio' && !checked)) return;
    journey.answers[name] = type === 'checkbox' ? checked : value;
  };
  const submitted = (event) => {
    event.preventDefault();
    for (const control of event.target.elements) keep(control);
    submit();
  };
  return html`<form novalidate @submit=${submitted} @input=${(event) => keep(event.target)}>${content}</form>`;
}

/** aria-disabled instead of disabled: the button keeps the focus and its place in the reading order while a request runs. */
export function submitButton(journey, label) {
  return html`<button part="button" class="main" type="submit" aria-disabled=${!!journey.busy}>
    ${journey.busy ? html`${journey.busy}…` : label}
  </button>`;
}

export function textButton(label, click, more = nothing) {
  return html`<button class="text" type="button" @click=${click}>${label}${more}</button>`;
}

/** The summary of errors (the GOV.UK pattern): takes the focus, and leads to each field with the very words shown there. */
export function errorSummary({ errors, words }, level, lead) {
  if (!errors.length) return nothing;
  return html`<div part="error-summary" class="summary" id="errors" tabindex="-1" role="alert" aria-labelledby="errors-title">
    <div role="heading" aria-level=${level} class="small-title" id="errors-title">${words.errorTitle}</div>
    <ul>
      ${errors.map(({ field: id, text }) =>
        html`<li>${id ? html`<a href="#${id}" @click=${(event) => lead(event, id)}>${text}</a>` : text}</li>`)}
    </ul>
  </div>`;
}

/** What just happened to the button above. The status region reads it out; this is for those who look. */
export function note({ noted }) {
  return noted ? html`<p class="noted" aria-hidden="true">${noted}</p>` : nothing;
}

export function notices({ notices: texts }) {
  return texts.map((text) => html`<p class="notice">${text}</p>`);
}

/** A step's heading: it takes the focus when the step begins, so that a screen reader starts there. */
export function heading(text, level) {
  return html`<div part="heading" class="title" id="heading" tabindex="-1" role="heading" aria-level=${level}>${text}</div>`;
}
