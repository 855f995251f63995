import type { PersonPage as View } from '../../../services/people/people.service.ts';
import { ActionButton } from '../../components/button.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

/** How somebody gets in: password, one-time link, login card. */
export function WaysIn({ view }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  const { person, kept, linkUntil, elsewhere } = view;
  const open = person.disabledAt === null;
  return (
    <Sheet id="ways-in" title={words.waysIn}>
      <p>{person.hasPassword ? words.hasPassword : words.hasNoPassword}</p>
      {linkUntil !== null && <p>{words.linkOpen(format.dateTime(linkUntil))}</p>}
      {kept && open && (
        <div class="stack tight">
          <ActionButton
            action={`/school/people/${person.id}/link`}
            size="small"
            tone={person.hasPassword || linkUntil !== null ? 'soft' : 'go'}
          >
            {words.makeLink}
          </ActionButton>
          <p class="quiet">{words.makeLinkNote}</p>
          {elsewhere > 0 && <p class="quiet">{`${words.elsewhere(elsewhere)}: ${words.elsewhereNote}`}</p>}
        </div>
      )}
      {person.role === 'student' && open && <Card view={view} />}
    </Sheet>
  );
}

function Card({ view: { person, card, cardLogin } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.people;
  const at = `/school/people/${person.id}/card`;
  return (
    <>
      {card && (
        <p>
          {words.hasCard(format.dateTime(card.createdAt))}{' '}
          {card.lastUsedAt === null ? words.cardUnused : words.cardUsed(format.dateTime(card.lastUsedAt))}
        </p>
      )}
      <div class="row">
        {cardLogin && (
          <ActionButton action={at} size="small" tone="soft">
            {card ? words.makeNewCard : words.makeCard}
          </ActionButton>
        )}
        {card && (
          <ActionButton action={`${at}/revoke`} size="small" tone="alarm">
            {words.revokeCard}
          </ActionButton>
        )}
      </div>
      {card && cardLogin && <p class="quiet">{words.makeNewCardNote}</p>}
      {card && !cardLogin && <p class="quiet">{words.cardsForbidden}</p>}
    </>
  );
}
