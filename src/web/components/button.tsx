import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonLook {
  /** `go`: the one thing to do here. `soft`: a good alternative. `alarm`: ends or loses something. */
  tone?: 'go' | 'soft' | 'alarm';
  size?: 'big' | 'small';
  icon?: IconName;
  children: ComponentChildren;
}

export interface ButtonProps extends ButtonLook {
  name?: string;
  value?: string;
  /** Where this button sends the form instead. */
  formAction?: string;
  disabled?: boolean;
}

/** A button that sends the form that it stands in. */
export function Button({ tone, size, icon, children, name, value, formAction, disabled }: ButtonProps) {
  return (
    <button
      type="submit"
      class={buttonClass({ tone, size })}
      name={name}
      value={value}
      formaction={formAction}
      disabled={disabled}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button, because it leads to the next step. */
export function LinkButton({ tone, size, icon, children, href }: ButtonLook & { href: string }) {
  return (
    <a class={buttonClass({ tone, size })} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/** A whole form of one button: for what a link must not do, such as ending or cancelling. */
export function ActionButton({ action, ...look }: ButtonLook & { action: string }) {
  return (
    <form method="post" action={action}>
      <Button {...look} />
    </form>
  );
}

function buttonClass({ tone, size }: { tone?: string | undefined; size?: string | undefined }): string {
  return ['btn', tone, size].filter(Boolean).join(' ');
}
