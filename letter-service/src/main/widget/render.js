/**
 * html`<p class="hint" title=${text} .value=${text} @click=${act}>${children}</p>` and render(): templates that are drawn once
 * and afterwards changed only where their values changed. It knows what the widget's templates use: attributes, properties,
 * listeners, and as children texts, templates, arrays of them, nodes, and null for nothing. Every tag is closed, a void one by />;
 * which name the closing tag has is not looked at, so that the build can leave it out.
 * Elements are made one by one and never from text, so that no policy of a page against that (trusted types) stands in the way.
 */
const HOLE = '\0';
const TAG_OR_TEXT = /<(\/?)(\w*)([^>]*?)(\/?)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)"|=(\0))?/g;

export const html = (strings, ...values) => ({ strings, values });

export function render(template, root) {
  (root.place ??= new Place(root)).show(template);
}

/** A place among the children of a node, between two texts. */
class Place {
  #start = new Text();
  #end = new Text();
  /** What is there: the strings of a template, or a node; or places, one for each item of an array. */
  #shown = null;
  #places = null;
  #holes;

  constructor(parent, before = null) {
    parent.insertBefore(this.#start, before);
    parent.insertBefore(this.#end, before);
  }

  show(value) {
    if (Array.isArray(value)) {
      if (!this.#places) this.#clear(null, []);
      while (this.#places.length > value.length) this.#places.pop().#remove();
      value.forEach((item, i) => (this.#places[i] ??= new Place(this.#end.parentNode, this.#end)).show(item));
    } else if (value?.strings) {
      if (this.#shown !== value.strings) {
        this.#clear(value.strings);
        const fragment = document.createDocumentFragment();
        this.#holes = build(value.strings, fragment);
        this.#end.before(fragment);
      }
      this.#holes.forEach((fill, i) => fill(value.values[i]));
    } else if (value?.nodeType) {
      if (this.#shown !== value) this.#clear(value);
      this.#end.before(value);
    } else {
      if (this.#shown || this.#places) this.#clear();
      if (this.#start.data !== `${(value ??= '')}`) this.#start.data = value;
    }
  }

  #clear(shown = null, places = null) {
    while (this.#start.nextSibling !== this.#end) this.#start.nextSibling.remove();
    this.#start.data = '';
    this.#shown = shown;
    this.#places = places;
  }

  #remove() {
    this.#clear();
    this.#start.remove();
    this.#end.remove();
  }
}

/** Makes the template's nodes; answers a function for each of its values, in their order. */
function build(strings, fragment) {
  const holes = [];
  let node = fragment;
  for (const [text, close, tag, attributes, empty] of strings.join(HOLE).matchAll(TAG_OR_TEXT)) {
    if (close) node = node.parentNode;
    else if (tag) {
      const element = node.appendChild(document.createElement(tag));
      for (const [, name, quoted = '', hole = quoted] of attributes.matchAll(ATTRIBUTE)) holes.push(...bind(element, name, hole));
      if (!empty) node = element;
    } else
      text.split(HOLE).forEach((piece, i) => {
        if (i) {
          const place = new Place(node);
          holes.push((value) => place.show(value));
        }
        node.append(piece.replace(/[ \n]+/g, ' '));
      });
  }
  return holes;
}

function bind(element, name, text) {
  const [first, ...rest] = text.split(HOLE);
  const values = [];
  const key = name.slice(1);
  if (name[0] === '@') element.addEventListener(key, (event) => values[0](event));
  else if (!rest.length) element.setAttribute(name, text);
  return rest.map((_, i) => (value) => {
    values[i] = value;
    if (name[0] === '.') {
      // What was typed is there already; setting it again would move the cursor.
      if (element[key] !== value) element[key] = value;
    } else if (name[0] !== '@') {
      const whole = text === HOLE ? value : rest.reduce((begun, piece, j) => begun + (values[j] ?? '') + piece, first);
      if (whole == null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== `${whole}`) element.setAttribute(name, whole);
    }
  });
}
