import { html, nothing } from 'lit-html';
import { comments } from './comments.js';
import { letters } from './letters.js';
import { numbers } from './numbers.js';
import { news } from './page.js';

const views = { numbers, comments, letters };

/** A campaign with its three views. */
export function campaign(board) {
  const { words, campaign: shown, view } = board;
  const waiting = { comments: board.comments?.entries && board.comments.waiting, letters: board.letters?.entries && board.letters.waiting };
  return html`<p class="trail no-print"><a href="#">${words.campaigns}</a></p>
    <h1 id="heading" tabindex="-1" lang=${shown.language}>${shown.title}</h1>
    <p class="states"><span class="state ${shown.state}">${words.states[shown.state] ?? shown.state}</span>
      ${shown.publishedAt ? html`<a href="/c/${shown.slug}" target="_blank" rel="noopener">${words.publicPage}<span class="unseen"> ${words.newTab}</span></a>` : nothing}</p>
    <nav class="tabs no-print" aria-label=${words.views}><ul>
      ${Object.keys(views).map((name) => html`<li><a href="#${shown.id}/${name}" aria-current=${name === view ? 'page' : nothing}>${words.viewNames[name]}${
        waiting[name] ? html` <span class="badge">${waiting[name]}<span class="unseen"> ${words.waiting}</span></span>` : nothing}</a></li>`)}
    </ul></nav>
    ${news(board)} ${views[view](board)}`;
}
