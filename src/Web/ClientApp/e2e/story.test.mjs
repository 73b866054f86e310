import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from './browser.mjs';
import { startServer } from './server.mjs';

// One story on one server, each part of which begins where the one before ended.
let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.end();
});

const visit = (options) => Visitor.come(browser, server.base, options);

async function asksFor(visitor, amount) {
  await visitor.go('/teacher/revenue/withdraw');
  await visitor.page.getByLabel('Amount').fill(amount);
  await visitor.press('Review');
  await visitor.see('Is this right?');
}

async function asksForTheFirstTime(visitor, amount) {
  const { page } = visitor;
  await visitor.go('/teacher/revenue/withdraw');
  await page.getByLabel('Amount').fill(amount);
  await page.getByLabel('Account holder').fill('Tom Teacher');
  await page.getByRole('textbox', { name: 'Bank', exact: true }).fill('Bank of Examples');
  await page.getByLabel('Account number or IBAN').fill('DE89 3704 0044 0532 0130 00');
  await visitor.press('Review');
  await visitor.see('Is this right?');
}

test('where nothing has happened yet, every page says so and what to do', async () => {
  const visitor = await visit({ viewport: { width: 390, height: 844 } });
  const pages = [
    ['Tom', '/teacher/revenue', 'No payments in this period.'],
    ['Tom', '/teacher/revenue/withdraw', 'You have not withdrawn anything yet.'],
    ['Ana', '/student', 'You have not bought a place yet.'],
    ['Ada', '/admin', 'New withdrawals appear in this list.'],
    ['Ada', '/admin/settlement', 'Nothing was settled yet.'],
    ['Ada', '/admin/audit', 'Nobody has done anything'],
  ];
  for (const [name, path, text] of pages) {
    await visitor.become(name);
    await visitor.go(path);
    await visitor.see(text);
    await visitor.look(`empty${path.replaceAll('/', '-')}`);
  }
  await visitor.leave();
});

test('a lesson is played: one student is paid for, the other gets the money back and is told why', async () => {
  const ana = await visit();
  await ana.go('/play');
  await ana.page.getByLabel('Price of a place').fill('50');
  await ana.press('Play');
  await ana.see('Ana: 92.5% attended, Released');
  await ana.see('Ben: 15% attended, Refunded');
  await ana.become('Ben');
  await ana.page.getByRole('button', { name: 'Where is the money?' }).click();
  await ana.see('$50.00 went back to the student.');
  await ana.see('3 min short of the line');
  await ana.see('Balance after');
  await ana.look('receipt-refunded');
  await ana.leave();
});

test('the teacher sees what was earned, and the receipt of it', async () => {
  const tom = await visit();
  await tom.become('Tom');
  await tom.see('$35.00 net and $15.00 commission');
  await tom.page.getByRole('button', { name: 'At the market' }).last().click();
  await tom.see(/above the line/);
  await tom.see('Commission 30%');
  await tom.see('The teacher was referred, so the platform keeps 30%.');
  await tom.page.getByRole('dialog').getByRole('row', { name: /^Payment for a session .* \+\$50.00 \$50.00$/ }).waitFor();
  await tom.page.getByRole('dialog').getByRole('row', { name: /^Commission .* -\$15.00 \$35.00$/ }).waitFor();
  await tom.page.keyboard.press('Escape');
  await tom.page.getByRole('dialog').waitFor({ state: 'detached' });
  await tom.leave();
});

test('a double click makes one withdrawal', async () => {
  const tom = await visit();
  await tom.become('Tom');
  await asksForTheFirstTime(tom, '20');
  await tom.see('Send $20.00 to Tom Teacher, Bank of Examples, account ••••3000.');
  await tom.page.getByRole('button', { name: 'Withdraw $20.00' }).dblclick();
  await tom.see('Available: $15.00');
  await tom.see('What does it pay?');
  assert.equal(await tom.page.getByRole('button', { name: 'What does it pay?' }).count(), 1);
  await tom.press('What does it pay?');
  await tom.see('At the market');
  await tom.leave();
});

