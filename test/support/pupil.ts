import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import type { Item } from '../../src/domain/curriculum/curriculum.ts';
import { logIn } from './browser.ts';
import { liveSessionOf, openItemOf, wrongAnswerTo } from './lesson-key.ts';

export type Person = keyof typeof NAMED;

/** Logs somebody of the sample region in, and waits for their first page. */
export async function logInAs(page: Page, person: Person): Promise<void> {
  await logIn(page, { username: person, password: NAMED[person].password });
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** A pupil in front of the chat page, with scripts or without. Knows the keys by looking into the database. */
export class Pupil {
  readonly page: Page;
  readonly db: DatabaseManager;
  readonly username: Person;
  sessionId = 0;

  constructor(page: Page, db: DatabaseManager, username: Person) {
    this.page = page;
    this.db = db;
    this.username = username;
  }

  /** Today → study now → how do you feel → the teacher's welcome. */
  async studyNow(feeling = 'Good'): Promise<void> {
    await this.page.getByRole('link', { name: 'Study now' }).click();
    await this.page.getByRole('button', { name: feeling, exact: true }).click();
    await this.arrive();
  }

  /** From the page of a course to the first words of the teacher. */
  async studyCourse(name: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Courses', exact: true }).click();
    await this.page.getByRole('link', { name }).click();
    await this.page.getByRole('link', { name: 'Study this course' }).click();
    await this.page.getByRole('button', { name: 'Good', exact: true }).click();
    await this.arrive();
  }

  /** Waits for the chat page and for the teacher's words on it. */
  async arrive(): Promise<void> {
    await this.page.waitForURL(/\/study\/home\/\d+$/);
    this.sessionId = await liveSessionOf(this.db, this.username);
    await this.settled(1);
  }

  /** The teacher's messages on the page, oldest first. */
  replies(): Promise<string[]> {
    return this.page.locator('.said.teacher > .words').allInnerTexts();
  }

  /** Waits until at least so many messages of the teacher stand there, and none is being written. */
  async settled(messages: number): Promise<void> {
    await this.page.waitForFunction(
      (least) =>
        document.querySelectorAll('.said.teacher').length >= least &&
        !document.querySelector('.growing, .dots') &&
        !document.querySelector<HTMLButtonElement>('button.round.go')?.disabled,
      messages,
    );
  }

  async #andWait(act: () => Promise<void>): Promise<string> {
    const before = await this.page.locator('.said.teacher').count();
    await act();
    await this.settled(before + 1);
    const last = (await this.replies()).at(-1);
    assert.ok(last, 'the teacher said nothing');
    return last;
  }

  /** Says something and answers with what the teacher says to it. */
  say(words: string): Promise<string> {
    return this.#andWait(async () => {
      await this.page.getByRole('textbox', { name: 'Your message' }).fill(words);
      await this.page.getByRole('button', { name: 'Send', exact: true }).click();
    });
  }

  /** Clicks one of the buttons around the question. */
  press(name: string): Promise<string> {
    return this.#andWait(() => this.page.getByRole('button', { name, exact: true }).click());
  }

  choose(choiceId: string): Promise<string> {
    return this.#andWait(() => this.page.locator(`button[name=choiceId][value="${choiceId}"]`).click());
  }

  async tick(ids: string[]): Promise<string> {
    for (const id of ids) await this.page.locator(`input[name=picked][value="${id}"]`).check();
    return this.#andWait(() => this.page.getByRole('button', { name: 'Send', exact: true }).click());
  }

  openItem(): Promise<Item | null> {
    return openItemOf(this.db, this.sessionId);
  }

  /**
   * The question to answer now. Whoever does well comes to the end of the lesson early, on some days sooner than on others: then
   * this pupil says what it was about, and asks for more.
   */
  async itemToDo(): Promise<Item> {
    for (const words of ['The main idea is to look at what is given and to check it.', 'Another question, please.']) {
      const open = await this.openItem();
      if (open) return open;
      await this.say(words);
    }
    const item = await this.openItem();
    assert.ok(item, 'the teacher has no more questions');
    return item;
  }

  async answerRight(item: Item): Promise<string> {
    const { kind, answer } = item.key;
    if (kind === 'choice') return this.choose(answer);
    if (kind === 'several choices') return this.tick(answer.split(',').map((id) => id.trim()));
    return this.say(answer);
  }

  /** Null where nothing that a pupil can say is surely wrong. */
  async answerWrong(item: Item): Promise<string | null> {
    const wrong = await wrongAnswerTo(item);
    if (!wrong) return null;
    return wrong.choiceId === undefined ? this.say(wrong.text) : this.choose(wrong.choiceId);
  }

  /** End session → how was it → summary. */
  async end({ words = '' } = {}): Promise<void> {
    await this.page.getByRole('link', { name: 'End session' }).click();
    const field = (name: string) => this.page.locator(`fieldset[id="${name}"]`);
    await field('feeling').getByLabel('Good', { exact: true }).check();
    await field('difficulty').getByLabel('4', { exact: true }).check();
    await field('understanding').getByLabel('8', { exact: true }).check();
    if (words !== '') await this.page.locator('textarea[name=feedback]').fill(words);
    await this.page.getByRole('button', { name: 'End the session' }).click();
    await this.page.waitForURL(/\/summary$/);
  }
}
