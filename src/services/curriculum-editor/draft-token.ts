import { createHash } from 'node:crypto';
import type { AnyContent } from '../../shared/curriculum-content.ts';

/** A short name for what was published: another one when any of it changed. */
export function fingerprint(content: AnyContent['content'] | null): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

/** What a form was made of: the version of the draft, and what was published at the time. */
export function draftToken(version: number, live: AnyContent['content'] | null): string {
  return `${version}.${fingerprint(live)}`;
}

export function versionIn(token: string): number {
  const version = Number(token.split('.', 1)[0]);
  return Number.isSafeInteger(version) && version >= 0 ? version : 0;
}
