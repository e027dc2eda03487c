import { html, nothing } from 'lit-html';
import { copyText } from '../clipboard.js';
import { note } from '../fields.js';

/** Plain links: no network's script is loaded, and none learns of the visit unless its link is followed. */
const networks = {
  WhatsApp: ({ text, url }) => `https://wa.me/?${query({ text: `${text} ${url}` })}`,
  Facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`,
  Bluesky: ({ text, url }) => `https://bsky.app/intent/compose?${query({ text: `${text} ${url}` })}`,
  X: ({ text, url }) => `https://x.com/intent/post?${query({ text, url })}`,
  Email: ({ text, url }, title) => `mailto:?${query({ subject: title, body: `${text}\r\n\r\n${url}` })}`,
};

// Mail programs read + as a plus sign, so URLSearchParams is no use here.
const query = (fields) => Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

/** The next supporter's letter says through which network they came; never through whom. */
const by = (url, medium) => `${url}${url.includes('?') ? '&' : '?'}via=${medium.toLowerCase()}`;

export function share(journey, frame) {
  const { words, campaign } = journey;
  const { url } = campaign.share;
  const text = campaign.share.text || campaign.title;
  const shared = (medium) => journey.announce('share', { medium });
  const copy = async () => {
    shared('copy');
    journey.note((await copyText(url, frame.root.getElementById('share-link'))) ? words.copied : words.copyByHand);
  };
  const shareByDevice = async () => {
    try {
      await navigator.share({ title: campaign.title, text, url });
      shared('device');
    } catch {
      // The supporter closed the device's sheet, or it is not allowed in this frame: the links below remain.
    }
  };
  return html`<div role="heading" aria-level=${frame.level} class="title">${words.shareTitle}</div>
    <p>${words.shareText}</p>
    ${navigator.share
      ? html`<p><button part="button" class=${journey.settled ? 'main' : 'button'} type="button" @click=${shareByDevice}>${words.shareButton}</button></p>`
      : nothing}
    <ul class="networks">
      ${Object.entries(networks).map(([medium, link]) => html`<li>
        <a part="share-link" class="button" href=${link({ text, url: by(url, medium) }, campaign.title)} target=${medium === 'Email' ? nothing : '_blank'}
          rel="noopener noreferrer" @click=${() => shared(medium.toLowerCase())}>${medium === 'Email'
            ? words.shareByEmail : html`${medium}<span class="unseen"> ${words.newTab}</span>`}</a></li>`)}
    </ul>
    <div class="field"><label part="label" for="share-link">${words.shareLink}</label>
      <div class="copy"><input part="input" id="share-link" readonly .value=${url} @focus=${(event) => event.target.select()} />
        <button part="button" class="button" type="button" @click=${copy}>${words.copyLink}</button></div>${note(journey)}</div>`;
}
