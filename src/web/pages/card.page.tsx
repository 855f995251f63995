import type { CardOwner } from '../../services/accounts/login-cards.service.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

/** Where a login card leads: one tap, and the pupil is in. */
export function CardPage({ owner, token }: { owner: CardOwner; token: string }) {
  const { people: words } = usePage().t;
  return (
    <Layout title={words.cardTitle} narrow>
      <section class="hero-form stack center error">
        <Icon name="positive" />
        <h1 dir="auto">{words.cardHello(owner.firstName)}</h1>
        <form method="post" action={`/card/${token}`}>
          <Button tone="go" size="big">
            {words.cardYes}
          </Button>
        </form>
        <p class="quiet">{words.cardNo}</p>
      </section>
    </Layout>
  );
}
