import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startAuthority } from './authority.mjs';
import { openBrowser, Visitor } from './browser.mjs';
import { freePort, startServer } from './server.mjs';

let authority;
let server;
let browser;

before(async () => {
  const pages = `http://127.0.0.1:${await freePort()}`;
  authority = await startAuthority(await freePort(), pages, { 'the-admin': 'admin' });
  server = await startServer({ ASPNETCORE_URLS: pages, Jwt__Authority: authority.issuer, Jwt__Audience: 'talkconnect', Jwt__SigningKey: '' });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.end();
  await authority?.end();
});

const signsIn = async (visitor, name) => {
  const { page } = visitor;
  await visitor.press('Sign in');
  await page.waitForURL(`${authority.issuer}/**`);
  await page.locator('[name=login]').fill(name);
  await page.locator('[name=password]').fill('any');
  await page.locator('[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
};

test('whoever signs in at the authority comes back to the page that they wanted', async () => {
  const ada = await Visitor.come(browser, server.base);
  const addresses = [];
  ada.page.on('request', (request) => addresses.push(request.url()));
  await ada.go('/admin/people');

  await signsIn(ada, 'the-admin');

  await ada.page.getByRole('heading', { name: 'People' }).first().waitFor();
  await ada.see('the-admin by name');
  assert.equal(new URL(ada.page.url()).pathname, '/admin/people');
  assert.ok(addresses.some((address) => address.includes('code_challenge_method=S256')), 'The code is bound to this browser by PKCE.');
  assert.ok(addresses.every((address) => !/access_token|id_token/.test(address)), 'No token stands in an address.');
  await ada.leave();
});

test('whoever has no role there is told that they may not, and a code that is not ours signs nobody in', async () => {
  const stranger = await Visitor.come(browser, server.base);
  await stranger.go('/admin/people');
  await signsIn(stranger, 'a-stranger');
  await stranger.see('this account is no teacher, student or admin here');
  await stranger.press('Try again');
  await stranger.page.getByRole('heading', { name: 'Sign in' }).waitFor();

  await stranger.go('/signed-in?code=made-up&state=made-up');
  await stranger.see('The sign-in was not completed');
  await stranger.leave();
});
