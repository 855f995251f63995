import type { AnyContent, ContentKind } from '../../../shared/curriculum-content.ts';
import type { StructureProblem } from './check-structure.ts';
import type { Structure } from './structure.ts';

type Draft = AnyContent & { key: string };

/** What was never published comes out together with what it stands in and builds on. */
export function checkFirstTime(live: Structure, planned: Structure, drafts: readonly Draft[]): StructureProblem[] {
  const found: StructureProblem[] = [];
  const comes = (kind: ContentKind, key: string) => drafts.some((draft) => draft.kind === kind && draft.key === key);
  if (!live.courseIsLive && !comes('course', 'course')) {
    found.push({ kind: 'course', key: 'course', field: 'name', problem: 'The course is new: publish it as well.' });
  }
  const isMissing = (name: string) =>
    live.units.some(({ key, live: is }) => key === name && !is) && !comes('unit', name);
  const named = (name: string) => planned.units.find(({ key }) => key === name)?.content.name ?? name;
  for (const draft of drafts) {
    for (const name of unitsOf(draft)) {
      if (!isMissing(name)) continue;
      const problem = `The unit “${named(name)}” is new: publish it as well.`;
      found.push({ kind: draft.kind, key: draft.key, field: 'units', problem });
    }
  }
  return found;
}

function unitsOf(draft: Draft): string[] {
  if (draft.kind === 'unit') return draft.content.prerequisites;
  if (draft.kind === 'problem') return [draft.content.unit];
  if (draft.kind === 'test') return draft.content.units.map(({ unit }) => unit);
  return [];
}
