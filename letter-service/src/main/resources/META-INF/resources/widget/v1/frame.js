/*
 * Runs in /embed/{campaign}: tells the page around the frame how high the campaign is and what happens in it, so that
 * mp-letter-frame.js there can fit the frame and pass the events on. Only pages that the organisation allows hear of it, and
 * nothing of what they hear is about a person.
 */
const EVENTS = ['ready', 'step', 'sent', 'share', 'error'];

const allowed = document.documentElement.dataset.embedders.split(' ');
const around = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);

/** The origin of the page around; not known where that page hides it from a browser without ancestorOrigins, until it greets. */
let embedder = allowed.includes(around) ? around : null;
/** Before the widget is there the frame would be made small, only to grow again at once. */
let settled = false;

const tell = (message) => {
  if (embedder && parent !== window) parent.postMessage(message, embedder);
};

const tellHeight = () => {
  if (settled) tell({ type: 'mp-letter:height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
};

for (const name of EVENTS) {
  document.addEventListener(`mp-letter:${name}`, ({ type, detail }) => {
    tell({ type, detail });
    if (settled) return;
    settled = true;
    // Observing begins with a first report.
    new ResizeObserver(tellHeight).observe(document.documentElement);
  });
}

addEventListener('message', ({ data, origin, source }) => {
  if (source !== parent || data?.type !== 'mp-letter:hello' || !allowed.includes(origin)) return;
  embedder = origin;
  tellHeight();
});
