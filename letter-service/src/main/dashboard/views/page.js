import { html, nothing } from 'lit-html';
import { campaign } from './campaign.js';
import { campaigns } from './campaigns.js';
import { signIn } from './sign-in.js';

/** The frame around every view. */
export function page(board) {
  const { words, signedIn } = board;
  const view = signedIn ? (board.campaign ? campaign : campaigns) : signIn;
  return html`<a class="skip" href="#main" @click=${toMain}>${words.skip}</a>
    <header class="bar"><div class="wrap">
      <p class="brand">${signedIn ? html`<a href="#" class="name">Central Lobby</a>` : html`<span class="name">Central Lobby</span>`}
        <span>${signedIn ? board.organisation.name : words.dashboard}</span></p>
      <div class="account">
        <button type="button" class="plain" lang=${words.otherTag} @click=${() => board.speak(words.otherTag)}>${words.otherLanguage}</button>
        ${signedIn ? html`<button type="button" class="plain" @click=${() => board.signOut()}>${words.signOut}</button>` : nothing}
      </div>
    </div></header>
    <div class="unseen" role="status">${board.said}</div>
    <main id="main" class="wrap" tabindex="-1">${view(board)}</main>`;
}

/** Not through the address, which names what is shown. */
function toMain(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}

/** What failed, with a way to try again; and that something takes its time. What is there already stays below. */
export function news(board) {
  const { words, failure, slow, retry } = board;
  return html`<div role="alert">${failure
      ? html`<div class="failure"><p>${failure}</p>${retry ? html`<button type="button" @click=${retry}>${words.tryAgain}</button>` : nothing}</div>`
      : nothing}</div>
    ${slow ? html`<p class="slow"><progress aria-label=${words.slow}></progress> ${words.slow}</p>` : nothing}`;
}
