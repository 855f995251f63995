import type { Role } from '../../../domain/access/permission-matrix.ts';
import { DAY, type Instant } from '../../../shared/instant.ts';
import type { Random } from '../random.ts';
import { COMMUNITIES, type Community, STREETS } from './names.ts';

/** A person of the sample region before anything is saved. */
export interface Person {
  id: number;
  username: string;
  role: Role;
  firstName: string;
  lastName: string;
  /** YYYY-MM-DD */
  birth: string;
  joined: Instant;
  phone: string;
  address: { street: string; city: string; postalCode: string };
}

export interface PersonFacts {
  role: Role;
  firstName: string;
  lastName: string;
  city: string;
  /** Years of age, at the least and at the most. */
  age: readonly [number, number];
  /** Chosen by hand for the people with a login. */
  username?: string;
  /** Shared by a family. */
  street?: string;
  birth?: string;
}

/** Makes people with ids from `firstId` on and usernames that differ. */
export class PersonMaker {
  readonly #random: Random;
  readonly #firstId: number;
  readonly #now: Instant;
  readonly #joined: Instant;
  readonly #usernames: Set<string>;
  readonly people: Person[] = [];

  constructor(random: Random, firstId: number, now: Instant, joined: Instant, taken: readonly string[]) {
    this.#random = random;
    this.#firstId = firstId;
    this.#now = now;
    this.#joined = joined;
    this.#usernames = new Set(taken);
  }

  make(facts: PersonFacts): Person {
    const { role, firstName, lastName, city } = facts;
    const count = this.people.length;
    const person: Person = {
      id: this.#firstId + count,
      username: facts.username ?? this.#username(firstName, lastName),
      role,
      firstName,
      lastName,
      birth: facts.birth ?? this.#birth(facts.age),
      joined: this.#joined,
      // 050-0000000 … 050-0009999 are given to nobody.
      phone: `050-000${String(1000 + ((count * 37) % 9000)).slice(0, 4)}`,
      address: {
        street: facts.street ?? streetOf(this.#random),
        city,
        postalCode: String(this.#random.int(3_000_000, 8_999_999)),
      },
    };
    this.people.push(person);
    return person;
  }

  #username(firstName: string, lastName: string): string {
    const plain = `${firstName} ${lastName}`.toLowerCase().replace(/[^a-z]+/g, '.');
    let username = plain;
    for (let number = 2; this.#usernames.has(username); number += 1) username = `${plain}${number}`;
    this.#usernames.add(username);
    return username;
  }

  #birth([youngest, oldest]: readonly [number, number]): string {
    const days = this.#random.between(youngest * 365.25, (oldest + 1) * 365.25);
    return new Date(this.#now - Math.round(days) * DAY).toISOString().slice(0, 10);
  }
}

export function streetOf(random: Random): string {
  return `${random.pick(STREETS)} ${random.int(1, 120)}`;
}

export function communityOf(random: Random): Community {
  return random.weighted(COMMUNITIES.map((community) => [community, community.share] as const));
}
