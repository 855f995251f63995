import { consentText } from '../../../domain/consent/purposes.ts';
import type { ChildConsents, ConsentState } from '../../../services/consent/consent.service.ts';
import { Button } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Notice, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

interface Props {
  view: ChildConsents;
  /** What was done just now, or what was in its way. */
  said?: 'saved' | 'changed' | undefined;
}

/** What a parent is asked for a child, in plain words, and all that was ever answered. */
export function ChildConsentPage({ view, said }: Props) {
  const { consents: words, parent } = usePage().t;
  const { child } = view;
  const title = words.childTitle(child.firstName);
  return (
    <Layout title={title} narrow>
      <div class="stack loose">
        <PageHead
          title={title}
          lead={words.childLead}
          back={{ href: `/children/${child.id}`, text: parent.backToChild(child.firstName) }}
        />
        <Done text={said === 'saved' ? words.saved : null} />
        {said === 'changed' && (
          <Notice tone="warn" announce>
            <p>{words.changed}</p>
          </Notice>
        )}
        {!view.hasModel && (
          <Notice>
            <p>{words.noModel}</p>
          </Notice>
        )}
        {view.states.map((state) => (
          <Question key={state.purpose} state={state} childId={child.id} />
        ))}
        <History view={view} />
      </div>
    </Layout>
  );
}

function Question({ state, childId }: { state: ConsentState; childId: number }) {
  const { t, locale, format } = usePage();
  const words = t.consents;
  const { purpose, version, standing, given } = state;
  const text = consentText(purpose, version, locale);
  if (!text) return null;
  const isYes = !standing.open && given?.answer === 'yes';
  return (
    <Sheet
      id={purpose.replace(' ', '-')}
      title={text.title}
      action={
        <Tag tone={standing.allowed ? 'good' : 'info'}>{standing.allowed ? words.states.yes : words.states.no}</Tag>
      }
    >
      <p>{text.what}</p>
      <p>
        <strong>{words.otherwise}:</strong> {text.otherwise}
      </p>
      <p class="quiet">
        {words.because[standing.because]}
        {standing.holdsUntil !== null && standing.allowed && ` ${words.holdsUntil(format.day(standing.holdsUntil))}`}
      </p>
      <form method="post" action={`/children/${childId}/consent`} class="row">
        <input type="hidden" name="purpose" value={purpose} />
        <input type="hidden" name="version" value={version} />
        {!isYes && (
          <Button tone="go" name="answer" value="yes">
            {words.agree}
          </Button>
        )}
        {(standing.open || isYes) && (
          <Button name="answer" value="no">
            {isYes ? words.withdraw : words.disagree}
          </Button>
        )}
      </form>
    </Sheet>
  );
}

function History({ view: { history } }: { view: ChildConsents }) {
  const { t, locale, format } = usePage();
  const words = t.consents;
  return (
    <Sheet id="history" title={words.history}>
      {history.length === 0 ? (
        <p class="quiet">{words.historyNone}</p>
      ) : (
        <Table
          stacks
          caption={words.history}
          captionHidden
          rows={history.map((entry, index) => ({ ...entry, index }))}
          rowKey={({ index }) => index}
          columns={[
            { title: words.when, heads: true, cell: ({ at }) => format.dateTime(at) },
            {
              title: words.what,
              cell: ({ purpose, version }) => consentText(purpose, version, locale)?.title ?? purpose,
            },
            { title: words.version, cell: ({ version }) => format.number(version), numeric: true },
            { title: words.answer, cell: ({ answer }) => words.answers[answer] },
            {
              title: words.by,
              cell: ({ by, source }) => (
                <bdi>{by === null ? words.byGone : source === 'school' ? words.bySchool(by) : by}</bdi>
              ),
            },
            { title: words.note, cell: ({ note }) => (note === null ? '' : <bdi>{note}</bdi>) },
          ]}
        />
      )}
    </Sheet>
  );
}
