import { usePage } from '../page-context.ts';

/** The parts of a long page, each a leap away. `id`: of the part. */
export function OnThisPage({ parts }: { parts: readonly { id: string; title: string }[] }) {
  const { onThisPage } = usePage().t.common;
  return (
    <nav class="row small leaps" aria-label={onThisPage}>
      {parts.map(({ id, title }) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}
