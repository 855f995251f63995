import type { ComponentChildren } from 'preact';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { Layout } from '../layout.tsx';
import { PageHead } from '../page-head.tsx';
import { Notice } from '../surfaces.tsx';

export interface ImportPreviewProps {
  /** Address of the file: it is confirmed and thrown away below it. */
  base: string;
  report: { source: string; fingerprint: string };
  /** Why what was confirmed was not done: it would do something else by now. */
  changed?: string | undefined;
  /** It would change nothing. */
  idle: boolean;
  /** What is asked before it is confirmed. */
  questions?: ComponentChildren;
  /** What the file would do. */
  children: ComponentChildren;
}

/** What a file would do, and the question whether it shall. */
export function ImportPreview({ base, report, changed, idle, questions, children }: ImportPreviewProps) {
  const { fileImport: words } = usePage().t;
  return (
    <Layout title={words.previewTitle}>
      <div class="stack loose">
        <PageHead title={words.previewTitle} lead={words.previewLead(report.source)} />
        {changed && (
          <Notice tone="warn" announce>
            <p>{changed}</p>
          </Notice>
        )}
        {children}
        <form class="stack loose" method="post" action={`${base}/confirm`}>
          <input type="hidden" name="fingerprint" value={report.fingerprint} />
          {questions}
          <div class="row">
            {!idle && <Button tone="go">{words.confirm}</Button>}
            <Button formAction={`${base}/cancel`}>{words.cancel}</Button>
          </div>
        </form>
      </div>
    </Layout>
  );
}
