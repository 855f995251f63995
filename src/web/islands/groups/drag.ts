/** So far does a pointer wander before it drags, in px. */
const THRESHOLD = 5;
/** So near the edge of the window does a drag scroll it, and so far at a time, in px. */
const EDGE = 70;
const STEP = 12;

interface Drag {
  member: HTMLElement;
  pointer: number;
  /** Where it began: on the page, so that scrolling counts. */
  from: { x: number; y: number };
  /** Where it is now: in the window. */
  at: { x: number; y: number };
  isMoving: boolean;
}

/**
 * Lets every `.member` be dragged to another column (`[data-group]`) by mouse, pen or finger; a finger takes it at its grip, so that
 * the page still scrolls. Escape puts it back.
 */
export function makeDraggable(root: HTMLElement, drop: (member: HTMLElement, column: HTMLElement) => void): void {
  let drag: Drag | null = null;

  root.addEventListener('pointerdown', (event) => {
    const member = event.target instanceof Element ? event.target.closest<HTMLElement>('.member') : null;
    if (!member || drag || event.button !== 0 || !mayTake(event)) return;
    const at = { x: event.clientX, y: event.clientY };
    drag = { member, pointer: event.pointerId, from: { x: at.x + scrollX, y: at.y + scrollY }, at, isMoving: false };
    member.setPointerCapture(event.pointerId);
  });
  root.addEventListener('pointermove', (event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    drag.at = { x: event.clientX, y: event.clientY };
    const { x, y } = offset(drag);
    if (!drag.isMoving && Math.hypot(x, y) < THRESHOLD) return;
    if (!drag.isMoving) requestAnimationFrame(scrollAlong);
    drag.isMoving = true;
    follow(drag);
  });
  root.addEventListener('pointerup', () => end(true));
  root.addEventListener('pointercancel', () => end(false));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end(false);
  });

  function follow({ member, at, ...rest }: Drag): void {
    const { x, y } = offset({ at, ...rest });
    member.classList.add('dragged');
    member.style.transform = `translate(${x}px, ${y}px)`;
    const under = columnAt(at);
    for (const column of root.querySelectorAll('[data-group]')) column.classList.toggle('over', column === under);
  }

  function scrollAlong(): void {
    if (!drag) return;
    const { y } = drag.at;
    const step = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0;
    if (step !== 0) {
      scrollBy({ top: step, behavior: 'instant' });
      follow(drag);
    }
    requestAnimationFrame(scrollAlong);
  }

  function end(isDropped: boolean): void {
    if (!drag) return;
    const { member, pointer, at, isMoving } = drag;
    drag = null;
    const column = columnAt(at);
    if (member.hasPointerCapture(pointer)) member.releasePointerCapture(pointer);
    member.classList.remove('dragged');
    member.style.transform = '';
    for (const each of root.querySelectorAll('.over')) each.classList.remove('over');
    if (isDropped && isMoving && column) drop(member, column);
  }
}

/** Fields are chosen from, not dragged. */
function mayTake({ target, pointerType }: PointerEvent): boolean {
  if (!(target instanceof Element) || target.closest('select')) return false;
  return pointerType === 'mouse' || target.closest('.grip') !== null;
}

function offset({ from, at }: Pick<Drag, 'from' | 'at'>): { x: number; y: number } {
  return { x: at.x + scrollX - from.x, y: at.y + scrollY - from.y };
}

function columnAt({ x, y }: Drag['at']): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-group]') ?? null;
}
