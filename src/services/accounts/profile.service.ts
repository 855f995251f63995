import type { WebSessionRepo } from '../../data/accounts/web-session.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { GuardianRepo, Guardianship } from '../../data/people/guardian.repo.ts';
import type { PersonRecord, PersonRepo } from '../../data/people/person.repo.ts';
import type { ClassOfPerson, SchoolClassRepo } from '../../data/people/school-class.repo.ts';
import type { SchoolPolicyRepo } from '../../data/people/school-policy.repo.ts';
import type { StoredAboutRepo, StoredCounts } from '../../data/people/stored-about.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import { leastLength, type PasswordProblem, passwordProblem } from '../../domain/access/password-policy.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { LANGUAGES, type PersonProblems, stylesIn } from '../../domain/people/person-fields.ts';
import type { Clock } from '../../shared/instant.ts';
import { accountThrottle, type LoginGuard } from './login-guard.ts';
import type { PasswordHasher } from './passwords.ts';

export interface ProfileDeps {
  db: DatabaseManager;
  people: PersonRepo;
  users: UserRepo;
  guardians: GuardianRepo;
  schoolClasses: SchoolClassRepo;
  policies: SchoolPolicyRepo;
  storedAbout: StoredAboutRepo;
  webSessions: WebSessionRepo;
  audit: AuditRepo;
  passwords: PasswordHasher;
  guard: LoginGuard;
  clock: Clock;
}

export interface ProfilePage {
  person: PersonRecord;
  school: string | null;
  classes: ClassOfPerson[];
  /** Of a pupil: the parents who may see them. */
  guardians: Guardianship[];
  /** Of a pupil; null for everybody else. */
  stored: StoredCounts | null;
  /** The fewest characters of a new password. */
  least: number;
}

/** What was written to change a password. `again` is the new one once more, where a form asks for it. */
export interface PasswordChange {
  before: string;
  after: string;
  again?: string | undefined;
}

export interface PasswordChangeProblems {
  before?: 'wrong';
  after?: PasswordProblem;
  again?: 'not the same';
}

export type ChangedPassword = { ok: true } | { ok: false; problems: PasswordChangeProblems };

/** Everybody's own account: what they prefer, their password, and what is stored about them. */
export class ProfileService {
  readonly #deps: ProfileDeps;

  constructor(deps: ProfileDeps) {
    this.#deps = deps;
  }

  async page(actor: Actor): Promise<ProfilePage> {
    const { guardians, schoolClasses, policies, storedAbout } = this.#deps;
    const person = await this.#person(actor);
    const pupil = actor.role === 'student';
    const classes = await schoolClasses.ofPeople([actor.userId]);
    return {
      person,
      school: actor.schoolId === null ? null : await policies.nameOf(actor.schoolId),
      classes,
      guardians: pupil
        ? (await guardians.ofStudents([actor.userId])).filter(({ status }) => status === 'verified')
        : [],
      stored: pupil ? await storedAbout.ofPupil(actor.userId) : null,
      least: leastLength({ role: actor.role, gradeLevel: classes[0]?.gradeLevel ?? null }),
    };
  }

  /** Language, and a pupil's styles. Answers with what is wrong, by field. */
  async savePreferences(actor: Actor, sent: Record<string, string | undefined>): Promise<PersonProblems> {
    const { db, people } = this.#deps;
    const problems: PersonProblems = {};
    const locale = sent.locale ?? '';
    if (!LANGUAGES.some((one) => one === locale)) problems.locale = 'choice';
    const styles = stylesIn(
      (name) => sent[name] ?? '',
      (name, problem) => {
        if (problem !== null) problems[name] = problem;
      },
    );
    if (Object.keys(problems).length > 0) return problems;
    await db.tx(() => people.savePreferences(actor.userId, locale, actor.role === 'student' ? styles : null));
    return {};
  }

  /**
   * Changes the actor's password with the one there is now, and ends all their logins; the caller begins a new one for this browser.
   * All that is wrong is said at once; a wrong one of now is counted like a failed login. Throws `no-password` for whoever comes in by card alone: a lost card must not set one.
   */
  async changePassword(actor: Actor, { before, after, again }: PasswordChange): Promise<ChangedPassword> {
    const { db, users, webSessions, audit, passwords, guard, clock, schoolClasses } = this.#deps;
    const person = await this.#person(actor);
    if (!person.hasPassword) {
      throw new AppError(
        'conflict',
        'no-password',
        'You have no password yet. Ask your school for a one-time link; with it you choose one.',
      );
    }
    const account = accountThrottle(person.username);
    await guard.refuseBlocked([account]);
    const credentials = await users.findCredentials(person.username);
    const known = await passwords.verify(credentials?.passwordHash ?? null, before);
    if (!known) await guard.noteFailure([account]);
    const [newest] = await schoolClasses.ofPeople([actor.userId]);
    const problem = passwordProblem(after, { ...person, gradeLevel: newest?.gradeLevel ?? null });
    const problems: PasswordChangeProblems = {
      ...(known ? {} : { before: 'wrong' }),
      ...(problem ? { after: problem } : {}),
      ...(again === undefined || again === after ? {} : { again: 'not the same' }),
    };
    if (Object.keys(problems).length > 0) return { ok: false, problems };
    const hash = await passwords.hash(after);
    await db.tx(async () => {
      await users.savePasswordHash(actor.userId, hash);
      await webSessions.removeOf(actor.userId);
      const { userId: actorId, schoolId } = actor;
      await audit.add({ actorId, action: 'change password', schoolId, now: clock.now() });
    });
    await guard.forget(account);
    return { ok: true };
  }

  async #person(actor: Actor): Promise<PersonRecord> {
    const person = await this.#deps.people.find(actor.userId);
    if (!person) throw notFound('person');
    return person;
  }
}
