import { day, hour, nextDay, today } from './format.js';

const HOUR_MS = 3_600_000;
const HOURS_SHOWN = 7 * 24;

/**
 * What a chart shows: points in time with a value each, none left out. The API leaves out days and hours on which nothing
 * happened; they are zeroes here, up to now.
 */
export function series(statistics, chart, language, now = new Date()) {
  if (chart === 'hours') return hours(statistics.hours, language, now);
  const days = byDay(statistics.days, language, now);
  if (chart === 'days') return days;
  let sum = 0;
  return days.map((point) => ({ ...point, value: (sum += point.value) }));
}

function byDay(days, language, now) {
  if (!days.length) return [];
  const known = new Map(days.map((one) => [one.day, one]));
  const last = [today(now), days.at(-1).day].sort().at(-1);
  const points = [];
  for (let date = days[0].day; date <= last; date = nextDay(date)) {
    points.push({ label: day(date, language), long: day(date, language, true), ...values(known.get(date)) });
  }
  return points;
}

function hours(hours, language, now) {
  if (!hours.length) return [];
  const known = new Map(hours.map((one) => [Date.parse(one.hour), one]));
  const last = Math.max(Math.floor(now / HOUR_MS) * HOUR_MS, Date.parse(hours.at(-1).hour));
  const first = Math.max(Date.parse(hours[0].hour), last - (HOURS_SHOWN - 1) * HOUR_MS);
  const points = [];
  for (let time = first; time <= last; time += HOUR_MS) {
    const label = hour(time, language);
    points.push({ label, long: label, ...values(known.get(time)) });
  }
  return points;
}

function values({ confirmed = 0, written = 0, sent = 0 } = {}) {
  return { value: confirmed, written, sent };
}
