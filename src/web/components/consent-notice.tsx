import { usePage } from '../page-context.ts';
import { Notice } from './surfaces.tsx';

/** A child for whom something is asked that nobody has answered. */
export interface OpenConsent {
  id: number;
  firstName: string;
}

/** Stands on a parent's pages until it is answered. */
export function ConsentNotice({ open }: { open: readonly OpenConsent[] }) {
  const { consents: words } = usePage().t;
  return (
    <>
      {open.map(({ id, firstName }) => (
        <Notice key={id} tone="warn" title={words.askTitle(firstName)}>
          <p>{words.askWords}</p>
          <a href={`/children/${id}/consent`}>{words.askLink(firstName)}</a>
        </Notice>
      ))}
    </>
  );
}
