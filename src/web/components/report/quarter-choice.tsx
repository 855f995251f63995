import {
  nameOfQuarter,
  quarterBefore,
  quarterOf,
  type SchoolQuarter,
} from '../../../domain/evaluation/school-quarter.ts';
import { civilDay, machineTimeZone } from '../../../shared/calendar.ts';
import type { Instant } from '../../../shared/instant.ts';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';

/** So many quarters back are offered, with the one that runs. */
const OFFERED = 9;

/** Which quarter, and of a class manager which class. */
export function QuarterChoice({
  action,
  quarter,
  now,
  classes,
}: {
  action: string;
  quarter: SchoolQuarter;
  now: Instant;
  /** The one that is shown, and all there are; left out where the page is of a school. */
  classes?: { chosen: number; all: readonly { id: number; name: string; year: number }[] };
}) {
  const { t } = usePage();
  const words = t.quarters;
  const options = [quarterOf(civilDay(now, machineTimeZone()))];
  while (options.length < OFFERED) options.push(quarterBefore(options.at(-1) ?? quarter));
  if (!options.some((one) => nameOfQuarter(one) === nameOfQuarter(quarter))) options.push(quarter);
  return (
    <form class="row" method="get" action={action}>
      {classes && classes.all.length > 1 && (
        <SelectField
          name="class"
          label={words.whichClass}
          value={String(classes.chosen)}
          options={classes.all.map(({ id, name, year }) => ({ value: String(id), label: `${name} (${year})` }))}
        />
      )}
      <SelectField
        name="quarter"
        label={words.whichQuarter}
        value={nameOfQuarter(quarter)}
        options={options.map((one) => ({
          value: nameOfQuarter(one),
          label: t.schoolHours.quarter(one.quarter, one.schoolYear),
        }))}
      />
      <Button>{words.show}</Button>
    </form>
  );
}
