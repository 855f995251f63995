import type { EmotionalState, TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import type { StepContext, StepResult } from '../../../domain/tutoring/step-context.ts';
import { withheldBy } from '../../../domain/tutoring/withheld.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { Standing } from './mastery-ledger.ts';
import type { Line } from './transcript.ts';
import type { Pupil, SampleCourse } from './world.ts';

export interface LessonFacts {
  sessionId: number;
  pupil: Pupil;
  course: SampleCourse;
  type: TeachingBrief['sessionType'];
  units: readonly { unitName: string; masteryBefore: number }[];
  plannedMinutes: number;
  feeling: EmotionalState;
  start: Instant;
}

/** How many of the last messages the wording looks back on. */
const HISTORY = 24;

/** What the wording of a turn may draw on; `text` is the message of this turn, null for the welcome. */
export function briefOf(
  facts: LessonFacts,
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
    pupil: profileOf(facts),
    units: facts.units.map(({ unitName }) => {
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

function profileOf({ pupil: { plan }, course, feeling }: LessonFacts): TeachingBrief['pupil'] {
  const { pseudonym, learningStyle, routineStyle, collaborationStyle, person } = plan;
  const styles = { learningStyle, routineStyle, collaborationStyle };
  return { firstName: person.firstName, pseudonym, gradeLevel: course.gradeLevel, locale: 'en', ...styles, feeling };
}

/** The item that opens with a move. */
export function posedBy(move: Move) {
  return 'pose' in move ? move.pose : null;
}
