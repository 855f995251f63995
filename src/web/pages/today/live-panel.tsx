import type { LiveSession } from '../../../services/today/today.service.ts';
import { ActionButton, LinkButton } from '../../components/button.tsx';
import { usePage } from '../../page-context.ts';

export interface LivePanelProps {
  live: LiveSession;
  /** Null where something else comes first, which has greeted: then it does not shout. */
  greeting: string | null;
}

/** The session that has not ended comes before any new one. */
export function LivePanel({ live, greeting }: LivePanelProps) {
  const { t, format } = usePage();
  const words = t.today;
  const base = `/study/home/${live.id}`;
  const first = greeting === null ? {} : ({ tone: 'go', size: 'big', icon: 'play' } as const);
  return (
    <section class={greeting === null ? 'sheet stack' : 'hero'}>
      <div class="stack tight">
        {greeting === null ? (
          <h2>{words.liveTitle}</h2>
        ) : (
          <h1>
            {greeting} {words.liveTitle}.
          </h1>
        )}
        <p class="lead">{liveSentence(live, words, format.dateTime(live.since))}</p>
      </div>
      <div class="row">
        {live.status === 'pending' ? (
          <>
            <ActionButton action={`${base}/start`} {...first}>
              {words.start}
            </ActionButton>
            <ActionButton action={`${base}/cancel`}>{words.cancel}</ActionButton>
          </>
        ) : (
          <>
            <LinkButton href={base} {...first}>
              {words.goOn}
            </LinkButton>
            <LinkButton href={`${base}/end`}>{words.endIt}</LinkButton>
          </>
        )}
      </div>
    </section>
  );
}

function liveSentence(live: LiveSession, words: ReturnType<typeof usePage>['t']['today'], since: string): string {
  if (live.status === 'pending') return words.livePending(live.course.name);
  return live.status === 'paused'
    ? words.livePaused(live.course.name, since)
    : words.liveActive(live.course.name, since);
}
