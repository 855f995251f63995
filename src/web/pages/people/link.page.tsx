import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { usePage } from '../../page-context.ts';
import { LocalNotice } from './cards.page.tsx';

export interface NewLink {
  userId: number;
  name: string;
  username: string;
  token: string;
  expiresAt: number;
}

/** A one-time link, the only time that it is shown. */
export function LinkPage({ link, origin }: { link: NewLink; origin: string }) {
  const { t, format } = usePage();
  const words = t.people;
  const address = `${origin}/welcome/${link.token}`;
  return (
    <Layout title={words.linkTitleFor(link.name)} narrow>
      <div class="stack loose">
        <PageHead title={words.linkTitleFor(link.name)} />
        <section class="sheet stack" aria-label={words.linkTitleFor(link.name)}>
          <p>{words.linkLead(format.dateTime(link.expiresAt))}</p>
          <div class="row">
            <QrCode text={address} title={words.qr(link.name)} />
            <dl class="key-facts">
              <dt>{words.username}</dt>
              <dd>
                <code dir="auto">{link.username}</code>
              </dd>
              <dt>{words.linkAddress}</dt>
              <dd>
                <code class="address" dir="ltr">
                  {address}
                </code>
              </dd>
            </dl>
          </div>
          <p class="quiet">{words.shownOnce}</p>
        </section>
        <div class="no-print stack">
          <LocalNotice origin={origin} />
          <LinkButton href={`/school/people/${link.userId}`}>{words.done}</LinkButton>
        </div>
      </div>
    </Layout>
  );
}
