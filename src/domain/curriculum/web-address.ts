/** What the link of a test looks like: an address of the web, and nothing that a browser would run. */
export const WEB_ADDRESS = /^https?:\/\/\S+$/;
