import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../domain/access/permission-matrix.ts';
import type { Assets } from './assets.ts';
import type { Format } from './i18n/format.ts';
import type { Locale, Messages } from './i18n/messages.ts';

/** What every page knows besides its own view-model. */
export interface PageContext {
  actor: Actor | null;
  locale: Locale;
  t: Messages;
  /** Dates, times and numbers as the reader writes them. */
  format: Format;
  /** The path of the page that is shown, for the navigation. */
  path: string;
  assets: Assets;
}

const Context = createContext<PageContext | null>(null);
export const PageContextProvider = Context.Provider;

/** The context of the page that is being rendered. */
export function usePage(): PageContext {
  const page = useContext(Context);
  if (page === null) throw new Error('A component was rendered outside a page.');
  return page;
}
