import { nothing, svg } from 'lit-html';
import { number } from './format.js';

const ACCENT = '#00643b';
const INK = '#1c2321';
const MUTED = '#4d5a55';
const LINE = '#d3dbd7';
const GOAL = '#8a4b00';
const FONT = 'system-ui, -apple-system, "Segoe UI", sans-serif';

/** The sizes of a chart in a phone's window, in a desktop's, and on a slide. */
export const PHONE = { width: 330, height: 230, font: 12, ticks: 3 };
export const DESKTOP = { width: 760, height: 280, font: 13, ticks: 6 };
export const SLIDE = { width: 1200, height: 630, font: 20, ticks: 6 };

/**
 * A chart of a series: bars, or a line where it is a running total. Colours stand in attributes, as the picture is to be taken
 * away from the page; the page's style sheet overrides them where it must.
 *
 * @param size one of the three above
 * @param goal a line to reach; 0 for none
 * @param heading {title, summary} to stand in the picture; nothing in the page, which has its own
 */
export function chart(points, { size, label, goal = 0, goalLabel = '', line = false, heading }) {
  const top = heading ? size.font * 5.5 : size.font * 1.5;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const ceiling = Math.max(round(most), goal && goal <= 2 * most ? round(goal) : 0);
  const left = String(number(ceiling)).length * size.font * 0.62 + size.font;
  const area = { left, top, right: size.width - size.font, bottom: size.height - size.font * 2.4 };
  const step = (area.right - area.left) / points.length;
  const x = (i) => area.left + step * (i + 0.5);
  const y = (value) => area.bottom - ((area.bottom - area.top) * value) / ceiling;
  return svg`<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${label}
      font-family=${FONT} font-size=${size.font}>
    ${heading ? title(heading, size) : nothing}
    ${grid(ceiling, area, y, size)}
    ${line ? total(points, x, y, area, size) : points.map((point, i) => bar(point, x(i), y(point.value), step, area))}
    ${goal && goal <= ceiling ? goalLine(y(goal), goalLabel, area, size) : nothing}
    ${dates(points, x, area, size)}
  </svg>`;
}

function title({ title, summary }, { width, height, font }) {
  return svg`<rect width=${width} height=${height} fill="#ffffff"></rect>
    <text x=${font} y=${font * 2.1} font-size=${font * 1.5} font-weight="700" fill=${INK}>${title}</text>
    <text x=${font} y=${font * 3.8} fill=${MUTED}>${summary}</text>`;
}

function grid(ceiling, area, y, { font }) {
  return [0, 1, 2, 3, 4].filter((i) => (ceiling * i) % 4 === 0).map((i) => {
    const value = (ceiling * i) / 4;
    return svg`<line class="grid" x1=${area.left} x2=${area.right} y1=${y(value)} y2=${y(value)} stroke=${i ? LINE : MUTED}></line>
      <text x=${area.left - font / 2} y=${y(value) + font / 3} text-anchor="end" fill=${MUTED}>${number(value)}</text>`;
  });
}

function bar({ long, value }, middle, top, step, { bottom }) {
  const width = Math.min(step * 0.78, 56);
  return svg`<rect class="bar" x=${middle - width / 2} y=${top} width=${width} height=${bottom - top} rx=${Math.min(3, width / 4)}
    fill=${ACCENT}><title>${long}: ${value}</title></rect>`;
}

function total(points, x, y, { bottom }, { font }) {
  const path = points.map(({ value }, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const last = points.length - 1;
  return svg`<path class="area" d="${path}L${x(last)} ${bottom}L${x(0)} ${bottom}Z" fill=${ACCENT} fill-opacity=".12"></path>
    <path class="line" d=${path} fill="none" stroke=${ACCENT} stroke-width=${font / 4.5} stroke-linejoin="round"></path>
    <circle class="bar" cx=${x(last)} cy=${y(points[last].value)} r=${font / 3} fill=${ACCENT}></circle>`;
}

function goalLine(y, label, { left, right }, { font }) {
  return svg`<line class="goal" x1=${left} x2=${right} y1=${y} y2=${y} stroke=${GOAL} stroke-width="1.5" stroke-dasharray="6 4"></line>
    <text x=${left + font / 2} y=${y - font / 2.5} fill=${GOAL} font-weight="600">${label}</text>`;
}

/** So many dates as stand side by side, the first and the last among them. */
function dates(points, x, { bottom }, { font, ticks }) {
  const count = Math.min(ticks, points.length);
  const shown = new Set(Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * (points.length - 1)) / (count - 1)))));
  return [...shown].map((i) => {
    const anchor = points.length === 1 ? 'middle' : i === 0 && points.length > 6 ? 'start' : i === points.length - 1 && points.length > 6 ? 'end' : 'middle';
    return svg`<text x=${x(i)} y=${bottom + font * 1.6} text-anchor=${anchor} fill=${MUTED}>${points[i].label}</text>`;
  });
}

/** The next number from 4, 8, 20, 40, 60, 80, 100, 200, ...: quarters of it are whole. */
function round(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const steps = power === 1 ? [4, 8, 12] : [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10];
  return steps.map((step) => step * power).find((step) => step >= value);
}

/**
 * Parts of a whole as one bar.
 *
 * @param parts {value, colour} from left to right
 */
export function stack(parts, label) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0) || 1;
  let x = 0;
  return svg`<svg class="stack" viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-label=${label}>
    ${parts.map(({ value, colour }) => {
      const width = (1000 * value) / whole;
      const part = svg`<rect x=${x} width=${Math.max(0, width - 2)} height="40" fill=${colour}></rect>`;
      x += width;
      return part;
    })}
  </svg>`;
}

/** A share of 0 to 1 as a bar. */
export function share(value) {
  return svg`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" width="100" height="8" fill=${LINE}></rect><rect class="bar" width=${100 * Math.min(1, value)} height="8" fill=${ACCENT}></rect>
  </svg>`;
}
