/** The address, if it is one of the web: an organisation's `javascript:` link would run on the page that embeds us. */
export function webUrl(address) {
  return /^https?:\/\//i.test(address ?? '') ? address : undefined;
}
