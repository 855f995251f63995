import type { TeacherTool } from '../teacher-tool.ts';
import { getPrerequisiteStatus } from './get-prerequisite-status.tool.ts';
import { getQaForLearningUnit } from './get-qa-for-learning-unit.tool.ts';
import { getStudentProgress } from './get-student-progress.tool.ts';
import { getUpcomingTests } from './get-upcoming-tests.tool.ts';
import { searchQaByQuestion } from './search-qa-by-question.tool.ts';

/** All that a teacher's model may call. They only read. */
export const TEACHER_TOOLS: readonly TeacherTool[] = [
  getStudentProgress,
  getQaForLearningUnit,
  getUpcomingTests,
  searchQaByQuestion,
  getPrerequisiteStatus,
];
