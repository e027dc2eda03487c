import { filled } from './arrival.js';

/** The longest answers the platform takes, in characters, in the order of the form. */
const LIMITS = { personalLine: 2_000, subject: 150, body: 10_000, name: 100, email: 254, address: 300 };
const MOST_LINES = 5;

/** What a supporter has not answered yet, or a link has filled in for them. */
export const unanswered = () => ({
  postcode: '', constituency: '', points: [], personalLine: '', subject: '', body: '', name: '', email: '', address: '',
  consent: false, code: '', ...filled,
});

/** Who writes, without the blanks around. */
export function writerOf({ name, email, address }) {
  const lines = address.split('\n').map((line) => line.trim()).filter(Boolean);
  return { name: name.trim(), email: email.trim(), address: lines.join('\n') };
}

/** What is wrong with the answers that make the letter, as a list of {field, text}; `free` where its whole text is edited. */
export function faultsOf(answers, words, free, byEmail) {
  const given = { ...answers, ...writerOf(answers) };
  const faults = [];
  for (const field in LIMITS) {
    const value = given[field].trim();
    const own = field === 'personalLine';
    if (free ? own : field === 'subject' || field === 'body') continue;
    if (field === 'email' && !byEmail) continue;
    const text = !value ? !own && words[`${field}Missing`]
      : value.length > LIMITS[field] ? words.tooLong(words[`${field}Label`], LIMITS[field])
      : field === 'email' && !/^\S+@\S+$/.test(value) ? words.emailForm
      : field === 'address' && value.split('\n').length > MOST_LINES && words.addressLines;
    if (text) faults.push({ field, text });
  }
  return faults;
}
