import { sequentialUnits } from '../../src/domain/planning/sequential-units.ts';
import { type BenchResult, type Figure, meets } from './bench.ts';
import { courseScore, product, randomCourse } from './whatnext/planners.ts';
import { WORLDS } from './whatnext/pupil.ts';
import { simulate } from './whatnext/simulate.ts';

const RUN = { pupils: 300, seed: 1 };
/** Points over the course score with sequential units: in the first world, and in every one. */
const [MORE_IN_THE_FIRST, MORE_IN_ALL] = [9, 6];

/** B2: mean test scores of simulated pupils who study what the product's own code plans, in worlds that it does not know. */
export async function run(): Promise<BenchResult> {
  const figures = WORLDS.flatMap((world, index): Figure[] => {
    const baseline = simulate(courseScore, world, RUN);
    const planned = simulate(product(), world, RUN);
    const inOrder = simulate(product([sequentialUnits]), world, RUN);
    const least = index === 0 ? MORE_IN_THE_FIRST : MORE_IN_ALL;
    return [
      { name: `${world.name}: random course`, value: simulate(randomCourse, world, RUN).mean },
      { name: `${world.name}: course score, sequential units`, value: baseline.mean },
      { name: `${world.name}: the product without gain`, value: inOrder.mean },
      { name: `${world.name}: the product`, value: planned.mean },
      { name: `${world.name}: points more`, value: planned.mean - baseline.mean, least },
      { name: `${world.name}: tenth percentile more`, value: planned.tenth - baseline.tenth, least: 0 },
    ];
  });
  return {
    id: 'B2',
    title: 'what to study next, simulated',
    figures,
    floor: '+9 points over course score + sequential units, +6 in every world, tenth percentile above it',
    pass: figures.every(meets),
  };
}
