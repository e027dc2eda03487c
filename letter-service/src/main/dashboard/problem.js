/** Why a request did not succeed: the problem document (RFC 9457) of the answer, or `unreachable` where there was none. */
export class Problem extends Error {
  constructor(document = {}, status = 0, retryAfter = 0) {
    super(String(document.type ?? '').split('/').pop() || 'unreachable');
    this.status = status;
    this.detail = document.detail;
    this.incident = document.incident;
    /** In how many seconds another try makes sense; 0 where that is not said. */
    this.retryAfter = retryAfter;
  }

  /** The scope that the key is missing, such as `moderation`. */
  get scope() {
    return this.status === 403 ? this.detail?.match(/with the scope ([a-z:]+(?: or [a-z:]+)*)/)?.[1] : undefined;
  }
}

/** A sentence for people: what happened, and what to do. */
export function explain(problem, words) {
  if (!(problem instanceof Problem)) return words.problems.fault;
  if (problem.scope) return words.missingScope(problem.scope);
  if (problem.status === 429) return words.tooMany(problem.retryAfter);
  const known = words.problems[problem.message];
  if (known) return known;
  if (problem.status >= 500) return words.ourFault(problem.incident);
  return problem.detail ?? words.problems.fault;
}
