import type { CardSheet, PrintedCard } from '../../../services/accounts/login-cards.service.ts';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { Empty, Notice } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';

export interface CardsPageProps {
  sheet: CardSheet;
  /** Under which the codes lead here: "https://school.example". */
  origin: string;
  back: string;
}

/** Cards for the printer: eight on an A4 page. The secrets in them are shown here and nowhere else. */
export function CardsPage({ sheet, origin, back }: CardsPageProps) {
  const { people: words } = usePage().t;
  const title = sheet.kind === 'link' ? words.sheetLinks : words.sheetCards;
  return (
    <Layout title={title}>
      <div class="stack loose">
        <div class="stack no-print">
          <PageHead title={title} back={{ href: back, text: words.done }} />
          {sheet.cards.length > 0 && (
            <Notice tone="warn" announce>
              <p>{words.shownOnce}</p>
              <p>{words.print}</p>
            </Notice>
          )}
          <LocalNotice origin={origin} />
        </div>
        {sheet.cards.length === 0 ? (
          <Empty icon="people" title={words.sheetNone}>
            <p>{words.sheetNoneMore}</p>
          </Empty>
        ) : (
          <ul class="id-cards">
            {sheet.cards.map((card) => (
              <IdCard key={card.userId} card={card} sheet={sheet} origin={origin} />
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
}

/** Codes that lead to this machine alone are of no use on a tablet. */
export function LocalNotice({ origin }: { origin: string }) {
  const { people: words } = usePage().t;
  if (!/^https?:\/\/(localhost|127\.|\[::1\])/.test(origin)) return null;
  return (
    <Notice>
      <p>{words.localhost}</p>
    </Notice>
  );
}

function IdCard({ card, sheet, origin }: { card: PrintedCard; sheet: CardSheet; origin: string }) {
  const { t, format } = usePage();
  const words = t.people;
  const address = `${origin}/${sheet.kind === 'link' ? 'welcome' : 'card'}/${card.token}`;
  const text =
    sheet.kind === 'link' && sheet.expiresAt !== null
      ? words.cardLinkText(format.dateTime(sheet.expiresAt))
      : words.cardLoginText;
  return (
    <li class="id-card">
      <QrCode text={address} title={words.qr(card.name)} />
      <div class="stack tight">
        <strong dir="auto">{card.name}</strong>
        <span class="quiet" dir="auto">
          {[card.belongs, sheet.school].filter(Boolean).join(' · ')}
        </span>
        <code dir="auto">{card.username}</code>
        <span class="small">{text}</span>
      </div>
      {sheet.kind === 'link' && (
        <span class="address" dir="ltr">
          {address}
        </span>
      )}
    </li>
  );
}
