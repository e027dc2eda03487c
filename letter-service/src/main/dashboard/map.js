const PATIENCE_MS = 20_000;

export function mapAddress(slug, language) {
  return `/v1/public/campaigns/${encodeURIComponent(slug)}/map.svg?lang=${language}`;
}

/**
 * The map of a campaign as an element; null where it cannot be had, as the page can do without. The browser reads the answer
 * as a document by itself, so that no text of it is ever turned into markup here.
 */
export function fetchMap(slug, language) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', mapAddress(slug, language));
    request.responseType = 'document';
    request.timeout = PATIENCE_MS;
    request.onload = () => {
      const drawing = request.status === 200 ? request.responseXML?.documentElement : null;
      done(drawing?.localName === 'svg' ? document.importNode(drawing, true) : null);
    };
    request.onerror = request.ontimeout = () => done(null);
    request.send();
  });
}
