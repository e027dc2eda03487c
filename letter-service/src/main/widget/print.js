const LOOK = `
  body { font: 12pt/1.5 Georgia, serif; max-width: 17cm; margin: 1em auto; padding: 0 1em; }
  p { white-space: pre-line; overflow-wrap: anywhere; }
  .subject { font-weight: bold; }
  @page { margin: 2cm; }`;

/**
 * Opens the letter alone in a window and prints it; printing the embedding page would print the organisation's site around it.
 * Where windows are forbidden (a sandboxed frame), the page itself is printed, whose print style shows only the letter.
 */
export function printLetter({ subject, greeting, body, signature }, member, { letterLang }) {
  const paper = window.open('', '_blank');
  if (!paper) return window.print();
  const { document } = paper;
  document.title = subject;
  document.documentElement.lang = letterLang;
  const add = (text, name = '') => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    paragraph.className = name;
    paragraph.textContent = text;
  };
  add(`${member.name} MP\nHouse of Commons\nLondon SW1A 0AA`);
  // In figures: not every browser knows the months of every language.
  add(new Date().toLocaleDateString('en-GB'));
  add(greeting);
  add(subject, 'subject');
  add(body);
  add(signature);
  // The window inherits the page's Content-Security-Policy, which may forbid style elements but not this.
  const sheet = new paper.CSSStyleSheet();
  sheet.replaceSync(LOOK);
  document.adoptedStyleSheets = [sheet];
  paper.focus();
  paper.print();
}
