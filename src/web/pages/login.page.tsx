import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Notice } from '../components/surfaces.tsx';
import { directionOf } from '../i18n/messages.ts';
import { usePage } from '../page-context.ts';

export interface SampleLogin {
  role: string;
  username: string;
  password: string;
  name: string;
}

export interface LoginView {
  next: string;
  username: string;
  /** Why the last attempt failed. */
  problem: string | null;
  /** Only on this machine, outside production. */
  samples: SampleLogin[];
  /** Nobody is there who could log in. */
  isEmpty: boolean;
}

/** The way in. While the school is a sample on this machine, its people can be tried with one click. */
export function LoginPage({ view }: { view: LoginView }) {
  const { t, locale } = usePage();
  const words = t.common.login;
  const other = locale === 'en' ? 'he' : 'en';
  return (
    <Layout title={words.title}>
      <div class={view.samples.length > 0 ? 'login with-samples' : 'login'}>
        <section class="hero-form stack">
          <div class="stack tight">
            <h1>{words.welcome}</h1>
            <p class="lead quiet">{t.common.brandTagline}</p>
          </div>
          {view.isEmpty && (
            <Notice>
              <p>
                {t.setup.needed} <a href="/setup">{t.setup.link}</a>
              </p>
            </Notice>
          )}
          {view.problem && (
            <Notice tone="alarm" announce>
              <p>{view.problem}</p>
            </Notice>
          )}
          <form method="post" action={`/login?lang=${locale}`} class="stack">
            <input type="hidden" name="next" value={view.next} />
            <TextField
              name="username"
              label={words.username}
              value={view.username}
              autocomplete="username"
              autocapitalize="none"
              required
            />
            <TextField
              name="password"
              type="password"
              label={words.password}
              autocomplete="current-password"
              required
            />
            <Button tone="go" size="big">
              {words.submit}
            </Button>
          </form>
          <p class="quiet">{words.forgotten}</p>
          <p>
            <a
              href={`/login?lang=${other}&next=${encodeURIComponent(view.next)}`}
              lang={other}
              dir={directionOf(other)}
            >
              {words.otherLanguage}
            </a>
          </p>
        </section>
        {view.samples.length > 0 && <Samples samples={view.samples} next={view.next} />}
      </div>
    </Layout>
  );
}

function Samples({ samples, next }: { samples: SampleLogin[]; next: string }) {
  const { login: words, ...common } = usePage().t.common;
  const roles: Record<string, string> = common.roles;
  return (
    <section class="stack" aria-labelledby="samples">
      <h2 id="samples">{words.sampleTitle}</h2>
      <p class="quiet">{words.sampleNote}</p>
      <ul class="samples">
        {samples.map((sample) => (
          <li key={sample.username}>
            <form method="post" action="/login">
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="username" value={sample.username} />
              <input type="hidden" name="password" value={sample.password} />
              <button class="sample" type="submit">
                <span class="face" aria-hidden="true">
                  {[...sample.name][0]}
                </span>
                <span>
                  <strong>{sample.name}</strong> <span class="quiet">{roles[sample.role] ?? sample.role}</span>
                  <br />
                  <code>{words.sampleCredentials(sample.username, sample.password)}</code>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