test('an admin approves and completes; a colleague with an old list is told so', async () => {
  const [ada, eve] = [await visit(), await visit()];
  await ada.become('Ada');
  await eve.become('Eve');
  await ada.press('Open');
  await eve.press('Open');
  await ada.press('Show the full account number');
  await ada.see('DE89 3704 0044 0532 0130 00');
  await ada.press('Approve');
  await ada.see('Done: the withdrawal is With the bank.');

  await eve.press('Approve');
  await eve.see('Somebody else was faster');
  await eve.page.keyboard.press('Escape');
  await eve.see('Nothing to do here.');
  eve.complaints = eve.complaints.filter((text) => !text.includes('409'));

  await ada.page.getByRole('combobox', { name: 'Show' }).click();
  await ada.page.getByRole('option', { name: 'With the bank' }).click();
  await ada.press('Open');
  await ada.page.getByLabel('Bank reference').fill('TRANSFER-1');
  await ada.press('Complete');
  await ada.see('Done: the withdrawal is Completed.');
  await ada.go('/admin/audit');
  await ada.see('bank_data_revealed');
  await ada.go('/admin/ledger');
  await ada.see('The books balance.');
  await ada.leave();
  await eve.leave();
});

test('a rejected withdrawal brings the money back to the screen', async () => {
  const [tom, ada] = [await visit(), await visit()];
  await tom.become('Tom');
  await asksFor(tom, '10');
  await tom.see('Send $10.00 to Tom Teacher, Bank of Examples, account ••••3000.');
  await tom.press('Withdraw $10.00');
  await tom.see('Available: $5.00');

  await ada.become('Ada');
  await ada.press('Open');
  await ada.page.getByLabel('Reason (the teacher reads it)').fill('The name does not match.');
  await ada.press('Reject');
  await ada.see('Done: the withdrawal is Rejected.');

  await tom.go('/teacher/revenue/withdraw');
  await tom.see('Available: $15.00');
  await tom.see('Reason: The name does not match.');
  await tom.leave();
  await ada.leave();
});

test('a session that ends leads to the sign-in and back, and a server that was away is asked again', async () => {
  const tom = await visit();
  await tom.become('Tom');
  await tom.page.evaluate(() => {
    const session = JSON.parse(sessionStorage.getItem('talkconnect.session'));
    sessionStorage.setItem('talkconnect.session', JSON.stringify({ ...session, token: `${session.token}x` }));
  });
  await tom.go('/teacher/revenue');
  await tom.see('Your session has ended.');
  await tom.press(/^Tom ·/);
  await tom.page.getByRole('heading', { name: 'Revenue' }).waitFor();

  await tom.see(/net and .* commission/);
  await server.stop();
  await tom.page.getByText('Month', { exact: true }).click();
  await tom.see('The server cannot be reached.');
  await server.start();
  await tom.press('Try again');
  await tom.see(/net and .* commission/);
  tom.complaints = tom.complaints.filter((text) => !/401|ERR_CONNECTION_REFUSED/.test(text));
  await tom.leave();
});

test('the pages speak Vietnamese, and days are those of the browser’s zone', async () => {
  const tom = await visit({ locale: 'vi-VN', timezoneId: 'Asia/Kathmandu' });
  await tom.go('/');
  await tom.press(/^Tom · Giáo viên/);
  await tom.page.getByRole('heading', { name: 'Doanh thu' }).waitFor();
  await tom.see(/Giờ theo Asia\/Kat[h]?mandu/);
  assert.equal(await tom.page.locator('html').getAttribute('lang'), 'vi');
  assert.equal(await tom.page.title(), 'Doanh thu · TalkConnect');
  await tom.page.setViewportSize({ width: 390, height: 844 });
  await tom.look('vietnamese-revenue');
  await tom.page.getByRole('button', { name: 'At the market' }).last().click();
  await tom.see('vượt mức 43 phút 30 giây');
  await tom.page.getByRole('dialog').getByRole('link').click();
  await tom.page.getByRole('heading', { level: 1, name: 'Biên nhận' }).waitFor();
  await tom.see('vượt mức 43 phút 30 giây');
  await tom.look('vietnamese-receipt');
  await tom.go('/teacher/revenue');
  await tom.page.setViewportSize({ width: 1280, height: 900 });
  await tom.page.getByText('English', { exact: true }).click();
  await tom.page.getByRole('heading', { name: 'Revenue' }).waitFor();
  await tom.leave();
});

