import cy from './cy.js';
import en from './en.js';

export const languages = { en, cy };

/** The first of the reader's languages that the dashboard speaks. */
export function preferred() {
  return navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find((language) => language in languages) ?? 'en';
}
