import type { OneRosterReading } from './one-roster-reading.ts';
import { wordOf } from './one-roster-reading.ts';

const ORG_TYPES = ['department', 'school', 'district', 'local', 'state', 'national'] as const;

/** Schools, each with the names of what stands above it, the nearest first: one of them may be our region. */
export function readOrgs(reading: OneRosterReading): void {
  const entries = reading.entries('orgs', ['name', 'type'], ['identifier', 'parentSourcedId']);
  const orgs = new Map(
    entries.map(({ id, active, line }) => {
      const type = line.read('type', wordOf(ORG_TYPES), `allowed is ${ORG_TYPES.join(', ')}.`);
      const name = line.need('name', 'allowed is the name of the organisation.');
      return [id, { id, active, line, type, name, parent: line.text('parentSourcedId') }];
    }),
  );
  for (const { id, active, line, type, name, parent } of orgs.values()) {
    if (type !== 'school' || name === undefined) continue;
    const regions: string[] = [];
    const seen = new Set<string>();
    for (let above = parent; above !== undefined && !seen.has(above); above = orgs.get(above)?.parent) {
      seen.add(above);
      const title = orgs.get(above)?.name;
      if (title !== undefined) regions.push(title);
    }
    reading.roster.schools.push({ id, place: line.place, name, regions, active });
  }
}
