interface ScoreWordsProps {
  /** The name of the field. */
  name: string;
  /** Of the field, to those who do not see where it stands. */
  label: string;
  /** What invites to write where nothing stands yet. */
  invitation: string;
  /** What stands, and what was typed and could not be taken. */
  words: string;
  typed?: string | undefined;
  open: boolean;
}

/** Some words beside a score: folded behind what they say. */
export function ScoreWords({ name, label, invitation, words, typed, open }: ScoreWordsProps) {
  return (
    <details class="fold" open={open}>
      <summary>
        <bdi>{words === '' ? invitation : words}</bdi>
      </summary>
      <input
        class="input"
        name={name}
        autocomplete="off"
        maxLength={500}
        dir="auto"
        value={typed ?? words}
        aria-label={label}
      />
    </details>
  );
}
