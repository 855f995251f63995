import type { CourseDraft } from '../../../domain/curriculum/curriculum-draft.ts';
import { course as algebraFoundations } from './algebra-foundations/course.ts';
import { course as cellsAndEnergy } from './cells-and-energy/course.ts';
import { course as firstPrograms } from './first-programs/course.ts';
import { course as forcesAndMotion } from './forces-and-motion/course.ts';
import { course as functionsAndGraphs } from './functions-and-graphs/course.ts';
import { course as geometryAndMeasurement } from './geometry-and-measurement/course.ts';
import { course as revolutions } from './revolutions-and-the-modern-age/course.ts';
import { course as theAncientWorld } from './the-ancient-world/course.ts';

/** The courses of the sample region: two in each of three subjects for the ninth grade, two small ones for the tenth. */
export const SAMPLE_COURSES: readonly CourseDraft[] = [
  algebraFoundations,
  geometryAndMeasurement,
  cellsAndEnergy,
  forcesAndMotion,
  theAncientWorld,
  revolutions,
  functionsAndGraphs,
  firstPrograms,
];
