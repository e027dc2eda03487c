import { query } from '../api.js';
import { copyText } from '../clipboard.js';
import { away, button, note, paragraphs, title } from '../fields.js';
import { html } from '../render.js';

/** Plain links: no network's script is loaded, and none learns of the visit unless its link is followed. */
const networks = {
  WhatsApp: (text, url) => `https://wa.me/${query({ text: `${text} ${url}` })}`,
  Email: (text, url, subject) => `mailto:${query({ subject, body: `${text}\r\n\r\n${url}` })}`,
  Bluesky: (text, url) => `https://bsky.app/intent/compose${query({ text: `${text} ${url}` })}`,
  X: (text, url) => `https://x.com/intent/post${query({ text, url })}`,
  Facebook: (text, u) => `https://www.facebook.com/sharer/sharer.php${query({ u })}`,
};

/** The next supporter's letter says through which network they came; through whom only as an opaque code. */
const by = (url, medium) => `${url}${url.includes('?') ? '&' : '?'}via=${medium.toLowerCase()}`;

export function share(journey, frame) {
  const { words, campaign, sharing } = journey;
  const { near, friends, qr, url } = sharing;
  const { seats, heard } = campaign.progress;
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
  return html`${title(words.shareTitle, frame.level, 'title')}
    ${friends ? html`<p class="notice">${words.friends(friends)}</p>` : null}
    ${paragraphs(campaign.texts?.share, frame.letterLang) ?? html`<p>${words.shareText}</p>`}
    ${near.length ? html`<p>${words.near(near.map(frame.nameOf).join(', '))}</p>` : null}
    ${navigator.share ? html`<p>${button(words.shareButton, shareByDevice, journey.settled ? 'main' : 'button')}</p>` : null}
    <ul class="networks">
      ${Object.entries(networks).map(([medium, link]) => html`<li>${away(journey, link(text, by(url, medium), campaign.title),
        medium === 'Email' ? words.shareByEmail : medium,
        { part: 'share-link', look: 'button', click: () => shared(medium.toLowerCase()) })}</li>`)}
    </ul>
    <div class="field"><label part="label" for="share-link">${words.shareLink}</label>
      <div class="copy"><input part="input" id="share-link" readonly .value=${url} @focus=${(event) => event.target.select()} />
        ${button(words.copyLink, copy)}${qr ? null : button(words.qr, () => journey.showQr())}</div>${note(journey)}</div>
    ${qr ? html`<div class="qr" id="qr" tabindex="-1">${qr}</div>` : null}
    ${seats ? html`<p>${words.coverage(heard, seats)} ${away(journey, `${campaign.share.url}/map?lang=${campaign.language}`, words.map)}</p>` : null}`;
}
