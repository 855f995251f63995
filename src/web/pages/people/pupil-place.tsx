import type { PersonPage as View } from '../../../services/people/people.service.ts';
import { ActionButton, Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Fold, Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** The classes of a pupil, and a way into another one. */
export function PupilClasses({ view: { person, classes, openClasses } }: { view: View }) {
  const { people: words } = usePage().t;
  const others = openClasses.filter(({ id }) => !classes.some((one) => one.id === id));
  return (
    <Sheet id="pupil-classes" title={words.schoolClasses}>
      {classes.length === 0 && <p class="quiet">{words.noClass}</p>}
      {classes.length > 0 && (
        <ul class="stack tight">
          {classes.map(({ id, name, year }) => (
            <li key={id}>
              <a href={`/school/people/classes/${id}`} dir="auto">
                {words.classOf(name, year)}
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? (
        <p class="quiet">{openClasses.length === 0 ? words.noOpenClass : ''}</p>
      ) : (
        <form method="post" action={`/school/people/${person.id}/classes`} class="stack tight">
          <SelectField
            name="class"
            label={words.putInto}
            options={others.map(({ id, name, year }) => ({ value: String(id), label: words.classOf(name, year) }))}
          />
          <Button size="small" tone="soft">
            {words.put}
          </Button>
        </form>
      )}
    </Sheet>
  );
}

/** Releasing a pupil to another school of the same installation. */
export function PupilTransfer({ view: { person, transfer, otherSchools } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  const at = `/school/people/${person.id}`;
  if (transfer) {
    return (
      <Sheet id="transfer" title={words.transfer}>
        <p dir="auto">{words.released(transfer.toSchool, format.date(transfer.releasedAt))}</p>
        <ActionButton action={`${at}/withdraw`} size="small">
          {words.withdraw}
        </ActionButton>
      </Sheet>
    );
  }
  if (otherSchools.length === 0) return null;
  return (
    <Sheet id="transfer" title={words.transfer}>
      <Fold summary={words.release}>
        <form method="post" action={`${at}/release`} class="stack">
          <p class="quiet prose">{words.transferLead}</p>
          <SelectField
            name="school"
            label={words.releaseTo}
            options={otherSchools.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <Button size="small" tone="alarm">
            {words.release}
          </Button>
        </form>
      </Fold>
    </Sheet>
  );
}
