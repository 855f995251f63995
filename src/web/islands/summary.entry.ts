/** Looks for the evaluation until it is there, then shows the page with it. */
const LOOK_EVERY = 1500;
const LOOK_LONGEST = 5 * 60_000;

const id = document.getElementById('evaluation')?.dataset.session;

async function isDone(): Promise<boolean> {
  const response = await fetch(`/api/v1/study-sessions/home/${id}/evaluations`, {
    headers: { accept: 'application/json' },
  });
  if (!response.ok) return false;
  const { status }: { status?: string } = await response.json();
  return status !== 'pending';
}

async function look(): Promise<void> {
  for (let waited = 0; waited < LOOK_LONGEST; waited += LOOK_EVERY) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    if (await isDone().catch(() => false)) {
      location.reload();
      return;
    }
  }
}

if (id) void look();
