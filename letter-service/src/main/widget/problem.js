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

/** The fields a supporter can correct, each with the step that shows it. */
export const stepOfField = {
  postcode: 'find', constituency: 'find',
  points: 'write', personalLine: 'write', subject: 'write', body: 'write', name: 'write', email: 'write', address: 'write',
  consent: 'check', code: 'sent',
};

/**
 * What to tell the supporter: a list of {field, text}; a text without a field belongs to the step as a whole.
 * `field` is where a problem of the whole request lands (the postcode for every answer about the postcode), `own` the field
 * for the supporter's own words.
 */
export function explain(failure, words, field, own) {
  const { problem = 'fault', errors = [], territory, detail } = failure;
  const atFields = errors
    .map(({ pointer, detail: text }) => ({ at: String(pointer).split('/')[1], text }))
    .map(({ at, text }) => ({ field: at === 'body' ? own : at, text: words.fields?.[at] ?? text }))
    .filter((error) => error.field in stepOfField);
  if (atFields.length) return atFields;
  // The platform explains its refusals in English, for supporters; other languages do it here. A fault's detail would help nobody.
  const text = words.territories?.[territory] ?? words.problems[problem] ?? (problem !== 'internal' && detail);
  const at = problem === 'too-alike' ? own : aboutField.has(problem) ? field : undefined;
  return [{ field: at, text: text || words.problems.fault }];
}

const aboutField = new Set([
  'unknown-postcode', 'no-constituency', 'malformed-postcode', 'northern-ireland-not-loaded', 'wrong-code',
]);
