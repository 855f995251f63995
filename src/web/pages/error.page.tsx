import type { ErrorBody } from '../../shared/errors.ts';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

/** What happened, what was kept, and where to go. */
export function ErrorPage({ status, error }: { status: number; error: ErrorBody['error'] }) {
  const { t } = usePage();
  const words = t.common.errors;
  const title = status === 404 ? words.notFoundTitle : words.title;
  return (
    <Layout title={title}>
      <section class="narrow stack">
        <p class="quiet">{status}</p>
        <h1>{title}</h1>
        <p>{error.message}</p>
        {error.id && <p class="quiet">{words.id(error.id)}</p>}
        <p>
          <a class="btn" href="/">
            {words.back}
          </a>
        </p>
      </section>
    </Layout>
  );
}
