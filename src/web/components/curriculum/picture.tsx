import type { ProblemContent } from '../../../shared/curriculum-content.ts';

/** A picture as pupils see it. */
export function Picture({ figure: { hash, alt } }: { figure: ProblemContent['figures'][number] }) {
  return <img class="figure" src={`/figures/${hash}`} alt={alt} />;
}
