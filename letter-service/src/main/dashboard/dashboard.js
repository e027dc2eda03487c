import { render } from 'lit-html';
import { Board } from './board.js';
import { page } from './views/page.js';

const REFRESH_MS = 60_000;

const root = document.getElementById('dashboard');
const board = new Board(draw);

/** Draws everything that is to be seen; several changes at once are one drawing. */
let scheduled = false;
function draw() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    document.documentElement.lang = board.language;
    document.title = board.title;
    render(page(board), root);
    if (board.focus) document.getElementById(board.focus)?.focus();
    board.focus = null;
  });
}

addEventListener('hashchange', () => board.go());
// A phone that is turned gets charts of its new width.
matchMedia('(max-width: 40em)').addEventListener('change', draw);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && board.refresh());
setInterval(() => document.visibilityState === 'visible' && board.refresh(), REFRESH_MS);
draw();
