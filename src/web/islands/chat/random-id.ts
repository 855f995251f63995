/** 32 random hex digits. `crypto.randomUUID` is there only over TLS; a school may run this on its own network without. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
