import type { FigureRepo } from '../../data/curriculum/editing/figure.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { imageType } from '../../domain/curriculum/image-type.ts';
import { LIMITS } from '../../domain/curriculum/import/limits.ts';
import { hasTooManyPixels } from '../../domain/curriculum/picture-size.ts';
import type { Clock } from '../../shared/instant.ts';
import type { CurriculumAccess } from './curriculum-access.ts';

/** Bytes of the largest picture that is taken. */
export const LARGEST_FIGURE = LIMITS.figure;

export type TakenFigure = { outcome: 'taken'; hash: string } | { outcome: 'refused'; problem: string };

/** Takes pictures for questions: they are kept by their content, and shown once a question that names them is published. */
export class FigureUploadService {
  readonly #access: CurriculumAccess;
  readonly #figures: FigureRepo;

  readonly #clock: Clock;

  constructor({
    curriculumAccess,
    figures,
    clock,
  }: { curriculumAccess: CurriculumAccess; figures: FigureRepo; clock: Clock }) {
    this.#access = curriculumAccess;
    this.#figures = figures;
    this.#clock = clock;
  }

  /**
   * What a picture is, its first bytes say and never its name. No SVG: that is a document, with scripts and links of its own.
   * `bytes` may be cut off behind `LARGEST_FIGURE`. Throws `forbidden` for who has no curriculum.
   */
  async take(actor: Actor, bytes: Uint8Array): Promise<TakenFigure> {
    await this.#access.subjects(actor);
    if (bytes.length > LARGEST_FIGURE) return refused('This picture is larger than 2 MB.');
    const mediaType = imageType(bytes);
    if (mediaType === null) return refused('This is no PNG, JPEG, GIF or WebP picture.');
    if (hasTooManyPixels(bytes)) return refused('This picture has more than 16 million pixels. Make it smaller first.');
    return { outcome: 'taken', hash: await this.#figures.keep(bytes, mediaType, this.#clock.now()) };
  }
}

const refused = (problem: string): TakenFigure => ({ outcome: 'refused', problem });
