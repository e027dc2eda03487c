import { html, nothing } from 'lit-html';
import { share } from '../chart.js';
import { number } from '../format.js';

export function campaigns(board) {
  const { words } = board;
  return html`<h1 id="heading" tabindex="-1">${words.campaigns}</h1>
    ${board.campaigns.length
      ? html`<ul class="campaigns">${board.campaigns.map((campaign) => entry(campaign, board))}</ul>`
      : html`<div class="empty"><p>${words.noCampaigns}</p></div>`}`;
}

function entry({ id, title, state, language, mode }, board) {
  const { words, counts } = board;
  const counted = counts[id];
  return html`<li class="card campaign">
    <h2><a href="#${id}" lang=${language}>${title}</a></h2>
    <p class="states"><span class="state ${state}">${words.states[state] ?? state}</span>${mode === 'test' ? html`<span class="state">${words.testMode}</span>` : nothing}</p>
    ${counted
      ? html`<p class="figure"><strong>${number(counted.confirmed)}</strong> ${words.lettersOf(counted.confirmed, counted.goal)}</p>
          ${share(counted.confirmed / counted.goal)}`
      : nothing}
  </li>`;
}
