/** To the newer and the older page of a list; a side that does not exist is left out. */
export function Pager({ label, newer, older }: { label: string; newer: PagerLink | null; older: PagerLink | null }) {
  if (!newer && !older) return null;
  return (
    <nav class="pager" aria-label={label}>
      {newer ? (
        <a href={newer.href} rel="prev">
          {newer.text}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a href={older.href} rel="next">
          {older.text}
        </a>
      )}
    </nav>
  );
}

export interface PagerLink {
  href: string;
  text: string;
}
