import type { DatabaseManager } from '../../data/db/database-manager.ts';
import {
  type GivenLine,
  type GivenScoreRepo,
  keyOf,
  type OwnPlace,
  type PlaceName,
} from '../../data/evaluations/given-score.repo.ts';
import { holdPupils } from '../../data/people/hold-pupil.ts';
import { type Action, type Actor, scopeOf } from '../../domain/access/permission-matrix.ts';
import { invalidInput, notFound } from '../../domain/errors/app-error.ts';
import {
  decideScore,
  GIVEN_KINDS,
  type GivenKind,
  type GivenScore,
  type ScoreRefusal,
  type ScoreWish,
  wordsOf,
} from '../../domain/evaluation/given-score.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { ownScore } from './own-score.ts';

export interface GivenScoresDeps {
  access: AccessService;
  givenScores: GivenScoreRepo;
  db: DatabaseManager;
  clock: Clock;
}

/** What a class manager gives one pupil. */
export interface GivenWish extends PlaceName, ScoreWish {
  kind: GivenKind;
}

export type { GivenLine };

/** How a score stands after all. */
export interface StandingScore extends PlaceName, GivenScore {
  kind: GivenKind;
}

export interface RefusedScore extends StandingScore {
  /** Null for somebody who is not there. */
  name: string | null;
  why: ScoreRefusal;
}

export interface GivenOutcome {
  saved: StandingScore[];
  refused: RefusedScore[];
}

const RIGHT: Record<GivenKind, Action> = {
  investment: 'provide investment evaluation',
  social: 'provide social evaluation',
};
const NOTHING: GivenScore = { score: null, words: '', lastChange: null };

interface Decided {
  wish: GivenWish;
  before: GivenScore;
}

/** Scores that class managers give pupils of their classes after a lesson: how much they put into it, how they got on with others. */
export class GivenScoresService {
  readonly #deps: GivenScoresDeps;

  constructor(deps: GivenScoresDeps) {
    this.#deps = deps;
  }

  /**
   * Gives or takes back many scores at once: what stood there before stays on record. Of whom it cannot be said is named with the
   * reason, and the rest is saved; to give again what stands there changes nothing. A fixed number of queries. Throws `forbidden`
   * without the role, `not-found` where none of the places is one of the actor's, `invalid-input` where one is named twice.
   */
  async give(actor: Actor, wishes: readonly GivenWish[]): Promise<GivenOutcome> {
    const { access, givenScores, db, clock } = this.#deps;
    for (const kind of GIVEN_KINDS) access.requireRole(actor, RIGHT[kind]);
    checkNamedOnce(wishes);
    if (wishes.length === 0) return { saved: [], refused: [] };
    return db.tx(async () => {
      await holdPupils(db, [...new Set(wishes.map(({ studentId }) => studentId))]);
      const places = new Map((await givenScores.placesOf(actor.userId, wishes)).map((one) => [placeKey(one), one]));
      if (!wishes.some((wish) => places.has(placeKey(wish)))) throw notFound('study session');
      const standing = await givenScores.standing(wishes);
      const refused: RefusedScore[] = [];
      const changes: Decided[] = [];
      for (const wish of wishes) {
        const place = places.get(placeKey(wish));
        const before = (place && standing.get(keyOf(wish, wish.kind))) ?? NOTHING;
        const decided = decideScore(place && scored(place), before, wish);
        if (decided === 'change') changes.push({ wish, before });
        else if (decided !== 'same')
          refused.push({ ...named(wish), ...before, name: place?.name ?? null, why: decided });
      }
      await this.#save(actor, changes, clock.now());
      const after = changes.length === 0 ? standing : await givenScores.standing(wishes);
      const out = new Set(refused.map((one) => keyOf(one, one.kind)));
      const kept = wishes.filter((wish) => !out.has(keyOf(wish, wish.kind)));
      return {
        saved: kept.map((wish) => ({ ...named(wish), ...(after.get(keyOf(wish, wish.kind)) ?? NOTHING) })),
        refused,
      };
    });
  }

  /** All that was given one pupil in a lesson and taken back, the oldest first; nothing for whom it is not of their classes. */
  async historyOf(actor: Actor, place: PlaceName): Promise<GivenLine[]> {
    const { givenScores } = this.#deps;
    if (scopeOf(actor.role, RIGHT.social) === null) return [];
    const [own] = await givenScores.placesOf(actor.userId, [place]);
    return own ? givenScores.linesOf(place) : [];
  }

  async #save(actor: Actor, changes: readonly Decided[], at: number): Promise<void> {
    const { givenScores } = this.#deps;
    const lines = changes.map(({ wish, before }) => {
      const words = wish.score === null ? '' : wordsOf(wish, before);
      return { ...named(wish), score: wish.score, words, at, byId: actor.userId };
    });
    await givenScores.give(
      lines.flatMap(({ score, words, ...line }) =>
        score === null ? [] : [ownScore(line.kind, line, { score, words, at })],
      ),
    );
    for (const kind of GIVEN_KINDS) {
      await givenScores.takeBack(
        kind,
        lines.filter((line) => line.kind === kind && line.score === null),
      );
    }
    await givenScores.add(lines);
  }
}

const placeKey = ({ sessionId, studentId }: PlaceName): string => `${sessionId} ${studentId}`;
const named = ({ sessionId, studentId, kind }: GivenWish) => ({ sessionId, studentId, kind });
const scored = ({ status, attended }: OwnPlace) => ({
  over: status === 'completed' || status === 'cancelled',
  attended,
});

function checkNamedOnce(wishes: readonly GivenWish[]): void {
  const keys = new Set(wishes.map((wish) => keyOf(wish, wish.kind)));
  if (keys.size < wishes.length) {
    throw invalidInput('A score is given twice.', { evaluations: 'each kind of each pupil once' });
  }
}
