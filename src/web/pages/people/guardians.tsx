import { type LinkProblem, LONGEST_NOTE } from '../../../services/people/guardians.service.ts';
import type { Guardianship, PersonPage as View } from '../../../services/people/people.service.ts';
import { ActionButton, Button, LinkButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { Empty, Fold, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** What was written and cannot be taken: a parent to link, or why one is blocked. */
export interface GuardianForm {
  link?: { username: string; problem: LinkProblem };
  block?: { parentId: number; note: string };
}

/** The parents of a pupil: who may see the child, and who must not. */
export function Guardians({ view: { person, guardians, requests }, form = {} }: { view: View; form?: GuardianForm }) {
  const { people: words } = usePage().t;
  return (
    <Sheet id="guardians" title={words.guardians}>
      {guardians.length === 0 && (
        <Empty icon="people" title={words.guardiansNone}>
          <p>{words.guardiansNoneMore}</p>
        </Empty>
      )}
      {guardians.length > 0 && (
        <ul class="stack">
          {guardians.map((one) => (
            <Guardian
              key={one.parentId}
              one={one}
              note={form.block?.parentId === one.parentId ? form.block.note : null}
            />
          ))}
        </ul>
      )}
      <Requests studentId={person.id} requests={requests} />
      <form method="post" action={`/school/people/${person.id}/guardians`} class="stack tight">
        <TextField
          name="parent"
          label={words.linkUsername}
          hint={words.linkHint}
          value={form.link?.username ?? ''}
          problem={form.link && words.linkProblems[form.link.problem]}
          autocomplete="off"
          autocapitalize="none"
          required
        />
        <div class="row">
          <Button size="small" tone="soft">
            {words.link}
          </Button>
          <LinkButton size="small" href={`/school/people/new?role=parent&child=${person.id}`}>
            {words.addParentFor}
          </LinkButton>
        </div>
      </form>
    </Sheet>
  );
}

/** Parents who were asked. Whether there is one of that name is for the parent to tell. */
function Requests({ studentId, requests }: { studentId: number; requests: View['requests'] }) {
  const { t, format } = usePage();
  const words = t.people;
  if (requests.length === 0) return null;
  return (
    <div class="stack tight">
      <h3>{words.asked}</h3>
      <p class="quiet">{words.askedNote}</p>
      <ul class="stack tight">
        {requests.map(({ id, username, at, until }) => (
          <li key={id} class="row">
            <bdi>{username}</bdi>
            <span class="quiet">{words.askedWhen(format.date(at), format.date(until))}</span>
            <span class="push">
              <ActionButton action={`/school/people/${studentId}/guardian-requests/${id}/withdraw`} size="small">
                {words.askedWithdraw}
              </ActionButton>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `note`: the reason for blocking that is too long. */
interface GuardianProps {
  one: Guardianship;
  note: string | null;
}

function Guardian({ one, note }: GuardianProps) {
  const { t } = usePage();
  const words = t.people;
  return (
    <li class="stack tight">
      <div class="row">
        <a href={`/school/people/${one.parentId}`}>
          <bdi>{one.parent}</bdi>
        </a>
        <Status one={one} />
      </div>
      {one.statusNote && (
        <p class="quiet" dir="auto">
          {one.statusNote}
        </p>
      )}
      <Fold summary={words.guardianOptions} open={note !== null}>
        <Options one={one} note={note} />
      </Fold>
    </li>
  );
}

function Options({ one: { studentId, parentId, status }, note }: GuardianProps) {
  const { people: words } = usePage().t;
  const at = `/school/people/${studentId}/guardians/${parentId}`;
  return (
    <div class="stack">
      {status === 'blocked' ? (
        <ActionButton action={`${at}/verify`} size="small" tone="soft">
          {words.verify}
        </ActionButton>
      ) : (
        <form method="post" action={`${at}/block`} class="stack tight">
          <p class="quiet">{words.blockNote}</p>
          <TextField
            name={`note-${parentId}`}
            label={words.blockReason}
            value={note ?? ''}
            problem={note === null ? undefined : words.noteTooLong(LONGEST_NOTE, note.length)}
            maxLength={LONGEST_NOTE}
          />
          <Button size="small" tone="alarm">
            {words.block}
          </Button>
        </form>
      )}
      <div class="stack tight">
        <ActionButton action={`${at}/unlink`} size="small">
          {words.unlink}
        </ActionButton>
        <p class="quiet">{words.unlinkNote}</p>
      </div>
    </div>
  );
}

function Status({ one: { status, statusAt } }: { one: Guardianship }) {
  const { t, format } = usePage();
  const words = t.people;
  const since = statusAt === null ? null : <span class="quiet">{words.sinceWhen(format.date(statusAt))}</span>;
  return (
    <>
      {status === 'verified' ? <Tag tone="good">{words.verified}</Tag> : <Tag tone="alarm">{words.blocked}</Tag>}
      {since}
    </>
  );
}

/** The children of a parent, as far as they go to this school. */
export function Children({ view: { children, elsewhere, requestsElsewhere } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  return (
    <Sheet id="children" title={words.children}>
      {children.length === 0 && (
        <Empty icon="people" title={words.childrenNone}>
          <p>{words.childrenNoneMore}</p>
        </Empty>
      )}
      {children.length > 0 && (
        <ul class="stack tight">
          {children.map((one) => (
            <li key={one.studentId} class="row">
              <a href={`/school/people/${one.studentId}#guardians`}>
                <bdi>{one.student}</bdi>
              </a>
              <Status one={one} />
            </li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p class="quiet">{words.elsewhere(elsewhere)}</p>}
      {requestsElsewhere.map(({ school, at, accepted }) => (
        <p key={`${school} ${at}`} class="quiet" dir="auto">
          {words.askedElsewhere(school, format.date(at), accepted)}
        </p>
      ))}
    </Sheet>
  );
}
