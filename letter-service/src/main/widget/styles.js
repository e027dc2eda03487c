/*
 * Styles on :host lose to the embedding page's rules, and what the page sets on its body is inherited; so everything hangs on
 * .card, which starts from nothing. No rem: sites set html{font-size:62.5%}. `medium` and em follow the reader's own setting.
 */
export const styles = new CSSStyleSheet();
styles.replaceSync(`
:host { display: block; }
:host([hidden]) { display: none; }

.card {
  all: initial;
  --accent: var(--mpl-accent, #006548);
  --on-accent: var(--mpl-accent-text, #fff);
  --ink: var(--mpl-color, #17211d);
  --paper: var(--mpl-background, #fff);
  --error: var(--mpl-error, #b3261e);
  --focus: var(--mpl-focus, #ffc83d);
  --soft: color-mix(in srgb, var(--ink) 72%, var(--paper));
  --line: color-mix(in srgb, var(--ink) 22%, var(--paper));
  --edge: color-mix(in srgb, var(--ink) 62%, var(--paper));
  --tint: color-mix(in srgb, var(--accent) 8%, var(--paper));
  --radius: var(--mpl-radius, 6px);
  color-scheme: light;
  display: block;
  box-sizing: border-box;
  container-type: inline-size;
  max-width: var(--mpl-max-width, 42em);
  margin-inline: auto;
  padding: 1.25em 1.125em 1em;
  border: 1px solid var(--line);
  border-top: 5px solid var(--accent);
  border-radius: var(--radius);
  background: var(--paper);
  color: var(--ink);
  font: 400 var(--mpl-font-size, medium)/1.5 var(--mpl-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif);
  overflow-wrap: break-word;
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
:host([theme='dark']) .card {
  --accent: var(--mpl-accent, #6fcfaa);
  --on-accent: var(--mpl-accent-text, #07231a);
  --ink: var(--mpl-color, #ecf1ee);
  --paper: var(--mpl-background, #16201c);
  --error: var(--mpl-error, #ffb4ab);
  color-scheme: dark;
}
@media (prefers-color-scheme: dark) {
  :host([theme='auto']) .card {
    --accent: var(--mpl-accent, #6fcfaa);
    --on-accent: var(--mpl-accent-text, #07231a);
    --ink: var(--mpl-color, #ecf1ee);
    --paper: var(--mpl-background, #16201c);
    --error: var(--mpl-error, #ffb4ab);
    color-scheme: dark;
  }
}

*, ::before, ::after { box-sizing: border-box; }
p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
ul, ol { list-style: none; }
p { margin-bottom: .75em; }
a { color: var(--accent); text-underline-offset: .15em; }
.campaign-title { font-size: 1.5em; font-weight: 700; line-height: 1.2; letter-spacing: -.01em; margin-bottom: .5em; text-wrap: balance; }
.title { font-size: 1.3125em; font-weight: 700; line-height: 1.25; margin-bottom: .6em; text-wrap: balance; scroll-margin: 6em; }
.title:focus { outline: 0; }
.small-title { font-size: 1.125em; font-weight: 700; line-height: 1.3; margin-bottom: .3em; padding: 0; }
.hint { color: var(--soft); margin-bottom: .4em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.steps { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5em; margin: 1.25em 0 1.5em; font-size: .875em; line-height: 1.3; color: var(--soft); }
.steps li { border-top: 4px solid var(--line); padding-top: .5em; }
.steps .reached { border-color: var(--accent); }
.steps [aria-current] { color: var(--ink); font-weight: 700; }
.number { font-variant-numeric: tabular-nums; }

.progress { margin: 1em 0; font-size: .9375em; color: var(--soft); }
.progress p { margin: .35em 0 0; }
progress { appearance: none; display: block; width: 100%; height: .5em; border: 0; border-radius: 1em; overflow: hidden; background: var(--line); color: var(--accent); }
::-webkit-progress-bar { background: var(--line); }
::-webkit-progress-value { background: var(--accent); }
::-moz-progress-bar { background: var(--accent); }

.status { font-weight: 600; }
.status:not(:empty) { min-height: 1.5em; margin-bottom: .75em; }

label, legend { display: block; font-weight: 600; }
.field { margin-bottom: 1.25em; }
.wrong { border-inline-start: 4px solid var(--error); padding-inline-start: .75em; }
.error { color: var(--error); font-weight: 600; margin-bottom: .4em; }
input, textarea, button { font: inherit; letter-spacing: inherit; color: inherit; }
input:not([type='radio'], [type='checkbox']), textarea {
  display: block; width: 100%; min-height: 44px; margin: .25em 0 0; padding: .5em .65em; background: var(--paper); border: 1px solid var(--edge);
  border-radius: calc(var(--radius) * .67); scroll-margin: 6em;
}
.wrong input:not([type='radio']), .wrong textarea { border: 2px solid var(--error); }
textarea { resize: vertical; field-sizing: content; min-height: 5.75em; }
#body { min-height: 14em; line-height: 1.6; }
.short { max-width: 11em; text-transform: uppercase; }
.code { max-width: 9em; letter-spacing: .2em; font-variant-numeric: tabular-nums; }
.count { margin-top: -1em; }
.greeting { display: block; margin-top: .75em; color: var(--ink); }
form > fieldset:not(.field) { border-top: 1px solid var(--line); padding-top: 1.25em; margin-top: 1.75em; }
form > fieldset > legend { float: inline-start; width: 100%; }
legend + * { clear: both; }
.choice {
  display: flex; gap: .75em; align-items: flex-start; min-height: 44px; margin: .5em 0; padding: .6em .75em; font-weight: 400; border: 1px solid var(--line);
  border-radius: var(--radius); cursor: pointer;
}
.choice:has(:checked) { border-color: var(--accent); background: var(--tint); }
.choice input { flex: none; width: 1.375em; height: 1.375em; margin: .0625em 0 0; accent-color: var(--accent); }

.actions { display: flex; flex-wrap: wrap; gap: .5em 1.25em; align-items: center; margin-bottom: 1em; }
button { cursor: pointer; }
.main, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: .55em 1.25em; border: 2px solid var(--accent);
  border-radius: var(--radius); font: inherit; font-weight: 600; line-height: 1.25; text-align: center; text-decoration: none;
}
.main { background: var(--accent); color: var(--on-accent); }
.main:hover { background: color-mix(in srgb, var(--accent) 85%, #000); }
.main[aria-disabled='true'] { opacity: .8; cursor: progress; }
.button { background: transparent; color: var(--accent); }
.button:hover { background: var(--tint); }
.text { min-height: 44px; padding: .25em 0; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: .15em; }
.text:hover, a:hover { text-decoration-thickness: .15em; }
:is(a, button, input, textarea, summary):focus-visible, .summary:focus, .choice:has(:focus-visible) {
  outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus);
}
.choice input:focus-visible { outline: 0; box-shadow: none; }

.summary { border: 3px solid var(--error); border-radius: var(--radius); padding: .9em 1em; margin-bottom: 1.25em; scroll-margin: 6em; }
.summary ul { display: grid; gap: .25em; }
.summary a, .summary li { color: var(--error); font-weight: 600; }
.notice { border-inline-start: 4px solid var(--accent); background: var(--tint); padding: .75em 1em; margin-bottom: 1em; border-radius: 0 var(--radius) var(--radius) 0; }
.mp { display: flex; flex-wrap: wrap; gap: 0 1.5em; justify-content: space-between; align-items: center; background: var(--tint); border-radius: var(--radius); padding: .75em 1em .5em; margin-bottom: 1.25em; }
.mp p { margin-bottom: .25em; }

dl { margin-bottom: 1em; }
dl div { display: grid; grid-template-columns: 1fr; padding: .5em 0; border-bottom: 1px solid var(--line); }
dl div:first-child { border-top: 1px solid var(--line); }
dt { font-weight: 600; }
dd .text { margin-inline-start: .75em; min-height: 1.5em; padding: 0; }
.letter {
  padding: 1.25em 1.125em .5em; margin-bottom: 1.25em; border: 1px solid var(--line); border-radius: var(--radius); background: color-mix(in srgb, var(--paper) 97%, var(--ink));
  font-family: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif; line-height: 1.6;
}
.letter p { white-space: pre-line; margin-bottom: 1em; overflow-wrap: anywhere; }
.letter .footer { border-top: 1px solid var(--line); padding-top: .75em; font-size: .875em; color: var(--soft); }

.thanks { background: var(--tint); border-radius: var(--radius); padding: 1.125em 1.125em .5em; margin-bottom: 1.25em; }
details { margin: 0 0 2em; }
summary { cursor: pointer; color: var(--accent); padding: .6em 0; min-height: 44px; text-decoration: underline; text-underline-offset: .15em; }
.networks { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5em, 1fr)); gap: .6em; margin-bottom: 1.25em; }
.networks .button { width: 100%; }
.copy { display: flex; flex-wrap: wrap; gap: .6em; margin-top: .25em; }
.copy input[readonly] { flex: 1 1 12em; width: auto; margin: 0; }
.about { border-top: 1px solid var(--line); margin-top: 1.5em; padding-top: .9em; font-size: .875em; color: var(--soft); }
.about p { margin-bottom: .4em; }

@container (min-width: 34em) {
  dl div { grid-template-columns: 10em 1fr; }
  .campaign-title { font-size: 1.75em; }
  .title { font-size: 1.5em; }
  .letter { padding: 1.75em 2em .75em; }
}
@media (min-width: 40em) { .card { padding: 1.75em 2em 1.25em; } }
@media (prefers-reduced-motion: no-preference) { .main, .button { transition: background-color .15s; } }
@media (forced-colors: active) {
  .steps .reached, .notice { border-color: Highlight; }
  progress { appearance: auto; }
  .main[aria-disabled='true'] { opacity: 1; color: GrayText; border-color: GrayText; }
}
@media print {
  .card { border: 0; padding: 0; max-width: none; }
  .card > :not(.step), .step > :not(.letter) { display: none; }
  .letter { border: 0; padding: 0; background: none; }
}
`);
