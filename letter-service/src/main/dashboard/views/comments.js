import { html, nothing } from 'lit-html';
import { moment } from '../format.js';
import { failed, queue } from './queue.js';

const REASONS = ['abusive', 'hateful', 'private-details', 'illegal', 'spam', 'off-topic', 'other'];

/** Comments that wait for somebody to read them. Nothing is shown as decided before the platform has said so. */
export function comments(board) {
  return queue(board, board.comments, board.words.queues.comments, comment);
}

function comment(board, queue, entry) {
  const { words, language } = board;
  return html`<article class="card entry" aria-labelledby="entry-${entry.id}">
    <h3 id="entry-${entry.id}" tabindex="-1"><bdi>${entry.name}</bdi>, ${board.placeName(entry.constituency)}</h3>
    <p class="hint">${moment(entry.writtenAt, language)}${entry.state === 'reported' && !entry.outcome ? html` <strong class="state paused">${words.reported}</strong>` : nothing}</p>
    <blockquote dir="auto" lang=${board.campaign.language}>${entry.text}</blockquote>
    ${entry.reports?.length
      ? html`<p class="hint">${words.complaints}: ${entry.reports.map(({ reason, reports }) => `${words.reasons[reason] ?? reason} (${reports})`).join('; ')}</p>`
      : nothing}
    ${failed(entry)}
    ${entry.asking ? reasons(board, queue, entry) : decision(board, queue, entry)}
  </article>`;
}

function decision(board, queue, entry) {
  const { words } = board;
  const ask = () => {
    entry.asking = true;
    board.focus = `reason-${entry.id}`;
    board.changed();
  };
  if (entry.outcome) {
    return html`<p class="outcome">${entry.outcome} ${entry.approved
      ? html`<button type="button" class="plain" @click=${ask}>${words.takeDown}<span class="unseen"> ${words.theCommentOf(entry.name)}</span></button>`
      : nothing}</p>`;
  }
  const approve = () => board.decide(queue, entry, words.approved, async (api) => {
    await api.approve(entry.id);
    entry.approved = true;
  });
  return html`<div class="actions">
    <button type="button" class="main" aria-disabled=${!!entry.busy} @click=${approve}>${entry.busy ? words.working : words.approve}<span class="unseen"> ${words.theCommentOf(entry.name)}</span></button>
    <button type="button" @click=${ask}>${words.reject}<span class="unseen"> ${words.theCommentOf(entry.name)}</span></button>
  </div>`;
}

function reasons(board, queue, entry) {
  const { words } = board;
  const submit = (event) => {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason');
    if (!reason) return board.object(entry, words.whyMissing);
    board.decide(queue, entry, words.rejected, async (api) => {
      await api.reject(entry.id, reason);
      entry.approved = false;
    });
  };
  const cancel = () => {
    entry.asking = null;
    board.focus = `entry-${entry.id}`;
    board.changed();
  };
  return html`<form class="reasons" novalidate @submit=${submit}>
    <fieldset><legend id="reason-${entry.id}" tabindex="-1">${words.why}</legend><p class="hint">${words.whyHint}</p>
      ${REASONS.map((reason) => html`<label class="radio"><input type="radio" name="reason" value=${reason}> ${words.reasons[reason]}</label>`)}
    </fieldset>
    <div class="actions"><button type="submit" class="danger" aria-disabled=${!!entry.busy}>${entry.busy ? words.working : words.rejectForGood}</button>
      <button type="button" class="plain" @click=${cancel}>${words.cancel}</button></div>
  </form>`;
}
