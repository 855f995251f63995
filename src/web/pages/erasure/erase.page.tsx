import type { ErasureView } from '../../../services/erasure/erasure.service.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** What goes and what stays, and the field that has to be filled before anything does. */
export function ErasePage({ view, problem }: { view: ErasureView; problem?: string }) {
  const { t } = usePage();
  const { erasure: words, people } = t;
  const { person, stored, parents } = view;
  const name = `${person.firstName} ${person.lastName}`;
  const at = `/school/people/${person.id}`;
  return (
    <Layout title={words.title(name)} narrow>
      <div class="stack loose">
        <PageHead
          title={words.title(name)}
          back={{ href: at, text: people.back }}
          tags={<Tag tone="info">{people.roles[person.role].one}</Tag>}
        />
        <Notice tone="alarm">
          <p>{words.lead}</p>
        </Notice>
        <Sheet id="goes" title={words.goesTitle}>
          {stored && <p>{words.counts(stored.sessions, stored.messages, stored.answers, stored.tests)}</p>}
          <Points points={words.goes[person.role]} />
        </Sheet>
        {parents.length > 0 && (
          <Sheet id="parents" title={words.parentsTitle}>
            <ul class="plain stack tight">
              {parents.map((parent) => (
                <li key={parent.id}>
                  <bdi>{parent.name}</bdi>
                </li>
              ))}
            </ul>
            <p class="quiet prose">{words.parentsNote}</p>
          </Sheet>
        )}
        <Sheet id="stays" title={words.staysTitle}>
          <Points points={words.stays[person.role]} />
        </Sheet>
        <form method="post" action={`${at}/erase`} class="sheet stack">
          <TextField
            name="username"
            label={words.typeIt(person.username)}
            problem={problem}
            autocomplete="off"
            autocapitalize="none"
            maxLength={200}
            required
          />
          <div class="row">
            <Button tone="alarm">{words.erase}</Button>
            <LinkButton href={at}>{words.keep}</LinkButton>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul class="prose">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
