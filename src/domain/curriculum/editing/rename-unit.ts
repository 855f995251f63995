import type { AnyContent } from '../../../shared/curriculum-content.ts';
import type { DialogueState } from '../../tutoring/dialogue.ts';

/** New names of units by their old ones. */
export type UnitNames = ReadonlyMap<string, string>;

/** A draft that names units, after some of them got another name. What a draft itself calls a unit stays as it was written; for its key see `renamedKey`. */
export function renameUnits(draft: AnyContent, names: UnitNames): AnyContent {
  const now = (name: string) => names.get(name) ?? name;
  switch (draft.kind) {
    case 'order':
      return { ...draft, content: { units: draft.content.units.map(now) } };
    case 'unit':
      return { ...draft, content: { ...draft.content, prerequisites: draft.content.prerequisites.map(now) } };
    case 'problem':
      return { ...draft, content: { ...draft.content, unit: now(draft.content.unit) } };
    case 'test':
      return {
        ...draft,
        content: {
          ...draft.content,
          units: draft.content.units.map(({ unit, weight }) => ({ unit: now(unit), weight })),
        },
      };
    default:
      return draft;
  }
}

/** Under what name a draft that stays is found, after units got other names: the order of questions goes with its unit. */
export function renamedKey(draft: AnyContent & { key: string }, names: UnitNames): string {
  return draft.kind === 'sequence' ? (names.get(draft.key) ?? draft.key) : draft.key;
}

/** A dialogue that is under way, after units got another name: what is open and what was done stays in its unit. */
export function renameUnitsInDialogue(state: DialogueState, names: UnitNames): DialogueState {
  const now = <Item extends { unitName: string }>(item: Item): Item => ({
    ...item,
    unitName: names.get(item.unitName) ?? item.unitName,
  });
  return { ...state, open: state.open && now(state.open), done: state.done.map(now) };
}
