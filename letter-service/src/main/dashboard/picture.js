import { render } from 'lit-html';
import { SLIDE } from './chart.js';

/** Sharp on a slide that is shown large. */
const PIXELS = 2;

/** Saves a drawing (a template of chart.js) as a file of that kind: svg or png. */
export async function saveChart(template, name, kind) {
  const holder = document.createElement('div');
  render(template, holder);
  const text = new XMLSerializer().serializeToString(holder.firstElementChild);
  const drawing = new Blob([text], { type: 'image/svg+xml' });
  if (kind === 'svg') return save(drawing, `${name}.svg`);
  const address = URL.createObjectURL(drawing);
  try {
    return await savePicture(address, `${name}.png`, SLIDE);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Saves the drawing at an address as pixels. */
export async function savePicture(address, name, size) {
  const image = new Image(size?.width, size?.height);
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = (size?.width ?? image.naturalWidth) * PIXELS;
  canvas.height = (size?.height ?? image.naturalHeight) * PIXELS;
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  save(await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture')))), 'image/png'), name);
}

function save(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
