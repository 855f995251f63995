import { usePage } from '../../page-context.ts';

export interface MoveButtonsProps {
  /** Where the form is sent. */
  action: string;
  /** What is moved, as people call it. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  /** Which of several, where the address does not say it. */
  hidden?: { name: string; value: string };
}

/** Two buttons that move one of several up or down by one place. */
export function MoveButtons({ action, name, isFirst, isLast, hidden }: MoveButtonsProps) {
  const { curriculum: words } = usePage().t;
  const button = (move: 'up' | 'down', disabled: boolean) => (
    <button class="btn small" type="submit" name="move" value={move} disabled={disabled} aria-label={words[move](name)}>
      {move === 'up' ? '↑' : '↓'}
    </button>
  );
  return (
    <form class="moves" method="post" action={action}>
      {hidden && <input type="hidden" name={hidden.name} value={hidden.value} />}
      {button('up', isFirst)}
      {button('down', isLast)}
    </form>
  );
}
