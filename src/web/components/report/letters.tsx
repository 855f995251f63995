import type { LetterChoice } from '../../../services/family/weekly-letters.service.ts';
import { usePage } from '../../page-context.ts';
import { Button } from '../button.tsx';
import { Sheet } from '../surfaces.tsx';

/** A parent asks for a letter once a week, or for no more of them. */
export function Letters({ choice: { available, email, hasModel, wish } }: { choice: LetterChoice }) {
  const words = usePage().t.parent.letters;
  const why = !available ? words.unavailable : email === null ? words.noAddress : null;
  return (
    <Sheet id="letters" title={words.title}>
      <p>{words.lead}</p>
      {why && <p class="quiet">{why}</p>}
      {(why === null || wish !== null) && (
        <form method="post" action="/profile/letters" class="stack">
          <Tick name="wanted" label={words.wanted} checked={wish !== null} />
          {email !== null && (
            <p class="quiet">
              <bdi>{words.to(email)}</bdi>
            </p>
          )}
          {hasModel && (
            <Tick name="reword" label={words.reword} hint={words.rewordHint} checked={wish?.mayReword ?? false} />
          )}
          <Button tone="soft">{words.save}</Button>
        </form>
      )}
    </Sheet>
  );
}

function Tick({ name, label, hint, checked }: { name: string; label: string; hint?: string; checked: boolean }) {
  return (
    <div class="stack tight">
      <label class="row">
        <input
          type="checkbox"
          name={name}
          value="yes"
          checked={checked}
          aria-describedby={hint ? `${name}-hint` : undefined}
        />
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
