/**
 * What was typed survives a reload, an outage and the way back from another page in the state of the tab's own history entry:
 * nothing is stored on the device by us, other tabs and other sites cannot see it, and it goes with the tab. The page's own state
 * stays as it is. The widget makes no entries of its own: a site's router would take them for moves to a page of its own.
 */
const KEY = 'mp-letter:';

/** What was kept for a campaign; undefined where nothing is. */
export function recall(slug) {
  try {
    return history.state?.[KEY + slug];
  } catch {
    // A frame without an origin may have no history to look at.
  }
}

export function keep(slug, answers) {
  try {
    const { state } = history;
    // A state that is not a plain object is the page's own and has no room for ours.
    if (state === null || state.constructor === Object) history.replaceState({ ...state, [KEY + slug]: answers }, '');
  } catch {
    // Too often, too large, or forbidden: the page still has it all, until it is left.
  }
}
