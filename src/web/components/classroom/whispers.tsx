import type { WhisperView } from '../../../services/lessons/whisper.service.ts';
import { usePage } from '../../page-context.ts';
import { understoodOf } from '../../presenters/co-teaching.presenter.ts';
import { Button } from '../button.tsx';
import { Sheet } from '../surfaces.tsx';
import { Tag } from '../tag.tsx';

export interface WhispersProps {
  whispers: readonly WhisperView[];
  lessonId: number;
  /** Of pupils and groups, by session. */
  names: ReadonlyMap<number, string>;
  /** On the page of this session: where taking one back leads to. */
  sessionId?: number;
}

/** What class managers have noted for the teachers, what was understood of it, and the way to take it back. */
export function Whispers({ whispers, lessonId, names, sessionId }: WhispersProps) {
  const words = usePage().t.classroom.whispers;
  return (
    <Sheet id="whispers" title={sessionId === undefined ? words.title : words.titleOne}>
      <p class="quiet">{words.lead}</p>
      {whispers.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ul class="whispers">
          {whispers.map((one) => (
            <Whisper key={one.id} whisper={one} {...{ lessonId, names, sessionId }} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

type WhisperProps = Pick<WhispersProps, 'lessonId' | 'names'> & {
  whisper: WhisperView;
  sessionId: number | undefined;
};

function Whisper({ whisper, lessonId, names, sessionId }: WhisperProps) {
  const { t, format } = usePage();
  const words = t.classroom.whispers;
  const { id, content, by, at, withdrawnAt, inForce } = whisper;
  const to = whisper.sessionId === null ? words.toAll : words.toOne(names.get(whisper.sessionId) ?? '');
  const { inTalk, reading } = whisper;
  const isIdle = inTalk || (reading.orders.length === 0 && (whisper.isLost || !reading.isFree));
  const holds = inForce && !isIdle;
  const inWords = holds ? words.holds : isIdle ? words.nothing : words.replaced;
  return (
    <li class={inForce ? 'whisper' : 'whisper past'}>
      <div class="row">
        <q dir="auto">{content}</q>
        <Tag tone={holds ? 'good' : 'info'}>{withdrawnAt === null ? inWords : words.withdrawn}</Tag>
      </div>
      <ul class="understood">
        {understoodOf(whisper, t.classroom).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      <div class="row">
        <span class="quiet small">
          <bdi>{to}</bdi> · {words.by(by, format.time(at))}
        </span>
        {withdrawnAt === null && (
          <form method="post" action={`/classroom/lessons/${lessonId}/whispers/${id}/withdraw`} class="push">
            {sessionId !== undefined && <input type="hidden" name="back" value={sessionId} />}
            <Button size="small">
              {words.withdraw}
              <span class="visually-hidden">: {content}</span>
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}
