/**
 * Numbers and times as people of that language read them; times are London's, as Parliament's day is. Not every browser knows
 * the Welsh names of months and days (Chromium does not), so they stand here; numbers are written alike in both languages.
 */
const ZONE = 'Europe/London';
const BRITISH = 'en-GB';

const WELSH = {
  month: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
  shortMonth: ['Ion', 'Chwef', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gorff', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
  weekday: { Mon: 'Llun', Tue: 'Maw', Wed: 'Mer', Thu: 'Iau', Fri: 'Gwe', Sat: 'Sad', Sun: 'Sul' },
};

export function number(value) {
  return value.toLocaleString(BRITISH);
}

export function percent(share) {
  return share.toLocaleString(BRITISH, { style: 'percent', maximumFractionDigits: 0 });
}

/** @param day such as 2026-11-24 */
export function day(day, language, long = false) {
  const date = new Date(`${day}T12:00:00Z`);
  return dated(date, language, long) + (long ? ` ${date.getUTCFullYear()}` : '');
}

export function hour(instant, language) {
  const weekday = new Date(instant).toLocaleDateString(BRITISH, { weekday: 'short', timeZone: ZONE });
  return `${language === 'cy' ? WELSH.weekday[weekday] : weekday} ${time(instant)}`;
}

/** Day, month, year and time. */
export function moment(instant, language) {
  return `${day(today(new Date(instant)), language, true)}, ${time(instant)}`;
}

/** The time of the reader's own clock. */
export function clock(instant) {
  return new Date(instant).toLocaleTimeString(BRITISH, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** The day in London, as YYYY-MM-DD. */
export function today(now = new Date()) {
  return now.toLocaleDateString('sv-SE', { timeZone: ZONE });
}

export function nextDay(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function dated(date, language, long) {
  if (language === 'cy') return `${date.getUTCDate()} ${WELSH[long ? 'month' : 'shortMonth'][date.getUTCMonth()]}`;
  return date.toLocaleDateString(BRITISH, { day: 'numeric', month: long ? 'long' : 'short', timeZone: 'UTC' });
}

function time(instant) {
  return new Date(instant).toLocaleTimeString(BRITISH, { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
}
