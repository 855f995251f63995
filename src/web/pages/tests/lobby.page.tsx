import { windowEnd } from '../../../domain/assessment/sitting.ts';
import type { Lobby } from '../../../services/tests/taking.service.ts';
import { MINUTE } from '../../../shared/instant.ts';
import { ActionButton, LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { TestLink } from '../../components/test-link.tsx';
import { usePage } from '../../page-context.ts';

/** What a pupil is told before they begin a test, and the button to begin. */
export function LobbyPage({ lobby }: { lobby: Lobby }) {
  const { t, format } = usePage();
  const words = t.tests;
  const { sitting, state } = lobby;
  return (
    <Layout title={sitting.name} narrow>
      <div class="stack loose">
        <PageHead
          title={sitting.name}
          back={{ href: '/tests', text: words.back }}
          lead={words.paperLead(sitting.courseName, t.words.tests[sitting.type])}
        >
          <p class="row">
            <Tag {...(state === 'open' ? { tone: 'due' as const } : {})}>{words.states[state]}</Tag>
            <span>
              {state === 'ahead'
                ? words.opens(format.dateTime(sitting.date))
                : words.openUntil(format.dateTime(windowEnd(sitting)))}
            </span>
            {sitting.sitting > 1 && <Tag>{words.sitting(sitting.sitting)}</Tag>}
          </p>
          <TestLink link={sitting.link} />
        </PageHead>
        {state === 'missed' ? (
          <Notice tone="warn" title={words.missedTitle}>
            {words.missed}
          </Notice>
        ) : (
          <WhatHappens lobby={lobby} />
        )}
        {state === 'open' && (
          <ActionButton action={`/tests/${sitting.id}/begin`} tone="go" size="big" icon="play">
            {words.begin}
          </ActionButton>
        )}
        {state === 'ahead' && (
          <div class="row">
            <LinkButton href={`/study/new?course=${sitting.courseId}`} tone="go">
              {words.prepare}
            </LinkButton>
            <span class="quiet">{words.notYet(format.dateTime(sitting.date))}</span>
          </div>
        )}
      </div>
    </Layout>
  );
}

function WhatHappens({ lobby }: { lobby: Lobby }) {
  const { t, format } = usePage();
  const words = t.tests;
  const { sitting, endsAt, now, state } = lobby;
  const full = (sitting.durationMinutes + sitting.extraMinutes) * MINUTE;
  const cut = endsAt - Math.max(now, sitting.date) < full;
  return (
    <Sheet id="what" title={words.whatHappens}>
      <ul class="points">
        <li>
          {words.questions(lobby.questions)}. {lobby.units.length > 0 && words.about(format.list(lobby.units))}
        </li>
        <li>
          {words.duration(format.duration(full))}{' '}
          {sitting.extraMinutes > 0 && words.extra(t.words.minutes(sitting.extraMinutes))}{' '}
          {cut && state === 'open' && words.cut(format.time(endsAt))}
        </li>
        <li>
          {words.saved} {words.devices}
        </li>
        <li>{words.alone}</li>
        <li>{words.ends}</li>
      </ul>
    </Sheet>
  );
}
