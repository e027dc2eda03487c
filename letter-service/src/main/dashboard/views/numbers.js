import { html, nothing } from 'lit-html';
import { chart, DESKTOP, PHONE, share, SLIDE, stack } from '../chart.js';
import { clock, number, percent } from '../format.js';
import { mapAddress } from '../map.js';
import { saveChart, savePicture } from '../picture.js';
import { series } from '../series.js';

const TOP = 10;
/** From settled to lost; told apart by their order, the gaps between them and the numbers below. */
const COLOURS = {
  settled: '#003d24', sent: '#2c8a5c', onTheirWay: '#7fb99c', held: '#c98a1b', awaitingConfirmation: '#9aa5a0', bounced: '#a3372c', failed: '#7c2d6b', recalled: '#5d6a86', lapsed: '#c3cbc7',
};

/** A campaign in numbers. */
export function numbers(board) {
  const { statistics, words, busy } = board;
  if (!statistics) return busy ? html`<p class="empty">${words.loading}</p>` : nothing;
  if (!statistics.letters.written) return html`<div class="empty"><p>${words.noLetters}</p></div>${updated(board)}`;
  return html`${hero(board)}
    <div class="board">
      ${overTime(board)} ${map(board)} ${states(board)} ${facts(board)}
      ${sources(words.sites, words.site, statistics.sites, words.unknownSite, board)}
      ${sources(words.channels, words.channel, statistics.channels, words.unknownChannel, board)}
      ${places(board)}
    </div>
    ${updated(board)}`;
}

/** Those that the public is told of: confirmed, and neither taken back nor given up. */
function standing({ letters: { confirmed, recalled, failed } }) {
  return confirmed - recalled - failed;
}

function hero(board) {
  const { statistics, words, language, campaign } = board;
  const count = standing(statistics);
  const goal = goalOf(board);
  const last = series(statistics, 'days', language).at(-1);
  return html`<section class="hero" aria-label=${words.total}>
    <p class="big"><strong>${number(count)}</strong> ${words.lettersOf(count, goal)}</p>
    ${share(count / goal)}
    <p class="hint">${words.ofGoal(percent(count / goal))}${last?.value ? html` ${words.today(last.value)}` : nothing}
      ${campaign.goalMoves ? words.goalMoves : nothing}</p>
    ${own(statistics.ownMailbox, words)}
  </section>`;
}

/** Letters that writers sent from their own mailboxes, where the platform counts them. */
function own(counted, words) {
  if (!counted?.said && !counted?.copied) return nothing;
  return html`<p class="hint">${words.ownMailbox(number(counted.said ?? 0), number(counted.copied ?? 0))}</p>`;
}

/** The goal grows with the count where the campaign wants that; the public is told the same. */
function goalOf({ campaign, counts }) {
  return counts[campaign.id]?.goal ?? campaign.goal;
}

function overTime(board) {
  const { statistics, words, language, chart: shown } = board;
  const points = series(statistics, shown, language);
  const draw = (size, heading) => chart(points, {
    size, heading, line: shown === 'total', label: words.chartLabels[shown],
    goal: shown === 'total' ? goalOf(board) : 0, goalLabel: words.goal(number(goalOf(board))),
  });
  const save = (kind) => () => saveChart(
    draw(SLIDE, { title: board.campaign.title, summary: words.chartLabels[shown] }), `${board.campaign.slug}-${shown}`, kind);
  return html`<section class="card wide" aria-labelledby="time">
    <div class="head"><h2 id="time">${words.overTime}</h2>
      <fieldset class="choice no-print"><legend class="unseen">${words.overTime}</legend>
        ${['days', 'hours', 'total'].map((name) => html`<label><input type="radio" name="chart" value=${name} .checked=${name === shown}
          @change=${() => board.draw(name)}><span>${words.charts[name]}</span></label>`)}
      </fieldset></div>
    ${points.length
      ? html`<div class="drawing">${draw(matchMedia('(max-width: 40em)').matches ? PHONE : DESKTOP)}</div>
          ${downloads(words, save('svg'), save('png'), words.chartPicture)}
          <details><summary>${words.asTable}</summary><div class="scroll" tabindex="0" role="region" aria-label=${words.chartLabels[shown]}><table>
            <caption>${words.chartLabels[shown]}</caption>
            <thead><tr><th scope="col">${words.when[shown]}</th><th scope="col" class="number">${words.confirmed}</th>${
              shown === 'total' ? nothing : html`<th scope="col" class="number">${words.written}</th><th scope="col" class="number">${words.sent}</th>`}</tr></thead>
            <tbody>${points.toReversed().map(({ long, value, written, sent }) => html`<tr><th scope="row">${long}</th><td class="number">${number(value)}</td>${
              shown === 'total' ? nothing : html`<td class="number">${number(written)}</td><td class="number">${number(sent)}</td>`}</tr>`)}</tbody>
          </table></div></details>`
      : html`<p class="hint">${words.nothingYet}</p>`}
  </section>`;
}

