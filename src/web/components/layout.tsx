import type { ComponentChildren } from 'preact';
import type { Role } from '../../domain/access/permission-matrix.ts';
import { directionOf, type Messages } from '../i18n/messages.ts';
import { usePage } from '../page-context.ts';
import { BELL_ISLAND, Bell } from './bell.tsx';
import { Icon, type IconName } from './icon.tsx';

type NavKey = keyof Messages['common']['nav'];

/** Where each role can go, in order. */
const NAVIGATION: Record<Role, [string, NavKey, IconName][]> = {
  student: [
    ['/', 'today', 'today'],
    ['/courses', 'courses', 'book'],
    ['/tests', 'tests', 'pencil'],
    ['/progress', 'progress', 'chart'],
    ['/history', 'history', 'clock'],
  ],
  parent: [['/children', 'children', 'people']],
  'class manager': [
    ['/class', 'class', 'people'],
    ['/classroom', 'classroom', 'play'],
    ['/class/evaluations', 'evaluations', 'chart'],
    ['/class/tests', 'tests', 'pencil'],
    ['/alerts', 'alerts', 'alarm'],
  ],
  'school manager': [
    ['/school', 'school', 'school'],
    ['/school/people', 'people', 'people'],
    ['/school/devices', 'devices', 'tablet'],
    ['/alerts', 'alerts', 'alarm'],
  ],
  'regional supervisor': [
    ['/region', 'region', 'map'],
    ['/region/curriculum', 'curriculum', 'book'],
  ],
};

export interface LayoutProps {
  title: string;
  children: ComponentChildren;
  /** Sources of islands that this page hydrates, besides the bell of whoever is logged in. */
  islands?: string[];
  /** Style sheets that only this page needs, besides that of all pages. */
  styles?: readonly string[];
  /** One column for reading and for forms. */
  narrow?: boolean;
  /** For much side by side: a session, a wall. */
  wide?: boolean;
}

const STYLES = 'src/web/styles/app.css';

/** The frame of every page: head, bar with navigation, content, small print. */
export function Layout({ title, children, islands = [], styles = [], narrow = false, wide = false }: LayoutProps) {
  const { t, locale, assets, actor } = usePage();
  const scripts = actor ? [...islands, BELL_ISLAND] : islands;
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#16151b" media="(prefers-color-scheme: dark)" />
        <title>{`${title} · λllamda`}</title>
        <link rel="icon" href={ICON} />
        {[STYLES, ...styles].map((source) => (
          <link key={source} rel="stylesheet" href={assets.url(source)} />
        ))}
        {scripts.map((source) => (
          <script key={source} type="module" src={assets.url(source)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.common.skipToContent}
        </a>
        <Bar />
        <main id="content" tabIndex={-1} class={narrow ? 'narrow' : wide ? 'wide' : undefined}>
          {children}
        </main>
        <Foot />
      </body>
    </html>
  );
}

/** A lambda on a violet disc. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#4b3fce"/><path d="M10.5 8.5c5 0 5 3 7 9s2 6 4.5 6M16.5 14.5l-6.5 9" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>',
)}`;

function Bar() {
  const { actor, t, path } = usePage();
  const tabs = actor ? NAVIGATION[actor.role] : [];
  const current = currentTab(
    path,
    tabs.map(([href]) => href),
  );
  return (
    <header class="bar">
      <a class="brand" href="/" translate={false}>
        <b>λ</b>llamda
      </a>
      {actor && (
        <nav class="tabs" aria-label={t.common.mainNavigation}>
          {tabs.map(([href, key, icon]) => (
            <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
              <Icon name={icon} />
              {t.common.nav[key]}
            </a>
          ))}
        </nav>
      )}
      {actor && (
        <div class="bar-end">
          <Bell />
          <AccountMenu />
        </div>
      )}
    </header>
  );
}

function AccountMenu() {
  const { actor, t } = usePage();
  if (!actor) return null;
  return (
    <details class="menu">
      <summary>
        <span class="visually-hidden">{t.common.yourAccount}:</span>
        <span class="face" aria-hidden="true">
          {[...actor.firstName][0]}
        </span>
        <span>{actor.firstName}</span>
      </summary>
      <div>
        <p>
          <strong dir="auto">{actor.name}</strong>
          <br />
          <span class="quiet">{t.common.roles[actor.role]}</span>
        </p>
        <a href="/profile">{t.common.nav.profile}</a>
        <form method="post" action="/logout">
          <button class="btn small" type="submit">
            {t.common.logout}
          </button>
        </form>
      </div>
    </details>
  );
}

function Foot() {
  const { actor, t } = usePage();
  if (!actor) return null;
  return (
    <footer class="foot">
      <p>{t.common.foot.ai}</p>
      <p>{t.common.foot.adults}</p>
    </footer>
  );
}

/** The tab under which a page stands: of those whose address begins its own, the longest. */
function currentTab(path: string, tabs: readonly string[]): string | undefined {
  const around = tabs.filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)));
  return around.sort((a, b) => b.length - a.length)[0];
}
