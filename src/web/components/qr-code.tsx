import { encode } from 'uqr';

/** A code for the camera of a tablet. Dark on light in both themes: cameras want it so. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  return (
    <svg class="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={title}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={data.flatMap(runs).join('')} fill="#000" />
    </svg>
  );
}

/** The dark modules of a row, neighbours in one piece. */
function runs(row: readonly boolean[], y: number): string[] {
  const pieces: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x]) x += 1;
    pieces.push(`M${from} ${y}h${x - from}v1H${from}z`);
  }
  return pieces;
}