function map(board) {
  const { words, language, campaign } = board;
  if (!board.map) return nothing;
  const address = mapAddress(campaign.slug, language);
  return html`<section class="card map-card" aria-labelledby="map"><h2 id="map">${words.map}</h2>
    <div class="drawing map-drawing">${board.map}</div>
    <p class="downloads no-print">${words.pictures} <a href="${address}&download=1" download><span class="unseen">${words.mapPicture}: </span>SVG</a>
      <button type="button" class="plain" @click=${() => savePicture(address, `${campaign.slug}-map.png`)}><span class="unseen">${words.mapPicture}: </span>PNG</button></p>
    <p><a href="/c/${campaign.slug}/map?lang=${language}" target="_blank" rel="noopener">${words.mapPage}<span class="unseen"> ${words.newTab}</span></a></p>
  </section>`;
}

function states(board) {
  const { words, statistics: { letters } } = board;
  const parts = {
    settled: letters.settled,
    sent: Math.max(0, letters.sent - letters.settled - letters.bounced),
    onTheirWay: letters.onTheirWay,
    held: letters.held,
    awaitingConfirmation: letters.awaitingConfirmation,
    bounced: letters.bounced,
    failed: letters.failed,
    recalled: letters.recalled,
    lapsed: letters.lapsed,
  };
  const shown = Object.keys(parts).filter((name) => parts[name] > 0);
  return html`<section class="card" aria-labelledby="states"><h2 id="states">${words.letterStates}</h2>
    ${stack(shown.map((name) => ({ value: parts[name], colour: COLOURS[name] })), words.letterStates)}
    <dl class="parts">${shown.map((name) => html`<div><dt><svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill=${COLOURS[name]}></rect></svg>
      ${words.letterState[name][0]}<span class="hint">${words.letterState[name][1]}</span></dt><dd>${number(parts[name])}</dd></div>`)}</dl>
  </section>`;
}

function facts(board) {
  const { words, statistics: { members, ownWords, timeToConfirm } } = board;
  return html`<section class="card facts" aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>
    <div class="fact"><p class="figure"><strong>${words.membersOf(members.reached, members.asked)}</strong></p>
      ${share(members.asked ? members.reached / members.asked : 0)}<p class="hint">${words.membersText}</p></div>
    ${ownWords.editedShare === null ? nothing : html`<div class="fact"><p class="figure"><strong>${percent(ownWords.editedShare)}</strong></p>
      ${share(ownWords.editedShare)}<p class="hint">${words.editedText(percent(ownWords.meanShare))}</p></div>`}
    ${timeToConfirm.medianMinutesAtMost === null ? nothing : html`<div class="fact"><p class="figure"><strong>${words.minutes(timeToConfirm.medianMinutesAtMost)}</strong></p>
      <p class="hint">${words.timeText}</p></div>`}
  </section>`;
}

function sources(title, column, list, unknown, { words }) {
  if (!list.length) return nothing;
  const most = Math.max(...list.map(({ confirmed }) => confirmed), 1);
  return html`<section class="card"><h2>${title}</h2><table>
    <thead><tr><th scope="col">${column}</th><th scope="col" class="number">${words.confirmed}</th></tr></thead>
    <tbody>${list.slice(0, TOP).map(({ name, confirmed }) => html`<tr><th scope="row">${name || unknown}${share(confirmed / most)}</th>
      <td class="number">${number(confirmed)}</td></tr>`)}</tbody></table></section>`;
}

function places(board) {
  const { words, statistics: { constituencies } } = board;
  const top = constituencies.filter(({ confirmed }) => confirmed).sort((a, b) => b.confirmed - a.confirmed).slice(0, TOP);
  if (!top.length) return nothing;
  return html`<section class="card wide"><h2>${words.places}</h2><div class="scroll" tabindex="0" role="region" aria-label=${words.places}><table>
    <thead><tr><th scope="col">${words.constituency}</th><th scope="col">${words.member}</th><th scope="col" class="number">${words.confirmed}</th><th scope="col" class="number">${words.sent}</th></tr></thead>
    <tbody>${top.map(({ name, member, confirmed, sent }) => html`<tr><th scope="row">${name}</th><td>${member ?? words.noMember}</td>
      <td class="number">${number(confirmed)}</td><td class="number">${number(sent)}</td></tr>`)}</tbody></table></div></section>`;
}

function downloads(words, svgFile, pngFile, what) {
  return html`<p class="downloads no-print">${words.pictures} <button type="button" class="plain" @click=${svgFile}><span class="unseen">${what}: </span>SVG</button>
    <button type="button" class="plain" @click=${pngFile}><span class="unseen">${what}: </span>PNG</button></p>`;
}

function updated(board) {
  const { words } = board;
  if (!board.updated) return nothing;
  return html`<p class="updated no-print">${words.updated(clock(board.updated))}
    <button type="button" class="plain" @click=${() => board.load()}>${words.refresh}</button>
    <button type="button" class="plain" @click=${() => print()}>${words.print}</button></p>`;
}
