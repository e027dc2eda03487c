/** What a link may fill in for its reader: the organisation's own mail to somebody who has told it their name before. */
const FILLED = ['name', 'email', 'address', 'postcode'];
const OURS = '#mp-letter&';

const query = new URLSearchParams(location.search);

/** How the supporter came to the page, in one word of its address: ?via=newsletter. */
export const via = query.get('via') ?? undefined;

/** Over whose personal link they came, as an opaque code: ?from=3kTz... */
export const from = query.get('from') ?? undefined;

/** What stands behind #mp-letter& in the page's address. It is taken out there: who copies the address passes on nothing of theirs. */
export const filled = fragment();

function fragment() {
  if (!location.hash.startsWith(OURS)) return {};
  const given = new URLSearchParams(location.hash.slice(OURS.length));
  history.replaceState(history.state, '', location.pathname + location.search);
  return Object.fromEntries(FILLED.filter((field) => given.has(field)).map((field) => [field, given.get(field)]));
}
