import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps what was pressed while words were on their way, and says it when they are there. The page as it was sent knows nothing of a
 * reply that is under way, so that its buttons can be pressed for a moment. Answers what takes such a press; the last one counts.
 */
export function useEarlyPress<Said>(isBusy: boolean, say: (said: Said) => void): (said: Said) => void {
  const early = useRef<Said>(null);
  useEffect(() => {
    const said = early.current;
    if (isBusy || said === null) return;
    early.current = null;
    say(said);
  }, [isBusy]);
  return (said) => {
    early.current = said;
  };
}
