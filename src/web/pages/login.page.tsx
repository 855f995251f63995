import { Layout } from '../components/layout.tsx';
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
}

export function LoginPage({ view }: { view: LoginView }) {
  const { t } = usePage();
  const words = t.common.login;
  return (
    <Layout title={words.title}>
      <div class="login">
        <section class="sheet stack">
          <h1>{words.welcome}</h1>
          <p class="quiet">{t.common.brandTagline}</p>
          <form method="post" action="/login" class="stack">
            <input type="hidden" name="next" value={view.next} />
            <label class="field">
              <span>{words.username}</span>
              <input
                name="username"
                autocomplete="username"
                autocapitalize="none"
                required
                value={view.username}
                aria-describedby={view.problem ? 'login-problem' : undefined}
              />
            </label>
            <label class="field">
              <span>{words.password}</span>
              <input type="password" name="password" autocomplete="current-password" required />
            </label>
            {view.problem && (
              <p id="login-problem" class="problem" role="alert">
                {view.problem}
              </p>
            )}
            <button class="btn go" type="submit">
              {words.submit}
            </button>
          </form>
        </section>
        {view.samples.length > 0 && <Samples samples={view.samples} next={view.next} />}
      </div>
    </Layout>
  );
}

function Samples({ samples, next }: { samples: SampleLogin[]; next: string }) {
  const words = usePage().t.common.login;
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
                <strong>{sample.name}</strong>
                <span class="quiet">{sample.role}</span>
                <code>
                  {sample.username} · {sample.password}
                </code>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
