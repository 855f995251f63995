import type { AiTable, AiUse, SchoolAi } from '../../services/analytics/school-ai.service.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';

type Row = AiUse & { name: string };

/** What a row of a table is called. */
export function aiRowName(
  { classNames }: SchoolAi,
  table: AiTable,
  name: string,
  { schoolAi: words }: Pick<Messages, 'schoolAi'>,
  format: Format,
): string {
  if (table === 'day') return format.calendarDay(name);
  if (table === 'purpose') return words.purposes[name] ?? name;
  return table === 'class' ? (classNames.get(name) ?? words.noClass) : name;
}

/** A table of the page as a file. */
export function aiColumns(view: SchoolAi, table: AiTable, t: Messages, format: Format): CsvColumn<Row>[] {
  const words = t.schoolAi;
  return [
    {
      title: words.headings[table],
      cell: ({ name }) => (table === 'day' ? name : aiRowName(view, table, name, t, format)),
    },
    { title: words.calls, cell: ({ calls }) => calls },
    { title: words.tokens, cell: ({ tokens }) => tokens },
    {
      title: words.dollars,
      cell: ({ calls, callsWithoutCost, costMicros }) => (calls === callsWithoutCost ? null : costMicros / 1e6),
    },
    { title: words.withoutPrice, cell: ({ callsWithoutCost }) => callsWithoutCost },
  ];
}
