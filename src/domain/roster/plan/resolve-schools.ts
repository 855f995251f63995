import { foldName } from '../fold-word.ts';
import type { RosterProblems } from '../problem.ts';
import type { Place, Roster, RosterSchool } from '../roster.ts';
import type { NewSchool, Ref } from './plan.ts';
import type { ExternalId, KnownSchool } from './snapshot.ts';

export interface SchoolQuestion {
  roster: Roster;
  /** Every school there is. */
  all: readonly KnownSchool[];
  /** What the source calls schools that are known from before. */
  externalIds: readonly ExternalId[];
  /** The only school that is meant; null: any. */
  only: KnownSchool | null;
  /** What the file calls that school, where its name there is another. */
  org: string | null;
  /** Where new schools are; null: where the file says. */
  region: string | null;
  regions: readonly string[];
}

export interface ResolvedSchools {
  /** What the file calls a school → which it is. */
  at: ReadonlyMap<string, Ref>;
  /** What the file calls schools that are not meant. */
  foreign: ReadonlySet<string>;
  add: NewSchool[];
  /** Where whoever names no school belongs. */
  home: Ref | null;
  /** Schools that are there and reached. */
  covered: KnownSchool[];
  notes: string[];
}

/** Where a school is put of which nobody says where it is: in the sight of no supervisor. */
export const NO_REGION = 'unassigned';

/** Works out which school is which. A file for another school than the only one that is meant is a problem, by name. */
export function resolveSchools(question: SchoolQuestion, problems: RosterProblems): ResolvedSchools {
  return question.only === null
    ? resolveAny(question, problems)
    : question.roster.format === 'csv'
      ? resolveOnlyByName(question, question.only, problems)
      : resolveOnlyByOrg(question, question.only, problems);
}

/** Every line of ours that names a school. */
function namedSchools({ people, classes, schools }: Roster): { ref: string; place: Place }[] {
  const named = [...people, ...classes].flatMap(({ school, place }) =>
    school === undefined ? [] : [{ ref: school, place }],
  );
  return [...schools.map(({ id, place }) => ({ ref: id, place })), ...named];
}

function resolveOnlyByName({ roster }: SchoolQuestion, only: KnownSchool, problems: RosterProblems): ResolvedSchools {
  const at = new Map<string, Ref>();
  for (const { ref, place } of namedSchools(roster)) {
    if (foldName(ref) === foldName(only.name)) at.set(ref, only.id);
    else problems.add({ ...place, column: 'school', value: ref, allowed: `allowed is your school, ${only.name}.` });
  }
  return { at, foreign: new Set(), add: [], home: only.id, covered: [only], notes: [] };
}

function resolveOnlyByOrg(question: SchoolQuestion, only: KnownSchool, problems: RosterProblems): ResolvedSchools {
  const { roster, externalIds, org } = question;
  const known = (id: string) => externalIds.filter((one) => one.externalId === id);
  const isOwn = ({ id, name }: RosterSchool) => {
    if (org !== null) return id === org;
    const before = known(id);
    return (
      before.some(({ ourId }) => ourId === only.id) || (before.length === 0 && foldName(name) === foldName(only.name))
    );
  };
  const own = roster.schools.filter(isOwn).map(({ id }) => id);
  const [first] = roster.schools;
  if (first && own.length === 0) {
    const names = roster.schools
      .map(({ name }) => name)
      .slice(0, 5)
      .join(', ');
    const allowed = `this file is for ${names}; allowed is a file for ${only.name}. Where its name is another in the file, say which id it has there.`;
    problems.add({ ...first.place, column: 'name', value: first.name, allowed });
  }
  const said = new Map(own.map((id): [string, Ref] => [id, only.id]));
  for (const one of externalIds) if (one.ourId === only.id) said.set(one.externalId, only.id);
  const foreign = new Set(roster.schools.map(({ id }) => id).filter((id) => !said.has(id)));
  return { at: said, foreign, add: [], home: only.id, covered: [only], notes: [] };
}

function resolveAny(question: SchoolQuestion, problems: RosterProblems): ResolvedSchools {
  const { roster, all, externalIds } = question;
  const at = new Map<string, Ref>();
  const add: NewSchool[] = [];
  const notes: string[] = [];
  for (const { externalId, ourId } of externalIds) at.set(externalId, ourId);
  const byName = new Map(all.map((school): [string, Ref] => [foldName(school.name), school.id]));
  for (const school of roster.schools) {
    const found = at.get(school.id) ?? byName.get(foldName(school.name));
    if (found !== undefined) at.set(school.id, found);
    else if (!school.active)
      notes.push(`${school.name} is to be deleted in the file and is not here; nothing is done.`);
    else {
      const region = regionOf(school, question);
      if (region === NO_REGION) {
        notes.push(
          `${school.name} is in no region yet, since the file names none: no supervisor sees it. --region says where.`,
        );
      }
      add.push({ ref: school.id, name: school.name, region });
      at.set(school.id, school.id);
      byName.set(foldName(school.name), school.id);
    }
  }
  for (const { ref, place } of roster.format === 'csv' ? namedSchools(roster) : []) {
    const found = at.get(ref) ?? byName.get(foldName(ref));
    if (found !== undefined) at.set(ref, found);
    else {
      const names = all
        .map(({ name }) => name)
        .slice(0, 10)
        .join(', ');
      const allowed = `allowed is a school that is here (${names || 'there is none yet'}) or one that schools.csv lists.`;
      problems.add({ ...place, column: 'school', value: ref, allowed });
    }
  }
  const met = new Set(at.values());
  const covered = all.filter(({ id }) => met.has(id));
  const [sole = null, ...more] = met.size > 0 ? met : all.map(({ id }) => id);
  const home = more.length === 0 ? sole : null;
  return {
    at,
    foreign: new Set(),
    add,
    home,
    covered: covered.length > 0 ? covered : all.filter(({ id }) => id === home),
    notes,
  };
}

function regionOf(school: RosterSchool, { region, regions }: SchoolQuestion): string {
  if (region !== null) return region;
  const known = school.regions.find((name) => regions.some((one) => foldName(one) === foldName(name)));
  const same = regions.find((one) => known !== undefined && foldName(one) === foldName(known));
  if (same !== undefined) return same;
  const [nearest] = school.regions;
  const [sole] = regions.length === 1 ? regions : [];
  return sole ?? nearest ?? NO_REGION;
}
