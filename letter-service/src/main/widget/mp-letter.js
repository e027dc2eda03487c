// What is only text comes first: gzip looks back 32 kB, and so finds the templates beside each other.
import { styles } from './styles.js';
import en from './words.js';
import { Api } from './api.js';
import { away, errorSummary, paragraphs, title } from './fields.js';
import { Journey } from './journey.js';
import { keep, recall } from './kept.js';
import { html, render } from './render.js';
import { check } from './steps/check.js';
import { closed } from './steps/closed.js';
import { find } from './steps/find-mp.js';
import { sent } from './steps/sent.js';
import { write } from './steps/write.js';
import { webUrl } from './web-url.js';

// English is at hand; another language is one small file in words/, fetched only by the pages that speak it.
const languages = { en };
const screens = { find, write, check, sent, closed };
/** How old what is kept may be; browsers refuse a change of the history entry that comes more often than some times a second. */
const KEEPING_MS = 400;
const numbers = { find: 0, write: 1, check: 1, sent: 2 };

/**
 * <mp-letter campaign="slug">: write to your MP. Attributes: campaign, lang, level (of the title's heading, 2),
 * api (origin of the platform, by default where this script came from), theme (light, dark, auto).
 * The slotted link shows until the campaign is there, and stays where it cannot be had.
 */
class MpLetter extends HTMLElement {
  static observedAttributes = ['campaign', 'api', 'lang', 'level'];

  #root = this.attachShadow({ mode: 'open' });
  #journey = null;
  /** The campaign, platform and language last asked for: only their answer counts when an attribute changes meanwhile. */
  #asked = null;
  /** Of which campaign and platform the journey is. */
  #place = null;
  #scheduled = false;
  #keeping = null;

  constructor() {
    super();
    // Not a style element: a page's Content-Security-Policy may forbid those.
    this.#root.adoptedStyleSheets = [styles];
  }

