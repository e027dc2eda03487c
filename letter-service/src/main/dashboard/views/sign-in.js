import { html, nothing } from 'lit-html';

/** The key is typed into a password field, so that a password manager may keep it; the page itself does not. */
export function signIn(board) {
  const { words, error, busy } = board;
  const submit = (event) => {
    event.preventDefault();
    const field = event.target.elements.key;
    const key = field.value;
    board.signIn(key).then(() => board.signedIn && (field.value = ''));
  };
  return html`<div class="door">
    <h1 id="heading" tabindex="-1">${words.welcome}</h1>
    <p class="lead">${words.welcomeText}</p>
    <form class="card" novalidate @submit=${submit}>
      <div class="field ${error ? 'wrong' : ''}">
        <label for="key">${words.key}</label>
        <p class="hint" id="key-hint">${words.keyHint}</p>
        <div id="key-error" role="alert">${error ? html`<p class="error"><span class="unseen">${words.errorPrefix} </span>${error}</p>` : nothing}</div>
        <input class="unseen" type="text" name="username" autocomplete="username" value="Central Lobby" tabindex="-1" aria-hidden="true" readonly>
        <input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" autocapitalize="off"
          aria-describedby="key-hint key-error" aria-invalid=${!!error}>
      </div>
      <button type="submit" class="main" aria-disabled=${busy}>${busy ? words.signingIn : words.signIn}</button>
    </form>
    <h2>${words.scopes}</h2>
    <dl class="scopes">${words.scopeTexts.map(([scope, text]) => html`<div><dt><code>${scope}</code></dt><dd>${text}</dd></div>`)}</dl>
    <p class="hint">${words.keyMemory}</p>
  </div>`;
}