test('a withdrawal can be made and cancelled with the keyboard alone', async () => {
  const tom = await visit();
  await tom.become('Tom');
  const { page } = tom;
  await tom.go('/teacher/revenue/withdraw');
  await page.getByLabel('Amount').waitFor();
  const reach = async (name) => {
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.labels?.[0]?.textContent || element?.getAttribute('aria-label') || element?.textContent || '';
      });
      if (focused.startsWith(name)) return;
    }
    assert.fail(`${name} cannot be reached with the Tab key.`);
  };
  await reach('Amount');
  await page.keyboard.type('12');
  await reach('Send to');
  await page.keyboard.press('End');
  for (const [label, text] of [['Account holder', 'Tom'], ['Bank', 'B'], ['Account number', '12345678']]) {
    await reach(label);
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await tom.see('Is this right?');
  await reach('Withdraw $12.00');
  await page.keyboard.press('Enter');
  await tom.see('Available: $3.00');
  await reach('Cancel withdrawal');
  await page.keyboard.press('Enter');
  await tom.see('Available: $15.00');
  await page.getByRole('navigation').getByRole('link', { name: 'Revenue' }).press('Enter');
  await page.locator('h1:focus', { hasText: 'Revenue' }).waitFor();
  assert.equal(await page.title(), 'Revenue · TalkConnect');
  await tom.leave();
});

test('a part that cannot be loaded leaves the rest of the page alone', async () => {
  const tom = await visit();
  await tom.page.route('**/assets/chart-*.js', (route) => route.abort());
  await tom.become('Tom');
  await tom.see('This page could not be shown. Load it again.');
  await tom.see('Available');
  await tom.page.unroute('**/assets/chart-*.js');
  await tom.press('Try again');
  await tom.page.locator('.recharts-surface').first().waitFor();
  tom.complaints = tom.complaints.filter((text) => !/ERR_FAILED|dynamically imported/.test(text));
  await tom.leave();
});

for (const width of [1280, 390]) {
  test(`every page is accessible and in order, by day and by night: ${width} px`, async () => {
    const visitor = await visit({ viewport: { width, height: 844 } });
    await visitor.go('/');
    await visitor.see('Who do you want to be?');
    await visitor.look('sign-in');
    await visitor.go('/play');
    await visitor.see('Two students buy places');
    await visitor.look('play');
    await visitor.become('Tom');
    await visitor.see('At the market');
    await visitor.look('teacher-revenue');
    await visitor.page.getByRole('button', { name: 'Show as a table' }).click();
    await visitor.look('teacher-revenue-table');
    await visitor.press('Monthly statement');
    await visitor.see('Balance at the end');
    await visitor.look('teacher-statement');
    await visitor.page.getByRole('button', { name: 'Month', exact: true }).click();
    await visitor.see('Dec');
    await visitor.look('teacher-statement-month');
    await visitor.page.keyboard.press('Escape');
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await visitor.page.getByRole('combobox', { name: 'Period' }).selectOption('Choose the days');
    await visitor.press('Days');
    await visitor.page.getByRole('button', { name: 'Forward' }).waitFor();
    await visitor.look('teacher-revenue-days');
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('button', { name: 'At the market' }).last().click();
    await visitor.see(/above the line/);
    await visitor.look('receipt-panel');
    await visitor.page.getByRole('dialog').getByRole('link').click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Receipt' }).waitFor();
    await visitor.see(/above the line/);
    await visitor.look('receipt-page');
    await visitor.go('/teacher/revenue/withdraw');
    await visitor.press('What does it pay?');
    await visitor.see('At the market');
    await visitor.look('teacher-withdraw');
    await visitor.go('/nothing-here');
    await visitor.see('There is nothing here');
    await visitor.look('not-found');
    await visitor.become('Ana');
    await visitor.see('Where is the money?');
    await visitor.look('student');
    await visitor.press('Where is the money?');
    await visitor.see(/above the line/);
    await visitor.look('student-receipt');
    await visitor.become('Ada');
    await visitor.page.getByRole('combobox', { name: 'Show' }).click();
    await visitor.page.getByRole('option', { name: 'All' }).click();
    await visitor.press('Open');
    await visitor.see('At the market');
    await visitor.look('admin-withdrawal');
    for (const page of ['', '/settlement', '/ledger', '/people', '/audit']) {
      await visitor.go(`/admin${page}`);
      await visitor.look(`admin${page.replace('/', '-')}`);
    }
    await visitor.go('/admin/people');
    await visitor.page.getByRole('row', { name: /Tom/ }).getByRole('button', { name: 'Movements' }).click();
    await visitor.see('Payment for a session');
    await visitor.look('admin-person');
    await visitor.leave();
  });
}
