import type { LessonTranscript } from '../../../services/lessons/lesson-transcript.service.ts';
import type { WhisperView } from '../../../services/lessons/whisper.service.ts';
import { ActionButton, Button, LinkButton } from '../../components/button.tsx';
import { Whispers } from '../../components/classroom/whispers.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Conversation } from '../../components/report/transcript.tsx';
import { Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

export interface LessonTalkPageProps {
  talk: LessonTranscript;
  /** To this teacher, and to all of the lesson. */
  whispers: readonly WhisperView[];
}

interface Parts extends LessonTalkPageProps {
  /** Of the page. */
  address: string;
  wall: string;
}

/** What is said in one session of a lesson, read while it is said, and all that steers it. What stands in `data-grows` is renewed by itself. */
export function LessonTalkPage({ talk, whispers }: LessonTalkPageProps) {
  const words = usePage().t.classroom;
  const wall = `/classroom/lessons/${talk.lesson.id}`;
  const address = `${wall}/sessions/${talk.sessionId}`;
  const parts = { talk, whispers, address, wall };
  const isLive = talk.status === 'pending' || talk.status === 'active' || talk.status === 'paused';
  return (
    <Layout
      title={words.sessionTitle(talk.title)}
      islands={isLive ? ['src/web/islands/lesson-talk.entry.ts'] : []}
      wide
    >
      <div class="stack loose" id="lesson-talk" data-session={talk.sessionId}>
        <PageHead
          title={words.sessionTitle(talk.title)}
          back={{ href: wall, text: words.toWall }}
          lead={words.sessionLead}
          tags={
            <span id="talk-status" data-grows>
              <Tag tone="info">{words.status[talk.status]}</Tag>
            </span>
          }
          actions={<LinkButton href={`${address}#end`}>{words.reload}</LinkButton>}
        />
        <div class="session">
          <div class="stack">
            <section class="sheet" aria-labelledby="talk">
              <h2 id="talk" class="visually-hidden">
                {words.talk}
              </h2>
              <div id="talk-said" data-grows role="log" aria-labelledby="talk">
                <Conversation messages={talk.messages} pupil={talk.title} />
              </div>
              <span id="end" />
            </section>
            {isLive && <Write {...parts} />}
          </div>
          <aside class="stack">
            {isLive && (
              <>
                <div id="talk-hands" data-grows>
                  <Hands {...parts} />
                </div>
                <div id="talk-held" data-grows>
                  <TakeOver {...parts} />
                </div>
                <Whisper {...parts} />
              </>
            )}
            <div id="talk-whispers" data-grows>
              <Whispers
                whispers={whispers}
                lessonId={talk.lesson.id}
                sessionId={talk.sessionId}
                names={new Map([[talk.sessionId, talk.title]])}
              />
            </div>
            <div id="talk-pupils" data-grows>
              <Pupils {...parts} />
            </div>
          </aside>
        </div>
      </div>
    </Layout>
  );
}

/** The class manager's own words, as themselves. */
function Write({ talk, address }: Parts) {
  const words = usePage().t.classroom.takeOver;
  return (
    <form method="post" action={`${address}/messages`} class="sheet stack">
      <TextArea
        name="words"
        label={words.write(talk.title)}
        hint={talk.takenOver === null ? words.beside : undefined}
        rows={2}
        maxLength={1000}
      />
      <div class="row">
        <Button tone="go" icon="send">
          {words.send}
        </Button>
      </div>
    </form>
  );
}

function Hands({ talk, address }: Parts) {
  const words = usePage().t.classroom.hand;
  const up = talk.pupils.filter(({ handUp }) => handUp);
  if (up.length === 0) return null;
  return (
    <Notice tone="warn">
      {up.map(({ id, name }) => (
        <form key={id} method="post" action={`${address}/hand`} class="stack tight">
          <strong dir="auto">{words.up(name)}</strong>
          <input type="hidden" name="studentId" value={id} />
          <input
            class="input"
            name="words"
            maxLength={1000}
            dir="auto"
            aria-label={words.words}
            placeholder={words.words}
          />
          <div class="row">
            <Button size="small" tone="go" icon="check">
              {words.answer}
            </Button>
          </div>
        </form>
      ))}
    </Notice>
  );
}

function TakeOver({ talk, address }: Parts) {
  const words = usePage().t.classroom.takeOver;
  const { takenOver } = talk;
  if (talk.status === 'pending') return null;
  return (
    <Sheet id="take-over" title={words.title}>
      <p>{takenOver === null ? words.lead : (takenOver.there ? words.now : words.gone)(takenOver.name)}</p>
      {takenOver === null ? (
        <ActionButton action={`${address}/take-over`} tone="soft" icon="person">
          {words.start}
        </ActionButton>
      ) : (
        <ActionButton action={`${address}/hand-back`} tone="go" icon="play">
          {words.handBack}
        </ActionButton>
      )}
    </Sheet>
  );
}

function Whisper({ address }: Parts) {
  const { reach, whispers: words } = usePage().t.classroom;
  return (
    <form method="post" action={`${address}/whispers`} class="sheet stack">
      <TextField name="note" label={words.field} hint={reach.hint} maxLength={500} />
      <div class="row">
        <Button tone="soft" icon="hint">
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

/** Who is in it, and what can be done about this session alone. */
function Pupils({ talk, wall }: Parts) {
  const words = usePage().t.classroom;
  const state = talk.status === 'active' ? 'pause' : talk.status === 'paused' ? 'resume' : null;
  const here = (
    <>
      <input type="hidden" name="sessionId" value={talk.sessionId} />
      <input type="hidden" name="back" value="session" />
    </>
  );
  return (
    <Sheet id="of-this" title={words.ofThis}>
      <ul class="lines">
        {talk.pupils.map(({ id, name }) => (
          <li key={id}>
            <a href={`/class/students/${id}`} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
      {state !== null && (
        <div class="row">
          <form method="post" action={`${wall}/${state}`}>
            {here}
            <Button size="small" icon={state === 'pause' ? 'pause' : 'play'}>
              {words[state]}
            </Button>
          </form>
          <form method="post" action={`${wall}/stop`}>
            {here}
            <Button size="small" tone="alarm">
              {words.stopOne}
            </Button>
          </form>
        </div>
      )}
    </Sheet>
  );
}
