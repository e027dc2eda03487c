import { heading, paragraphs } from '../fields.js';
import { html } from '../render.js';

/** The campaign takes no letters: what the organisation says to that, and how it ended. */
export function closed({ campaign, words }, frame) {
  const { state, texts, ending } = campaign;
  return html`${heading(state === 'paused' ? words.paused : words.closed, frame.level)}
    ${paragraphs(ending?.text, frame.letterLang)}
    ${paragraphs(texts?.closed, frame.letterLang)}`;
}
