import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from './browser.mjs';
import { startServer } from './server.mjs';

// One story on one server, each part of which begins where the one before ended. Few payments are enough to stop a run here.
let server;
let browser;

before(async () => {
  server = await startServer({ Settlement__Breaker__MinimumHolds: '3', Settlement__Breaker__MinimumBaseline: '4' });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.end();
});

const visit = (options) => Visitor.come(browser, server.base, options);

/** Plays a lesson that costs 50: when the students leave, whose leave is lost, and whether it settles at once. */
async function plays(visitor, { ana = 58, ben = 58, lost = [], settles = true, hear }) {
  const { page } = visitor;
  await visitor.go('/play');
  await page.getByLabel('Price of a place').fill('50');
  await page.getByLabel('Ana: Left at minute').fill(String(ana));
  await page.getByLabel('Ben: Left at minute').fill(String(ben));
  await page.getByLabel('Ana: Connection drops').fill('0');
  for (const name of lost) await page.getByLabel(`${name}: Leave gets lost`).check();
  if (!settles) await page.getByLabel('Settle at once').uncheck();
  await visitor.press('Play');
  await visitor.see(hear);
}

async function disputes(visitor, reason) {
  await visitor.page.getByRole('button', { name: 'Where is the money?' }).first().click();
  await visitor.press('Something was wrong');
  await visitor.page.getByLabel('What was wrong?').fill(reason);
  await visitor.press('Review');
  await visitor.see('Do you want to dispute this payment?');
  await visitor.press('Dispute it');
  await visitor.see('Noted. An administrator looks at it');
}

test('a student disputes a payment, an admin splits it, and both sides read why', async () => {
  const [ana, ada, tom] = [await visit(), await visit(), await visit()];
  await plays(ana, { settles: false, hear: 'Ana: Held' });
  await ana.become('Ana');
  await ana.see(/Settled with the next run/);
  await disputes(ana, 'The teacher never spoke.');
  await ana.see('You said: “The teacher never spoke.”');
  await ana.see('An administrator looks at it');

  await tom.become('Tom');
  await tom.page.getByRole('button', { name: 'At the market' }).first().waitFor();
  await tom.page.getByRole('row', { name: /Disputed/ }).getByRole('button', { name: 'At the market' }).click();
  await tom.see('The student said: “The teacher never spoke.”');
  await tom.see('The student’s attendance');

  await ada.become('Ada');
  await ada.go('/admin/review');
  await ada.press('Open: At the market');
  await ada.see('What the student says');
  await ada.press('Review');
  await ada.see('Choose who gets the money.');
  await ada.see('Say why: both sides have a right to know.');
  await ada.page.getByLabel(/A part of the \$50.00 to each/).check();
  await ada.page.getByLabel('The teacher’s part, before the commission').fill('50');
  await ada.see('Enter an amount from $0.01 to $49.99.');
  await ada.page.getByLabel('The teacher’s part, before the commission').fill('20');
  await ada.see('The student gets $30.00 back.');
  await ada.page.getByLabel('Reason', { exact: false }).fill('Half the lesson had no sound.');
  await ada.press('Review');
  await ada.see('$20.00 go to Tom, less the commission that applies.');
  await ada.see('$30.00 go back to Ana.');
  await ada.press('Decide');
  await ada.see('Nothing to decide.');

  await ana.go('/student');
  await ana.see('$30.00 came back to you.');
  await ana.page.getByRole('button', { name: 'Where is the money?' }).first().click();
  await ana.see('$14.00 went to the teacher. The platform kept $6.00 of the $20.00. $30.00 went back to the student.');
  await ana.see('The administrator’s reason: “Half the lesson had no sound.”');
  await ana.page.getByRole('dialog').getByRole('row', { name: /^Refund .* Yours .* \+\$30.00/ }).waitFor();
  await ana.press('Everything that was recorded');
  await ana.see('Even what is certain reaches the line.');

  await tom.go('/teacher/revenue');
  await tom.page.getByRole('button', { name: 'At the market' }).first().waitFor();
  await tom.page.getByRole('row', { name: /Released/ }).getByRole('button', { name: 'At the market' }).click();
  await tom.see('The administrator’s reason: “Half the lesson had no sound.”');
  await tom.page.getByRole('dialog').getByRole('row', { name: /^Commission .* Yours .* -\$6.00 \$14.00$/ }).waitFor();
  await ana.leave();
  await ada.leave();
  await tom.leave();
});

