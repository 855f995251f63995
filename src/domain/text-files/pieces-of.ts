const PIECE = 16 * 1024;

/** A text in pieces, for readers that would hold the thread for the whole of it. No character is cut in two. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + PIECE;
    const last = text.charCodeAt(end - 1);
    const to = last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
    yield text.slice(at, to);
    at = to;
  }
}
