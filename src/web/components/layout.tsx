import type { ComponentChildren } from 'preact';
import type { Role } from '../../domain/access/permission-matrix.ts';
import { directionOf, type Messages } from '../i18n/messages.ts';
import { usePage } from '../page-context.ts';

type NavKey = keyof Messages['common']['nav'];

/** Where each role can go, in order. */
const NAVIGATION: Record<Role, [string, NavKey][]> = {
  student: [
    ['/', 'today'],
    ['/courses', 'courses'],
    ['/history', 'history'],
  ],
  parent: [['/children', 'children']],
  'class manager': [
    ['/class', 'class'],
    ['/alerts', 'alerts'],
  ],
  'school manager': [
    ['/school', 'school'],
    ['/alerts', 'alerts'],
  ],
  'regional supervisor': [['/region', 'region']],
};

export interface LayoutProps {
  title: string;
  children: ComponentChildren;
  /** Sources of islands that this page hydrates; none ships no JavaScript. */
  islands?: string[];
  /** Extra class of <main>. */
  wide?: boolean;
}

/** The frame of every page: head, bar with navigation, content. */
export function Layout({ title, children, islands = [] }: LayoutProps) {
  const { t, locale, assets } = usePage();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · λllamda`}</title>
        <link rel="stylesheet" href={assets.url('src/web/styles/app.css')} />
        {islands.map((source) => (
          <script key={source} type="module" src={assets.url(source)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.common.skipToContent}
        </a>
        <Bar />
        <main id="content">{children}</main>
      </body>
    </html>
  );
}

function Bar() {
  const { actor, t, path } = usePage();
  return (
    <header class="bar">
      <a class="brand" href="/">
        <b>λ</b>llamda
      </a>
      {actor && (
        <nav aria-label={t.common.mainNavigation}>
          {NAVIGATION[actor.role].map(([href, key]) => (
            <a key={href} href={href} aria-current={isCurrent(path, href) ? 'page' : undefined}>
              {t.common.nav[key]}
            </a>
          ))}
          <form method="post" action="/logout">
            <button class="link" type="submit">
              {t.common.logout}
            </button>
          </form>
        </nav>
      )}
    </header>
  );
}

function isCurrent(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
