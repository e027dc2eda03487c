import { html } from './render.js';

/** From which share of own words on, the four sentences of the meter. */
const LEVELS = [0.05, 0.3, 0.6];

/** How much of a letter stands neither in the campaign's words nor in an earlier letter, 0 to 1: what the platform decides by. */
export function likeness(similarity) {
  if (!similarity) return null;
  const own = 1 - Math.max(similarity.template, similarity.nearest);
  return { own, level: LEVELS.filter((level) => own >= level).length };
}

/** Says before sending how like others the letter is, and what comes of it. The bar adds nothing to the words. */
export function meter({ words, campaign, draft }) {
  const { similarity } = draft.letter;
  const like = likeness(similarity);
  return like && html`<div class="meter">
    <p><strong>${words.meter[like.level]}</strong> ${words.verdicts[similarity.verdict]?.(campaign.organisation.name)}</p>
    <progress max="1" value=${like.own} aria-hidden="true"></progress>
  </div>`;
}
