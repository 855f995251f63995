import type { Visitor } from '../services/accounts/web-sessions.service.ts';
import type { Assets } from './assets.ts';
import type { Format } from './i18n/format.ts';
import type { Locale, Messages } from './i18n/messages.ts';

/** What every page knows besides its own view-model. */
export interface PageContext {
  actor: Visitor | null;
  locale: Locale;
  t: Messages;
  /** Dates, times and numbers as the reader writes them. */
  format: Format;
  /** The path of the page that is shown, for the navigation. */
  path: string;
  assets: Assets;
}

let current: PageContext | null = null;

/** Renders within a page: at once, so that no two pages are ever rendered at the same time. */
export function withPage<Result>(page: PageContext, render: () => Result): Result {
  const before = current;
  current = page;
  try {
    return render();
  } finally {
    current = before;
  }
}

/** The page that is being rendered. */
export function usePage(): PageContext {
  if (current === null) throw new Error('A component was rendered outside a page.');
  return current;
}
