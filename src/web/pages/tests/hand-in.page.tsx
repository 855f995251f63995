import type { Paper } from '../../../services/tests/taking.service.ts';
import { ActionButton, LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** Before a test is handed in: what is not answered yet, by name. */
export function HandInPage({ paper }: { paper: Paper }) {
  const { t, format } = usePage();
  const words = t.tests;
  const { sitting, questions, endsAt, now } = paper;
  const open = questions.filter(({ answer }) => answer === '');
  return (
    <Layout title={words.confirmTitle} narrow>
      <div class="stack loose">
        <PageHead
          title={words.confirmTitle}
          back={{ href: `/tests/${sitting.id}`, text: sitting.name }}
          lead={words.confirmTime(format.duration(endsAt - now))}
        />
        {open.length === 0 ? (
          <Notice tone="good">{words.confirmAll}</Notice>
        ) : (
          <Sheet id="open" title={words.confirmOpen(open.length)}>
            <ul class="lines">
              {open.map(({ position, question }) => (
                <li key={position} class="in-place">
                  <a href={`/tests/${sitting.id}#q${position}`}>{words.question(position, questions.length)}</a>
                  <span class="quiet" dir="auto">
                    {question.unitName}
                  </span>
                </li>
              ))}
            </ul>
          </Sheet>
        )}
        <div class="row">
          <ActionButton action={`/tests/${sitting.id}/submit`} tone="go">
            {words.confirm}
          </ActionButton>
          <LinkButton href={`/tests/${sitting.id}`}>{words.confirmBack}</LinkButton>
        </div>
      </div>
    </Layout>
  );
}
