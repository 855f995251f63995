export interface SchoolFacts {
  name: string;
  established: string;
  street: string;
  city: string;
  phone: string;
  email: string;
  region: string;
  transcriptPolicy: 'summary' | 'full';
}

export const REGIONS = ['north', 'haifa', 'center', 'tel aviv', 'jerusalem', 'south'] as const;

/** Two schools in two regions; they differ in what parents may read. */
export const SCHOOLS: readonly SchoolFacts[] = [
  {
    name: 'Carmel View School',
    established: '1974-09-01',
    street: 'Moriah Blvd 88',
    city: 'Haifa',
    phone: '04-0000100',
    email: 'office@carmel-view.example.org',
    region: 'haifa',
    transcriptPolicy: 'summary',
  },
  {
    name: 'Desert Gate School',
    established: '1991-09-01',
    street: 'HaShalom St 15',
    city: 'Beersheba',
    phone: '08-0000200',
    email: 'office@desert-gate.example.org',
    region: 'south',
    transcriptPolicy: 'full',
  },
];
