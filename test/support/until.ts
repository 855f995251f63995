import assert from 'node:assert/strict';

/** Waits for something that happens on the other side of the connection. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, 'it never happened');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
