// A process of its own: it puts others in the place of checks.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { WebSessionRepo } from '../../src/data/accounts/web-session.repo.ts';
import { CurriculumRepo } from '../../src/data/curriculum/curriculum.repo.ts';
import { AccessRepo } from '../../src/data/people/access.repo.ts';
import { ClassRepo } from '../../src/data/people/class.repo.ts';
import { DirectoryRepo } from '../../src/data/people/directory.repo.ts';
import { SchoolClassRepo } from '../../src/data/people/school-class.repo.ts';
import { type Transfer, TransferRepo } from '../../src/data/people/transfer.repo.ts';
import { UserRepo } from '../../src/data/people/user.repo.ts';
import { PeopleUploadRepo } from '../../src/data/roster/people-upload.repo.ts';
import { HomeSessionRepo } from '../../src/data/study-session/home-session.repo.ts';
import { MessageRepo } from '../../src/data/study-session/message.repo.ts';
import { SittingRepo } from '../../src/data/tests/sitting.repo.ts';
import { AccessService } from '../../src/services/access/access.service.ts';
import { openSqlite } from '../support/databases.ts';
import { CASES } from './all-cases.ts';
import { type MatrixOptions, runMatrix } from './run-matrix.ts';
import { buildWorld, type World } from './world.ts';

type FindUpload = Parameters<PeopleUploadRepo['find']>;

interface Mutation {
  /** Where it is to be noticed. */
  routes: RegExp;
  mutate: (t: TestContext, world: World, options: MatrixOptions) => void;
}