test('a payment that the evidence does not decide is released by an admin; a colleague with an old list is told so', async () => {
  const [ada, eve, ana] = [await visit(), await visit(), await visit()];
  await plays(ana, { lost: ['Ana'], hear: 'Ana: In review' });
  await ada.become('Ada');
  await eve.become('Eve');
  for (const admin of [ada, eve]) {
    await admin.go('/admin/review');
    await admin.press('Open: At the market');
    await admin.see('Inferred: the room closed');
    await admin.see('The line lies between what is certain and what is possible');
    await admin.page.getByLabel(/All \$50.00 to the teacher/).check();
    await admin.page.getByLabel('Reason', { exact: false }).fill('The recording shows her.');
    await admin.press('Review');
  }
  await ada.press('Decide');
  await ada.see('Nothing to decide.');
  await ada.page.locator('h1:focus').waitFor();

  await eve.press('Decide');
  await eve.see('Somebody else decided about this payment meanwhile.');
  await eve.see('The administrator’s reason: “The recording shows her.”');
  eve.complaints = eve.complaints.filter((text) => !text.includes('409'));

  await ana.become('Ana');
  await ana.page.getByRole('button', { name: 'Where is the money?' }).first().click();
  await ana.see('What was recorded did not decide it, so an admin did.');
  for (const visitor of [ada, eve, ana]) await visitor.leave();
});

test('an admin who is a party to the payment is told to leave it to others', async () => {
  const ada = await visit();
  await plays(ada, { lost: ['Ben'], hear: 'Ben: In review' });
  await ada.become('Ada');
  await ada.go('/admin/review');
  await ada.page.route('**/resolve', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ status: 403, code: 'own_account', title: 'Forbidden' }) }),
  );
  await ada.press('Open: At the market');
  await ada.page.getByLabel(/All \$50.00 back to the student/).check();
  await ada.page.getByLabel('Reason', { exact: false }).fill('It is mine.');
  await ada.press('Review');
  await ada.press('Decide');
  await ada.see('This payment is your own: another administrator has to decide about it.');
  ada.complaints = ada.complaints.filter((text) => !text.includes('403'));
  await ada.leave();
});

test('a simulation tells what another threshold would have done, and leads to the payments', async () => {
  const ada = await visit();
  await plays(ada, { ben: 14, hear: 'Ben: 15% attended, Refunded' });
  await ada.become('Ada');
  await ada.go('/admin/simulation');
  await ada.see('Choose a period and rules above');
  await ada.page.getByLabel('Threshold, %').fill('101');
  await ada.see('A number from 0 to 100');
  await ada.page.getByLabel('Threshold, %').fill('10');
  await ada.press('Simulate');
  await ada.see('Payments that would have gone the other way');
  await ada.page.getByRole('row', { name: /Open the payment .* 15% .* Refunded Released \$50.00/ }).waitFor();
  await ada.page.getByRole('row', { name: 'Students -$50.00' }).waitFor();
  await ada.page.getByRole('row', { name: 'Platform +$15.00' }).waitFor();
  await ada.press('Show as a table');
  await ada.page.getByRole('row', { name: '+5 to +10 1' }).waitFor();
  await ada.page.getByRole('link', { name: /Open the payment/ }).click();
  await ada.see('$50.00 went back to the student.');
  await ada.leave();
});

test('attendance is compared with what was heard', async () => {
  const ada = await visit();
  await ada.become('Ada');
  await ada.go('/admin/attendance');
  await ada.press('Compare');
  await ada.see(/Everything agrees: 4 sessions/);
  await ada.page.getByLabel('Which sessions').selectOption('One session');
  await ada.press('Compare');
  await ada.see('Enter the id of a session.');
  await ada.page.getByLabel('Session id').fill('no-such-session');
  await ada.press('Compare');
  await ada.see('There is no such session.');
  ada.complaints = ada.complaints.filter((text) => !text.includes('404'));
  await ada.leave();
});

test('a run that looks wrong is stopped, and every admin page says so', async () => {
  const [ana, ada] = [await visit(), await visit()];
  await plays(ana, { settles: false, hear: 'Ana: Held' });
  await ana.become('Ana');
  await disputes(ana, 'I could not hear anything.');
  await plays(ana, { ana: 1, ben: 1, lost: [], hear: 'Ana: Held' });
  await ada.become('Ada');
  await ada.see('A settlement run was stopped.');
  await ada.page.getByRole('link', { name: 'Look at it' }).click();
  await ada.see('It would refund a far larger share than the week before.');
  await ada.see('2 payments, $100.00, would go back to students.');
  await ada.see('1 payment, $50.00, would go to its teacher.');
  await ada.leave();
  await ana.leave();
});

