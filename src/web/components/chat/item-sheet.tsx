import type { OpenItemView, SessionView } from '../../../shared/study-session.ts';
import type { ChatWords } from '../../i18n/en/chat.ts';
import { Words } from './said.tsx';

export interface ItemSheetProps {
  item: OpenItemView;
  session: SessionView;
  t: ChatWords;
  /** A reply is being written, or the session does not take messages. */
  busy: boolean;
  /** Of a group: nobody skips it or gives up for the others. */
  isShared: boolean;
}

/** The open question: the one raised sheet of the page, with its choices and the ways to ask for help. */
export function ItemSheet({ item, session, t, busy, isShared }: ItemSheetProps) {
  return (
    <section class="item stack" aria-label={t.question(item.number)}>
      <header class="row">
        <span class="tag">
          {item.steps > 1 ? `${t.question(item.number)} · ${t.step(item.step, item.steps)}` : t.question(item.number)}
        </span>
        <span class="quiet">{item.unitName}</span>
        {item.exit ? <span class="tag due push">{t.exit}</span> : <Rungs item={item} t={t} />}
      </header>
      {item.stemHtml !== '' && <Words html={item.stemHtml} />}
      {item.figures.map((figure) => (
        <img key={figure.url} class="figure" src={figure.url} alt={figure.alt} loading="lazy" />
      ))}
      <div class="question">
        <Words html={item.questionHtml} />
      </div>
      {item.kind === 'choice' && item.choices.length > 0 && (
        <div class="choices">
          {item.choices.map((choice) => (
            <button key={choice.id} class="btn choice" name="choiceId" value={choice.id} disabled={busy} type="submit">
              <b>{choice.id.toUpperCase()}</b>
              <Words html={choice.html} />
            </button>
          ))}
        </div>
      )}
      {item.kind === 'several choices' && (
        <ul class="choices several">
          {item.choices.map((choice) => (
            <li key={choice.id} class="choice">
              <label>
                <input type="checkbox" name="picked" value={choice.id} disabled={busy} />{' '}
                <b>{choice.id.toUpperCase()}</b>
                <Words html={choice.html} />
              </label>
            </li>
          ))}
        </ul>
      )}
      <footer class="row help">
        <button class="btn soft" name="wish" value={t.hint} disabled={busy} type="submit">
          {t.hint}
        </button>
        <button class="btn soft" name="wish" value={t.stuck} disabled={busy} type="submit">
          {t.stuck}
        </button>
        {!isShared && (
          <span class="push row">
            <button class="link quiet" name="wish" value={t.skip} disabled={busy} type="submit">
              {t.skip}
            </button>
            <button class="link quiet" name="wish" value={t.giveUp} disabled={busy} type="submit">
              {t.giveUpLabel}
            </button>
          </span>
        )}
      </footer>
      {item.revisionId > 0 && (
        <p class="quiet report">
          <a href={reportOf(session, item)}>{t.reportQuestion}</a>
        </p>
      )}
    </section>
  );
}

/** Sessions at home and in lessons have ids of their own. */
function reportOf({ kind, id, lesson }: SessionView, { revisionId }: OpenItemView): string {
  const place = kind === 'home' ? `?session=${id}` : `/lesson?lesson=${id}&pupil=${lesson?.me}`;
  return `/reports/new${place}&question=${revisionId}`;
}

function Rungs({ item, t }: { item: OpenItemView; t: ChatWords }) {
  if (item.hintsTotal === 0) return null;
  return (
    <span class="push row rungs-row">
      <span class="quiet">{t.hints}</span>
      <svg
        class="rungs"
        role="img"
        aria-label={t.hintsUsed(item.hintsUsed, item.hintsTotal)}
        width={item.hintsTotal * 26}
        height="6"
      >
        {Array.from({ length: item.hintsTotal }, (_, rung) => (
          <rect key={rung} class={rung < item.hintsUsed ? 'used' : ''} x={rung * 26} width="22" height="6" rx="3" />
        ))}
      </svg>
    </span>
  );
}
