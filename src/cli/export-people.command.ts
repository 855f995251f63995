import { writeFile } from 'node:fs/promises';
import { withDatabase } from '../database.ts';
import { AppError } from '../domain/errors/app-error.ts';
import { createPeopleExport, createPeopleImport } from '../services/people-import/create-people-import.ts';
import { type Command, UsageError } from './command.ts';

export const exportPeople: Command = {
  name: 'export people',
  summary: 'Write the people and classes of a school into a zip of CSV files or OneRoster.',
  help: [
    'Usage: allamda export people <zip to write> --format csv|oneroster --school NAME [--json]',
    '',
    'The archive can be brought in again with import people. A file that is there already is not written over. Passwords are',
    'never in it.',
    '',
    'Example: allamda export people hillside.zip --format oneroster --school "Hillside School"',
  ].join('\n'),
  options: { format: { type: 'string' }, school: { type: 'string' }, json: { type: 'boolean' } },
  async run(values, [place, ...more], { out, err }) {
    const { format, school } = values;
    if (place === undefined || more.length > 0)
      throw new UsageError('Say where: allamda export people <zip to write> ….');
    if (format !== 'csv' && format !== 'oneroster') {
      throw new UsageError(`--format: read ${JSON.stringify(format ?? null)}; allowed is csv or oneroster.`);
    }
    if (typeof school !== 'string') throw new UsageError('Say of which school: --school NAME.');
    return withDatabase(async (db) => {
      try {
        const { id, name } = await createPeopleImport(db, Date).schoolNamed(school);
        const bytes = await createPeopleExport(db, Date).exportPeople(id, format, null);
        await writeFile(place, bytes, { flag: 'wx', mode: 0o600 });
        out(
          values.json
            ? JSON.stringify({ school: name, format, file: place, bytes: bytes.length })
            : `The people of ${name} are in ${place}.`,
        );
        return 0;
      } catch (error) {
        const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        if (!(error instanceof AppError) && !taken) throw error;
        const message = taken ? `${place} is there already and is not written over.` : error.message;
        if (values.json) out(JSON.stringify({ error: { message } }));
        else err(message);
        return 1;
      }
    });
  },
};
