/**
 * Why a request did not succeed: the problem document (RFC 9457) that the platform answered, or `unreachable` when there
 * was no answer that can be read - no network, no answer in time, a proxy's error page.
 */
export class Problem extends Error {
  constructor(document = {}, status = 0) {
    const name = String(document.type ?? '').split('/').pop();
    super(name || 'unreachable');
    this.problem = this.message;
    this.status = status;
    this.detail = document.detail;
    this.errors = document.errors ?? [];
    this.territory = document.territory;
    this.challenge = document.challenge;
  }
}

/** The fields a supporter can correct, each with the step that shows it. */
export const stepOfField = {
  postcode: 'find', constituency: 'find',
  subject: 'write', body: 'write', name: 'write', email: 'write', address: 'write',
  consent: 'check', code: 'sent',
};

/**
 * What to tell the supporter: a list of {field, text}; a text without a field belongs to the step as a whole.
 * `field` is where a problem of the whole request lands (the postcode for every answer about the postcode).
 */
export function explain(failure, words, field) {
  const { problem = 'fault', errors = [], territory, status, detail } = failure;
  const atFields = errors
    .map((error) => ({ field: String(error.pointer).split('/')[1], text: error.detail }))
    .filter((error) => error.field in stepOfField);
  if (atFields.length) return atFields;
  // Our own words come first because they are in the supporter's language; a refusal that is new to this version of the
  // widget still says in the platform's words what to do. A fault's detail would help nobody.
  const text =
    words.territories[territory] ?? words.problems[status === 429 ? 'too-many-requests' : problem] ?? (status < 500 && detail);
  return [{ field: aboutField.has(problem) ? field : undefined, text: text || words.problems.fault }];
}

const aboutField = new Set([
  'unknown-postcode', 'no-constituency', 'malformed-postcode', 'northern-ireland-not-loaded', 'wrong-code',
]);
