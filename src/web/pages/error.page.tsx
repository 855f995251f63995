import type { ErrorBody } from '../../shared/errors.ts';
import { LinkButton } from '../components/button.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';
import type { SentForm } from '../sent-form.ts';

export interface ErrorPageProps {
  status: number;
  error: ErrorBody['error'];
  /** The form that could not be taken; null where none was sent. */
  form: SentForm | null;
}

/** What happened, what was kept, and where to go. */
export function ErrorPage({ status, error, form }: ErrorPageProps) {
  const { t } = usePage();
  const words = t.common.errors;
  const isStale = form !== null && status === 404;
  const { title, icon } = faceOf(isStale ? 409 : status, words);
  return (
    <Layout title={title} narrow>
      <section class="error stack">
        <Icon name={icon} />
        <h1>{title}</h1>
        <p class="lead as-written">{error.message}</p>
        {isStale && <p>{words.stale}</p>}
        {form !== null && form.texts.length > 0 && (
          <>
            <p>{words.wrote}</p>
            {form.texts.map((text, index) => (
              <blockquote key={index} class="as-written" dir="auto">
                {text}
              </blockquote>
            ))}
          </>
        )}
        {error.id && (
          <p class="quiet">
            {words.id} <code>{error.id}</code>
          </p>
        )}
        {form?.page && <LinkButton href={form.page}>{words.backToPage}</LinkButton>}
        {form?.page ? <a href="/">{words.back}</a> : <LinkButton href="/">{words.back}</LinkButton>}
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
