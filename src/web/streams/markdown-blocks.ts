/**
 * Cuts a text that arrives in pieces into markdown blocks: a block is finished by an empty line outside a code fence and
 * outside displayed maths.
 */
export class MarkdownBlocks {
  #open = '';
  /** Up to here `#open` was looked at: always the beginning of a line. */
  #seen = 0;
  #fence: string | null = null;

  /**
   * Takes the next piece; answers it cut at the ends of blocks: each part is text to show, and where `block` is set it ended
   * that block, whose whole source it is.
   */
  push(piece: string): { text: string; block?: string }[] {
    const parts: { text: string; block?: string }[] = [];
    let rest = piece;
    for (;;) {
      const before = this.#open.length;
      this.#open += rest;
      const end = this.#endOfBlock();
      if (end < 0) break;
      const block = this.#open.slice(0, end);
      parts.push({ text: rest.slice(0, Math.max(0, end - before)), block });
      rest = this.#open.slice(end);
      this.#open = '';
      this.#seen = 0;
    }
    if (rest !== '') parts.push({ text: rest });
    return parts;
  }

  /** What is left when the text has ended; null when nothing but space is. */
  end(): string | null {
    const block = this.#open;
    this.#open = '';
    this.#seen = 0;
    this.#fence = null;
    return block.trim() === '' ? null : block;
  }

  /** Where the open block ends, after its empty line; −1 while it goes on. */
  #endOfBlock(): number {
    for (let next = this.#open.indexOf('\n', this.#seen); next >= 0; next = this.#open.indexOf('\n', this.#seen)) {
      const line = this.#open.slice(this.#seen, next).trim();
      this.#seen = next + 1;
      if (line === '' && this.#fence === null && this.#open.slice(0, next).trim() !== '') return next + 1;
      this.#readFence(line);
    }
    return -1;
  }

  #readFence(line: string): void {
    const mark = /^(```+|~~~+)/.exec(line)?.[1];
    if (this.#fence === '$$') {
      if (line.endsWith('$$')) this.#fence = null;
    } else if (this.#fence !== null) {
      if (mark?.startsWith(this.#fence) && line === mark) this.#fence = null;
    } else if (mark !== undefined) {
      this.#fence = mark;
    } else if (line.startsWith('$$') && (line === '$$' || !line.slice(2).includes('$$'))) {
      this.#fence = '$$';
    }
  }
}