/** What could be forgotten or broken below the routes, and what the matrix is asked to notice. */
const MUTATIONS: Record<string, Mutation> = {
  'whose pupil it is, is not asked': {
    routes: /\/children\//,
    mutate: (t) => {
      t.mock.method(AccessService.prototype, 'requirePupil', async () => {});
    },
  },
  'whose session it is, is not asked': {
    routes: /\/study-sessions\//,
    mutate: (t, _world, options) => {
      let acting: number | undefined;
      options.onActor = (userId) => {
        acting = userId;
      };
      const find = HomeSessionRepo.prototype.find;
      t.mock.method(HomeSessionRepo.prototype, 'find', async function (this: HomeSessionRepo, id: number) {
        const session = await find.call(this, id);
        return session && { ...session, studentId: acting ?? session.studentId };
      });
    },
  },
  'whose file of people it is, is not asked': {
    routes: /\/people\/import\//,
    mutate: (t, world) => {
      const find = PeopleUploadRepo.prototype.find;
      t.mock.method(PeopleUploadRepo.prototype, 'find', async function (this: PeopleUploadRepo, ...args: FindUpload) {
        const [id, asked, now] = args;
        const row = await world.app.db.run((db) =>
          db.selectFrom('people_uploads').selectAll().where('id', '=', id).executeTakeFirst(),
        );
        return find.call(this, id, row ? { userId: row.user_id, schoolId: row.school_id } : asked, now);
      });
    },
  },
  'whose course it is, is not asked': {
    routes: /\/courses\/:id/,
    mutate: (t) => {
      t.mock.method(CurriculumRepo.prototype, 'isEnrolled', async () => true);
    },
  },
  'whose subject it is, is not asked': {
    routes: /\/curriculum/,
    mutate: (t) => {
      t.mock.method(UserRepo.prototype, 'listSupervision', async () => [{ subject: 'math', region: 'north' }]);
    },
  },
  'a blocked guardian counts as verified': {
    routes: /\/children\//,
    mutate: (t) => {
      t.mock.method(AccessRepo.prototype, 'isVerifiedChild', async () => true);
    },
  },
  'parents see the children of all': {
    routes: /\/children$/,
    mutate: (t, world) => {
      const all = UserRepo.prototype.listPupilsOfSchool;
      t.mock.method(UserRepo.prototype, 'listChildren', async function (this: UserRepo) {
        const pupil = await this.findPupil(world.targets.own.pupil);
        return all.call(this, pupil?.schoolId ?? 0);
      });
    },
  },
  'a disabled account goes on': {
    routes: /\/me$/,
    mutate: (t, world) => {
      const findActor = WebSessionRepo.prototype.findActor;
      t.mock.method(
        WebSessionRepo.prototype,
        'findActor',
        async function (this: WebSessionRepo, id: string, now: number) {
          const actor = await findActor.call(this, id, now);
          const disabled = actor === undefined && (await userOf(world, id)) === world.userIds.disabled;
          return disabled ? world.app.services.accounts.findActor(world.targets.own.pupil) : actor;
        },
      );
    },
  },
  'a login never runs out': {
    routes: /\/me$/,
    mutate: (t) => {
      const findActor = WebSessionRepo.prototype.findActor;
      t.mock.method(WebSessionRepo.prototype, 'findActor', async function (this: WebSessionRepo, id: string) {
        return findActor.call(this, id, 0);
      });
    },
  },
  'whose person it is, is not asked': {
    routes: /\/school\/people/,
    mutate: (t) => {
      t.mock.method(DirectoryRepo.prototype, 'findRole', async () => 'student');
    },
  },
  'school managers find the people of all schools': {
    routes: /\/school\/people$/,
    mutate: (t, world) => {
      const list = DirectoryRepo.prototype.list;
      t.mock.method(
        DirectoryRepo.prototype,
        'list',
        async function (this: DirectoryRepo, ...[, page]: Parameters<typeof list>) {
          const pupil = await world.app.services.accounts.findActor(world.targets['other region'].pupil);
          return list.call(this, { schoolId: pupil?.schoolId ?? 0, words: [] }, page);
        },
      );
    },
  },
  'whose class it is, is not asked': {
    routes: /\/school\/classes\//,
    mutate: (t, world) => {
      const find = SchoolClassRepo.prototype.find;
      t.mock.method(
        SchoolClassRepo.prototype,
        'find',
        async function (this: SchoolClassRepo, _school: number, id: number) {
          const row = await world.app.db.run((db) =>
            db.selectFrom('classes').select('school_id').where('id', '=', id).executeTakeFirst(),
          );
          return find.call(this, row?.school_id ?? 0, id);
        },
      );
    },
  },
  'to which school a pupil is released, is not asked': {
    routes: /\/accept$/,
    mutate: (t, world, options) => {
      let acting = 0;
      options.onActor = (userId) => {
        acting = userId ?? 0;
      };
      const find = TransferRepo.prototype.find;
      t.mock.method(TransferRepo.prototype, 'find', async function (this: TransferRepo, id: number) {
        const way = await find.call(this, id);
        const actor = await world.app.services.accounts.findActor(acting);
        return way && { ...way, toSchoolId: actor?.schoolId ?? 0 };
      });
      const end = TransferRepo.prototype.end;
      t.mock.method(TransferRepo.prototype, 'end', async function (this: TransferRepo, transfer: Transfer) {
        return end.call(this, (await find.call(this, transfer.studentId)) ?? transfer);
      });
    },
  },
  'whose class a class manager looks after, is not asked': {
    routes: /\/class\/tests$/,
    mutate: (t, world) => {
      t.mock.method(ClassRepo.prototype, 'listOfManager', async () =>
        world.app.db.run((db) =>
          db.selectFrom('classes').select(['id', 'name', 'grade_level as gradeLevel', 'year']).execute(),
        ),
      );
    },
  },
  'a result is shown before it is released': {
    routes: /\/tests\/:id\/review$/,
    mutate: (t) => {
      const find = SittingRepo.prototype.find;
      t.mock.method(SittingRepo.prototype, 'find', async function (this: SittingRepo, id: number) {
        const sitting = await find.call(this, id);
        return sitting && { ...sitting, phase: sitting.phase === 'marked' ? ('released' as const) : sitting.phase };
      });
    },
  },
  'parents read what is hidden from them': {
    routes: /\/transcript$/,
    mutate: (t) => {
      const list = MessageRepo.prototype.list;
      t.mock.method(MessageRepo.prototype, 'list', async function (this: MessageRepo, id: number) {
        return (await list.call(this, id)).map((message) => ({ ...message, hiddenFromParents: false }));
      });
    },
  },
};

for (const [title, { routes, mutate }] of Object.entries(MUTATIONS)) {
  test(`the matrix fails when ${title}`, async (t) => {
    const world = await buildWorld(t, await openSqlite(t));
    const options: MatrixOptions = { first: true, routes: (key) => routes.test(key) };
    mutate(t, world, options);
    const { failures } = await runMatrix(world, CASES, options);
    assert.notDeepEqual(failures, []);
    t.diagnostic(failures[0] ?? '');
  });
}

/** Whose session this is, by its hashed id. */
async function userOf({ app }: World, id: string): Promise<number | null | undefined> {
  const row = await app.db.run((db) =>
    db.selectFrom('web_sessions').select('user_id').where('id', '=', id).executeTakeFirst(),
  );
  return row?.user_id;
}
