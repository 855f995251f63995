import type { ContentKind } from '../../../shared/curriculum-content.ts';
import { RichLine } from '../rich-text.tsx';

/** What a thing of a course is called. A question goes by its own first words, and those may hold formulas. */
export function ThingName({ kind, name }: { kind: ContentKind; name: string }) {
  return kind === 'problem' ? <RichLine text={name} /> : <bdi>{name}</bdi>;
}
