import { Button } from '../components/button.tsx';
import { Layout } from '../components/layout.tsx';
import { Notice } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

/** Where the link of a letter leads: one press ends the letters, without a login. `token` null: that is done. */
export function StopLettersPage({ token }: { token: string | null }) {
  const words = usePage().t.parent.letters;
  return (
    <Layout title={words.stopTitle} narrow>
      <section class="hero-form stack">
        <h1>{words.stopTitle}</h1>
        {token === null ? (
          <Notice tone="good" announce>
            <p>{words.stopped}</p>
          </Notice>
        ) : (
          <>
            <p>{words.stopLead}</p>
            <form method="post" action={`/letters/stop/${token}`}>
              <Button tone="go">{words.stop}</Button>
            </form>
          </>
        )}
      </section>
    </Layout>
  );
}
