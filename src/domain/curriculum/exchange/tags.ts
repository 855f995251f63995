import { QA_KINDS, type QaKind, type QaUse } from '../curriculum.ts';
import type { CompleteQa } from '../import/stored-course.ts';
import { packed, unpacked } from './own-id.ts';

/** What tags say of a question in a format that has no other place for it. */
export interface Tags {
  use: QaUse;
  /** 1 … 4; undefined where no tag says it. */
  level?: number;
  /** Other words by which the question is found. */
  aliases: string[];
  kind?: QaKind;
  unit?: string;
  tolerance?: number;
}

const LEVEL = /^level[ :]*([1-4])$/i;
const USE = /^for (test|study)$/i;
const OURS = /^(kind|answer unit|tolerance) (.+)$/i;

/** The tags of a question. `said` names what the format says without them. */
export function writeTags(qa: CompleteQa, said: readonly ('kind' | 'tolerance')[]): string[] {
  const { use, level, kind, unit, tolerance } = qa;
  return [
    `level ${level}`,
    ...(use === 'for test' ? [use] : []),
    ...(said.includes('kind') ? [] : [`kind ${kind}`]),
    ...(unit === null ? [] : [`answer unit ${packed(unit)}`]),
    ...(tolerance === null || said.includes('tolerance') ? [] : [`tolerance ${tolerance}`]),
    ...qa.aliases.filter(isTag),
  ];
}

/** Whether another wording of a question can be a tag: nothing that a tag cannot hold, and nothing that would say something else. */
export const isTag = (alias: string): boolean =>
  alias.trim() === alias && packed(alias) === alias && ![LEVEL, USE, OURS].some((own) => own.test(alias));

/** What tags say. Those that only our own files have are read where the question is `ours`; elsewhere they are words like all others. */
export function readTags(tags: readonly string[], ours: boolean): Tags {
  const read: Tags = { use: 'for study', aliases: [] };
  for (const tag of tags.map((one) => one.trim()).filter((one) => one !== '')) {
    const level = LEVEL.exec(tag)?.[1];
    const use = USE.exec(tag)?.[1];
    const [, name = '', value = ''] = (ours && OURS.exec(tag)) || [];
    if (level !== undefined) read.level ??= Number(level);
    else if (use !== undefined) read.use = use.toLowerCase() === 'test' ? 'for test' : read.use;
    else if (name === '') read.aliases.push(tag);
    else readOurs(name.toLowerCase(), unpacked(value), read);
  }
  return read;
}

function readOurs(name: string, value: string, read: Tags): void {
  const kind = QA_KINDS.find((one) => one === value);
  if (name === 'kind' && kind) read.kind = kind;
  else if (name === 'answer unit') read.unit = value;
  else if (name === 'tolerance' && Number(value) >= 0 && Number(value) < 1) read.tolerance = Number(value);
}
