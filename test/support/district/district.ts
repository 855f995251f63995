/** A district of schools, whatever form it is written in afterwards. */
export interface District {
  name: string;
  schools: { id: string; name: string }[];
  pupils: DistrictPerson[];
  parents: DistrictPerson[];
  staff: (DistrictPerson & { school: string })[];
  links: { parent: string; pupil: string }[];
  classes: { id: string; name: string; school: string; grade: string; teachers: string[] }[];
  /** Who is in which class. */
  members: { class: string; pupil: string }[];
}

export interface DistrictPerson {
  id: string;
  firstName: string;
  lastName: string;
  birthDate?: string;
  email?: string;
  phone?: string;
  username?: string;
  school?: string;
}

/** A small district of our own making: two schools, and families with one to three children. */
export function smallDistrict({ pupils: count = 30 } = {}): District {
  const schools = [
    { id: 'S1', name: 'Hillside School' },
    { id: 'S2', name: 'Harbour School' },
  ];
  const first = ['Noa', 'Omer', 'Lina', 'Yael', 'Adam', 'Maya', 'Itai', 'Tamar', 'Sami', 'Dana'];
  const last = ['Levi', 'Cohen', 'Haddad', 'Mizrahi', 'Peretz', 'Katz', 'Nasser'];
  const pick = (list: string[], index: number) => list[index % list.length] ?? '';
  const classes = schools.flatMap(({ id }, index) =>
    ['a', 'b'].map((letter) => ({
      id: `C${id}${letter}`,
      name: `9${letter}`,
      school: id,
      grade: '09',
      teachers: [`T${index * 2 + (letter === 'a' ? 1 : 2)}`],
    })),
  );
  const pupils = Array.from({ length: count }, (_, index) => ({
    id: `P${index + 1}`,
    firstName: pick(first, index),
    lastName: pick(last, Math.floor(index / 3)),
    birthDate: `2011-0${1 + (index % 9)}-${10 + (index % 18)}`,
    school: pick(['S1', 'S2'], Math.floor(index / 3)),
  }));
  // Three children in a row are brothers and sisters, and each family has two parents.
  const families = Array.from({ length: Math.ceil(count / 3) }, (_, index) => index);
  const parents = families.flatMap((family) =>
    [1, 2].map((which) => ({
      id: `G${family * 2 + which}`,
      firstName: pick(first, family + which * 4),
      lastName: pick(last, family),
      phone: `050-00${1000 + family * 2 + which}`,
    })),
  );
  return {
    name: 'Coast',
    schools,
    pupils,
    parents,
    staff: [1, 2, 3, 4].map((number) => ({
      id: `T${number}`,
      firstName: pick(first, number + 5),
      lastName: 'Barak',
      email: `teacher${number}@school.example.org`,
      school: number <= 2 ? 'S1' : 'S2',
    })),
    links: pupils.flatMap(({ id }, index) =>
      [1, 2].map((which) => ({ parent: `G${Math.floor(index / 3) * 2 + which}`, pupil: id })),
    ),
    classes,
    members: pupils.map(({ id, school }, index) => ({ pupil: id, class: `C${school}${pick(['a', 'b'], index)}` })),
  };
}
