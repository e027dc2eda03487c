/** Numbers and times as people of that language read them; times are London's, as Parliament's day is. */
const ZONE = 'Europe/London';

export function number(value, language) {
  return value.toLocaleString(locale(language));
}

export function percent(share, language) {
  return share.toLocaleString(locale(language), { style: 'percent', maximumFractionDigits: 0 });
}

/** @param day such as 2026-11-24 */
export function day(day, language, long = false) {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(locale(language), {
    day: 'numeric', month: long ? 'long' : 'short', year: long ? 'numeric' : undefined, timeZone: 'UTC',
  });
}

export function hour(instant, language) {
  return new Date(instant).toLocaleString(locale(language), { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: ZONE });
}

export function moment(instant, language) {
  return new Date(instant).toLocaleString(locale(language), {
    day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE,
  });
}

export function clock(instant, language) {
  return new Date(instant).toLocaleTimeString(locale(language), { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** Today in London, as YYYY-MM-DD. */
export function today(now = new Date()) {
  return now.toLocaleDateString('sv-SE', { timeZone: ZONE });
}

export function nextDay(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function locale(language) {
  return language === 'cy' ? 'cy-GB' : 'en-GB';
}
