/** Answers that the server has not acknowledged yet, kept on the device for as long as that takes. */
export class Unsent {
  readonly #prefix: string;

  constructor(sitting: string) {
    this.#prefix = `test-${sitting}-`;
  }

  /** `seq`: the sequence that the page had seen of this answer when it was written. */
  keep(position: number, seq: number, value: string): void {
    try {
      sessionStorage.setItem(this.#prefix + position, `${seq} ${value}`);
    } catch {
      // A device that keeps nothing still saves to the server.
    }
  }

  forget(position: number): void {
    sessionStorage.removeItem(this.#prefix + position);
  }

  all(): { position: number; seq: number; value: string }[] {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => {
        const kept = sessionStorage.getItem(key) ?? '0 ';
        const space = kept.indexOf(' ');
        return {
          position: Number(key.slice(this.#prefix.length)),
          seq: Number(kept.slice(0, space)),
          value: kept.slice(space + 1),
        };
      });
  }
}
