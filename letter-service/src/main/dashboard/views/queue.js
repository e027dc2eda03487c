import { html, nothing } from 'lit-html';

/** A list of entries that wait for a decision: one view for comments and letters. */
export function queue(board, queue, texts, entry) {
  const { words } = board;
  if (!queue?.entries) return board.busy ? html`<p class="empty">${words.loading}</p>` : nothing;
  const { entries, waiting, more, news } = queue;
  return html`<section aria-labelledby="queue"><h2 id="queue">${waiting ? texts.waiting(waiting, more) : texts.done}</h2>
    <p class="hint">${texts.hint}</p>
    ${entries.length ? entries.map((one) => entry(board, queue, one)) : html`<div class="empty"><p>${texts.none}</p></div>`}
    <p class="no-print">${news ? html`<strong>${texts.news(news)}</strong> ` : nothing}
      <button type="button" @click=${() => board.load()}>${!waiting && more ? words.nextOnes : words.lookAgain}</button></p>
  </section>`;
}

export function failed(entry) {
  return entry.failure ? html`<p class="error" id="failure-${entry.id}" tabindex="-1" role="alert">${entry.failure}</p>` : nothing;
}
