import { html, nothing, render } from 'lit-html';
import { Api } from './api.js';
import { errorSummary } from './fields.js';
import { Journey } from './journey.js';
import { check } from './steps/check.js';
import { findMp } from './steps/find-mp.js';
import { sent } from './steps/sent.js';
import { write } from './steps/write.js';
import { styles } from './styles.js';
import { webUrl } from './web-url.js';
import en from './words/en.js';

// English is at hand; another language is one small file more, fetched only by the pages that speak it.
const languages = { en, cy: undefined };
const screens = { find: findMp, write, check, sent };
const numbers = { find: 0, write: 1, check: 1, sent: 2 };

/**
 * <mp-letter campaign="slug">: write to your MP. Attributes: campaign, lang (en, cy), level (of the title's heading, 2),
 * api (origin of the platform, by default where this script came from), theme (light, dark, auto).
 * The slotted link shows until the campaign is there, and stays where it cannot be had.
 */
class MpLetter extends HTMLElement {
  static observedAttributes = ['campaign', 'api', 'lang', 'level'];

  #root = this.attachShadow({ mode: 'open' });
  #journey = null;
  /** The campaign and platform last asked for: only their answer counts when an attribute changes meanwhile. */
  #asked = null;
  #scheduled = false;

  constructor() {
    super();
    // Not a style element: a page's Content-Security-Policy may forbid those.
    this.#root.adoptedStyleSheets = [styles];
  }

  connectedCallback() {
    addEventListener('online', this.#comeBack);
    this.#schedule();
  }

  disconnectedCallback() {
    removeEventListener('online', this.#comeBack);
  }

  attributeChangedCallback() {
    this.#schedule();
  }

  /** The page was opened without a network: the campaign is asked for again once there is one. */
  #comeBack = () => {
    if (this.#journey) return;
    this.#asked = null;
    this.#schedule();
  };

  /** Attributes arrive one by one and answers in any order; one drawing serves all that changed together. */
  #schedule = () => {
    if (this.#scheduled || !this.isConnected) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const asked = `${this.getAttribute('campaign')} ${this.getAttribute('api')}`;
      if (asked !== this.#asked) this.#open((this.#asked = asked));
      this.#draw();
    });
  };

  async #open(asked) {
    const campaign = this.getAttribute('campaign');
    this.#journey = null;
    if (!campaign) return;
    const announce = (name, detail) =>
      this.dispatchEvent(new CustomEvent(`mp-letter:${name}`, { detail: { campaign, ...detail }, bubbles: true, composed: true }));
    try {
      const platform = new URL(this.getAttribute('api') || import.meta.url, document.baseURI);
      const api = new Api(platform.origin, campaign);
      const answer = await api.campaign();
      if (asked !== this.#asked) return;
      if (answer.state !== 'live') return announce('error', { problem: 'campaign-not-open' });
      const journey = new Journey(api, answer, en, this.#schedule, announce);
      await learn(this.#language(answer));
      this.#journey = journey;
      this.#draw();
      announce('ready');
    } catch (failure) {
      announce('error', { problem: failure.problem ?? 'fault' });
    }
  }

  #language(campaign) {
    return [this.lang, this.closest('[lang]')?.lang, campaign.language]
      .map((tag) => tag?.toLowerCase().split('-')[0])
      .find((language) => language in languages) ?? 'en';
  }

  #draw() {
    const journey = this.#journey;
    if (!journey) return render(html`<slot></slot>`, this.#root);
    const language = this.#language(journey.campaign);
    if (!languages[language]) learn(language).then(this.#schedule);
    journey.lang = languages[language] ? language : 'en';
    journey.words = languages[journey.lang];
    render(this.#card(journey, Math.min(Math.max(this.getAttribute('level') || 2, 1), 4)), this.#root);
    if (journey.focus && !journey.busy) {
      this.#root.getElementById(journey.focus)?.focus();
      journey.focus = null;
    }
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
        <div role="heading" aria-level=${level} class="campaign-title">${campaign.title}</div>
        ${step === 'find' ? introduction(campaign) : nothing}
      </div>
      ${step === 'find' || step === 'sent' ? progress(campaign.progress, words) : nothing} ${steps(numbers[step], words)}
      <div class="unseen" role="status">${journey.said}</div>
      <div class="step">${screens[step](journey, frame)}</div>
      ${about(campaign, words)}
    </div>`;
  }

  /** A link's fragment cannot reach into a shadow root, so the summary's links move the focus themselves. */
  #lead(event, id) {
    event.preventDefault();
    this.#root.getElementById(id)?.focus();
  }
}

/** Fetches a language's words. Without them the widget speaks English, which is better than not at all. */
async function learn(language) {
  try {
    languages[language] ??= (await import(new URL(`words/${language}.js`, import.meta.url).href)).default;
  } catch {
    languages[language] = en;
  }
}

function introduction({ introduction }) {
  return html`<slot name="intro">${(introduction ?? '').split(/\n\s*\n/).map((text) => text.trim() && html`<p>${text}</p>`)}</slot>`;
}

function progress(counted, words) {
  if (!counted?.goal) return nothing;
  const { confirmed, goal } = counted;
  return html`<div part="progress" class="progress">
    <p>${confirmed ? words.progress(confirmed, goal) : words.progressNone}</p>
    <progress max=${goal} value=${Math.min(confirmed, goal)} aria-hidden="true"></progress>
  </div>`;
}

function steps(now, words) {
  return html`<ol part="steps" class="steps" aria-label=${words.stepsLabel}>
    ${[words.stepFind, words.stepWrite, words.stepShare].map((name, i) =>
      html`<li class=${i <= now ? 'reached' : ''} aria-current=${i === now ? 'step' : nothing}><span class="number">${i + 1}</span> ${name}</li>`)}
  </ol>`;
}

function about({ organisation, language }, words) {
  const privacy = webUrl(organisation.privacyUrl);
  return html`<div class="about">
    ${privacy
      ? html`<p><a href=${privacy} target="_blank" rel="noopener noreferrer">${words.privacy(organisation.name)}<span class="unseen">
          ${words.newTab}</span></a></p>`
      : nothing}
    ${organisation.imprint ? html`<p lang=${language}>${organisation.imprint}</p>` : nothing}
  </div>`;
}

// A page that embeds two campaigns may include the script twice.
customElements.get('mp-letter') || customElements.define('mp-letter', MpLetter);
