import { leastLength } from '../../domain/access/password-policy.ts';
import type { LinkOwner } from '../../services/accounts/one-time-links.service.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

export interface WelcomeProps {
  owner: LinkOwner;
  token: string;
  problem: { password?: string; again?: string } | null;
}

/** Somebody's first step: the name they log in with, and a password that only they know. */
export function WelcomePage({ owner, token, problem }: WelcomeProps) {
  const { t, format } = usePage();
  const words = t.accounts;
  return (
    <Layout title={words.welcomeTitle} narrow>
      <section class="hero-form stack">
        <div class="stack tight">
          <h1 dir="auto">{words.welcome(owner.firstName)}</h1>
          <p class="lead quiet">{words.welcomeLead}</p>
        </div>
        <dl class="key-facts">
          <dt>{words.username}</dt>
          <dd>
            <code dir="auto">{owner.username}</code>
          </dd>
        </dl>
        <form method="post" action={`/welcome/${token}`} class="stack">
          <input
            class="visually-hidden"
            name="username"
            value={owner.username}
            autocomplete="username"
            aria-label={words.username}
            readOnly
            tabIndex={-1}
          />
          <TextField
            name="password"
            type="password"
            label={words.newPassword}
            hint={words.passwordHint(leastLength(owner))}
            problem={problem?.password}
            autocomplete="new-password"
            required
          />
          <TextField
            name="again"
            type="password"
            label={words.again}
            problem={problem?.again}
            autocomplete="new-password"
            required
          />
          <Button tone="go" size="big">
            {words.setPassword}
          </Button>
        </form>
        <p class="quiet">{words.linkNote(format.dateTime(owner.expiresAt))}</p>
      </section>
    </Layout>
  );
}
