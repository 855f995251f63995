import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

/** A sheet of paper with a title, and what can be done about all of it beside the title. */
export function Sheet({ id, title, action, children }: SheetProps) {
  return (
    <section class="sheet stack" aria-labelledby={id}>
      <SectionHead id={id} title={title} action={action} />
      {children}
    </section>
  );
}

export interface SheetProps {
  /** Of the title; unique on the page. */
  id: string;
  title: ComponentChildren;
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** A section without a frame of its own, for grids of cards. */
export function Section({ id, title, action, children }: SheetProps) {
  return (
    <section class="stack" aria-labelledby={id}>
      <SectionHead id={id} title={title} action={action} />
      {children}
    </section>
  );
}

function SectionHead({ id, title, action }: Pick<SheetProps, 'id' | 'title' | 'action'>) {
  if (!action) return <h2 id={id}>{title}</h2>;
  return (
    <div class="row">
      <h2 id={id}>{title}</h2>
      <span class="push">{action}</span>
    </div>
  );
}

/** What stands where there is nothing yet: why, and what to do. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <strong>{title}</strong>
      {children}
    </div>
  );
}

export interface NoticeProps {
  tone?: 'info' | 'good' | 'warn' | 'alarm';
  title?: string;
  /** Read out at once: for what happened because of the last step. */
  announce?: boolean;
  children: ComponentChildren;
}

/** Something to know before going on. */
export function Notice({ tone = 'info', title, announce = false, children }: NoticeProps) {
  const icons = { info: 'info', good: 'check', warn: 'info', alarm: 'alarm' } as const;
  return (
    <div class={tone === 'info' ? 'notice' : `notice ${tone}`} role={announce ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div class="stack tight">
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** What the last step did, read out at once; nothing where there was none. */
export function Done({ text }: { text: string | null | undefined }) {
  if (!text) return null;
  return (
    <Notice tone="good" announce>
      <p>{text}</p>
    </Notice>
  );
}

/** What a pupil reads whose words speak of need: before anything else on the page. */
export function Care({ words }: { words: string }) {
  return (
    <Notice tone="warn" announce>
      <p class="as-written" dir="auto">
        {words}
      </p>
    </Notice>
  );
}

/** Details that open on a click, without JavaScript. */
export function Fold({
  summary,
  open = false,
  children,
}: {
  summary: string;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="fold" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
