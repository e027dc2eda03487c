/**
 * Copies a text; where the page may not use the clipboard (plain http, a frame without the permission), selects it in the
 * given element and tries the old command. Answers whether the text was copied; if not, it stays selected.
 */
export async function copyText(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    element.focus();
    if (element.select) element.select();
    else getSelection().selectAllChildren(element);
    return document.execCommand('copy');
  }
}
