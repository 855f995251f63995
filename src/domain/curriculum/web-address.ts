/** What the link of a test looks like: an address of the web, and nothing that a browser would run. */
export const WEB_ADDRESS = /^https?:\/\/\S+$/;

/** The address that a page may link to, or null: what is none of the web is never a link, however it came to be stored. */
export function webAddressOf(link: string | null): string | null {
  return link !== null && WEB_ADDRESS.test(link) && URL.canParse(link) ? link : null;
}

/** Whose site an address leads to, as a person reads it. */
export function siteOf(address: string): string {
  return new URL(address).host;
}
