import type { SessionKind } from '../../../domain/study-session/study-session.ts';
import type { EmotionalState, TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import type { StepContext, StepResult } from '../../../domain/tutoring/step-context.ts';
import { withheldBy } from '../../../domain/tutoring/withheld.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Standing } from './mastery-ledger.ts';
import type { Line } from './transcript.ts';
import type { Pupil, SampleCourse } from './world.ts';

export interface UnitBefore {
  unitName: string;
  masteryBefore: number;
}

export interface LessonFacts {
  kind: SessionKind;
  sessionId: number;
  /** One; several where a group studies together at school. */
  pupils: readonly [Pupil, ...Pupil[]];
  course: SampleCourse;
  type: TeachingBrief['sessionType'];
  unitNames: readonly string[];
  /** How each of the pupils stood in them at first, by their id. */
  before: ReadonlyMap<number, readonly UnitBefore[]>;
  plannedMinutes: number;
  feeling: EmotionalState;
  start: Instant;
}

/** How many of the last messages the wording looks back on. */
const HISTORY = 24;

/** What the wording of a turn may draw on; `text` is the message of this turn, null for the welcome. */
export function briefOf(
  facts: LessonFacts,
  /** Who is answered; null where all of them are greeted. */
  speaker: Pupil | null,
  result: StepResult,
  {
    open,
    lines,
    standings,
    text,
  }: { open: StepContext['open']; lines: readonly Line[]; standings: Standing[]; text: string | null },
): TeachingBrief {
  const { course } = facts;
  const history = lines.slice(-HISTORY);
  const words = history.filter(({ from }) => from === 'student').map(({ content }) => content);
  if (text !== null) words.push(text);
  return {
    teacherName: course.teacher.name,
    subject: course.subject,
    courseName: course.name,
    sessionType: facts.type,
    pupil: profileOf(facts, speaker),
    language: 'en',
    units: facts.unitNames.map((unitName) => {
      const standing = standings.find(({ name }) => name === unitName);
      const description = course.units.find(({ name }) => name === unitName)?.description ?? '';
      return { name: unitName, description, mastery: standing?.mastery ?? 0.5, answers: standing?.answers ?? 0 };
    }),
    move: result.move,
    withheld: withheldBy(result.state, open, posedBy(result.move), words.slice(-8)),
    lastReplies: history
      .filter(({ from }) => from === 'teacher')
      .slice(-3)
      .map(({ content }) => content),
    turn: result.state.turn,
  };
}

function profileOf({ pupils, course, feeling }: LessonFacts, speaker: Pupil | null): TeachingBrief['pupil'] {
  const { pseudonym, learningStyle, routineStyle, collaborationStyle, person } = (speaker ?? pupils[0]).plan;
  const styles = { learningStyle, routineStyle, collaborationStyle };
  const firstName = speaker ? person.firstName : namesOf(pupils);
  return { firstName, pseudonym, gradeLevel: course.gradeLevel, locale: 'en', ...styles, feeling };
}

/** As a group is greeted: "Noa, Omer and Lia". */
function namesOf(pupils: readonly Pupil[]): string {
  const names = pupils.map(({ plan }) => plan.person.firstName);
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The item that opens with a move. */
export function posedBy(move: Move) {
  return 'pose' in move ? move.pose : null;
}
