import type { ErrorBody } from '../../shared/errors.ts';
import { LinkButton } from '../components/button.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

/** What happened, what was kept, and where to go. */
export function ErrorPage({ status, error }: { status: number; error: ErrorBody['error'] }) {
  const { t } = usePage();
  const words = t.common.errors;
  const { title, icon } = faceOf(status, words);
  return (
    <Layout title={title} narrow>
      <section class="error stack">
        <Icon name={icon} />
        <h1>{title}</h1>
        <p class="lead as-written">{error.message}</p>
        {error.id && (
          <p class="quiet">
            {words.id} <code>{error.id}</code>
          </p>
        )}
        <LinkButton href="/">{words.back}</LinkButton>
      </section>
    </Layout>
  );
}

type Words = ReturnType<typeof usePage>['t']['common']['errors'];

function faceOf(status: number, words: Words): { title: string; icon: IconName } {
  switch (status) {
    case 404:
      return { title: words.notFoundTitle, icon: 'map' };
    case 403:
      return { title: words.forbiddenTitle, icon: 'person' };
    case 429:
    case 503:
      return { title: words.unavailableTitle, icon: 'clock' };
    default:
      return { title: words.title, icon: 'alarm' };
  }
}
