import { html, nothing } from 'lit-html';
import { moment } from '../format.js';
import { explain } from '../problem.js';
import { failed, queue } from './queue.js';

/** Reasons that wait for a person; the others pass when a member, a seat or the campaign changes. */
const FOR_A_PERSON = ['alike', 'named-like-member'];

/** Letters that are held, with what a person may decide about them. Their words are read one by one, which the audit log keeps. */
export function letters(board) {
  return queue(board, board.letters, board.words.queues.letters, letter);
}

function letter(board, queue, entry) {
  const { words, language } = board;
  return html`<article class="card entry" aria-labelledby="entry-${entry.id}">
    <h3 id="entry-${entry.id}" tabindex="-1">${board.placeName(entry.constituency)}</h3>
    <p class="hint">${moment(entry.writtenAt, language)}. ${words.ownWordsOf(entry.ownWords)}</p>
    <p>${words.heldFor[entry.reason] ?? entry.reason}</p>
    ${entry.content ? content(entry.content, board) : nothing} ${failed(entry)}
    ${entry.outcome ? html`<p class="outcome">${entry.outcome}</p>` : decision(board, queue, entry)}
  </article>`;
}

function content({ subject, body }, { words, campaign }) {
  if (body === null) return html`<p class="hint">${words.forgotten}</p>`;
  return html`<blockquote dir="auto" lang=${campaign.language}><p><strong>${subject}</strong></p>${body}</blockquote>`;
}

function decision(board, queue, entry) {
  const { words } = board;
  const read = async () => {
    entry.failure = '';
    try {
      entry.content = await board.read(entry.id);
    } catch (problem) {
      entry.failure = explain(problem, words);
    }
    board.changed();
  };
  const release = () => board.decide(queue, entry, words.released, (api) => api.release(entry.id));
  const recall = () => board.decide(queue, entry, words.recalled, (api) => api.recall(entry.id));
  const ask = (asking) => () => {
    entry.asking = asking;
    board.focus = asking ? `sure-${entry.id}` : `entry-${entry.id}`;
    board.changed();
  };
  if (entry.asking) {
    return html`<div class="reasons"><p id="sure-${entry.id}" tabindex="-1"><strong>${words.recallSure}</strong> ${words.recallText}</p>
      <div class="actions"><button type="button" class="danger" aria-disabled=${!!entry.busy} @click=${recall}>${entry.busy ? words.working : words.recall}</button>
        <button type="button" class="plain" @click=${ask(null)}>${words.cancel}</button></div></div>`;
  }
  return html`<div class="actions">
    ${FOR_A_PERSON.includes(entry.reason)
      ? html`<button type="button" class="main" aria-disabled=${!!entry.busy} @click=${release}>${entry.busy ? words.working : words.release}</button>`
      : nothing}
    <button type="button" @click=${ask(true)}>${words.recall}</button>
    ${entry.content ? nothing : html`<button type="button" class="plain" @click=${read}>${words.readLetter}</button>`}
  </div>`;
}
