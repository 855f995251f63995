import { backup } from './backup.command.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.command.ts';
import { evaluate } from './evaluate.command.ts';
import { exportCurriculum } from './export-curriculum.command.ts';
import { exportPeople } from './export-people.command.ts';
import { figures } from './figures.command.ts';
import { importCurriculum } from './import-curriculum.command.ts';
import { importPeople } from './import-people.command.ts';
import { migrate } from './migrate.command.ts';
import { quarterClose } from './quarter-close.command.ts';
import { restore } from './restore.command.ts';
import { sampleData } from './sample-data.command.ts';
import { setup } from './setup.command.ts';
import { start } from './start.command.ts';
import { teacherLab } from './teacher-lab.command.ts';
import { createUser, resetPassword } from './user.command.ts';

/** Every command, in the order in which the overview lists them. */
export const COMMANDS: readonly Command[] = [
  start,
  migrate,
  sampleData,
  setup,
  importCurriculum,
  importPeople,
  exportCurriculum,
  exportPeople,
  backup,
  restore,
  evaluate,
  quarterClose,
  teacherLab,
  createUser,
  resetPassword,
  doctor,
  figures,
];
