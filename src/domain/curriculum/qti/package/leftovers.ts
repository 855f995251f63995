import type { Manifest, Resource } from './manifest.ts';

/** Kinds of things that a cartridge may hold beside questions, by what their type says. The first that fits names it. */
const KINDS: readonly [RegExp, string, string][] = [
  [/imsdt_|discussiontopic/i, 'discussion', 'discussions'],
  [/imswl_/i, 'web link', 'web links'],
  [/imsbasiclti/i, 'outside tool', 'outside tools'],
  [/assignment/i, 'assignment', 'assignments'],
];

/** Says by kind and count what of a cartridge is no question and therefore not taken. */
export function leftovers(manifest: Manifest, taken: ReadonlySet<string>): { id: string; reason: string }[] {
  const counts = new Map<string, { one: string; many: string; count: number }>();
  for (const resource of manifest.resources) {
    if (resource.files.some((file) => taken.has(file)) || isQti(resource) || resource.files.length === 0) continue;
    const [one, many] = kindOf(resource);
    const entry = counts.get(one) ?? { one, many, count: 0 };
    entry.count += 1;
    counts.set(one, entry);
  }
  return [...counts.values()].map(({ one, many, count }) => ({
    id: `${count} ${count === 1 ? one : many}`,
    reason: 'only questions are taken from a package',
  }));
}

export const isQti = ({ type }: Pick<Resource, 'type'>): boolean => /^ims(?:qti|_qti)/i.test(type);

function kindOf({ type, files }: Resource): [string, string] {
  const found = KINDS.find(([pattern]) => pattern.test(type));
  if (found) return [found[1], found[2]];
  if (files.some((file) => /(?:^|\/)course_settings\/|assessment_meta\.xml$/.test(file)))
    return ['file of settings', 'files of settings'];
  return files.some((file) => /\.html?$/i.test(file)) ? ['page', 'pages'] : ['file', 'files'];
}
