import { tests as english } from '../i18n/en/tests.ts';
import { tests as hebrew } from '../i18n/he/tests.ts';
import { countDown } from './test-paper/count-down.ts';
import { Paper } from './test-paper/paper.ts';

/** A test under way, alive: saves as one writes, outlives a lost connection, and shows the time that is left. */
const form = document.getElementById('paper');
if (form instanceof HTMLFormElement && form.dataset.sitting) {
  const tests = document.documentElement.lang === 'he' ? hebrew : english;
  const paper = new Paper(form, tests);
  countDown(Number(form.dataset.left), tests, {
    /** What is on its way arrives within the server's grace; the page then shows that it was handed in. */
    atEnd: () => {
      void paper.finish().finally(() => setTimeout(() => location.reload(), 6000));
    },
    onMore: (listen) => paper.onTime(listen),
  });
}
