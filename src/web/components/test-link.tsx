import { siteOf } from '../../domain/curriculum/web-address.ts';
import { usePage } from '../page-context.ts';

/** The page of another site that belongs to a test: it opens beside this one, and says so before. Nothing where there is none. */
export function TestLink({ link }: { link: string | null }) {
  const { tests: words } = usePage().t;
  if (link === null) return null;
  return (
    <p>
      <a href={link} target="_blank" rel="noopener noreferrer">
        {words.link} <bdi>{siteOf(link)}</bdi>
      </a>{' '}
      <span class="quiet">{words.linkElsewhere}</span>
    </p>
  );
}