  connectedCallback() {
    addEventListener('online', this.#comeBack);
    document.addEventListener('visibilitychange', this.#look);
    this.#schedule();
  }

  disconnectedCallback() {
    // A site that takes the element away may be on another entry of its history by now.
    clearTimeout(this.#keeping);
    this.#keeping = null;
    removeEventListener('online', this.#comeBack);
    document.removeEventListener('visibilitychange', this.#look);
  }

  attributeChangedCallback() {
    this.#schedule();
  }

  /** There is a network again: what could not be asked for before is asked for now. */
  #comeBack = () => {
    if (this.#journey) return this.#journey.draft.refresh();
    this.#asked = null;
    this.#schedule();
  };

  #look = () => {
    if (document.hidden) this.#keep();
    else this.#journey?.sharing.look();
  };

  #keep = () => {
    clearTimeout(this.#keeping);
    this.#keeping = null;
    if (this.#journey?.touched) keep(this.#journey.campaign.slug, this.#journey.memory);
  };

  /** Attributes arrive one by one and answers in any order; one drawing serves all that changed together. */
  #schedule = () => {
    if (this.#scheduled || !this.isConnected) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const asked = JSON.stringify([this.getAttribute('campaign'), this.getAttribute('api'), this.#languages()]);
      if (asked !== this.#asked) this.#open((this.#asked = asked));
      this.#draw();
    });
  };

  async #open(asked) {
    const campaign = this.getAttribute('campaign');
    const place = `${campaign} ${this.getAttribute('api')}`;
    if (place !== this.#place) this.#journey = null;
    this.#place = place;
    if (!campaign) return;
    const announce = (name, detail) =>
      this.dispatchEvent(new CustomEvent(`mp-letter:${name}`, { detail: { campaign, ...detail }, bubbles: true, composed: true }));
    try {
      const platform = new URL(this.getAttribute('api') || import.meta.url, document.baseURI);
      const api = new Api(platform.origin, campaign);
      const [answer, learnt] = await Promise.all([api.campaign(this.#languages()[0]), learn(this.#languages())]);
      const lang = learnt ?? (await learn([answer.language])) ?? 'en';
      if (asked !== this.#asked) return;
      const translation = { campaign: answer, lang, words: languages[lang] };
      if (this.#journey) {
        Object.assign(this.#journey, translation).draft.refresh();
        return this.#draw();
      }
      const journey = Object.assign(new Journey(api, this.#schedule, announce), translation);
      this.#journey = journey;
      if (answer.state !== 'live') {
        journey.step = 'closed';
        announce('error', { problem: 'campaign-not-open' });
      } else {
        const kept = recall(answer.slug);
        if (kept) await journey.resume(kept);
        announce('ready');
      }
      this.#draw();
    } catch (failure) {
      announce('error', { problem: failure.problem ?? 'fault' });
    }
  }

  /** The languages that the page asks for, the nearest first. */
  #languages() {
    return [this.lang, this.closest('[lang]')?.lang].filter(Boolean).map((tag) => tag.toLowerCase().split('-')[0]);
  }

  #draw() {
    const journey = this.#journey;
    if (!journey) return render(html`<slot></slot>`, this.#root);
    render(this.#card(journey, Math.min(Math.max(this.getAttribute('level') || 2, 1), 4)), this.#root);
    if (journey.focus && !journey.busy) {
      if (!journey.resuming) this.#root.getElementById(journey.focus)?.focus();
      journey.focus = null;
    }
    this.#keeping ??= setTimeout(this.#keep, KEEPING_MS);
  }

  #card(journey, level) {
    const { campaign, words, step, lang } = journey;
    const letterLang = campaign.language;
    const frame = {
      level: level + 1,
      letterLang,
      root: this.#root,
      nameOf: ({ name, nameCy }) => (lang === 'cy' && nameCy) || name,
      errors: () => errorSummary(journey, level + 2, (event, id) => this.#lead(event, id)),
    };
    return html`<div part="card" class="card" lang=${lang} dir="ltr">
      <div lang=${letterLang}>
        ${title(campaign.title, level, 'campaign-title')}
        ${step === 'find' ? html`<slot name="intro">${paragraphs(campaign.introduction)}</slot>` : null}
      </div>
      ${step === 'write' || step === 'check' ? null : progress(campaign.progress, words)} ${step === 'closed' ? null : steps(numbers[step], words)}
      <div class="unseen" role="status">${journey.said}</div>
      <div class="step">${screens[step](journey, frame)}</div>
      ${about(journey)}
    </div>`;
  }

  /** A link's fragment cannot reach into a shadow root, so the summary's links move the focus themselves. */
  #lead(event, id) {
    event.preventDefault();
    this.#root.getElementById(id)?.focus();
  }
}

/**
 * Fetches the words of the first language that there are words in; undefined where there are none, or they cannot be had. What a
 * language does not say is said in English.
 */
async function learn(tags) {
  for (const tag of tags) {
    try {
      // LANGUAGES is what the build found in words/, such as "cy.js".
      if (tag !== 'en' && !LANGUAGES.includes(`${tag}.js`)) continue;
      languages[tag] ??= { ...en, ...(await import(new URL(`words/${tag}.js`, import.meta.url).href)).default };
      return tag;
    } catch {}
  }
}

function progress(counted, words) {
  if (!counted?.goal) return null;
  const { confirmed, goal } = counted;
  return html`<div part="progress" class="progress">
    <p>${confirmed ? words.progress(confirmed, goal) : words.progressNone}</p>
    <progress max=${goal} value=${Math.min(confirmed, goal)} aria-hidden="true"></progress>
  </div>`;
}

function steps(now, words) {
  return html`<ol part="steps" class="steps" aria-label=${words.stepsLabel}>
    ${[words.stepFind, words.stepWrite, words.stepShare].map((name, i) =>
      html`<li class=${i <= now ? 'reached' : ''} aria-current=${i === now ? 'step' : null}><span class="number">${i + 1}</span> ${name}</li>`)}
  </ol>`;
}

function about(journey) {
  const { organisation, language } = journey.campaign;
  const privacy = webUrl(organisation.privacyUrl);
  return html`<div class="about">
    ${privacy ? html`<p>${away(journey, privacy, journey.words.privacy(organisation.name))}</p>` : null}
    ${organisation.imprint ? html`<p lang=${language}>${organisation.imprint}</p>` : null}
  </div>`;
}

// A page that embeds two campaigns may include the script twice.
customElements.get('mp-letter') || customElements.define('mp-letter', MpLetter);
