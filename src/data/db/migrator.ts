import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { up as foundation } from '../migrations/0001-foundation.ts';
import { up as restOfTheDomain } from '../migrations/0002-rest-of-the-domain.ts';
import { up as draftsAndPublications } from '../migrations/0003-drafts-and-publications.ts';
import { up as questionReports } from '../migrations/0004-question-reports.ts';
import { up as curriculumUploads } from '../migrations/0005-curriculum-uploads.ts';
import { up as people } from '../migrations/0007-people.ts';
import { up as peopleImport } from '../migrations/0008-people-import.ts';
import { up as tests } from '../migrations/0009-tests.ts';
import { up as countingQuestions } from '../migrations/0013-counting-questions.ts';
import { up as orderOfQuestions } from '../migrations/0014-order-of-questions.ts';
import { up as figuresOfRevisions } from '../migrations/0015-figures-of-revisions.ts';
import { up as countedAgain } from '../migrations/0016-counted-again.ts';
import { up as memoryOfUnits } from '../migrations/0020-memory-of-units.ts';
import { up as importsUnderWay } from '../migrations/0021-imports-under-way.ts';
import { up as answersOfPupils } from '../migrations/0022-answers-of-pupils.ts';
import { up as picturesKeptAt } from '../migrations/0023-pictures-kept-at.ts';
import { up as reviewCards } from '../migrations/0024-review-cards.ts';
import { up as schoolHoursAndGuardianRequests } from '../migrations/0025-school-hours-and-guardian-requests.ts';
import { up as scoreReviews } from '../migrations/0026-score-reviews.ts';
import { up as attendanceAtHome } from '../migrations/0027-attendance-at-home.ts';
import { up as reportsFromLessonsAndTests } from '../migrations/0028-reports-from-lessons-and-tests.ts';
import { up as scoresOfLessons } from '../migrations/0029-scores-of-lessons.ts';
import { up as talksAtSchool } from '../migrations/0030-talks-at-school.ts';
import { up as progressInOnePlace } from '../migrations/0031-progress-in-one-place.ts';
import { up as liveLessons } from '../migrations/0032-live-lessons.ts';
import { up as givenScores } from '../migrations/0033-given-scores.ts';
import { up as wordsForOne } from '../migrations/0037-words-for-one.ts';
import { up as sessionFacts } from '../migrations/0038-session-facts.ts';
import { up as testFactsAndBudgets } from '../migrations/0040-test-facts-and-budgets.ts';
import { up as guidance } from '../migrations/0041-guidance.ts';
import { up as mailAndNotifications } from '../migrations/0042-mail-and-notifications.ts';
import { up as safeguarding } from '../migrations/0043-safeguarding.ts';
import { up as quartersAndAttention } from '../migrations/0044-quarters-and-attention.ts';
import { up as oversight } from '../migrations/0045-oversight.ts';
import { up as erasureAndExports } from '../migrations/0046-erasure-and-exports.ts';
import { up as keptReports } from '../migrations/0047-kept-reports.ts';
import { up as weeklyLetters } from '../migrations/0048-weekly-letters.ts';
import { up as callsUnderWay } from '../migrations/0049-calls-under-way.ts';
import { up as printsOfOneAsker } from '../migrations/0050-prints-of-one-asker.ts';
import { up as exportsInTheBackground } from '../migrations/0051-exports-in-the-background.ts';
import { up as tokensByTheDayOfTheSchool } from '../migrations/0052-tokens-by-the-day-of-the-school.ts';
import { up as answersByUnit } from '../migrations/0053-answers-by-unit.ts';
import { up as erasedAnswers } from '../migrations/0054-erased-answers.ts';
import { up as wordsOfTests } from '../migrations/0055-words-of-tests.ts';
import { up as schoolsOfFacts } from '../migrations/0056-schools-of-facts.ts';
import type { DialectName } from './database-manager.ts';

/** One migration: the same body runs on both databases. */
export type MigrationBody = (db: Kysely<never>, dialect: DialectName) => Promise<void>;

/** In order. A migration that was released is never edited; the next one gets the next number. */
const MIGRATIONS: Record<string, MigrationBody> = {
  '0001-foundation': foundation,
  '0002-rest-of-the-domain': restOfTheDomain,
  '0003-drafts-and-publications': draftsAndPublications,
  '0004-question-reports': questionReports,
  '0005-curriculum-uploads': curriculumUploads,
  '0007-people': people,
  '0008-people-import': peopleImport,
  '0009-tests': tests,
  '0013-counting-questions': countingQuestions,
  '0014-order-of-questions': orderOfQuestions,
  '0015-figures-of-revisions': figuresOfRevisions,
  '0016-counted-again': countedAgain,
  '0020-memory-of-units': memoryOfUnits,
  '0021-imports-under-way': importsUnderWay,
  '0022-answers-of-pupils': answersOfPupils,
  '0023-pictures-kept-at': picturesKeptAt,
  '0024-review-cards': reviewCards,
  '0025-school-hours-and-guardian-requests': schoolHoursAndGuardianRequests,
  '0026-score-reviews': scoreReviews,
  '0027-attendance-at-home': attendanceAtHome,
  '0028-reports-from-lessons-and-tests': reportsFromLessonsAndTests,
  '0029-scores-of-lessons': scoresOfLessons,
  '0030-talks-at-school': talksAtSchool,
  '0031-progress-in-one-place': progressInOnePlace,
  '0032-live-lessons': liveLessons,
  '0033-given-scores': givenScores,
  '0037-words-for-one': wordsForOne,
  '0038-session-facts': sessionFacts,
  '0040-test-facts-and-budgets': testFactsAndBudgets,
  '0041-guidance': guidance,
  '0042-mail-and-notifications': mailAndNotifications,
  '0043-safeguarding': safeguarding,
  '0044-quarters-and-attention': quartersAndAttention,
  '0045-oversight': oversight,
  '0046-erasure-and-exports': erasureAndExports,
  '0047-kept-reports': keptReports,
  '0048-weekly-letters': weeklyLetters,
  '0049-calls-under-way': callsUnderWay,
  '0050-prints-of-one-asker': printsOfOneAsker,
  '0051-exports-in-the-background': exportsInTheBackground,
  '0052-tokens-by-the-day-of-the-school': tokensByTheDayOfTheSchool,
  '0053-answers-by-unit': answersByUnit,
  '0054-erased-answers': erasedAnswers,
  '0055-words-of-tests': wordsOfTests,
  '0056-schools-of-facts': schoolsOfFacts,
};

/** All of them, in order. */
export const migrationNames = (): string[] => Object.keys(MIGRATIONS);

function provider(dialect: DialectName): MigrationProvider {
  const entries = Object.entries(MIGRATIONS).map(([name, up]): [string, Migration] => [
    name,
    { up: (db: Kysely<never>) => up(db, dialect) },
  ]);
  return { getMigrations: async () => Object.fromEntries(entries) };
}

export interface MigrationStatus {
  applied: string[];
  pending: string[];
}

export function createMigrator<Tables>(db: Kysely<Tables>, dialect: DialectName): Migrator {
  return new Migrator({ db, provider: provider(dialect) });
}
