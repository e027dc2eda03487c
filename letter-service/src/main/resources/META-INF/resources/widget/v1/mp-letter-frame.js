/*
 * For pages that embed a campaign in a frame:
 *
 *   <script type="module" src="https://letters.example.org/widget/v1/mp-letter-frame.js"></script>
 *   <iframe src="https://letters.example.org/embed/clean-rivers" title="Clean rivers" width="100%" height="640" ...></iframe>
 *
 * It makes every such frame as high as what is in it, dispatches the widget's events (mp-letter:ready, :step, :sent, :share,
 * :error) at the frame's element, from where they bubble, and hands on how the reader came to the page (?from= and ?via=).
 * It listens to frames of the platform that it came from, and to nobody else.
 */
const platform = new URL(import.meta.url).origin;
/** No campaign is higher; a number beyond it is a mistake. */
const HIGHEST = 30_000;
const ARRIVAL = { from: /^[\w-]{6,32}$/, via: /^[a-z0-9-]{1,32}$/ };

const isOurs = (frame) => frame.src?.startsWith(`${platform}/embed/`);
const frames = () => [...document.querySelectorAll('iframe')].filter(isOurs);

/** A frame that has loaded before this script has told its height to nobody, and may not know who is there to be told. */
const greet = (frame) => frame.contentWindow?.postMessage({ type: 'mp-letter:hello' }, platform);

addEventListener('message', ({ data, origin, source }) => {
  const frame = origin === platform && frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !String(data?.type).startsWith('mp-letter:')) return;
  if (data.type !== 'mp-letter:height') {
    frame.dispatchEvent(new CustomEvent(data.type, { detail: data.detail, bubbles: true, composed: true }));
  } else if (data.height > 0 && data.height < HIGHEST) {
    frame.style.height = `${Math.ceil(data.height)}px`;
  }
});

const query = new URLSearchParams(location.search);

/** Hands on how the reader came: to a frame that has loaded, as browsers may let the first of two addresses win while it loads. */
const handOn = (frame) => {
  const address = new URL(frame.src);
  for (const [name, form] of Object.entries(ARRIVAL)) {
    const value = query.get(name) ?? '';
    if (form.test(value) && !address.searchParams.has(name)) address.searchParams.set(name, value);
  }
  if (address.href !== frame.src) frame.src = address.href;
};

const meet = (frame) => {
  greet(frame);
  handOn(frame);
};

// Load events do not bubble, but are seen on their way down.
document.addEventListener('load', ({ target }) => {
  if (target.tagName === 'IFRAME' && isOurs(target)) meet(target);
}, true);
if (document.readyState === 'complete') frames().forEach(meet);
else addEventListener('load', () => frames().forEach(meet));