for (const width of [1280, 390]) {
  test(`pages about decisions are accessible and in order, by day and by night: ${width} px`, async () => {
    const visitor = await visit({ viewport: { width, height: 844 } });
    const { page } = visitor;
    await visitor.become('Ana');
    await visitor.see('An administrator looks at it.');
    await visitor.look('student-payments');
    await visitor.press('Where is the money?');
    await visitor.see(/will be settled|is settled with the next run/);
    await visitor.see('The student’s attendance');
    await visitor.look('hold-held');
    await visitor.press('Something was wrong');
    await visitor.look('dispute-form');
    await page.getByLabel('What was wrong?').fill('Too late to say.');
    await visitor.press('Review');
    await visitor.look('dispute-confirm');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Where is the money?' }).nth(1).click();
    await visitor.see('You said');
    await visitor.see('The student’s attendance');
    await page.getByRole('dialog').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Payment' }).waitFor();
    await visitor.see('The student’s attendance');
    await visitor.look('hold-disputed');
    await visitor.become('Ada');
    await visitor.go('/admin/review');
    await visitor.see('Waits since');
    await visitor.look('admin-review');
    await page.getByRole('button', { name: 'Open: At the market' }).first().click();
    await visitor.see('The student’s attendance');
    await visitor.press('Everybody in this session');
    await visitor.see('demo-tom');
    await visitor.look('admin-review-desk');
    await page.getByLabel(/A part of the/).check();
    await page.getByLabel('The teacher’s part, before the commission').fill('12.5');
    await page.getByLabel('Reason', { exact: false }).fill('Half of it was given.');
    await visitor.look('admin-review-split');
    await visitor.press('Review');
    await visitor.see('Is this right?');
    await visitor.look('admin-review-confirm');
    await visitor.go('/admin/settlement');
    await visitor.see('Stopped runs');
    await visitor.look('admin-settlement-stopped');
    await page.getByRole('link', { name: 'Look at it' }).click();
    await visitor.see('Students never seen');
    await visitor.look('admin-pause');
    await visitor.press('Let it go on');
    await visitor.see('are settled now');
    await visitor.look('admin-pause-proceed');
    await visitor.press('Cancel');
    await visitor.press('Stop it for good');
    await visitor.see('go to the review queue');
    await visitor.look('admin-pause-dismiss');
    await visitor.go('/admin/simulation');
    await page.getByLabel('Threshold, %').fill('10');
    await page.getByLabel('Hold period, days').fill('3');
    await visitor.press('Simulate');
    await visitor.see('How near to the threshold');
    await visitor.look('admin-simulation');
    await visitor.press('Show as a table');
    await visitor.look('admin-simulation-table');
    await visitor.go('/admin/attendance');
    await visitor.press('Compare');
    await visitor.see('Everything agrees');
    await visitor.look('admin-attendance');
    await visitor.leave();
  });
}

test('the stopped run is let go on, with the keyboard; a colleague with an old page is told so', async () => {
  const [ada, eve] = [await visit(), await visit()];
  for (const [admin, name] of [[ada, 'Ada'], [eve, 'Eve']]) {
    await admin.become(name);
    await admin.page.getByRole('link', { name: 'Look at it' }).press('Enter');
    await admin.see('Your decision');
  }
  await ada.page.getByRole('button', { name: 'Let it go on' }).press('Enter');
  await ada.page.keyboard.type('Both left early, the teacher says.');
  await ada.page.keyboard.press('Tab');
  await ada.page.keyboard.press('Enter');
  await ada.see('The run goes on: its payments are settled, at the latest with the next run.');
  await ada.see('demo-ada decided');

  await eve.press('Stop it for good');
  await eve.page.getByLabel('Reason').fill('Something is wrong.');
  await eve.press('Stop it for good');
  await eve.see('Somebody else decided about this run meanwhile.');
  eve.complaints = eve.complaints.filter((text) => !text.includes('409'));
  await ada.go('/admin');
  await ada.see('Nothing to do here.');
  await ada.page.getByText('A settlement run was stopped.').waitFor({ state: 'detached' });
  await ada.leave();
  await eve.leave();
});

test('what waits and what was decided is said in Vietnamese too', async () => {
  const ana = await visit({ locale: 'vi-VN', viewport: { width: 390, height: 844 } });
  await ana.go('/');
  await ana.press(/^Ana · Học viên/);
  await ana.see('Quản trị viên đang xem.');
  await ana.page.getByRole('button', { name: 'Tiền đang ở đâu?' }).nth(1).click();
  await ana.see('Bạn đã viết: “I could not hear anything.”');
  await ana.see('Thời gian có mặt của học viên');
  await ana.look('vietnamese-disputed');
  await ana.leave();
});
