import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface TagProps {
  /** Colour only repeats what the words say. */
  tone?: 'info' | 'due' | 'good' | 'alarm';
  icon?: IconName;
  children: ComponentChildren;
}

/** A word or two beside something: its state, a date that comes near. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <span class={tone ? `tag ${tone}` : 'tag'}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
