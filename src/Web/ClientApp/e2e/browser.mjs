import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const shots = fileURLToPath(new URL('../../../../artifacts/screenshots/', import.meta.url));
mkdirSync(shots, { recursive: true });

export const openBrowser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

/** A person at a browser of their own. What their console complains of is kept: nothing may be left of it at the end. */
export class Visitor {
  complaints = [];

  static async come(browser, base, options = {}) {
    const visitor = new Visitor();
    visitor.base = base;
    visitor.context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'UTC', reducedMotion: 'reduce', ...options });
    visitor.page = await visitor.context.newPage();
    visitor.page.setDefaultTimeout(15_000);
    const isOurs = ({ url }) => !url || url.startsWith(base);
    visitor.page.on('console', (message) => message.type() === 'error' && isOurs(message.location()) && visitor.complaints.push(message.text()));
    visitor.page.on('pageerror', (error) => visitor.complaints.push(error.message));
    return visitor;
  }

  async go(path) {
    await this.page.goto(this.base + path);
  }

  /** Leaves whoever they were and becomes somebody of the demo people. */
  async become(name) {
    // Where no page of ours is left that would go on asking without a token.
    await this.go('/icon.svg');
    await this.page.evaluate(() => sessionStorage.clear());
    await this.go('/');
    await this.page.getByRole('button', { name: new RegExp(`^${name} ·`) }).click();
    await this.page.locator('h1').waitFor();
    await this.page.waitForURL((url) => url.pathname !== '/');
  }

  see(text) {
    return this.page.getByText(text).first().waitFor();
  }

  press(name) {
    return this.page.getByRole('button', { name }).first().click();
  }

  /** Takes a picture of the page by day and by night, lets axe look at it, and sees that nothing of it is cut off or lies beside it. */
  async look(name) {
    await this.page.waitForLoadState('networkidle');
    // A page whose window has just changed takes a moment to find its place.
    let wide = await this.#wide();
    for (let tries = 0; tries < 20 && wide.length > 0; tries++) {
      await this.page.waitForTimeout(100);
      wide = await this.#wide();
    }
    assert.deepEqual(wide.map((html) => `${name}: ${html}`), [], 'nothing is wider than its place');
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.waitForTimeout(150);
      const picture = `${name}-${colorScheme}-${this.page.viewportSize().width}`;
      await this.page.screenshot({ path: `${shots}${picture}.png`, fullPage: true });
      // By night only the colours are others.
      const rules = colorScheme === 'light' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: ['color-contrast'] };
      const { violations } = await new AxeBuilder({ page: this.page }).options(rules).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${picture}: ${id} ${nodes[0].html.slice(0, 120)}`), []);
    }
  }

  #wide() {
    return this.page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.rows, .rows *')].filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1).map((element) => element.outerHTML.slice(0, 120)),
    );
  }

  async leave() {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}
