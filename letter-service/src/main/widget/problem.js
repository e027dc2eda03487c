/**
 * Why a request did not succeed: the problem document (RFC 9457) that the platform answered, or `unreachable` when there
 * was no answer that can be read - no network, no answer in time, a proxy's error page.
 */
export class Problem extends Error {
  constructor(document = {}, status = 0) {
    const name = String(document.type ?? '').split('/').pop();
    super(name || 'unreachable');
    const { detail, errors = [], territory, candidates = [], challenge, url } = document;
    Object.assign(this, { problem: this.message, status, detail, errors, territory, candidates, challenge, url });
  }
}

/** On which step a field stands that is not on the one where the letter is written. */
const STEPS = { postcode: 'find', constituency: 'find', consent: 'check', code: 'sent' };

export const stepOf = (field) => field && (STEPS[field] ?? 'write');

/**
 * What to tell the supporter: a list of {field, text}; a text without a field belongs to the step as a whole.
 * `field` is where a problem of the whole request lands (the postcode for every answer about the postcode), `own` the field
 * for the supporter's own words, `known` has a key for each field there is.
 */
export function explain(failure, words, field, own, known) {
  const { problem = 'fault', errors = [], territory, detail, status } = failure;
  const atFields = errors
    .map(({ pointer, detail: text }) => {
      const at = String(pointer).split('/')[1];
      return { field: at === 'body' ? own : at, text: words.fields?.[at] ?? text };
    })
    .filter((error) => error.field in known);
  if (atFields.length) return atFields;
  // The platform explains its refusals in English, for supporters; other languages do it here. A fault's detail would help nobody.
  const text = words.territories?.[territory] ?? words.problems[problem] ?? (!unhelpful.has(problem) && detail);
  const at = problem === 'too-alike' ? own : ABOUT_THE_ANSWER.includes(status) && problem !== 'unknown-confirmation' ? field : undefined;
  return [{ field: at, text: text || words.problems.fault }];
}

/** Their detail is for programs, or says nothing. */
const unhelpful = new Set(['internal', 'proof-of-work-required', 'request-in-progress']);

/** The statuses of refusals that a better answer avoids. */
const ABOUT_THE_ANSWER = [400, 404, 422];
