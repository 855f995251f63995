import { usePage } from '../../page-context.ts';

/** Between the people and the classes of a school. */
export function PeopleNav() {
  const { t, path } = usePage();
  const places = [
    ['/school/people', t.people.title],
    ['/school/people/classes', t.people.classesTitle],
  ] as const;
  return (
    <nav class="row" aria-label={t.people.navigation}>
      {places.map(([href, text]) => (
        <a key={href} class="btn small" href={href} aria-current={path === href ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
