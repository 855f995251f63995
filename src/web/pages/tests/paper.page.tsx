import type { AnswerProblem } from '../../../domain/assessment/answer-problem.ts';
import type { Paper } from '../../../services/tests/taking.service.ts';
import { Button } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/surfaces.tsx';
import { TestLink } from '../../components/test-link.tsx';
import { usePage } from '../../page-context.ts';
import { PaperQuestionSheet } from './paper-question.tsx';

/** What came of a save by the form. */
export interface PaperNotes {
  /** Everything that was sent is saved. */
  saved?: boolean;
  /** Position → what this page wrote where another device had written meanwhile. */
  refused?: ReadonlyMap<number, string>;
  /** Position → what this page wrote where nothing of it was saved, and why one could not be taken. */
  unsaved?: ReadonlyMap<number, { written: string; problem: AnswerProblem | undefined }>;
  /** What to read after words that the crisis screen caught. */
  care?: string | null;
}

interface PaperProps {
  paper: Paper;
  /** The one question that is shown; null: all of them. */
  only: number | null;
  /** Made for this page, so that its saves are known from another's. */
  device: string;
  notes?: PaperNotes;
}

const ISLAND = 'src/web/islands/test-paper.entry.ts';

/** A test under way: its questions with what is saved, as a form that works by itself; the island saves as one writes. */
export function PaperPage({ paper, only, device, notes = {} }: PaperProps) {
  const { sitting, questions, endsAt, now } = paper;
  const shown = only === null ? questions : questions.filter(({ position }) => position === only);
  return (
    <Layout title={sitting.name} narrow islands={[ISLAND]}>
      <form
        class="paper stack loose"
        method="post"
        action={`/tests/${sitting.id}/answers`}
        id="paper"
        data-sitting={sitting.id}
        data-device={device}
        data-left={endsAt - now}
      >
        <input type="hidden" name="device" value={device} />
        {only !== null && <input type="hidden" name="question" value={only} />}
        <PaperHead paper={paper} />
        <TestLink link={paper.sitting.link} />
        <Notes notes={notes} />
        <Jump paper={paper} only={only} />
        {shown.map((one) => (
          <PaperQuestionSheet
            key={one.position}
            question={one}
            of={questions.length}
            refused={notes.refused?.get(one.position)}
            unsaved={notes.unsaved?.get(one.position)}
          />
        ))}
        <PaperFoot questions={questions.length} only={only} />
      </form>
    </Layout>
  );
}

function PaperHead({ paper: { sitting, endsAt, now } }: { paper: Paper }) {
  const { t, format } = usePage();
  const words = t.tests;
  return (
    <header class="paper-head">
      <div class="stack tight">
        <p class="quiet">{words.paperLead(sitting.courseName, t.words.tests[sitting.type])}</p>
        <h1 class="h2" dir="auto">
          {sitting.name}
        </h1>
      </div>
      <p class="time-left">
        <span id="time-left" role="timer">
          {words.left(format.duration(endsAt - now))}
        </span>
        <span class="quiet">{words.timeUntil(format.time(endsAt))}</span>
      </p>
      <p class="visually-hidden" id="time-said" aria-live="polite" />
    </header>
  );
}

function Notes({ notes }: { notes: PaperNotes }) {
  const words = usePage().t.tests;
  const refused = (notes.refused?.size ?? 0) > 0;
  return (
    <>
      <div class="notice warn" id="connection" role="status" hidden>
        <span />
        <p>{words.lost}</p>
      </div>
      {notes.care && (
        <Notice tone="warn" announce>
          <p class="care">{notes.care}</p>
        </Notice>
      )}
      <div class="notice warn" id="care" role="alert" hidden>
        <span />
        <p class="care" />
      </div>
      {notes.saved && !refused && (
        <Notice tone="good" announce>
          <p>{words.savedAll}</p>
        </Notice>
      )}
      {notes.unsaved && (
        <Notice tone="warn" announce>
          <p>{words.savedNone}</p>
        </Notice>
      )}
      {refused && (
        <Notice tone="warn" announce>
          <p>{words.savedNotAll}</p>
        </Notice>
      )}
    </>
  );
}

/** Where one is, and whether each question has an answer. */
function Jump({ paper, only }: { paper: Paper; only: number | null }) {
  const { t } = usePage();
  const words = t.tests;
  const base = `/tests/${paper.sitting.id}`;
  return (
    <nav class="jump" aria-label={words.jump}>
      <ol>
        {paper.questions.map(({ position, answer }) => (
          <li key={position}>
            <a
              href={only === null ? `#q${position}` : `${base}?question=${position}`}
              class={answer === '' ? undefined : 'answered'}
              data-jump={position}
              aria-current={only === position ? 'step' : undefined}
            >
              {position}
              <span class="visually-hidden" data-state>
                {' '}
                {answer === '' ? words.jumpOpen : words.jumpAnswered}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <a href={only === null ? `${base}?question=1` : base}>{only === null ? words.oneByOne : words.allAtOnce}</a>
    </nav>
  );
}

function PaperFoot({ questions, only }: { questions: number; only: number | null }) {
  const words = usePage().t.tests;
  return (
    <footer class="row paper-foot">
      {only !== null && only > 1 && (
        <Button name="go" value={String(only - 1)}>
          {words.previous}
        </Button>
      )}
      {only !== null && only < questions && (
        <Button name="go" value={String(only + 1)} tone="go">
          {words.next}
        </Button>
      )}
      <Button name="go" value="stay" tone="soft">
        {words.save}
      </Button>
      <span class="push">
        <Button name="go" value="hand-in" {...(only === null || only === questions ? { tone: 'go' as const } : {})}>
          {words.handIn}
        </Button>
      </span>
    </footer>
  );
}
