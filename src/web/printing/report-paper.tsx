import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReportView } from '../../services/kept-reports/report-reading.service.ts';
import { machineTimeZone } from '../../shared/calendar.ts';
import { type Assets, loadAssets } from '../assets.ts';
import { PAPER_STYLES, Paper } from '../components/kept-report/paper.tsx';
import { formatFor } from '../i18n/format.ts';
import { directionOf, messagesFor, toLocale } from '../i18n/messages.ts';
import { type PageContext, withPage } from '../page-context.ts';
import { subjectOf } from '../presenters/kept-report.presenter.ts';
import { child } from '../strings.ts';

let styles: string | undefined;

/** The style sheets of a page with a report, with nothing in it that would have to be fetched. */
function printedStyles(): string {
  styles ??= withoutAddresses(readStyles(loadAssets()));
  return styles;
}

function readStyles({ folder, url }: Assets): string {
  const paths = ['src/web/styles/app.css', PAPER_STYLES].map((source) => join(folder, 'assets', basename(url(source))));
  if (!paths.every(existsSync)) throw new Error('The style sheets are not built: run `npm run build`.');
  return paths.map((path) => readFileSync(path, 'utf8')).join('\n');
}

const withoutAddresses = (css: string): string => css.replaceAll(/url\((?!["']?data:)[^)]*\)/g, 'none');

/** These reports as one document for the printer, each beginning on a page of its own: the pages' own components and style sheet. */
export function reportPaper(reports: readonly ReportView[], asked: string): string {
  const locale = toLocale(asked);
  const t = messagesFor(locale);
  const format = formatFor(locale, machineTimeZone());
  const assets = { folder: '', url: () => '' };
  const page: PageContext = { actor: null, locale, t, format, path: '/', assets };
  const [first] = reports;
  const title = reports.length === 1 && first ? subjectOf(first, { t, format }) : t.keptReports.kinds.pupils;
  const html = withPage(page, () =>
    child(
      <html lang={locale} dir={directionOf(locale)}>
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="content-security-policy"
            content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
          />
          <title>{title}</title>
          <style dangerouslySetInnerHTML={{ __html: printedStyles() }} />
        </head>
        <body>
          <main>
            {reports.map((report) => (
              <Paper key={report.id} report={report} />
            ))}
          </main>
        </body>
      </html>,
    ),
  );
  return `<!doctype html>${html}`;
}
