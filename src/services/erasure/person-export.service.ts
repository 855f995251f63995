import { stringify } from 'csv-stringify/sync';
import { type ArchivedFile, writeArchive } from '../../data/archives/write-archive.ts';
import {
  type ExportedRow,
  type PersonRecordRepo,
  RECORD_PARTS,
  type RecordPart,
  type Words,
} from '../../data/erasure/person-record.repo.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { PersonRepo } from '../../data/people/person.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { type ExportWords, exportWords } from '../../domain/erasure/person-export-words.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { guardedCell } from '../../domain/roster/formula-guard.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';

export interface PersonExportDeps {
  access: AccessService;
  records: PersonRecordRepo;
  people: PersonRepo;
  users: UserRepo;
  audit: AuditRepo;
  clock: Clock;
}

/** Everything that is stored about a pupil, for the pupil, a parent or the school. */
export class PersonExportService {
  readonly #deps: PersonExportDeps;

  constructor(deps: PersonExportDeps) {
    this.#deps = deps;
  }

  /**
   * A zip: a page to read, and each part as JSON and CSV, in the actor's language. It is made for whoever asks and kept nowhere. Parents get
   * the words of talks as far as the school lets them read these. It is noted in the audit log. Throws `not-found` for others' pupils.
   */
  async export(actor: Actor, studentId: number): Promise<Buffer> {
    const { access, records, people, audit, clock } = this.#deps;
    await access.requirePupil(actor, 'export a person', studentId);
    const person = await people.find(studentId);
    if (!person) throw notFound('pupil');
    const words = await this.#wordsFor(actor, studentId);
    const parts: [RecordPart, ExportedRow[]][] = [];
    for (const part of RECORD_PARTS) parts.push([part, await records.read(studentId, part, words)]);
    const now = clock.now();
    const { userId: actorId, schoolId } = actor;
    await audit.add({ actorId, action: 'export a person', studentId, schoolId, details: { words }, now });
    const name = `${person.firstName} ${person.lastName}`;
    return writeArchive(filesOf(parts, name, new Date(now).toISOString().slice(0, 10), exportWords(actor.locale)));
  }

  async #wordsFor(actor: Actor, studentId: number): Promise<Words> {
    if (actor.role !== 'parent') return 'all';
    const { users } = this.#deps;
    const pupil = await users.findPupil(studentId);
    const school = pupil && (await users.getSchool(pupil.schoolId));
    return school?.transcriptPolicy === 'full' ? 'for parents' : 'none';
  }
}

function* filesOf(
  parts: readonly [RecordPart, ExportedRow[]][],
  name: string,
  day: string,
  words: ExportWords,
): Generator<ArchivedFile> {
  yield { name: 'README.txt', bytes: Buffer.from(`${words.title(name)}\n${words.made(day)}\n\n${words.readme}\n`) };
  yield { name: 'index.html', bytes: Buffer.from(pageOf(parts, name, day, words)) };
  for (const [part, rows] of parts) {
    yield { name: `json/${part}.json`, bytes: Buffer.from(JSON.stringify(rows, null, 1)) };
    const cells = rows.map((row) => Object.values(row).map((value) => guardedCell(String(value ?? ''))));
    const table = [Object.keys(rows[0] ?? {}), ...cells];
    yield { name: `csv/${part}.csv`, bytes: Buffer.from(stringify(table, { bom: true, record_delimiter: 'windows' })) };
  }
}

function pageOf(
  parts: readonly [RecordPart, ExportedRow[]][],
  name: string,
  day: string,
  { direction, title, made, readme, nothing, parts: titles }: ExportWords,
): string {
  const sections = parts.map(([part, rows]) => {
    const head = Object.keys(rows[0] ?? {}).map((one) => `<th>${escaped(one.replaceAll('_', ' '))}</th>`);
    const body = rows.map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td dir="auto">${escaped(String(value ?? ''))}</td>`)
          .join('')}</tr>`,
    );
    const table = rows.length === 0 ? `<p>${nothing}</p>` : `<table><tr>${head.join('')}</tr>${body.join('')}</table>`;
    return `<h2>${titles[part] ?? part}</h2>${table}`;
  });
  const style =
    'body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .6rem;text-align:start;white-space:pre-wrap;vertical-align:top}';
  return `<!doctype html><html dir="${direction}"><meta charset="utf-8"><title>${escaped(title(name))}</title><style>${style}</style>
<h1>${escaped(title(name))}</h1><p>${made(day)}</p><p>${readme}</p>${sections.join('\n')}</html>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
