import assert from 'node:assert/strict';
import { startTestApp } from '../support/app.ts';
import { Client, login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const inHebrew = { ...form, 'accept-language': 'he-IL,he;q=0.9,en;q=0.5' };
const HEBREW = /<html lang="he" dir="rtl">/;

databaseTest('whoever chooses Hebrew reads the next page in it, and English again after that', async (db, t) => {
  await smallSchool(db);
  const app = await startTestApp(t, db);
  const browser = await login(app, 'pupil');
  const choose = (locale: string) => browser.post('/profile', new URLSearchParams({ locale }).toString(), form);
  assert.match((await browser.get('/', form)).text, /<html lang="en" dir="ltr">[\s\S]*>Courses</);
  assert.equal((await choose('he')).status, 303);
  const today = await browser.get('/', form);
  assert.match(today.text, HEBREW);
  assert.match(today.text, /<h1>(שלום|בוקר טוב|צהריים טובים|ערב טוב), /);
  assert.match(today.text, />קורסים</);
  assert.doesNotMatch(today.text, />(Courses|Today|Tests|History|Log out)</);
  const profile = await browser.get('/profile', form);
  assert.match(profile.text, /<h1>הפרופיל שלך/);
  const nowhere = await browser.get('/study/home/999999', form);
  assert.equal(nowhere.status, 404);
  assert.match(nowhere.text, /אין כאן דבר/);
  assert.match(nowhere.text, /אין מפגש לימוד כזה\./);
  await choose('en');
  assert.match((await browser.get('/', form)).text, /<html lang="en" dir="ltr">/);
});

databaseTest(
  'before login pages are in the language of the browser, or the one that was chosen there',
  async (db, t) => {
    await smallSchool(db);
    const browser = new Client(await startTestApp(t, db));
    const asked = await browser.get('/login', inHebrew);
    assert.match(asked.text, HEBREW);
    assert.match(asked.text, /<h1>טוב לראות אתכם/);
    assert.match((await browser.get('/login?lang=en', inHebrew)).text, /<html lang="en" dir="ltr">/);
    assert.match((await browser.get('/login', form)).text, /href="\/login\?lang=he&amp;next=%2F" lang="he" dir="rtl"/);
    const wrong = new URLSearchParams({ username: 'nobody', password: 'wrong' }).toString();
    const refused = await browser.post('/login?lang=he', wrong, form);
    assert.match(refused.text, HEBREW);
    assert.match(refused.text, /שם המשתמש והסיסמה לא מתאימים זה לזה\./);
  },
);
